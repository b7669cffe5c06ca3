import Screen

/// One thing that was looked at, and what to do about it.
struct Finding: Sendable {
  enum Grade: String, Sendable {
    case fine = "ok"
    /// It works, and could be better.
    case note = "note"
    case wrong = "wrong"
  }

  let grade: Grade
  let subject: String
  let text: String
  /// What mends it, as a sentence or a line of the configuration.
  let remedy: String?

  static func fine(_ subject: String, _ text: String) -> Finding {
    Finding(grade: .fine, subject: subject, text: text, remedy: nil)
  }

  static func note(_ subject: String, _ text: String, _ remedy: String? = nil) -> Finding {
    Finding(grade: .note, subject: subject, text: text, remedy: remedy)
  }

  static func wrong(_ subject: String, _ text: String, _ remedy: String? = nil) -> Finding {
    Finding(grade: .wrong, subject: subject, text: text, remedy: remedy)
  }

  /// The same where it keeps nobody from working.
  var bearable: Finding {
    grade == .wrong ? .note(subject, text, remedy) : self
  }

  /// Texts may be a server's: nothing in them may act on a terminal.
  var lines: [String] {
    let first = column(grade.rawValue, 7) + column(subject, 10) + DisplayText(text).text
    return [first] + (remedy.map { [column("", 17) + "→ " + DisplayText($0).text] } ?? [])
  }

  private func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
