import BookingDomain
import LinePromise
import Synchronization

/// Events on their way to the one reader. A reader that stalls (a terminal under `^S`) holds
/// nothing up and fills no memory: of one booking only the newest picture waits, of the link only
/// the newest state, and a snapshot replaces every picture before it.
final class EventQueue: Sendable {
  private struct State {
    var waiting = WaitingEvents()
    var reader: CheckedContinuation<ClientEvent?, Never>?
    var hasEnded = false
  }

  private let state = Mutex(State())

  func append(_ event: ClientEvent) {
    let reader = state.withLock { state -> CheckedContinuation<ClientEvent?, Never>? in
      guard !state.hasEnded else { return nil }
      if let reader = state.reader {
        state.reader = nil
        return reader
      }
      state.waiting.add(event)
      return nil
    }
    reader?.resume(returning: event)
  }

  /// What waits already is still read.
  func end() {
    let reader = state.withLock { state in
      state.hasEnded = true
      defer { state.reader = nil }
      return state.reader
    }
    reader?.resume(returning: nil)
  }

  /// The next event; nil after the last. One reader at a time: a second gets nil.
  func next() async -> ClientEvent? {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer: ClientEvent?? = state.withLock { state in
          if let event = state.waiting.popFirst() { return .some(event) }
          if state.hasEnded || state.reader != nil || Task.isCancelled { return .some(nil) }
          state.reader = continuation
          return nil
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      let reader = state.withLock { state in
        defer { state.reader = nil }
        return state.reader
      }
      reader?.resume(returning: nil)
    }
  }

}

/// What waits, in order; of what is drawn only the newest.
private struct WaitingEvents {
  /// Notices that wait at most; the oldest goes.
  private static let notices = 50
  /// Pictures that wait at most: as many bookings as a chain of spas has in some weeks. Past it the
  /// oldest is dropped, and the next digest shows that something is missing.
  private static let pictures = 50_000

  /// Which events replace each other: of each of these only the newest waits.
  private enum Place: Hashable {
    case booking(BookingID)
    case blocks(UserID, LocalDate)
    case guests(LocalDate)
    case tasks
    case hold(Int64)
    case snapshot, link, welcome, clock, verified, database

    var isPicture: Bool {
      switch self {
      case .booking, .blocks, .guests, .tasks, .snapshot: true
      case .hold, .link, .welcome, .clock, .verified, .database: false
      }
    }

    init?(_ event: ClientEvent) {
      switch event {
      case .booking(let booking, _): self = .booking(booking.id)
      case .gone(let id): self = .booking(id)
      case .blocks(_, let therapist, let date): self = .blocks(therapist, date)
      case .waiting(_, let date): self = .guests(date)
      case .tasks: self = .tasks
      case .held(let hold): self = .hold(hold.holder)
      case .released(let holder): self = .hold(holder)
      case .snapshot: self = .snapshot
      case .link: self = .link
      case .welcome: self = .welcome
      case .clock: self = .clock
      case .verified: self = .verified
      case .database: self = .database
      // As many as there are commands, which are bounded, and logins, which a person makes.
      case .notice, .accepted, .refused, .postponed, .expired, .sessionEnded: return nil
      }
    }
  }

  /// What waits, numbered from `first`; nil where a newer event has replaced it.
  private var events: [ClientEvent?] = []
  /// The number of the first of `events`.
  private var first = 0
  private var places: [Place: Int] = [:]
  private var count = 0
  /// Where to begin to look for the oldest event that may be dropped; there is none before it.
  private var oldest = 0

  mutating func add(_ event: ClientEvent) {
    if case .notice = event { dropOldNotice() }
    if case .snapshot = event {
      for place in places.keys where place.isPicture { drop(place) }
    }
    if let place = Place(event) {
      drop(place)
      if places.count >= Self.pictures { dropOldest() }
      places[place] = first + events.count
    }
    events.append(event)
    count += 1
    if events.count > 2 * count + 64 { closeGaps() }
  }

  mutating func popFirst() -> ClientEvent? {
    guard let index = events.firstIndex(where: { $0 != nil }), let event = events[index] else {
      return nil
    }
    events[index] = nil
    if let place = Place(event), places[place] == first + index { places[place] = nil }
    count -= 1
    if count == 0 {
      first += events.count
      events = []
    } else if index >= 64 {
      events.removeFirst(index + 1)
      first += index + 1
    }
    return event
  }

  private mutating func drop(_ place: Place) {
    guard let number = places.removeValue(forKey: place) else { return }
    events[number - first] = nil
    count -= 1
  }

  private mutating func dropOldest() {
    for index in max(0, oldest - first)..<events.count {
      oldest = first + index + 1
      guard let place = events[index].flatMap(Place.init) else { continue }
      return drop(place)
    }
  }

  private mutating func dropOldNotice() {
    let indices = events.indices.filter { if case .notice? = events[$0] { true } else { false } }
    guard indices.count >= Self.notices, let oldest = indices.first else { return }
    events[oldest] = nil
    count -= 1
  }

  private mutating func closeGaps() {
    let left = events.compactMap(\.self)
    first += events.count
    events = left
    oldest = first
    places = [:]
    for (index, event) in left.enumerated() {
      if let place = Place(event) { places[place] = first + index }
    }
  }
}
