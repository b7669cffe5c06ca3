import BookingDomain
import BookingStore

/// What a database holds once it is committed, as one value: a transaction works on a copy and is
/// committed by putting the copy in place, so that a crash in between leaves nothing behind; a
/// backup is a copy kept for later.
package struct SimulatedBooks: Sendable {
  package var epoch: String
  package var spa: Spa
  package internal(set) var bookings: [BookingID: Booking] = [:]
  /// Entries that are kept; older ones were pruned.
  package internal(set) var events: [BookingEvent] = []
  package internal(set) var end: Int64 = 0
  /// Also of bookings that were deleted, so that a number used again is never older.
  var versions: [BookingID: Int64] = [:]
  /// What happened to each booking, the newest last.
  var history: [BookingID: [HistoryEntry]] = [:]
  var blocks: [BlockID: Block] = [:]
  package var timesOff: [TimeOffID: TimeOff] = [:]
  /// How the house stood until it was changed, the newest last.
  private var formerHouses: [FormerHouse] = []
  var waiting: [WaitingID: WaitingGuest] = [:]
  var tasks: [TaskID: DeskTask] = [:]
  /// What was written of each guest, the newest last.
  var record: [CustomerID: [GuestChangeEntry]] = [:]
  package internal(set) var register = SimulatedRegister()
  package var requests: [RequestID: Remembered] = [:]
  package var sessions: [String: StoredSession] = [:]

  /// For rows that are made here; higher than any that a test writes by hand.
  private var lastNumber: Int64 = 1_000_000

  mutating func nextNumber() -> Int64 {
    lastNumber += 1
    return lastNumber
  }

  private struct FormerHouse: Sendable {
    let until: Timestamp
    let spa: Spa
    let blocks: [Block]
    let timesOff: [TimeOff]
  }

  package struct Remembered: Sendable {
    let entry: OrderLedgerEntry
    let at: Timestamp
  }

  package init(epoch: String, spa: Spa) { (self.epoch, self.spa) = (epoch, spa) }

  package var position: LogPosition { LogPosition(epoch: epoch, seq: end) }

  package func day(_ date: LocalDate) -> [Booking] {
    bookings.values.filter { $0.date == date }
      .sorted { ($0.time, $0.therapist, $0.id) < ($1.time, $1.therapist, $1.id) }
  }

  /// The day with the days around it, whose bookings may run into it.
  func around(_ date: LocalDate) -> [Booking] {
    let days = DaySchedule.around(date)
    return bookings.values.filter { days.contains($0.date) }
      .sorted { ($0.start, $0.therapist, $0.id) < ($1.start, $1.therapist, $1.id) }
  }

  package func blocks(_ date: LocalDate) -> [Block] {
    let away = TimeOff.blocks(
      timesOff.values.sorted { $0.id < $1.id }, of: spa.therapists.map(\.id), on: date,
      hours: spa.hours)
    return (blocks.values.filter { $0.date == date } + away)
      .sorted { ($0.time, $0.therapist, $0.id) < ($1.time, $1.therapist, $1.id) }
  }

  /// To be called before anything of the house is changed.
  mutating func keepHouse(until moment: Timestamp) {
    formerHouses.append(
      FormerHouse(
        until: moment, spa: spa, blocks: Array(blocks.values), timesOff: Array(timesOff.values)))
  }

  func housePast(of date: LocalDate) -> HousePast {
    HousePast(
      since: Timestamp(milliseconds: 0), now: DayHouse(spa, blocks: blocks(date), on: date),
      former: formerHouses.reversed().map {
        (
          $0.until,
          DayHouse($0.spa, blocks: $0.blocks, timesOff: $0.timesOff, on: date)
        )
      })
  }

  /// In the sequence in which the desk shows them.
  package var deskTasks: [DeskTask] { shownTasks }

  package func waiting(_ date: LocalDate) -> [WaitingGuest] {
    waiting.values.filter { $0.date == date }.sorted { ($0.since, $0.id) < ($1.since, $1.id) }
  }

  /// - Returns: nil where the reader needs a snapshot.
  package func events(after position: LogPosition, limit: Int) -> [BookingEvent]? {
    guard position.epoch == epoch, position.seq <= end else { return nil }
    guard position.seq + 1 >= events.first?.seq ?? end + 1 else { return nil }
    let skipped = Int(position.seq + 1 - (events.first?.seq ?? end + 1))
    return Array(events.dropFirst(skipped).prefix(limit))
  }

  /// Removes entries from the front of the log.
  package mutating func prune(_ count: Int) { events.removeFirst(min(count, events.count)) }

  mutating func prune(now: Timestamp) {
    let old = events.prefix { $0.at < now - Retention.events }
    events.removeFirst(min(old.count, Int(Retention.step)))
    requests = requests.filter { $0.value.at >= now - Retention.requests }
    sessions = sessions.filter { $0.value.expiry >= now - Retention.sessions }
    tasks = tasks.filter { $0.value.done.map { $0.at >= now - Retention.tasks } ?? true }
  }
}

/// Who wrote something; without a name where it was another program.
struct SimulatedAuthor {
  var person: Person?
  let at: Timestamp
}

extension SimulatedBooks {
  mutating func write(
    _ after: Booking?, over before: Booking?, _ kind: BookingEvent.Kind, by author: SimulatedAuthor
  ) {
    guard let id = after?.id ?? before?.id else { return }
    let version = versions[id, default: 0] + 1
    versions[id] = version
    bookings[id] = after.map {
      var row = $0
      row.version = version
      row.payment = register.sold[row.paymentItem]?.payment
      row.lastChange = history[id]?.last { $0.undoneAt == nil }?.change
      row.call = call(of: id)
      return row
    }
    let row = after ?? before
    append(
      kind, booking: id, version: version,
      audience: BookingEvent.Audience(
        customer: row?.customer.id, therapist: row?.therapist,
        formerTherapist: before?.therapist, date: row?.date, formerDate: before?.date),
      by: author)
  }

  /// The last call that was not taken back.
  private func call(of booking: BookingID) -> CallMark? {
    history[booking]?.last { $0.undoneAt == nil && $0.call != nil }?.call
  }

  /// Adds a line to a booking's history.
  mutating func note(
    _ kind: BookingChange.Kind, of booking: BookingID, by author: SimulatedAuthor,
    reason: String? = nil
  ) {
    let change = BookingChange(
      kind: kind, by: author.person?.id, byName: author.person?.name ?? "", at: author.at)
    history[booking, default: []].append(HistoryEntry(change: change, reason: reason))
  }

  mutating func append(
    _ kind: BookingEvent.Kind, booking: BookingID?, version: Int64,
    audience: BookingEvent.Audience, by author: SimulatedAuthor
  ) {
    end += 1
    events.append(
      BookingEvent(
        seq: end, kind: kind, booking: booking, version: version, audience: audience,
        by: author.person?.id, byName: author.person?.name ?? "", at: author.at))
  }
}
