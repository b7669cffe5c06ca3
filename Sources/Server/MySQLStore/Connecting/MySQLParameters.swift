import BookingStore
import CMariaDB

/// Values in memory as the client library reads them. They stay there as long as this object.
final class MySQLParameters {
  let binds: UnsafeMutablePointer<MYSQL_BIND>
  private let numbers: UnsafeMutablePointer<Int64>
  private let reals: UnsafeMutablePointer<Double>
  private let text: UnsafeMutablePointer<UInt8>

  init(_ values: [StoredValue]) {
    binds = .allocate(capacity: max(values.count, 1))
    numbers = .allocate(capacity: max(values.count, 1))
    reals = .allocate(capacity: max(values.count, 1))
    text = .allocate(capacity: max(values.reduce(0) { $0 + $1.byteCount }, 1))
    var end = text
    for (place, value) in values.enumerated() {
      // Zeroed: the library reads fields that the manual does not name.
      var bind = MYSQL_BIND()
      switch value {
      case .null:
        bind.buffer_type = MYSQL_TYPE_NULL
      case .integer(let number):
        numbers[place] = number
        bind.buffer_type = MYSQL_TYPE_LONGLONG
        bind.buffer = UnsafeMutableRawPointer(numbers + place)
      case .real(let number):
        reals[place] = number
        bind.buffer_type = MYSQL_TYPE_DOUBLE
        bind.buffer = UnsafeMutableRawPointer(reals + place)
      case .text(let string):
        lay(Array(string.utf8), MYSQL_TYPE_STRING, into: &bind, at: &end)
      case .bytes(let bytes):
        lay(bytes, MYSQL_TYPE_BLOB, into: &bind, at: &end)
      }
      (binds + place).initialize(to: bind)
    }
  }

  private func lay(
    _ bytes: [UInt8], _ type: enum_field_types, into bind: inout MYSQL_BIND,
    at end: inout UnsafeMutablePointer<UInt8>
  ) {
    for (offset, byte) in bytes.enumerated() { end[offset] = byte }
    bind.buffer_type = type
    bind.buffer = UnsafeMutableRawPointer(end)
    bind.buffer_length = UInt(bytes.count)
    bind.length_value = UInt(bytes.count)
    end += bytes.count
  }

  deinit {
    binds.deallocate()
    numbers.deallocate()
    reals.deallocate()
    text.deallocate()
  }
}

extension StoredValue {
  fileprivate var byteCount: Int {
    switch self {
    case .text(let string): string.utf8.count
    case .bytes(let bytes): bytes.count
    case .null, .integer, .real: 0
    }
  }
}
