import BookingStore
import CMariaDB

/// Memory into which a statement's rows are fetched, one at a time.
final class MySQLResults {
  enum Kind {
    case integer
    case real
    /// Everything else is fetched as text: texts, dates, times, decimals.
    case text

    init(_ field: MYSQL_FIELD) {
      let isUnsigned = field.flags & UInt32(UNSIGNED_FLAG) != 0
      switch field.type {
      case MYSQL_TYPE_LONGLONG: self = isUnsigned ? .text : .integer
      case MYSQL_TYPE_TINY, MYSQL_TYPE_SHORT, MYSQL_TYPE_INT24, MYSQL_TYPE_LONG: self = .integer
      case MYSQL_TYPE_FLOAT, MYSQL_TYPE_DOUBLE: self = .real
      default: self = .text
      }
    }
  }

  /// Most texts fit; a longer one is fetched on its own.
  private static let room = 256
  /// No column that we read is longer: our queries cut texts.
  private static let longest = 65_536

  let kinds: [Kind]
  let binds: UnsafeMutablePointer<MYSQL_BIND>
  private let lengths: UnsafeMutablePointer<UInt>
  private let nulls: UnsafeMutablePointer<my_bool>
  private let memory: UnsafeMutableRawPointer

  init(_ kinds: [Kind]) {
    self.kinds = kinds
    binds = .allocate(capacity: kinds.count)
    lengths = .allocate(capacity: kinds.count)
    nulls = .allocate(capacity: kinds.count)
    lengths.initialize(repeating: 0, count: kinds.count)
    nulls.initialize(repeating: 0, count: kinds.count)
    memory = .allocate(byteCount: kinds.count * Self.room, alignment: 16)
    for (column, kind) in kinds.enumerated() {
      var bind = MYSQL_BIND()
      bind.buffer = memory + column * Self.room
      bind.buffer_length = UInt(Self.room)
      bind.length = lengths + column
      bind.is_null = nulls + column
      bind.buffer_type =
        switch kind {
        case .integer: MYSQL_TYPE_LONGLONG
        case .real: MYSQL_TYPE_DOUBLE
        case .text: MYSQL_TYPE_STRING
        }
      (binds + column).initialize(to: bind)
    }
  }

  deinit {
    binds.deallocate()
    lengths.deallocate()
    nulls.deallocate()
    memory.deallocate()
  }

  func isLong(_ column: Int) -> Bool {
    kinds[column] == .text && nulls[column] == 0 && lengths[column] > UInt(Self.room)
  }

  func value(_ column: Int) -> StoredValue {
    guard nulls[column] == 0 else { return .null }
    let place = memory + column * Self.room
    switch kinds[column] {
    case .integer: return .integer(place.load(as: Int64.self))
    case .real: return .real(place.load(as: Double.self))
    case .text:
      let bytes = UnsafeRawBufferPointer(start: place, count: Int(lengths[column]))
      return .text(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Nil where the library could not give it.
  func longText(_ column: Int, of statement: UnsafeMutablePointer<MYSQL_STMT>) -> StoredValue? {
    let count = min(Int(lengths[column]), Self.longest)
    var bytes = [UInt8](repeating: 0, count: count)
    var length: UInt = 0
    let result = bytes.withUnsafeMutableBytes { buffer in
      withUnsafeMutablePointer(to: &length) { length in
        var bind = MYSQL_BIND()
        bind.buffer = buffer.baseAddress
        bind.buffer_length = UInt(count)
        bind.buffer_type = MYSQL_TYPE_STRING
        bind.length = length
        return mysql_stmt_fetch_column(statement, &bind, UInt32(column), 0)
      }
    }
    return result == 0 ? .text(String(decoding: bytes, as: UTF8.self)) : nil
  }
}
