import DeskLanguage

extension CommandLine {
  /// Nil for a line that says what it does by its command's own help.
  package static func look(_ line: String, _ model: Model) -> LinePreview? {
    if let draft = model.draft(of: line), let (_, text) = phrase(line) {
      return LinePreview(draft, at: line.count - text.count)
    }
    let word = line.prefix { $0 != " " }
    let rest = line.dropFirst(word.count)
    let found = bindings(called: String(word))
    guard !word.isEmpty, found.count == 1, found[0].whyOff(model) == nil,
      !rest.allSatisfy(\.isWhitespace)
    else {
      return word.isEmpty || !found.isEmpty
        ? nil : LinePreview(problem: "There is no such command.", unread: [0..<word.count])
    }
    if let seen = found[0].argument?.look(line, model) { return seen }
    guard case .problem(let sentence) = read(line, model) else { return nil }
    let blanks = rest.prefix { $0.isWhitespace }.count
    return LinePreview(problem: sentence, unread: [word.count + blanks..<line.count])
  }
}
