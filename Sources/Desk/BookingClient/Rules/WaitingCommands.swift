import BookingDomain

/// Commands that have no answer yet. Each keeps its one request id over every resend and every
/// transport, so that the server carries it out once; each ends exactly once, answered or expired.
package struct WaitingCommands: Sendable {
  /// What a person at a desk can have given while offline, many times over; past it a command is
  /// refused at once instead of being kept.
  package static let capacity = 500
  /// Milliseconds after `notAfter`: an answer given in the last moment needs time to come.
  package static let grace: Int64 = 2_000

  /// Commands given to a connection at a time; the next follows an answer. It keeps a console that
  /// comes back with many below the server's limit of messages.
  package static let window = 32
  /// Milliseconds until a command is given to the same connection again: the server may have
  /// passed over it. The same id cannot be carried out twice.
  package static let again: Int64 = 10_000
  /// Milliseconds until a command is given again that the server could not carry out.
  private static let soon: Int64 = 2_000

  private struct Waiting {
    let command: Command
    /// When it was given to the present connection or request; nil where it was not.
    var sent: Timestamp?
  }

  /// In the order given, which is the order sent in.
  private var waiting: [Waiting] = []
  /// Whether one was postponed since the last answer.
  private var isPostponing = false

  package init() {}

  package var isEmpty: Bool { waiting.isEmpty }
  package var ids: [RequestID] { waiting.map(\.command.id) }

  /// - Returns: false where there is no more room.
  package mutating func add(_ command: Command) -> Bool {
    guard !waiting.contains(where: { $0.command.id == command.id }) else { return true }
    guard waiting.count < Self.capacity else { return false }
    waiting.append(Waiting(command: command))
    return true
  }

  /// What is to be given to the present connection now, in order, and counts as given.
  package mutating func takeUnsent(now: Timestamp, window: Int = window) -> [Command] {
    var taken: [Command] = []
    var underWay = 0
    for index in waiting.indices where underWay < window {
      underWay += 1
      if let sent = waiting[index].sent, now < sent + Self.again { continue }
      waiting[index].sent = now
      taken.append(waiting[index].command)
    }
    return taken
  }

  /// Whether the next to go has not been given to the present connection.
  package var isFirstUnsent: Bool { waiting.first.map { $0.sent == nil } ?? false }

  /// When a command that was given is to be given again.
  package var nextResend: Timestamp? {
    waiting.compactMap(\.sent).min().map { $0 + Self.again }
  }

  /// It cannot be carried out just now: it is given again soon, and not at once.
  /// - Returns: whether it is the first since the last answer, so that the person is told.
  package mutating func postponed(_ id: RequestID, now: Timestamp) -> Bool {
    defer { isPostponing = true }
    for index in waiting.indices where waiting[index].command.id == id {
      waiting[index].sent = now + (Self.soon - Self.again)
    }
    return !isPostponing
  }

  /// The connection is gone and with it, perhaps, the answers.
  package mutating func connectionLost() {
    for index in waiting.indices { waiting[index].sent = nil }
  }

  /// One request came to nothing.
  package mutating func notSent(_ id: RequestID) {
    for index in waiting.indices where waiting[index].command.id == id {
      waiting[index].sent = nil
    }
  }

  /// - Returns: the command, the first time; nil for an answer that was given before or to
  ///   something not asked.
  package mutating func answered(_ id: RequestID) -> Command? {
    isPostponing = false
    guard let index = waiting.firstIndex(where: { $0.command.id == id }) else { return nil }
    return waiting.remove(at: index).command
  }

  /// Takes out what is too old to be answered. `now` is the server's time, as `notAfter` is.
  package mutating func expire(serverTime now: Timestamp) -> [RequestID] {
    let old = waiting.filter { $0.command.expiry.map { $0 <= now } ?? false }.map(\.command.id)
    waiting.removeAll { old.contains($0.command.id) }
    return old
  }

  /// When the next one expires, in the server's time.
  package var nextExpiry: Timestamp? { waiting.compactMap(\.command.expiry).min() }

  /// Takes out everything: another person is logged in now.
  package mutating func abandon() -> [RequestID] {
    defer { waiting.removeAll() }
    return ids
  }
}

extension Command {
  fileprivate var expiry: Timestamp? { notAfter.map { $0 + WaitingCommands.grace } }
}
