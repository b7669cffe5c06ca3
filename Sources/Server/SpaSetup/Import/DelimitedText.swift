/// A table as other programs export it: lines of values with commas, semicolons, tabs or bars between,
/// quoted where they need it (RFC 4180), with or without a byte order mark, with any end of line, and
/// with or without the line `sep=;` that Excel looks for. What is in no column is no row.
package struct DelimitedText: Sendable {
  package struct Row: Hashable, Sendable {
    /// Of the line that it begins on, from 1.
    package let line: Int
    /// A line break within one is a line feed, whatever the file has.
    package let values: [String]
  }

  package let header: Row
  package let rows: [Row]

  /// Bytes that are read: fifty customers' registers of a big spa.
  package static let largest = 64 << 20

  /// - Parameter separator: nil finds it out from the file's first line.
  package init(_ bytes: [UInt8], separator: Character? = nil) throws(Complaint) {
    guard bytes.count <= Self.largest else {
      throw Complaint("The file is larger than 64 MB; split it.")
    }
    let text = try Self.decoded(bytes)
    let (named, table) = Self.named(in: text)
    let separator = separator ?? named ?? Self.separator(in: table)
    var all = try Self.rows(of: table, separator, from: named == nil ? 1 : 2)
    guard let header = all.first else {
      throw Complaint("The file is empty; its first line names the columns.")
    }
    all.removeFirst()
    self.header = header
    rows = all
  }

  private static func decoded(_ bytes: [UInt8]) throws(Complaint) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Complaint("The file is in UTF-16 (\"Unicode text\"); save it as \"CSV UTF-8\".")
    }
    let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard !plain.contains(0) else {
      throw Complaint("The file is no text (it has NUL bytes); save the table as \"CSV UTF-8\".")
    }
    guard let text = String(validating: plain, as: UTF8.self) else {
      throw Complaint(
        "Line \(firstBrokenLine(of: plain)) is not in UTF-8; it looks like Windows-1252 or Windows-1258. "
          + "Save the table as \"CSV UTF-8\", or turn it: iconv -f WINDOWS-1258 -t UTF-8 FILE > NEW."
      )
    }
    return text
  }

  private static func firstBrokenLine(of bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let broken = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return (broken ?? 0) + 1
  }

  /// What the line `sep=;` names, which is for programs and no part of the table, and what follows it.
  private static func named(in text: String) -> (Character?, table: Substring) {
    let line = text.prefix { !$0.isNewline }
    guard line.count == 5, line.lowercased().hasPrefix("sep="), let sign = line.last else {
      return (nil, text[...])
    }
    return (sign, text[line.endIndex...].dropFirst())
  }

  /// The one that stands most often in the first line, outside of quotes.
  private static func separator(in text: Substring) -> Character {
    var counts: [Character: Int] = [:]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character.isNewline && !isQuoted { break }
      if !isQuoted, ",;\t|".contains(character) { counts[character, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ","
  }

  private static func rows(
    of text: Substring, _ separator: Character, from first: Int
  ) throws(Complaint) -> [Row] {
    var rows: [Row] = []
    var values: [String] = []
    var value = ""
    var (line, began) = (first, first)
    var (isQuoted, wasQuoted) = (false, false)
    func endRow() {
      let all = values + [value]
      if !all.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
        rows.append(Row(line: began, values: all))
      }
      (values, value, wasQuoted) = ([], "", false)
    }
    var rest = text
    while let character = rest.popFirst() {
      if isQuoted {
        if character == "\"" {
          if rest.first == "\"" { value.append(rest.removeFirst()) } else { isQuoted = false }
        } else {
          if character.isNewline { line += 1 }
          value.append(character.isNewline ? "\n" : character)
        }
      } else if character == "\"", value.allSatisfy({ $0 == " " }), !wasQuoted {
        (value, isQuoted, wasQuoted) = ("", true, true)
      } else if character == separator {
        values.append(value)
        (value, wasQuoted) = ("", false)
      } else if character.isNewline {
        endRow()
        line += 1
        began = line
      } else {
        value.append(character)
      }
    }
    guard !isQuoted else {
      throw Complaint("Line \(began): a quotation mark is opened and never closed.")
    }
    endRow()
    return rows
  }
}
