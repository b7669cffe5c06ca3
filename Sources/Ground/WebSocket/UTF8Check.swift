/// Checks UTF-8 as it arrives, in pieces cut anywhere, and stops at the first byte that cannot
/// belong to any text (RFC 3629, 4: no surrogates, no overlong forms, nothing past U+10FFFF).
package struct UTF8Check: Hashable, Sendable {
  /// Continuation bytes still to come.
  private var missing = 0
  /// What the next continuation byte may be; narrower than 80–BF after some first bytes.
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  package init() {}

  /// Whether no character is cut off at the end.
  package var isComplete: Bool { missing == 0 }

  /// - Returns: false at the first byte that cannot be; the check is of no use afterwards.
  package mutating func accepts(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index < bytes.count {
      if missing == 0 {
        index = Self.endOfASCII(in: bytes, from: index)
        guard index < bytes.count else { return true }
        guard begins(with: bytes[index]) else { return false }
      } else {
        guard allowed.contains(bytes[index]) else { return false }
        allowed = 0x80...0xBF
        missing -= 1
      }
      index += 1
    }
    return true
  }

  private mutating func begins(with byte: UInt8) -> Bool {
    switch byte {
    case 0xC2...0xDF: missing = 1
    case 0xE0: (missing, allowed) = (2, 0xA0...0xBF)
    case 0xED: (missing, allowed) = (2, 0x80...0x9F)
    case 0xE1...0xEF: missing = 2
    case 0xF0: (missing, allowed) = (3, 0x90...0xBF)
    case 0xF1...0xF3: missing = 3
    case 0xF4: (missing, allowed) = (3, 0x80...0x8F)
    default: return false
    }
    return true
  }

  /// Most of a message is ASCII: eight bytes at a time as far as they go.
  private static func endOfASCII(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count,
      bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }
}
