import BookingDomain
import DeskLanguage

/// Orders given here and not answered yet.
package struct WaitingOrders: Hashable, Sendable {
  package struct Order: Hashable, Sendable {
    package let command: Command
    package let givenAt: Timestamp
    /// Which of the desk's key presses gave it.
    let press: Int
    /// Whether there was no line at that time.
    package let wasOffline: Bool
    let memo: Memo
    /// What undo needs to restore what this order deletes; nil for orders that delete nothing.
    let ends: Deeds.Trace?

    /// As the guest was called then: the booking may be out of sight when the answer comes.
    package var guest: String { memo.guest }
  }

  /// What the desk remembers of an order until it is answered.
  struct Memo: Hashable, Sendable {
    let guest: String
    /// What was typed, to come back where it is refused; nil for a key.
    var line: String?
    /// Where it would stand.
    var ghosts: [Ghost] = []
    /// What has happened once it is done; empty where the board says it.
    var done = ""
    /// Over how many days it goes: `6 times, Thu 3 Dec to Thu 7 Jan, 11:00`; empty for one.
    var extent = ""
    /// Of an undo, what it takes back, where no deed says it.
    var takes = ""
    /// The booking that the line was about, the others of its visit, and what was shown when the
    /// line was begun.
    var about: Booking?
    var visit: [Booking] = []
    var origin: Typing.Origin?
    /// Whether it is an undo.
    var isTakingBack = false
    /// Whether the call goes back with how it went.
    var endsCall = false
  }

  package private(set) var orders: [Order] = []

  /// An order waits this long for its answer before it is too old to be carried out: a status
  /// change made a minute ago may no longer be what the desk wants.
  package static let patience: Int64 = 60_000

  package var isEmpty: Bool { orders.isEmpty }
  package var count: Int { orders.count }
  package var oldest: Timestamp? { orders.map(\.givenAt).min() }

  package func order(on booking: BookingID) -> Order? {
    orders.first { $0.command.booking != nil && $0.command.order.bookings.contains(booking) }
  }

  /// Whether an undo is on its way.
  var isTakingBack: Bool { orders.contains(where: \.memo.isTakingBack) }

  func contains(press: Int) -> Bool { orders.contains { $0.press == press } }

  /// The last that was given after this key press, and not to take something back.
  func last(after press: Int) -> Order? {
    orders.last { $0.press > press && !$0.memo.isTakingBack }
  }

  package mutating func add(_ order: Order) { orders.append(order) }

  package mutating func answered(_ id: RequestID) -> Order? {
    guard let index = orders.firstIndex(where: { $0.command.id == id }) else { return nil }
    return orders.remove(at: index)
  }
}
