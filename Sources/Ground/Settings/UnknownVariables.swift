import TOMLText

/// Variables that are named as settings are and that nothing reads: one that is misspelt would
/// otherwise go unnoticed.
enum UnknownVariables {
  /// - Parameters:
  ///   - known: all that the program reads.
  ///   - foreign: what another program reads: no slip there.
  /// - Returns: a sentence each, in the order of their names; never a value, which may be a password.
  static func sentences(
    in environment: [String: String], known: Set<String>, foreign: Set<String>
  ) -> [String] {
    environment.keys.filter {
      $0.hasPrefix("FRONTDESK_") && !known.contains($0) && !foreign.contains($0)
    }.sorted().map {
      let name = String($0.unicodeScalars.prefix(60).map { $0.isASCII ? Character($0) : "?" })
      let guess = NearestWord.to(name, among: known, most: 3).map { "; \($0) is one" } ?? ""
      return "The variable \(name) is no setting of this program\(guess)."
    }
  }
}
