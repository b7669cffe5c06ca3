import BookingDomain
import BookingStore

extension DatabaseState {
  /// What to say to somebody who asked for something.
  var refusal: String { (trouble ?? .away).onQuestions }
}

extension StoreFailure.Trouble {
  /// Guests hear that something is wrong, and not what: it is the spa's affair.
  func told(to role: Role?) -> Self { role == .customer ? .away : self }

  /// For whoever looks at a board.
  var onBoards: String {
    "\(words): the board is as it last was, and nothing is changed until it is back."
  }

  /// For whoever asked something.
  var onQuestions: String {
    self == .away
      ? "The booking database does not answer at the moment. Try again shortly."
      : "\(words). Try again shortly."
  }

  /// For whoever ordered something.
  var onOrders: String { "\(words), so this is not done. Try again in a moment." }
}
