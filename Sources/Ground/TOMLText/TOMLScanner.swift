/// Reads keys and values out of the text, one after the other, and knows where it is.
struct TOMLScanner {
  typealias Place = TOMLText.Place
  typealias Malformed = TOMLText.Malformed

  struct Key {
    let name: String
    let place: Place

    /// For a sentence that may reach a terminal: the name comes from a file, so only what a name
    /// is made of is repeated, and not much of it.
    var shown: String {
      String(
        String.UnicodeScalarView(
          name.unicodeScalars.prefix(40).map {
            $0.properties.isAlphabetic || (" "..."~").contains($0) ? $0 : "?"
          }))
    }
  }

  /// Nothing here nests deeper than a role's list of attributes; each level is a call on the stack.
  private static let deepest = 8

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private(set) var place = Place()
  /// Names that stand twice within braces: all else there can be read.
  private(set) var repeated: [Malformed] = []

  /// Without the mark that editors of Windows put before a text, and that nobody sees.
  init(_ text: String) {
    scalars = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
  }

  var isAtEnd: Bool { index == scalars.count }
  var peek: Unicode.Scalar? { isAtEnd ? nil : scalars[index] }

  func malformed(_ sentence: String) -> Malformed { Malformed(place: place, sentence: sentence) }

  // MARK: Blanks

  /// Blanks, comments and line ends.
  mutating func skipBlankLines() {
    while let scalar = peek {
      if scalar == "#" {
        skipLine()
      } else if scalar == "\n" || scalar == "\r" || Self.isBlank(scalar) {
        next()
      } else {
        return
      }
    }
  }

  /// After a value or a section nothing but a comment may follow.
  mutating func endLine() throws(Malformed) {
    skipBlanks()
    if peek == "#" { skipLine() }
    if peek == "\r" { next() }
    guard peek == nil || peek == "\n" else { throw malformed("nothing may follow here") }
  }

  mutating func skipBlanks() { while let scalar = peek, Self.isBlank(scalar) { next() } }

  /// What is left of it: a comment, or what cannot be read.
  mutating func skipLine() { while let scalar = peek, scalar != "\n" { next() } }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  @discardableResult
  mutating func next() -> Unicode.Scalar? {
    guard let scalar = peek else { return nil }
    index += 1
    place.column += 1
    if scalar == "\n" { place = Place(line: place.line + 1, column: 1) }
    return scalar
  }

  mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    guard peek == wanted else { return false }
    next()
    return true
  }

  mutating func require(_ wanted: Unicode.Scalar, _ sentence: String) throws(Malformed) {
    skipBlanks()
    guard take(wanted) else { throw malformed(sentence) }
  }

  // MARK: After a mistake

  /// Goes to where reading can go on: the next line; behind a value that was not closed, and so took
  /// lines that may not be its own, the first of them that is an entry or a section.
  /// - Parameter line: on which the entry began that the mistake is in.
  mutating func goOn(after problem: Malformed, from line: Int) {
    guard place.line > line else { return skipLine() }
    returnToLineStart()
    while !isAtEnd, !beginsSomething {
      skipLine()
      skipBlankLines()
    }
  }

  private mutating func returnToLineStart() {
    while index > 0, scalars[index - 1] != "\n" { index -= 1 }
    place.column = 1
  }

  private var beginsSomething: Bool {
    var ahead = self
    ahead.skipBlanks()
    let isSection = ahead.take("[")
    guard (try? ahead.keyPath()) != nil else { return false }
    ahead.skipBlanks()
    return ahead.take(isSection ? "]" : "=")
  }

  // MARK: Keys

  /// `status.confirmed`, `"status.confirmed"` and mixtures of both.
  mutating func keyPath() throws(Malformed) -> [Key] {
    var path: [Key] = []
    repeat {
      skipBlanks()
      let start = place
      let name = try keyName()
      path.append(Key(name: name, place: path.first?.place ?? start))
      guard path.count <= Self.deepest else { throw malformed("this name has too many parts") }
      skipBlanks()
    } while take(".")
    return path
  }

  private mutating func keyName() throws(Malformed) -> String {
    if peek == "\"" || peek == "'" { return try text() }
    let name = word { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    if name.isEmpty { throw malformed("here a name is missing") }
    return name
  }

  /// Letters, digits, `-` and `_`; of letters and digits those that `isPart`.
  private mutating func word(_ isPart: (Unicode.Scalar) -> Bool) -> String {
    var result = String.UnicodeScalarView()
    while let scalar = peek, scalar.isASCII, isPart(scalar) || scalar == "-" || scalar == "_" {
      result.append(scalar)
      next()
    }
    return String(result)
  }

  // MARK: Values

  mutating func value(depth: Int = 0) throws(Malformed) -> TOMLText.Value {
    skipBlanks()
    guard depth < Self.deepest else { throw malformed("this is nested too deeply") }
    switch peek {
    case "[": return .list(try list(depth: depth))
    case "{": return .table(try table(depth: depth))
    case "\"", "'":
      return readable { (scanner) throws(Malformed) in .text(try scanner.text()) }
    default: return readable { (scanner) throws(Malformed) in try scanner.bareValue() }
    }
  }

  /// One that is wrong does not keep what comes after it from being read.
  private mutating func readable(
    _ read: (inout Self) throws(Malformed) -> TOMLText.Value
  ) -> TOMLText.Value {
    do {
      return try read(&self)
    } catch {
      return .unreadable(error)
    }
  }

  private static let noValue =
    "a value is a text in quotes, a number like 15 or 48.50, true, false, a [list] or a {table}"

  /// What stands without quotes: all of it up to what can follow a value.
  private mutating func bareValue() throws(Malformed) -> TOMLText.Value {
    let start = place
    var written = String.UnicodeScalarView()
    while let scalar = peek, !"\r\n,]}#".unicodeScalars.contains(scalar) {
      written.append(scalar)
      next()
    }
    while let last = written.last, Self.isBlank(last) { written.removeLast() }
    let text = String(written)
    if text == "true" || text == "false" { return .text(text) }
    let figures = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
    let parts = figures.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && $0.isNumber }
    }
    if isNumber, parts.count == 1, let number = Int(text) { return .number(number) }
    if isNumber, parts.count == 2, text.utf8.count <= Self.longestNumber { return .fraction(text) }
    throw Malformed(place: start, sentence: Self.noValue)
  }

  /// Digits and the point; no amount and no time is longer.
  private static let longestNumber = 40

  private mutating func list(depth: Int) throws(Malformed) -> [TOMLText.Node] {
    next()
    var members: [TOMLText.Node] = []
    while true {
      skipBlankLines()
      if take("]") { return members }
      let start = place
      let member = try value(depth: depth + 1)
      members.append(TOMLText.Node(value: member, place: start))
      let end = place
      skipBlankLines()
      guard !take(","), peek != "]" else { continue }
      throw Self.cause(in: member)
        ?? Malformed(place: end, sentence: "a list ends with a bracket: ]")
    }
  }

  private mutating func table(depth: Int) throws(Malformed) -> TOMLText.Table {
    next()
    var table = TOMLText.Table()
    skipBlanks()
    while !take("}") {
      let path = try keyPath()
      try require("=", "a key is followed by an equals sign: name = \"text\"")
      let value = try value(depth: depth + 1)
      guard let last = path.last else { break }
      do throws(Malformed) {
        try TOMLText.change(&table, at: path.dropLast()) { (inner) throws(Malformed) in
          try inner.add(value, as: last)
        }
      } catch {
        repeated.append(error)
      }
      skipBlanks()
      if !take(","), peek != "}" {
        throw Self.cause(in: value) ?? malformed("a table ends with a brace: }")
      }
      skipBlanks()
    }
    table.isClosed = true
    return table
  }

  /// A text without its closing quote takes the bracket behind it, too.
  private static func cause(in value: TOMLText.Value) -> Malformed? {
    if case .unreadable(let wrong) = value { wrong } else { nil }
  }

  // MARK: Texts

  /// Reads to its closing quote also where something in it is wrong.
  private mutating func text() throws(Malformed) -> String {
    let start = place
    let quote = next()
    var result = String.UnicodeScalarView()
    var wrong: Malformed?
    while let scalar = peek, scalar != "\n" {
      if scalar == quote {
        next()
        if let wrong { throw wrong }
        return String(result)
      }
      if scalar == "\\", quote == "\"" {
        do {
          result.append(try escaped())
        } catch {
          wrong = wrong ?? error
        }
      } else {
        result.append(scalar)
        next()
      }
    }
    throw Malformed(place: start, sentence: "this text has no closing quote")
  }

  private mutating func escaped() throws(Malformed) -> Unicode.Scalar {
    let start = place
    next()
    let wrong = Malformed(
      place: start, sentence: "after a backslash comes \\ \" t n, or u and four digits")
    switch next() {
    case "\\": return "\\"
    case "\"": return "\""
    case "t": return "\t"
    case "n": return "\n"
    case "u": return try hexadecimal(4, otherwise: wrong)
    case "U": return try hexadecimal(8, otherwise: wrong)
    default: throw wrong
    }
  }

  private mutating func hexadecimal(
    _ count: Int, otherwise wrong: Malformed
  ) throws(Malformed) -> Unicode.Scalar {
    var digits = ""
    for _ in 0..<count {
      guard let scalar = peek, scalar.properties.isASCIIHexDigit else { throw wrong }
      digits.unicodeScalars.append(scalar)
      next()
    }
    guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
      throw wrong
    }
    return scalar
  }
}
