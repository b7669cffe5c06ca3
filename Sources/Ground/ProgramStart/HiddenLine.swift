import Glibc

/// A line that is typed at the terminal and not shown, whatever standard input and output are.
package enum HiddenLine {
  /// - Returns: nil where there is no terminal, or where the person gave up (`^C`, `^D`).
  package static func read(asking words: String) -> String? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var shown = termios()
    guard tcgetattr(terminal, &shown) == 0 else { return nil }
    var hidden = shown
    // Without signals too: one that ended the program here would leave a terminal that shows
    // nothing that is typed.
    hidden.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
    hidden.c_iflag |= tcflag_t(ICRNL)
    tcsetattr(terminal, TCSAFLUSH, &hidden)
    defer { tcsetattr(terminal, TCSAFLUSH, &shown) }
    say(words, to: terminal)
    let line = bytes(from: terminal)
    say("\n", to: terminal)
    return line.map { String(decoding: $0, as: UTF8.self) }
  }

  package static var isPossible: Bool {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return false }
    close(terminal)
    return true
  }

  /// Nobody types a longer line; what comes after it is not kept.
  private static let longest = 1024

  private static func bytes(from terminal: Int32) -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      guard Glibc.read(terminal, &byte, 1) == 1 else { return nil }
      switch byte {
      case 0x0A, 0x0D: return line
      case 0x03, 0x04, 0x1C: return nil
      case 0x08, 0x7F: eraseCharacter(&line)
      case 0x15: line = []
      default: if line.count < longest { line.append(byte) }
      }
    }
  }

  /// A character of UTF-8 is its first byte and all that continue it.
  private static func eraseCharacter(_ line: inout [UInt8]) {
    while let last = line.popLast(), last & 0xC0 == 0x80 {}
  }

  private static func say(_ text: String, to terminal: Int32) {
    let bytes = Array(text.utf8)
    _ = write(terminal, bytes, bytes.count)
  }
}
