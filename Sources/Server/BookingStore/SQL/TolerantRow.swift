import BookingDomain

/// Reads columns that any program may have filled with anything: SQLite keeps text in an INTEGER
/// column without a word, MySQL has days like `0000-00-00`. What cannot be read is nil, never a
/// crash.
package struct TolerantRow: Sendable {
  /// The places of a result's columns by name, shared by all its rows.
  package struct Columns: Sendable {
    fileprivate let places: [String: Int]

    package init(_ names: some Sequence<String>) {
      places = Dictionary(zip(names, 0...)) { first, _ in first }
    }
  }

  private let columns: Columns
  private let values: [StoredValue]

  package init(_ values: [StoredValue], columns: Columns) {
    (self.values, self.columns) = (values, columns)
  }

  package subscript(column: String) -> StoredValue {
    columns.places[column].map { values[$0] } ?? .null
  }

  /// A whole number, also one that was written as text or as `5.0`.
  package func int64(_ column: String) -> Int64? {
    switch self[column] {
    case .integer(let number): number
    case .real(let number): Int64(exactly: number)
    case .text(let text): Int64(text)
    case .bytes, .null: nil
    }
  }

  /// A whole number within `range`.
  package func int(_ column: String, in range: ClosedRange<Int>) -> Int? {
    guard let number = int64(column), let value = Int(exactly: number), range.contains(value)
    else { return nil }
    return value
  }

  /// Zero, NULL and nonsense are false, as in the shop's language.
  package func bool(_ column: String) -> Bool { (int64(column) ?? 0) != 0 }

  /// Text; numbers as they would be written, bytes as far as they are UTF-8. Queries cut long
  /// text (`substr`) before it gets here.
  package func text(_ column: String) -> String? {
    switch self[column] {
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .null: nil
    }
  }

  /// Text that says something: nil for NULL, nothing and blanks.
  package func nonBlankText(_ column: String) -> String? {
    guard let text = text(column), text.contains(where: { !$0.isWhitespace }) else { return nil }
    return text
  }

  package func timestamp(_ column: String) -> Timestamp? {
    int64(column).flatMap { Timestamp(exactly: $0) }
  }

  /// A position of the log or a version.
  package func position(_ column: String) -> Int64? {
    int64(column).flatMap { Ranges.position.contains($0) ? $0 : nil }
  }

  package func id<Tag>(_ column: String) -> Identifier<Tag>? {
    int64(column).map { Identifier($0) }
  }

  package func time(_ column: String) -> TimeOfDay? { text(column).flatMap { TimeOfDay($0) } }

  package func date(_ column: String) -> LocalDate? { text(column).flatMap { LocalDate($0) } }

  /// A `TIMESTAMP`: `YYYY-MM-DD HH:MM:SS[.fff]` in UTC.
  package func instant(_ column: String) -> Timestamp? {
    guard let text = text(column), text.utf8.count <= 32 else { return nil }
    var written = Array(text.utf8)
    guard written.count >= 19 else { return nil }
    written[10] = UInt8(ascii: "T")
    return Timestamp(String(decoding: written, as: UTF8.self) + "Z")
  }

  /// A kind and a number column; nil where either is missing.
  package func person(_ kind: String, _ number: String) -> PersonID? {
    guard let number = int64(number) else { return nil }
    return PersonID(kind: text(kind), number: number)
  }
}

extension PersonID {
  /// `USER` or `CUSTOMER`, as our tables spell it.
  package var kind: String {
    switch self {
    case .user: "USER"
    case .customer: "CUSTOMER"
    }
  }

  package init?(kind: String?, number: Int64) {
    switch kind {
    case "USER": self = .user(UserID(number))
    case "CUSTOMER": self = .customer(CustomerID(number))
    default: return nil
    }
  }
}

extension Timestamp {
  /// As a `TIMESTAMP` column holds it, in UTC.
  package var sql: String {
    var text = Array(description.utf8)
    text[10] = UInt8(ascii: " ")
    text.removeLast()
    return String(decoding: text, as: UTF8.self)
  }
}
