import BookingDomain
import BookingProtocol
import NIOCore

/// What a client asked and was not answered yet. It is answered one at a time, in the order in which
/// it came; but expensive questions wait for their turn, and orders pass them.
struct SocketInbox: Sendable {
  private enum Turn: Hashable {
    case none
    /// The connection's own budget is spent.
    case pausing
    /// The account's turn will come.
    case waiting(Int)
    case granted
  }

  /// Whether the next question may be answered.
  enum Permission: Hashable, Sendable {
    case yes
    case no
    /// Not before this time is over, to be told by `pauseIsOver`.
    case after(TimeAmount)
    /// The account has to be asked, and its answer told by `waits` or `turnCame`.
    case ask(PersonID)
  }

  /// Which turns are given back where the socket ends.
  enum Abandoned: Hashable, Sendable {
    case nothing
    case waiting(Int)
    case granted
  }

  /// Past these nothing more is read from the client until some are answered.
  private static let most = 32

  /// Few at a time, and none of most sockets: no memory is kept for it.
  private var messages: [ClientEnvelope] = []
  private var turn = Turn.none
  /// An answer is being worked out.
  private(set) var isAnswering = false
  /// The answer that is being worked out was waited for in turn.
  private var isTurnTaken = false
  /// Nil while nothing was read for this connection.
  private var budget: ReadingBudget?
  /// Which days were asked for last, as a hash; 0 for none.
  private var daysAsked = 0

  var isFull: Bool { messages.count >= Self.most }
  /// Everything that was asked is answered.
  var isDone: Bool { !isAnswering && messages.isEmpty }
  private var hasQuestion: Bool { messages.contains(where: \.isQuestion) }

  mutating func add(_ envelope: ClientEnvelope) {
    // Where several questions about days wait for their turn, only the last of them is wanted.
    if isPausing, envelope.isAboutDays { messages.removeAll { $0.isAboutDays } }
    messages.append(envelope)
  }

  /// - Returns: whether these days are asked for again from nothing: the client has found that its
  ///   picture and our digest differ.
  mutating func isAskedAnew(_ wanted: ClientMessage.Subscription) -> Bool {
    let days = [wanted.from, wanted.to].hashValue | 1
    defer { daysAsked = days }
    return wanted.after == nil && days == daysAsked
  }

  /// What came first and may be answered.
  mutating func next(mayAsk: Bool) -> ClientEnvelope? {
    guard let index = messages.firstIndex(where: { mayAsk || !$0.isQuestion }) else { return nil }
    let next = messages.remove(at: index)
    if next.isQuestion, turn == .granted {
      turn = .none
      isTurnTaken = true
    }
    if messages.isEmpty { messages = [] }
    return next
  }

  mutating func beginAnswering() { isAnswering = true }

  private var isPausing: Bool {
    switch turn {
    case .pausing, .waiting: true
    case .none, .granted: false
    }
  }

  // MARK: - Turns

  /// - Parameter person: nil while nobody is known; what such a client asks is not answered.
  mutating func permission(for person: PersonID?, at now: NIODeadline) -> Permission {
    if turn == .granted { return .yes }
    guard turn == .none, hasQuestion else { return .no }
    guard let person else { return .yes }
    let pause = budget?.pause(at: now) ?? .zero
    guard pause > .zero else { return .ask(person) }
    turn = .pausing
    return .after(pause)
  }

  mutating func pauseIsOver() { if turn == .pausing { turn = .none } }

  mutating func waits(for number: Int) { turn = .waiting(number) }

  mutating func mayAskNow() { turn = .granted }

  /// The turn that was waited for has come.
  /// - Returns: whether it is still wanted.
  mutating func turnCame() -> Bool {
    guard case .waiting = turn, hasQuestion else {
      turn = .none
      return false
    }
    turn = .granted
    return true
  }

  /// The answer has been worked out.
  /// - Parameter cost: what it was worth, in days that were read.
  /// - Returns: whether it was waited for in turn, so that the turn has to be ended.
  mutating func answered(paying cost: Double, at now: NIODeadline) -> Bool {
    isAnswering = false
    guard isTurnTaken else { return false }
    isTurnTaken = false
    var budget = budget ?? ReadingBudget(ReadingBudget.connection, now: now)
    budget.pay(cost, at: now)
    self.budget = budget
    return true
  }

  /// The socket ends, perhaps before its turn has come.
  mutating func giveUp() -> Abandoned {
    messages.removeAll()
    defer { turn = .none }
    switch turn {
    case .none, .pausing: return .nothing
    case .waiting(let number): return .waiting(number)
    case .granted: return .granted
    }
  }
}

extension ClientEnvelope {
  fileprivate var isAboutDays: Bool {
    if case .subscribeBookingUpdates = message { true } else { false }
  }

  /// Whether days have to be read or free time worked out for it.
  fileprivate var isQuestion: Bool {
    switch message {
    case .subscribeBookingUpdates, .subscribeTherapistSchedule, .requestAvailability: true
    default: false
    }
  }
}
