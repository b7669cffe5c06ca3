import BookingDomain
import GRDB

/// Reads columns that any program may have filled with anything: SQLite keeps text in an INTEGER
/// column without a word. What cannot be read is nil, never a crash.
struct TolerantRow {
  private let row: Row

  init(_ row: Row) { self.row = row }

  private func storage(_ column: String) -> DatabaseValue.Storage {
    let value: DatabaseValue? = row[column]
    return value?.storage ?? .null
  }

  func isNull(_ column: String) -> Bool {
    if case .null = storage(column) { true } else { false }
  }

  /// A whole number, also one that was written as text or as `5.0`.
  func int64(_ column: String) -> Int64? {
    switch storage(column) {
    case .int64(let number): number
    case .double(let number): Int64(exactly: number)
    case .string(let text): Int64(text)
    case .blob, .null: nil
    }
  }

  /// A whole number within `range`.
  func int(_ column: String, in range: ClosedRange<Int>) -> Int? {
    guard let number = int64(column), let value = Int(exactly: number), range.contains(value)
    else { return nil }
    return value
  }

  /// Zero, NULL and nonsense are false, as in the shop's language.
  func bool(_ column: String) -> Bool { (int64(column) ?? 0) != 0 }

  /// Text; numbers as they would be written, bytes as far as they are UTF-8. Queries cut long
  /// text (`substr`) before it gets here.
  func text(_ column: String) -> String? {
    switch storage(column) {
    case .string(let text): text
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .blob(let data): String(decoding: data, as: UTF8.self)
    case .null: nil
    }
  }

  /// Text that says something: nil for NULL, nothing and blanks.
  func words(_ column: String) -> String? {
    guard let text = text(column), text.contains(where: { !$0.isWhitespace }) else { return nil }
    return text
  }

  func timestamp(_ column: String) -> Timestamp? {
    int64(column).map { Timestamp(milliseconds: $0) }
  }

  func id<Tag>(_ column: String) -> Identifier<Tag>? { int64(column).map { Identifier($0) } }

  func time(_ column: String) -> TimeOfDay? { text(column).flatMap { TimeOfDay($0) } }

  func date(_ column: String) -> LocalDate? { text(column).flatMap { LocalDate($0) } }

  /// A `TIMESTAMP`: `YYYY-MM-DD HH:MM:SS[.fff]` in UTC.
  func instant(_ column: String) -> Timestamp? {
    guard let text = text(column), text.utf8.count <= 32 else { return nil }
    var written = Array(text.utf8)
    guard written.count >= 19 else { return nil }
    written[10] = UInt8(ascii: "T")
    return Timestamp(String(decoding: written, as: UTF8.self) + "Z")
  }

  /// A kind and a number column; nil where either is missing.
  func person(_ kind: String, _ number: String) -> PersonID? {
    guard let number = int64(number) else { return nil }
    return PersonID(kind: text(kind), number: number)
  }
}

extension PersonID {
  /// `USER` or `CUSTOMER`, as our tables spell it.
  var kind: String {
    switch self {
    case .user: "USER"
    case .customer: "CUSTOMER"
    }
  }

  init?(kind: String?, number: Int64) {
    switch kind {
    case "USER": self = .user(UserID(number))
    case "CUSTOMER": self = .customer(CustomerID(number))
    default: return nil
    }
  }
}

extension Timestamp {
  /// As a `TIMESTAMP` column holds it, in UTC.
  var sql: String {
    var text = Array(description.utf8)
    text[10] = UInt8(ascii: " ")
    text.removeLast()
    return String(decoding: text, as: UTF8.self)
  }
}
