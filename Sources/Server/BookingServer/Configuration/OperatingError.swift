/// What keeps the server from running: one sentence that says what is wrong and what to do.
package struct OperatingError: Error, Hashable, Sendable, CustomStringConvertible {
  package let sentence: String
  /// Whether a setting is wrong: another try with the same one fails as well.
  package let isOfSettings: Bool

  package init(_ sentence: String, isOfSettings: Bool = false) {
    (self.sentence, self.isOfSettings) = (sentence, isOfSettings)
  }

  package var description: String { sentence }
}
