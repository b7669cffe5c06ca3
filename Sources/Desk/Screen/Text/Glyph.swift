/// What one cell shows: a character and up to four marks on it, kept inline so that a screenful of
/// cells is one block of memory.
///
/// Four marks because ncurses keeps five characters a cell; no living script needs more, and further
/// ones are only there to climb over the neighbouring rows.
package struct Glyph: Hashable, Sendable {
  /// Scalars of 21 bits each: the base and two marks in `low`, two marks in `high`. Zero is "none".
  private var low: UInt64
  private var high: UInt64

  private static let scalarBits: UInt64 = 21
  private static let scalarMask: UInt64 = (1 << 21) - 1
  private static let wideBit: UInt64 = 1 << 63
  private static let isolatedBit: UInt64 = 1 << 63
  static let mostMarks = 4

  /// The second half of a wide character. It shows nothing by itself.
  static let continuation = Glyph(low: 0, high: 0)
  package static let blank = Glyph(base: " ", columns: 1)

  private init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }

  /// `base` has been checked: it is printable and `columns` (1 or 2) wide.
  init(base: Unicode.Scalar, columns: Int) {
    low = UInt64(base.value) | (columns == 2 ? Self.wideBit : 0)
    high = 0
  }

  package var isContinuation: Bool { low == 0 }

  package var columns: Int {
    isContinuation ? 0 : low & Self.wideBit == 0 ? 1 : 2
  }

  /// The character itself, without its marks; nil for a continuation.
  package var base: Unicode.Scalar? { isContinuation ? nil : scalar(0) }

  /// Set on the last cell of right-to-left text. The terminal then ends that run of text there, so
  /// that one which reorders does not pull the neighbouring cells into it.
  package var endsRightToLeft: Bool {
    get { high & Self.isolatedBit != 0 }
    set { high = newValue ? high | Self.isolatedBit : high & ~Self.isolatedBit }
  }

  /// The base and its marks, in order.
  package var scalars: [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    forEachScalar { result.append($0) }
    return result
  }

  package func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
    for place in 0...Self.mostMarks {
      guard let scalar = scalar(place) else { return }
      body(scalar)
    }
  }

  package var text: String {
    var result = String.UnicodeScalarView()
    forEachScalar { result.append($0) }
    return String(result)
  }

  /// Puts a mark on the character; the fifth and later ones are dropped.
  mutating func add(mark: Unicode.Scalar) {
    guard let place = (1...Self.mostMarks).first(where: { scalar($0) == nil }) else { return }
    let bits = UInt64(mark.value)
    if place < 3 {
      low |= bits << (UInt64(place) * Self.scalarBits)
    } else {
      high |= bits << (UInt64(place - 3) * Self.scalarBits)
    }
  }

  private func scalar(_ place: Int) -> Unicode.Scalar? {
    let bits =
      place < 3
      ? low >> (UInt64(place) * Self.scalarBits)
      : high >> (UInt64(place - 3) * Self.scalarBits)
    let value = UInt32(truncatingIfNeeded: bits & Self.scalarMask)
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
