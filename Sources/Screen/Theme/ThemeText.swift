/// A theme file as text and tables, each with its place: the part of TOML 1.0 that themes are written
/// in. Dates, fractions, texts over several lines and arrays of tables are not, and are refused.
struct ThemeText {
  /// Line and column, from 1.
  struct Place: Hashable, Comparable {
    var line = 1
    var column = 1

    static func < (a: Place, b: Place) -> Bool { (a.line, a.column) < (b.line, b.column) }
  }

  enum Value {
    case text(String)
    case number(Int)
    case list([Node])
    case table(Table)
  }

  struct Node {
    let value: Value
    /// Where its key stands; of a list's member, where it begins itself.
    let place: Place
  }

  /// Keys in the order of the file.
  struct Table {
    struct Entry {
      let key: String
      var node: Node
    }

    private(set) var entries: [Entry] = []
    /// Written with braces: nothing can be added to it further down (TOML 1.0, "Inline Table").
    var isClosed = false
    private var places: [String: Int] = [:]

    subscript(_ key: String) -> Node? { places[key].map { entries[$0].node } }

    mutating func set(_ key: String, _ node: Node) {
      if let place = places[key] {
        entries[place].node = node
      } else {
        places[key] = entries.count
        entries.append(Entry(key: key, node: node))
      }
    }
  }

  struct Malformed: Error {
    let place: Place
    let sentence: String
  }

  private(set) var root = Table()

  /// Throws `Malformed`.
  init(_ text: String) throws(Malformed) {
    var scanner = ThemeScanner(text)
    var section: [ThemeScanner.Key] = []
    while true {
      scanner.skipBlankLines()
      if scanner.isAtEnd { return }
      if scanner.take("[") {
        if scanner.peek == "[" {
          throw scanner.malformed("a theme has no arrays of tables: write a single bracket")
        }
        section = try scanner.keyPath()
        try scanner.require("]", "the section's name ends with a bracket: [roles]")
        try Self.change(&root, at: section[...]) { _ in }
      } else {
        let path = try scanner.keyPath()
        try scanner.require("=", "a key is followed by an equals sign: title = \"red\"")
        let value = try scanner.value()
        try Self.insert(value, at: path, into: &root, section: section)
      }
      try scanner.endLine()
    }
  }

  private static func insert(
    _ value: Value, at path: [ThemeScanner.Key], into root: inout Table,
    section: [ThemeScanner.Key]
  ) throws(Malformed) {
    guard let last = path.last else { return }
    try change(&root, at: (section + path.dropLast())[...]) { (table) throws(Malformed) in
      if table[last.name] != nil {
        throw Malformed(place: last.place, sentence: "'\(last.shown)' is there twice")
      }
      table.set(last.name, Node(value: value, place: last.place))
    }
  }

  /// Calls `body` with the table at `path`, made if it is not there.
  static func change(
    _ table: inout Table, at path: ArraySlice<ThemeScanner.Key>,
    _ body: (inout Table) throws(Malformed) -> Void
  ) throws(Malformed) {
    guard let key = path.first else { return try body(&table) }
    var inner = Table()
    switch table[key.name]?.value {
    case nil: break
    case .table(let found) where !found.isClosed: inner = found
    default:
      throw Malformed(place: key.place, sentence: "'\(key.shown)' is there already, as a value")
    }
    try change(&inner, at: path.dropFirst(), body)
    let place = table[key.name]?.place ?? key.place
    table.set(key.name, Node(value: .table(inner), place: place))
  }
}
