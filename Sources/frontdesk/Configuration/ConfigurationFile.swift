import TOMLKit

/// `config.toml`: the options' long names, as texts. Anything unknown is an error with its line,
/// so that a misspelt setting does not go unnoticed.
struct ConfigurationFile {
  static let keys = ["server", "user", "password-file", "theme", "color", "ca-file"]

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
    try read(text, place)
  }

  private mutating func read(_ text: String, _ path: String) throws(Problem) {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let begin = error.source.begin
      throw Problem("\(path):\(begin.line):\(begin.column): \(error.description)")
    } catch {
      throw Problem("\(path): \(error)")
    }
    for key in table.keys {
      let place = "\(path):\(Self.line(of: key, in: text))"
      guard Self.keys.contains(key) else {
        let known = Self.keys.joined(separator: ", ")
        throw Problem("\(place): there is no setting \"\(key)\"; there are \(known).")
      }
      guard let value = table[key]?.string ?? table[key]?.int.map(String.init) else {
        throw Problem("\(place): \"\(key)\" is a text: write \(key) = \"…\".")
      }
      values[key] = value
    }
  }

  /// The reader tells lines only for broken syntax; settings stand one on a line.
  private static func line(of key: String, in text: String) -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let index = lines.firstIndex { line in
      let start = line.drop { $0 == " " || $0 == "\t" || $0 == "\"" || $0 == "[" }
      return start.hasPrefix(key)
    }
    return (index ?? 0) + 1
  }
}
