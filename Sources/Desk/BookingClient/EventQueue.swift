import BookingDomain
import LinePromise
import Synchronization

/// Events on their way to the one reader. A reader that stalls (a terminal under `^S`) holds
/// nothing up and fills no memory: of one booking only the newest picture waits, of the link only
/// the newest state, and a snapshot replaces every picture before it.
final class EventQueue: Sendable {
  /// Notices that wait at most; the oldest goes.
  private static let notices = 50

  private struct State {
    var waiting: [ClientEvent] = []
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
      Self.add(event, to: &state.waiting)
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
          if !state.waiting.isEmpty { return .some(state.waiting.removeFirst()) }
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

  private static func add(_ event: ClientEvent, to waiting: inout [ClientEvent]) {
    switch event {
    case .booking(let booking, _):
      waiting.removeAll { $0.picture == booking.id }
    case .gone(let id):
      waiting.removeAll { $0.picture == id }
    case .blocks(_, let therapist, let date):
      waiting.removeAll { $0.isBlocks(of: therapist, on: date) }
    case .waiting(_, let date):
      waiting.removeAll { $0.isWaiting(on: date) }
    case .held(let hold):
      waiting.removeAll { $0.holder == hold.holder }
    case .released(let holder):
      waiting.removeAll { $0.holder == holder }
    case .snapshot:
      waiting.removeAll { $0.isPicture }
    case .link:
      waiting.removeAll { if case .link = $0 { true } else { false } }
    case .welcome:
      waiting.removeAll { if case .welcome = $0 { true } else { false } }
    case .clock:
      waiting.removeAll { if case .clock = $0 { true } else { false } }
    case .verified:
      waiting.removeAll { if case .verified = $0 { true } else { false } }
    case .notice:
      dropOldNotice(from: &waiting)
    // As many as there are commands, which are bounded, and logins, which a person makes.
    case .accepted, .refused, .expired, .sessionEnded: break
    }
    waiting.append(event)
  }

  private static func dropOldNotice(from waiting: inout [ClientEvent]) {
    let indices = waiting.indices.filter { if case .notice = waiting[$0] { true } else { false } }
    if indices.count >= notices, let oldest = indices.first { waiting.remove(at: oldest) }
  }
}

extension ClientEvent {
  fileprivate var picture: BookingID? {
    switch self {
    case .booking(let booking, _): booking.id
    case .gone(let id): id
    default: nil
    }
  }

  fileprivate var holder: Int64? {
    switch self {
    case .held(let hold): hold.holder
    case .released(let holder): holder
    default: nil
    }
  }

  fileprivate func isBlocks(of therapist: UserID, on date: LocalDate) -> Bool {
    if case .blocks(_, therapist, date) = self { true } else { false }
  }

  fileprivate func isWaiting(on date: LocalDate) -> Bool {
    if case .waiting(_, date) = self { true } else { false }
  }

  fileprivate var isPicture: Bool {
    switch self {
    case .snapshot, .blocks, .waiting: true
    default: picture != nil
    }
  }
}
