/// A string that a terminal sends as the answer to a question (OSC, DCS, APC, PM, SOS; ECMA-48
/// 5.6). It is passed over up to its end, however long it is and however it is cut.
struct TerminalString {
  enum Kind {
    /// An operating system command, which many terminals end with a bell.
    case command
    case other
  }

  let kind: Kind
  private(set) var isOver = false
  private var before: UInt8 = 0

  init(kind: Kind) { self.kind = kind }

  /// Returns how many of the bytes belong to it; an escape does once it is known what follows.
  mutating func take(_ bytes: ArraySlice<UInt8>) -> Int {
    for (taken, byte) in bytes.enumerated() {
      switch byte {
      case 0x1B:
        guard let next = bytes.dropFirst(taken + 1).first else { return taken }
        isOver = true
        // Any other escape breaks the string off and begins something of its own.
        return next == UInt8(ascii: "\\") ? taken + 2 : taken
      case 0x07 where kind == .command, 0x18, 0x1A: isOver = true
      // The end in one byte, or in UTF-8; not where it goes on with a character.
      case 0x9C where before < 0x80 || before == 0xC2: isOver = true
      default: before = byte
      }
      if isOver { return taken + 1 }
    }
    return bytes.count
  }
}
