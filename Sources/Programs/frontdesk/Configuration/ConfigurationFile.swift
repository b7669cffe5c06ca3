import Screen
import TOMLText

/// `config.toml`: the options' long names, as texts; `server` may be a list of them. Anything unknown is an error with its place,
/// so that a misspelt setting does not go unnoticed.
struct ConfigurationFile {
  static let keys = ["server", "transport", "user", "password-file", "theme", "color", "ca-file"]

  private var values: [String: String] = [:]

  subscript(_ key: String) -> String? { values[key] }

  /// - Parameter path: nil is the usual place, where it may be missing.
  init(path: String?, in environment: Environment) throws(Problem) {
    let usual = environment.configurationHome.map { $0 + "/frontdesk/config.toml" }
    guard let place = path ?? usual else { return }
    guard let text = try TextFile.bytes(of: place) else {
      if path != nil { throw Problem("There is no configuration file \(place).") }
      return
    }
    for entry in try Self.table(text, place).entries {
      try take(entry, from: place)
    }
  }

  private static func table(_ text: String, _ path: String) throws(Problem) -> TOMLText.Table {
    do {
      return try TOMLText(text).root
    } catch {
      throw Problem("\(path):\(error.place.line):\(error.place.column): \(error.sentence).")
    }
  }

  private mutating func take(_ entry: TOMLText.Table.Entry, from path: String) throws(Problem) {
    let place = "\(path):\(entry.node.place.line)"
    let key = DisplayText(entry.key).truncated(to: 40).text
    guard Self.keys.contains(entry.key) else {
      let known = Self.keys.joined(separator: ", ")
      throw Problem("\(place): there is no setting \"\(key)\"; there are \(known).")
    }
    switch entry.node.value {
    case .text(let text): values[entry.key] = text
    case .number(let number): values[entry.key] = String(number)
    case .list(let members) where entry.key == "server":
      let texts = members.compactMap { if case .text(let text) = $0.value { text } else { nil } }
      guard texts.count == members.count else {
        throw Problem("\(place): \"server\" is a text or a list of texts.")
      }
      values[entry.key] = texts.joined(separator: " ")
    case .list, .table:
      throw Problem("\(place): \"\(key)\" is a text: write \(key) = \"…\".")
    }
  }
}
