/// Where each key of a theme file stands. The TOML reader tells it only for broken syntax, and a
/// theme's author wants line and column for a misspelt colour too.
struct ThemePlaces {
  struct Place: Hashable {
    let line: Int
    let column: Int
  }

  private var keys: [String: Place] = [:]
  private let lines: [[Character]]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    var section = ""
    for (index, line) in lines.enumerated() {
      guard let start = line.firstIndex(where: { !$0.isWhitespace }) else { continue }
      if line[start] == "[" {
        let name = line[(start + 1)...].prefix { $0 != "]" }
        section = Self.path(name)
        keys[section] = Place(line: index + 1, column: start + 1)
      } else if line[start] != "#", let equals = line.firstIndex(of: "=") {
        let key = Self.path(line[start..<equals])
        let place = Place(line: index + 1, column: start + 1)
        keys[section.isEmpty ? key : section + "." + key] = place
      }
    }
  }

  /// The place of `path` ("roles.status.confirmed"), and of `field` on the same line if it is given
  /// there; the file's beginning if the key is written in a way that is not recognised.
  func place(of path: String, field: String? = nil) -> Place {
    guard let place = keys[path] else { return Place(line: 1, column: 1) }
    guard let field else { return place }
    let line = lines[place.line - 1]
    let word = Array(field)
    var column = line.firstIndex(of: "=").map { $0 + 1 } ?? 0
    while column + word.count <= line.count {
      let end = column + word.count
      let stands = line[column..<end].elementsEqual(word)
      let isWhole = end == line.count || line[end] == " " || line[end] == "="
      if stands, isWhole, column > 0, !line[column - 1].isLetter {
        return Place(line: place.line, column: column + 1)
      }
      column += 1
    }
    return place
  }

  /// A key without its quotes and blanks.
  private static func path(_ written: some Sequence<Character>) -> String {
    String(written.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" })
  }
}
