/// JSON as the wire has it, laid out for reading: the same tokens in the same order with line breaks
/// and indentation between them, and back. A difference of one byte on the wire is a difference of
/// one line here.
package enum LaidOutJSON {
  package static func lay(out bytes: [UInt8]) -> String {
    var laidOut: [UInt8] = []
    var depth = 0
    var string = StringState()
    var previous: UInt8 = 0

    func breakLine() {
      laidOut.append(UInt8(ascii: "\n"))
      laidOut += Array(repeating: UInt8(ascii: " "), count: depth * 2)
    }
    for byte in bytes {
      if string.isInside(at: byte) {
        if [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(previous) { breakLine() }
        laidOut.append(byte)
        previous = UInt8(ascii: "\"")
        continue
      }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(previous) { breakLine() }
        laidOut.append(byte)
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if ![UInt8(ascii: "{"), UInt8(ascii: "[")].contains(previous) { breakLine() }
        laidOut.append(byte)
      case UInt8(ascii: ","):
        laidOut.append(byte)
        breakLine()
      case UInt8(ascii: ":"): laidOut += [byte, UInt8(ascii: " ")]
      default:
        if previous == UInt8(ascii: "[") { breakLine() }
        laidOut.append(byte)
      }
      previous = byte
    }
    return String(decoding: laidOut, as: UTF8.self) + "\n"
  }

  /// The bytes that were laid out.
  package static func bytes(of text: String) -> [UInt8] {
    var string = StringState()
    return text.utf8.filter { byte in
      string.isInside(at: byte) || ![0x20, 0x0A, 0x0D, 0x09].contains(byte)
    }
  }

  /// Whether a byte belongs to a string, its quotes included.
  private struct StringState {
    private var isOpen = false
    private var isEscaped = false

    mutating func isInside(at byte: UInt8) -> Bool {
      guard isOpen else {
        isOpen = byte == UInt8(ascii: "\"")
        return isOpen
      }
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isOpen = false
      }
      return true
    }
  }
}
