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

    package init(line: Int = 1, column: Int = 1) { (self.line, self.column) = (line, column) }

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

    mutating func add(_ value: Value, as key: TOMLScanner.Key) throws(Malformed) {
      guard places[key.name] == nil else {
        throw Malformed(place: key.place, sentence: "'\(key.shown)' is there twice")
      }
      set(key.name, Node(value: value, place: key.place))
    }

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

    package init(place: Place, sentence: String) { (self.place, self.sentence) = (place, sentence) }
  }

  package private(set) var root = Table()
  /// What cannot be read, in the order of the text, beside single values (`Value.unreadable`): what
  /// stands there is not in `root`, all the rest is.
  package private(set) var problems: [Malformed] = []

  /// A file with more of them is one of another sort.
  private static let most = 50

  /// Whoever mends a file wants to mend it once: after a mistake it goes on with what comes next.
  package init(_ text: String) {
    var scanner = TOMLScanner(text)
    // Nil below the name of a section that cannot be read: whose lines those are nobody knows.
    var section: [TOMLScanner.Key]? = []
    scanner.skipBlankLines()
    while !scanner.isAtEnd, problems.count < Self.most {
      let line = scanner.place.line
      do throws(Malformed) {
        if scanner.take("[") {
          section = nil
          section = try readSection(&scanner)
        } else {
          try readEntry(&scanner, section)
        }
        try scanner.endLine()
      } catch {
        problems.append(error)
        scanner.goOn(after: error, from: line)
      }
      scanner.skipBlankLines()
    }
    problems = (problems + scanner.repeated).sorted { $0.place < $1.place }
  }

  private mutating func readSection(_ scanner: inout TOMLScanner) throws(Malformed)
    -> [TOMLScanner.Key]
  {
    if scanner.peek == "[" {
      throw scanner.malformed("there are no arrays of tables here: write a single bracket")
    }
    let path = try scanner.keyPath()
    do throws(Malformed) {
      try scanner.require("]", "a section's name ends with a bracket: [name]")
    } catch {
      // Which section it is to be is plain.
      problems.append(error)
      scanner.skipLine()
    }
    try Self.change(&root, at: path[...]) { _ in }
    return path
  }

  private mutating func readEntry(_ scanner: inout TOMLScanner, _ section: [TOMLScanner.Key]?)
    throws(Malformed)
  {
    let path = try scanner.keyPath()
    try scanner.require("=", "a key is followed by an equals sign: name = \"text\"")
    let value = try scanner.value()
    guard let last = path.last, let section else { return }
    do throws(Malformed) {
      try Self.change(&root, at: (section + path.dropLast())[...]) { (table) throws(Malformed) in
        try table.add(value, as: last)
      }
    } catch {
      problems.append(error)
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
