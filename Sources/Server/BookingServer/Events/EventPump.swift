import BookingDomain
import BookingStore

/// The one reader of the event log on behalf of everybody connected: loads each event's booking
/// once and hands it on.
struct EventPump: Sendable {
  /// Events taken at a time: a burst is told in a few turns, and memory stays small.
  private static let batch = 256
  /// The log is looked at this often even when nobody said that it grew; it also finds out that
  /// the database is away, or back.
  private static let pollInterval = Duration.milliseconds(500)

  let store: any BookingStore
  let end: LogEnd
  let database: DatabaseState
  let clock: Clock
  let sinks: Sinks

  /// Who is told.
  struct Sinks: Sendable {
    let events: @Sendable ([PreparedEvent], LogPosition) -> Void
    /// The log cannot be followed from where we stood: every picture has to be made anew.
    let restart: @Sendable (LogPosition) -> Void
  }

  /// Runs until cancelled. The database may come and go meanwhile.
  func run() async {
    await withTaskGroup(of: Void.self) { group in
      let (nudges, nudge) = AsyncStream.makeStream(
        of: Void.self, bufferingPolicy: .bufferingNewest(1))
      // Listens before the first look, so that no commit falls between.
      let commits = store.commits()
      group.addTask { for await _ in commits { nudge.yield() } }
      group.addTask {
        while !Task.isCancelled {
          nudge.yield()
          try? await Task.sleep(for: Self.pollInterval)
        }
        nudge.finish()
      }
      for await _ in nudges { await read() }
      group.cancelAll()
    }
  }

  /// Tells everything that is new.
  func read() async {
    do {
      while try await readBatch() {}
      // While another program keeps everything locked, orders wait, and boards are as they should be.
      if let obstacle = store.obstacle(), obstacle.code != .locked {
        database.hindered(obstacle)
      } else {
        database.answered()
      }
    } catch let failure as StoreFailure {
      database.failed(failure)
    } catch {
      database.failed(StoreFailure(.unavailable, String(describing: error)))
    }
  }

  /// - Returns: whether there may be more.
  private func readBatch() async throws -> Bool {
    let position = end.current
    guard let news = try await store.news(after: position, limit: Self.batch) else {
      let anew = try await store.position()
      end.move(to: anew)
      sinks.restart(anew)
      return false
    }
    guard let last = news.events.last else { return false }
    let prepared = try await prepare(news)
    let reached = LogPosition(epoch: position.epoch, seq: last.seq)
    // Moved before anybody is told: whoever begins to watch at this position has missed nothing,
    // and whoever began before it is told.
    end.move(to: reached)
    sinks.events(prepared, reached)
    return news.events.count == Self.batch
  }

  private func prepare(_ news: StoredNews) async throws -> [PreparedEvent] {
    try await PreparedEvent.prepare(news, from: store, now: clock.now())
  }
}

extension PreparedEvent {
  /// Joins events with their bookings, and with what of a day they tell anew.
  static func prepare(_ news: StoredNews, from store: any BookingStore, now: Timestamp)
    async throws -> [PreparedEvent]
  {
    let byID = Dictionary(news.bookings.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    // From the newest to the oldest: only the last to name a day's list carries it.
    var named: Set<WholeList> = []
    var prepared: [PreparedEvent] = []
    for event in news.events.reversed() {
      let list = WholeList(event)
      let isSuperseded = list.map { !named.insert($0).inserted } ?? false
      prepared.append(
        PreparedEvent(
          event, current: event.booking.flatMap { byID[$0] },
          blocks: isSuperseded ? [] : try await blocks(of: list, from: store),
          waiting: isSuperseded ? [] : try await waiting(of: list, from: store),
          tasks: isSuperseded || list != .tasks ? [] : try await store.tasks(),
          isSuperseded: isSuperseded, now: now))
    }
    return prepared.reversed()
  }

  /// A list that an event tells anew.
  private enum WholeList: Hashable {
    case waiting(LocalDate)
    case blocks(UserID, LocalDate)
    case tasks

    init?(_ event: BookingEvent) {
      if event.kind == .tasksChanged {
        self = .tasks
        return
      }
      guard let date = event.audience.date else { return nil }
      switch event.kind {
      case .waitingChanged: self = .waiting(date)
      case .blocksChanged(let therapist): self = .blocks(therapist, date)
      default: return nil
      }
    }
  }

  private static func waiting(of list: WholeList?, from store: any BookingStore) async throws
    -> [WaitingGuest]
  {
    guard case .waiting(let date) = list else { return [] }
    return try await store.waiting(on: date)
  }

  private static func blocks(of list: WholeList?, from store: any BookingStore) async throws
    -> [Block]
  {
    guard case .blocks(let therapist, let date) = list else { return [] }
    return try await store.blocks(of: therapist, on: date)
  }
}
