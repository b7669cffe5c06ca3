import BookingClient
import BookingDomain
import Histogram
import LinePromise
import Synchronization

/// A connection that gives orders.
final class OrderDesk: Sendable {
  /// What came back.
  struct Answers: Sendable {
    var times = Histogram<UInt64>(
      highestTrackableValue: 120_000_000, numberOfSignificantValueDigits: .two)
    var given = 0
    var accepted = 0
    var refused = 0
    var expired = 0
    /// Why the first was refused.
    var refusal: String?

    var unanswered: Int { given - accepted - refused - expired }

    mutating func add(_ other: Answers) {
      times.add(other.times)
      given += other.given
      accepted += other.accepted
      refused += other.refused
      expired += other.expired
      refusal = refusal ?? other.refusal
    }
  }

  let client: BookingClient
  private let signs: Signs.Sender
  private let state = Mutex((answers: Answers(), due: [RequestID: ContinuousClock.Instant?]()))

  init(_ client: BookingClient, signs: Signs.Sender) { (self.client, self.signs) = (client, signs) }

  var answers: Answers { state.withLock { $0.answers } }

  /// - Parameter due: when it should have been given; its answer is timed from then, and with none
  ///   it is not counted.
  func write(_ notes: String, on booking: BookingID, due: ContinuousClock.Instant? = nil) {
    var randomness = SystemRandomNumberGenerator()
    let command = Command(
      id: .random(using: &randomness), booking: booking, change: .writeNotes(notes))
    state.withLock { state in
      if due != nil { state.answers.given += 1 }
      state.due[command.id] = .some(due)
    }
    client.send(command)
  }

  /// Listens until the client ends.
  func listen() async {
    for await event in client.events {
      switch event {
      case .welcome(let welcome):
        signs.yield(.spa(welcome.zone, clockOffset: welcome.clockOffset))
      case .snapshot(let snapshot): signs.yield(.bookings(snapshot.bookings))
      case .link(.live), .link(.polling): signs.yield(.live)
      case .accepted(let id, _): settle(id) { $0.accepted += 1 }
      case .refused(let id, let refusal, _):
        settle(id) { answers in
          answers.refused += 1
          answers.refusal = answers.refusal ?? refusal.sentence
        }
      case .expired(let id): settle(id) { $0.expired += 1 }
      default: break
      }
    }
  }

  private func settle(_ id: RequestID, _ count: (inout Answers) -> Void) {
    let isOurs = state.withLock { state in
      guard let due = state.due.removeValue(forKey: id) else { return false }
      if let due {
        _ = state.answers.times.record(due.microsecondsAgo)
        count(&state.answers)
      }
      return true
    }
    if isOurs { signs.yield(.settled) }
  }
}
