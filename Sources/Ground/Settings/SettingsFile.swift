import TOMLText

/// A file of settings, read whole and checked against what there is to set: a misspelt setting must
/// not go unnoticed, so whatever is not known is an error with its place.
package struct SettingsFile: Sendable {
  private let path: String
  private let keys: [SettingKey]
  private var given: [String: GivenSettings.Given] = [:]
  private var found: [TOMLText.Malformed] = []

  /// What stands there and is no setting, a sentence each, all at once: whoever mends a file wants to
  /// mend it once.
  package var problems: [String] {
    found.sorted { $0.place < $1.place }.map { problem in
      let sentence = problem.sentence
      return "\(path):\(problem.place.line):\(problem.place.column): \(sentence)."
    }
  }

  /// The file that somebody named, which has to be there, or else the usual one, which need not.
  /// - Throws: `SettingsProblem` where it cannot be read.
  package static func found(
    _ named: String?, usual: String?, of keys: [SettingKey]
  ) throws(SettingsProblem) -> SettingsFile? {
    if let path = named ?? usual, let file = try SettingsFile(at: path, of: keys) { return file }
    if let named { throw SettingsProblem("There is no configuration file \(named).") }
    return nil
  }

  /// - Returns: nil where there is no such file.
  /// - Throws: `SettingsProblem` where it cannot be read.
  package init?(at path: String, of keys: [SettingKey]) throws(SettingsProblem) {
    guard let text = try SmallFile.textIfThere(at: path) else { return nil }
    self.init(text, path: path, of: keys)
  }

  /// - Parameter path: for sentences.
  package init(_ text: String, path: String, of keys: [SettingKey]) {
    self.path = path
    self.keys = keys
    let text = TOMLText(text)
    found = text.problems
    read(text.root, section: "")
  }

  package subscript(_ name: String) -> GivenSettings.Given? { given[name] }

  private mutating func read(_ table: TOMLText.Table, section: String) {
    for entry in table.entries {
      let name = section + SettingKey.spelling(entry.key)
      if case .table(let inner) = entry.node.value,
        keys.contains(where: { $0.name.hasPrefix(name + ".") })
      {
        read(inner, section: name + ".")
      } else if case .table(let inner) = entry.node.value, isSection(name) {
        readOpen(inner, section: name + ".")
      } else if let problem = take(entry.node, name, spelt: entry.key) {
        report(problem, at: entry.node)
      }
    }
  }

  private func isSection(_ name: String) -> Bool {
    keys.contains { $0.name == name && $0.kind == .section }
  }

  /// Whatever stands there, under its own spelling.
  private mutating func readOpen(_ table: TOMLText.Table, section: String) {
    for entry in table.entries {
      let at = entry.node.place
      guard let texts = Self.members(of: entry.node.value) else {
        report("\"\(entry.key.excerpt)\" is a text or a list of texts", at: entry.node)
        continue
      }
      given[section + entry.key] = GivenSettings.Given(
        texts, .file(path, line: at.line, column: at.column))
    }
  }

  private static func members(of value: TOMLText.Value) -> [String]? {
    switch value {
    case .text(let text): return [text]
    case .number(let number): return [String(number)]
    case .fraction(let number): return [number]
    case .list(let members):
      let texts = members.compactMap { if case .text(let text) = $0.value { text } else { nil } }
      return texts.count == members.count ? texts : nil
    case .table, .unreadable: return nil
    }
  }

  /// What stands in an open section, by its names there.
  func section(_ name: String) -> [String: GivenSettings.Given] {
    given.filter { $0.key.hasPrefix(name + ".") }
  }

  /// - Returns: what is wrong with it.
  private mutating func take(_ node: TOMLText.Node, _ name: String, spelt: String) -> String? {
    guard let key = keys.first(where: { $0.name == name }) else {
      let known = keys.map(\.name).joined(separator: ", ")
      return "there is no setting \"\(name.excerpt)\"; there are \(known)"
    }
    guard let texts = Self.texts(of: node.value, key) else {
      return key.kind == .section
        ? "\"\(name)\" is a section: write [\(name)] above its lines"
        : key.kind == .list
          ? "\"\(name)\" is a text or a list of texts"
          : "\"\(name)\" is a text: write \(spelt.excerpt) = \"…\""
    }
    guard given[name] == nil else { return "\"\(name)\" is there twice, in both its spellings" }
    let at = node.place
    given[name] = GivenSettings.Given(texts, .file(path, line: at.line, column: at.column))
    return nil
  }

  private static func texts(of value: TOMLText.Value, _ key: SettingKey) -> [String]? {
    guard key.kind != .section else { return nil }
    switch value {
    case .text(let text) where key.kind == .list:
      return text.split { $0 == " " || $0 == "," }.map(String.init)
    case .text(let text): return [text]
    case .number(let number): return [String(number)]
    case .fraction(let number): return [number]
    case .list where key.kind == .list: return members(of: value)
    case .list, .table, .unreadable: return nil
    }
  }

  /// What is wrong with a setting, or with its value where that can be read as nothing at all.
  private mutating func report(_ sentence: String, at node: TOMLText.Node) {
    if case .unreadable(let wrong) = node.value {
      found.append(wrong)
    } else {
      found.append(TOMLText.Malformed(place: node.place, sentence: sentence))
    }
  }
}
