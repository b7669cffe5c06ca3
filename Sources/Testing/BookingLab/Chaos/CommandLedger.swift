import BookingDomain
import BookingTesting

/// Every order that was given, and every answer that a client told its person.
package final class CommandLedger: Sendable {
  enum Outcome: Hashable, Sendable {
    /// With the booking's version as the answer showed it.
    case accepted(version: Int64?)
    case refused(Refusal.Code)
    case expired
  }

  struct Entry: Sendable {
    let command: Command
    /// Who gave it.
    let email: String
    /// All answers that came; there has to be exactly one in the end.
    var outcomes: [Outcome] = []
    /// The sentence of the last refusal.
    var sentence: String?
  }

  struct Book: Sendable, CustomStringConvertible {
    var entries: [RequestID: Entry] = [:]
    var unresolved: Set<RequestID> = []

    var description: String {
      let waiting = unresolved.prefix(5).compactMap { entries[$0] }
      return "\(unresolved.count) of \(entries.count) orders without an answer, such as\n"
        + waiting.map { "  \($0.email): \($0.command)\n" }.joined()
    }
  }

  let book = Watched(Book())

  func given(_ command: Command, by email: String) {
    book.change {
      $0.entries[command.id] = Entry(command: command, email: email)
      $0.unresolved.insert(command.id)
    }
  }

  func answered(_ id: RequestID, _ outcome: Outcome, _ sentence: String? = nil) {
    book.change {
      $0.entries[id]?.outcomes.append(outcome)
      $0.entries[id]?.sentence = sentence
      $0.unresolved.remove(id)
    }
  }

  /// The orders without an answer that a restarted client takes over from the one before it.
  func unresolved(of email: String) -> [Command] {
    let book = book.value
    return book.unresolved.compactMap { book.entries[$0] }
      .filter { $0.email == email }.map(\.command)
  }
}
