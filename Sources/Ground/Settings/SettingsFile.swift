import TOMLText

/// A file of settings, read whole and checked against what there is to set: a misspelt setting must
/// not go unnoticed, so whatever is not known is an error with its place.
package struct SettingsFile: Sendable {
  private let path: String
  private let keys: [SettingKey]
  private var given: [String: GivenSettings.Given] = [:]

  /// - Returns: nil where there is no such file.
  /// - Throws: `SettingsProblem`.
  package init?(at path: String, of keys: [SettingKey]) throws(SettingsProblem) {
    guard let text = try SmallFile.textIfThere(at: path) else { return nil }
    try self.init(text, path: path, of: keys)
  }

  /// - Parameter path: for sentences.
  package init(_ text: String, path: String, of keys: [SettingKey]) throws(SettingsProblem) {
    self.path = path
    self.keys = keys
    let root: TOMLText.Table
    do throws(TOMLText.Malformed) {
      root = try TOMLText(text).root
    } catch {
      throw SettingsProblem("\(place(error.place)): \(error.sentence).")
    }
    try read(root, section: "")
  }

  package subscript(_ name: String) -> GivenSettings.Given? { given[name] }

  private mutating func read(_ table: TOMLText.Table, section: String) throws(SettingsProblem) {
    for entry in table.entries {
      let name = section + SettingKey.spelling(entry.key)
      let place = place(entry.node.place)
      if case .table(let inner) = entry.node.value,
        keys.contains(where: { $0.name.hasPrefix(name + ".") })
      {
        try read(inner, section: name + ".")
        continue
      }
      guard let key = keys.first(where: { $0.name == name }) else {
        let known = keys.map(\.name).joined(separator: ", ")
        throw SettingsProblem(
          "\(place): there is no setting \"\(name.harmless)\"; there are \(known).")
      }
      guard let texts = Self.texts(of: entry.node.value, key) else {
        throw SettingsProblem(
          key.kind == .list
            ? "\(place): \"\(name)\" is a text or a list of texts."
            : "\(place): \"\(name)\" is a text: write \(entry.key.harmless) = \"…\".")
      }
      let at = entry.node.place
      guard given[name] == nil else {
        throw SettingsProblem("\(place): \"\(name)\" is there twice, in both its spellings.")
      }
      given[name] = GivenSettings.Given(texts, .file(path, line: at.line, column: at.column))
    }
  }

  private static func texts(of value: TOMLText.Value, _ key: SettingKey) -> [String]? {
    switch value {
    case .text(let text) where key.kind == .list:
      return text.split { $0 == " " || $0 == "," }.map(String.init)
    case .text(let text): return [text]
    case .number(let number): return [String(number)]
    case .list(let members) where key.kind == .list:
      let texts = members.compactMap { if case .text(let text) = $0.value { text } else { nil } }
      return texts.count == members.count ? texts : nil
    case .list, .table: return nil
    }
  }

  private func place(_ place: TOMLText.Place) -> String {
    "\(path):\(place.line):\(place.column)"
  }
}

extension String {
  /// As far as it may be repeated on a terminal.
  fileprivate var harmless: String {
    String(unicodeScalars.prefix(40).map { $0.properties.isPrintable ? Character($0) : "?" })
  }
}

extension Unicode.Scalar.Properties {
  /// No control, no direction mark, nothing that stands for no character.
  fileprivate var isPrintable: Bool {
    switch generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
