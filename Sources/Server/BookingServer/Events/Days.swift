import BookingDomain
import BookingStore

/// The days as last read. Many who ask at once (every board after a restart) cost one query, and
/// while the database is away the last picture still stands.
actor Days {
  private struct Page {
    let day: DaySnapshot
    let readAt: Timestamp
  }

  /// Names and services change without an event; no picture given out is older than this.
  private static let freshFor: Int64 = 1_000
  /// Past this many the days longest unread are forgotten: two months of boards.
  private static let keptAtMost = 64

  private let store: any BookingStore
  private let clock: Clock
  private let zone: SpaZone
  /// The most days of one picture.
  private let mostDays: Int
  private let database: DatabaseState
  private var pages: [LocalDate: Page] = [:]
  private var reading: [LocalDate: Task<DaySnapshot, any Error>] = [:]

  init(
    store: any BookingStore, clock: Clock, zone: SpaZone, mostDays: Int, database: DatabaseState
  ) {
    self.store = store
    self.clock = clock
    self.zone = zone
    self.mostDays = mostDays
    self.database = database
  }

  /// The day as it is at `position` or later; as it last was, where the database is away.
  /// - Throws: `StoreFailure` where it is away and the day was never read.
  func day(_ date: LocalDate, atLeast position: LogPosition) async throws -> DaySnapshot {
    if let page = pages[date], isFresh(page, position) { return page.day }
    do {
      var day = try await read(date)
      // A read that had begun before `position` was reached may be too old; the next is not.
      if !Self.covers(day, position) { day = try await read(date) }
      return day
    } catch let failure as StoreFailure {
      database.failed(failure)
      guard let page = pages[date] else { throw failure }
      return page.day
    }
  }

  /// Something that no position tells has changed: each day is read anew when it is asked for.
  func expire() {
    for (date, page) in pages {
      pages[date] = Page(day: page.day, readAt: Timestamp(milliseconds: 0))
    }
  }

  private func isFresh(_ page: Page, _ position: LogPosition) -> Bool {
    let age = clock.now().milliseconds - page.readAt.milliseconds
    return (0..<Self.freshFor).contains(age) && Self.covers(page.day, position)
  }

  private static func covers(_ day: DaySnapshot, _ position: LogPosition) -> Bool {
    day.position.epoch == position.epoch && day.position.seq >= position.seq
  }

  private func read(_ date: LocalDate) async throws -> DaySnapshot {
    if let task = reading[date] { return try await task.value }
    let task = Task {
      // Removed before the task ends, so that nobody finds a task that has finished and takes its
      // old result for a new one.
      defer { reading[date] = nil }
      let day = try await store.day(date, hoursSince: hoursSince(date))
      pages[date] = Page(day: day, readAt: clock.now())
      forgetOldest()
      return day
    }
    reading[date] = task
    return try await task.value
  }

  /// A picture of several days has the hours as its last day has them, so they reach back to its
  /// first; and to today, since orders of these days are typed while another day is looked at.
  func hoursSince(_ date: LocalDate? = nil) -> LocalDate {
    let today = Moment(clock.now(), in: zone).today
    return min(date ?? today, today) - mostDays
  }

  private func forgetOldest() {
    guard pages.count > Self.keptAtMost,
      let oldest = pages.min(by: { $0.value.readAt < $1.value.readAt })?.key
    else { return }
    pages[oldest] = nil
  }
}
