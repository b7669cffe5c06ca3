import BookingDomain
import DeskLanguage

/// What goes with the line being typed, beside its text.
package struct Typing: Hashable, Sendable {
  /// What the line would do, as of the last message.
  package internal(set) var draft: Draft?
  /// The line that it was made of.
  var draftedLine = ""
  /// What was shown when the line was begun: a day that is typed is only looked at, and goes with
  /// its word.
  package internal(set) var origin: Origin?
  /// Enter was pressed while something had to be asked first: it is sent when it is ready.
  var sendsWhenReady = false
  /// The option that the arrows stand at; nil before the first arrow.
  package internal(set) var at: Int?
  /// A digit chooses another start.
  package internal(set) var chooses = false
  /// What the server refused and stands here again: other starts are to be chosen as soon as the
  /// board knows who was first, which over polling is a moment later.
  var refusedLine: String?
  /// What other desks were told is being typed here.
  var held: HeldSlot?
  /// What arrows have made of the line; empty before the first.
  var pushed = ""
  /// What this person typed since the log-in, the oldest first.
  package internal(set) var history: [String] = []
  var recalled: Int?
  /// What stood in the line when the session ended; it comes back with the next.
  var parked: String?

  /// A day's orders, many times over.
  package static let longestHistory = 200

  package init() {}

  package struct Origin: Hashable, Sendable {
    let day: DayWord
    package let date: LocalDate
    let cursor: Cursor?
    let viewport: Viewport
  }

  mutating func remember(_ line: String) {
    recalled = nil
    history.removeAll { $0 == line }
    history.append(line)
    if history.count > Self.longestHistory { history.removeFirst() }
  }

  /// - Returns: the line before or after the one that was recalled last; nil at either end.
  mutating func recall(back: Bool) -> String? {
    let next = (recalled ?? history.count) + (back ? -1 : 1)
    guard history.indices.contains(next) else { return nil }
    recalled = next
    return history[next]
  }

  mutating func ended() {
    draft = nil
    draftedLine = ""
    sendsWhenReady = false
    chooses = false
    at = nil
    refusedLine = nil
    pushed = ""
    recalled = nil
  }
}

/// Customers by the words they were asked for with.
package struct FoundCustomers: Hashable, Sendable {
  /// What a person asks for while a few lines are typed.
  private static let most = 60

  private(set) var cards: [String: [CustomerCard]] = [:]
  private var asked: Set<String> = []
  /// Asked in vain: not again before somebody presses a key, or a server that is away would be
  /// asked without end.
  private var failed: Set<String> = []

  /// - Returns: whether it has to be asked now.
  mutating func ask(_ text: String) -> Bool {
    guard cards[text] == nil, !failed.contains(text) else { return false }
    return asked.insert(text).inserted
  }

  mutating func take(_ found: [CustomerCard], for text: String) {
    asked.remove(text)
    if cards.count >= Self.most { cards.removeAll() }
    cards[text] = found
  }

  mutating func failed(_ text: String) {
    asked.remove(text)
    failed.insert(text)
  }

  mutating func mayAskAgain() { failed = [] }

  func wasAskedInVain(_ text: String) -> Bool { failed.contains(text) }

  /// Somebody was booked: what they have left is another now.
  mutating func forget() { cards.removeAll() }
}
