import Screen

/// What is said to the terminal itself and not drawn: operating system commands, ECMA-48 8.3.89.
enum ControlString {
  /// OSC 52 of xterm: the text in base64 (RFC 4648, 4) for the clipboard.
  static func copying(_ text: String) -> [UInt8] {
    begun("52;c;") + base64(Array(text.utf8)) + [0x07]
  }

  /// OSC 9 of iTerm2, which others took over: words for the system to show. Nothing in them ends it.
  static func telling(_ words: String) -> [UInt8] {
    begun("9;") + words.utf8.filter { $0 >= 0x20 && $0 != 0x7F } + [0x07]
  }

  /// OSC 2 of xterm: the window's title. Only what may be drawn is in it, and nothing ends it.
  static func titling(_ title: DisplayText) -> [UInt8] {
    begun("2;") + title.text.utf8.filter { $0 >= 0x20 && $0 != 0x7F } + [0x07]
  }

  /// Xterm's window operations 22 and 23: the title that a window has is put aside, and taken back.
  static let keepTitle = Array("\u{1B}[22;0t".utf8)
  static let takeTitleBack = Array("\u{1B}[23;0t".utf8)

  private static func begun(_ command: String) -> [UInt8] { [0x1B, 0x5D] + Array(command.utf8) }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bytes.count, by: 3).flatMap { start -> [UInt8] in
      let three = bytes[start..<min(start + 3, bytes.count)]
      let number = (0..<3).reduce(0) { sum, place in
        sum << 8 | (place < three.count ? Int(three[start + place]) : 0)
      }
      return (0..<4).map { place in
        place > three.count ? UInt8(ascii: "=") : digits[number >> (18 - 6 * place) & 0x3F]
      }
    }
  }
}
