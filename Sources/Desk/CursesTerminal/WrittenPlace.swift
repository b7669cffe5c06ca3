/// Where the terminal was sent last by row and column (CUP, ECMA-48 8.3.21), and what it was given to
/// show since.
struct WrittenPlace {
  /// Both from 1.
  private let row: Int
  private let column: Int
  /// Bytes of the sequence.
  let length: Int
  /// At most as many columns as these have been written since.
  private var written = 0

  /// - Returns: nil where the bytes do not begin with `ESC [ row ; column H`.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.starts(with: [0x1B, 0x5B]) else { return nil }
    let inside = bytes.dropFirst(2).prefix { $0 >= 0x30 && $0 <= 0x3B }
    let numbers = inside.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 2, let row = numbers[0], let column = numbers[1],
      inside.endIndex < bytes.endIndex, bytes[inside.endIndex] == UInt8(ascii: "H")
    else { return nil }
    (self.row, self.column, length) = (row, column, inside.count + 3)
  }

  /// - Returns: false for a byte after which nobody knows where the terminal is.
  mutating func write(_ byte: UInt8) -> Bool {
    guard byte >= 0x20, byte != 0x7F else { return false }
    // A character has one byte that does not continue it, and two columns at most.
    if byte & 0xC0 != 0x80 { written += 2 }
    return true
  }

  /// Whether that is in the row below, and nothing has touched the right margin on the way.
  func leads(to next: WrittenPlace, columns: Int) -> Bool {
    next.row == row + 1 && column + written < columns
  }

  /// A line feed, and the column in that row (CHA, 8.3.9).
  var asBelow: [UInt8] { Array("\n\u{1B}[\(column)G".utf8) }
}
