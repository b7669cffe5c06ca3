/// Settings that are more than a text, read with the same sentences in every program. Each is nil
/// where nobody set it.
extension GivenSettings {
  /// One of a few words.
  package func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, of: Choice.Type = Choice.self
  ) throws(SettingsProblem) -> Choice? {
    guard let found = self[name] else { return nil }
    if let known = Choice(rawValue: found.text.lowercased()) { return known }
    let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw SettingsProblem(
      "\(found.source): \"\(found.text.excerpt)\" is not a choice for \(name); it is one of \(choices)."
    )
  }

  package func number(_ name: String, in range: ClosedRange<Int>) throws(SettingsProblem) -> Int? {
    guard let found = self[name] else { return nil }
    if let number = Int(found.text), range.contains(number) { return number }
    throw SettingsProblem(
      "\(found.source): \(name) is a number from \(range.lowerBound) to \(range.upperBound), not "
        + "\"\(found.text.excerpt)\".")
  }

  package func yesOrNo(_ name: String) throws(SettingsProblem) -> Bool? {
    guard let found = self[name] else { return nil }
    switch found.text.lowercased() {
    case "yes", "true", "1": return true
    case "no", "false", "0": return false
    default:
      throw SettingsProblem(
        "\(found.source): \(name) is \"yes\" or \"no\", not \"\(found.text.excerpt)\".")
    }
  }
}
