/// A theme or a configuration file as texts, numbers, lists and tables, each with its place, so that
/// every mistake in it can be pointed at. It is the part of TOML 1.0 that such files are written in:
/// `true` and `false` are read as those words; dates, texts over several lines and arrays of tables
/// are refused.
///
/// Our own, because the library for it tells places for broken syntax alone and aborts the whole
/// program on some broken texts (a file that begins with `[[[[`).
package struct TOMLText {
  /// Line and column, from 1.
  package struct Place: Hashable, Comparable, Sendable {
    package var line = 1
    package var column = 1

    package init(line: Int = 1, column: Int = 1) {
      self.line = line
      self.column = column
    }

    package static func < (a: Place, b: Place) -> Bool { (a.line, a.column) < (b.line, b.column) }
  }

  package enum Value {
    case text(String)
    case number(Int)
    /// Digits, a point and digits, as they stand there.
    case fraction(String)
    case list([Node])
    case table(Table)
    /// None of these: what is wrong, and where. Whoever reads the file says it beside the rest.
    case unreadable(Malformed)
  }

  package struct Node {
    package let value: Value
    /// Where its key stands; of a list's member, where it begins itself.
    package let place: Place
  }

  /// Keys in the order of the file.
  package struct Table {
    package struct Entry {
      package let key: String
      package fileprivate(set) var node: Node
    }

    package private(set) var entries: [Entry] = []
    /// Written with braces: nothing can be added to it further down (TOML 1.0, "Inline Table").
    var isClosed = false
    private var places: [String: Int] = [:]

    package subscript(_ key: String) -> Node? { places[key].map { entries[$0].node } }

    mutating func set(_ key: String, _ node: Node) {
      if let place = places[key] {
        entries[place].node = node
      } else {
        places[key] = entries.count
        entries.append(Entry(key: key, node: node))
      }
    }
  }

  package struct Malformed: Error {
    package let place: Place
    /// Without a full stop: it stands behind the place.
    package let sentence: String
  }

  package private(set) var root = Table()

  /// Throws `Malformed` where what follows cannot be told apart; a single wrong value can.
  package init(_ text: String) throws(Malformed) {
    var scanner = TOMLScanner(text)
    var section: [TOMLScanner.Key] = []
    while true {
      scanner.skipBlankLines()
      if scanner.isAtEnd { return }
      if scanner.take("[") {
        if scanner.peek == "[" {
          throw scanner.malformed("there are no arrays of tables here: write a single bracket")
        }
        section = try scanner.keyPath()
        try scanner.require("]", "a section's name ends with a bracket: [name]")
        try Self.change(&root, at: section[...]) { _ in }
      } else {
        let path = try scanner.keyPath()
        try scanner.require("=", "a key is followed by an equals sign: name = \"text\"")
        let value = try scanner.value()
        try Self.insert(value, at: path, into: &root, section: section)
      }
      try scanner.endLine()
    }
  }

  private static func insert(
    _ value: Value, at path: [TOMLScanner.Key], into root: inout Table,
    section: [TOMLScanner.Key]
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
    _ table: inout Table, at path: ArraySlice<TOMLScanner.Key>,
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
