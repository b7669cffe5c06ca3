/// What somebody has set, each with where it came from: the file, over that the environment, over
/// that the flags. One reading for all programs, so that a name means the same to each.
package struct GivenSettings: Sendable {
  package enum Source: Hashable, Sendable, CustomStringConvertible {
    case flag(String)
    case environment(String)
    /// Line and column from 1.
    case file(String, line: Int, column: Int)

    package var description: String {
      switch self {
      case .flag(let name), .environment(let name): name
      case .file(let path, let line, let column): "\(path):\(line):\(column)"
      }
    }
  }

  package struct Given: Hashable, Sendable {
    /// One, unless the setting is a list.
    package let texts: [String]
    package let source: Source

    package init(_ texts: [String], _ source: Source) {
      (self.texts, self.source) = (texts, source)
    }

    package var text: String { texts.joined(separator: " ") }
  }

  /// Everything that could be set, in the order in which it is listed.
  package let keys: [SettingKey]
  private var given: [String: Given] = [:]
  /// Variables that are named as settings are and that nothing reads, a sentence each.
  package let unknownVariables: [String]
  /// What the file has and nothing can read, a sentence each.
  package private(set) var wrongInFile: [String]

  /// - Parameters:
  ///   - file: where it is read from, if it is there; a file that must be there is read before.
  ///   - environment: a variable that is empty is not set.
  ///   - siblings: settings of other programs, whose variables may stand in the same environment.
  ///   - flags: by the setting's name; a list's flag may be given several times.
  package init(
    of keys: [SettingKey], file: SettingsFile? = nil, environment: [String: String] = [:],
    siblings: [String] = [], flags: [String: [String]] = [:]
  ) {
    self.keys = keys
    // Besides the settings: where their file is, and where the themes are.
    let known = keys.map(\.environmentName) + ["FRONTDESK_CONFIG", "FRONTDESK_THEMES"]
    let foreign = siblings.map { SettingKey($0).environmentName }
    wrongInFile = file?.problems ?? []
    unknownVariables = UnknownVariables.sentences(
      in: environment, known: Set(known), foreign: Set(foreign))
    for key in keys where key.kind == .section {
      given.merge(file?.section(key.name) ?? [:]) { $1 }
    }
    for key in keys where key.kind != .section {
      if let flags = flags[key.name], !flags.isEmpty {
        given[key.name] = Given(key.texts(flags), .flag(key.flag))
      } else if let text = environment[key.environmentName], !text.isEmpty {
        given[key.name] = Given(key.texts([text]), .environment(key.environmentName))
      } else {
        given[key.name] = file?[key.name]
      }
    }
  }

  /// - Throws: `SettingsProblem` where the file has what nothing can read.
  package func checked() throws(SettingsProblem) -> GivenSettings {
    guard wrongInFile.isEmpty else {
      throw SettingsProblem(wrongInFile.joined(separator: "\n"))
    }
    return self
  }

  /// Nil where nobody said anything.
  package subscript(_ name: String) -> Given? { given[name] }

  /// What stands in an open section of the file, in the order of its names.
  package func section(_ name: String) -> [(name: String, given: Given)] {
    given.filter { $0.key.hasPrefix(name + ".") }.sorted { $0.key < $1.key }
      .map { (String($0.key.dropFirst(name.count + 1)), $0.value) }
  }

  /// As if nothing else had been given.
  package func only(_ names: Set<String>) -> GivenSettings {
    var some = self
    some.given = given.filter { names.contains($0.key) }
    some.wrongInFile = []
    return some
  }

  /// Each setting as it holds, a line each, for people: its name, its value (a secret is not shown,
  /// and nothing in it acts on a terminal) and where that came from.
  package var lines: [String] {
    let sections = keys.filter { $0.kind == .section }.flatMap { key in
      section(key.name).map { SettingKey("\(key.name).\($0.name)") }
    }
    return (keys.filter { $0.kind != .section } + sections).map { key in
      let found = given[key.name]
      let value = found.map { key.kind.shown($0.text) } ?? key.usual ?? ""
      let source = found.map { "\($0.source)" } ?? (key.usual == nil ? "not set" : "usual")
      let line = "\(key.name) = \(value)".harmless
      return line + String(repeating: " ", count: max(1, 48 - line.count)) + "# \(source)"
    } + unknownVariables.map { "# \($0)" }
  }
}

extension SettingKey {
  fileprivate func texts(_ given: [String]) -> [String] {
    guard kind == .list else { return Array(given.suffix(1)) }
    return given.flatMap { $0.split { $0 == " " || $0 == "," }.map(String.init) }
  }
}
