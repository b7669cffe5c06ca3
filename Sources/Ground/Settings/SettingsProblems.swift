/// What is wrong with several settings, so that one mistake does not hide the next.
package struct SettingsProblems: Sendable {
  private var sentences: [String] = []

  package init() {}

  /// What `read` gives; where it says what is wrong, `usual` for the time being.
  package mutating func reading<Value>(
    _ usual: Value, _ read: () throws(SettingsProblem) -> Value?
  ) -> Value {
    do {
      return try read() ?? usual
    } catch {
      add([error.sentence])
      return usual
    }
  }

  package mutating func add(_ more: [String]) {
    for sentence in more where !sentences.contains(sentence) { sentences.append(sentence) }
  }

  /// - Throws: all of them as one text, a line each.
  package func refuse() throws(SettingsProblem) {
    guard sentences.isEmpty else { throw SettingsProblem(sentences.joined(separator: "\n")) }
  }
}
