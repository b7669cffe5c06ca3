import BookingDomain

package struct LoginForm: Hashable, Sendable {
  package enum Field: Hashable, Sendable {
    case email
    case password
  }

  package enum Progress: Hashable, Sendable {
    case typing
    case asking
    /// The program knows the password and tries again by itself then.
    case tryingAgain(at: Timestamp, attempt: Int)
  }

  package var email: TextField
  package var password = TextField()
  package var field: Field
  package var progress: Progress = .typing
  /// Why this screen is here again, or what was wrong.
  package var sentence: String?
  /// Somebody left the desk and means to come back: the session goes on behind it.
  package var isLock = false

  package init(email: String, sentence: String? = nil) {
    self.email = TextField(email)
    field = email.isEmpty ? .email : .password
    self.sentence = sentence
  }
}
