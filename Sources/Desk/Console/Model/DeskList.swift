import BookingDomain
import DeskLanguage

/// A customer's card, over the board.
package struct CardView: Hashable, Sendable {
  package let customer: CustomerID
  /// Nil until the answer has come.
  package var file: CustomerFile?
  package var problem: String?
  package var scroll = 0

  package init(customer: CustomerID) { self.customer = customer }
}

/// A list from which a digit books.
package struct DeskList: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case waiting
    /// Paid, not yet scheduled.
    case unscheduled
    /// The unconfirmed of the day on the board.
    case calls
    /// The desk's own.
    case tasks
    /// Whose turn it is today.
    case turns
  }

  package let kind: Kind
  /// Of `unscheduled`; nil until the answer has come.
  package var unscheduled: [UnscheduledSessions]?
  package var problem: String?
  /// The line that Enter is about.
  package var at = 0
  /// What was shown before; nil where the list changed nothing.
  var origin: Origin?

  struct Origin: Hashable, Sendable {
    let day: DayWord
    let cursor: Cursor?
  }

  package init(kind: Kind) { self.kind = kind }

  /// A line of it, and what the line for booking begins with.
  package struct Row: Hashable, Sendable {
    package let row: RowText
    package let isPossible: Bool
    package let phrase: String
    var booking: BookingID?
    var task: TaskID?

    package var text: String { row.text }
  }
}
