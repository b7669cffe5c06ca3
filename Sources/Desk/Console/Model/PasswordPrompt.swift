import Screen

/// A password that goes with a line about an account, typed unseen.
package struct PasswordPrompt: Hashable, Sendable {
  /// What it belongs to, as it was typed.
  let line: String
  /// Whose it is to be.
  let account: String
  var field = TextField()
  /// What was typed the first time.
  var first: String?

  init(line: String, account: String) { (self.line, self.account) = (line, account) }

  /// What is asked.
  var label: String {
    first == nil
      ? "Password for \(account), unseen; Enter alone makes one:" : "Once more, for \(account):"
  }
}
