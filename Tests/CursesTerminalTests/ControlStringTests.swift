import Screen
import Testing

@testable import CursesTerminal

@Suite struct ControlStringTests {
  /// RFC 4648, 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func textIsSaidInBase64(text: String, expected: String) {
    #expect(String(decoding: ControlString.base64(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test func whatIsCopiedOrSaidNeverEndsItsOwnString() {
    let copied = ControlString.copying("\u{1B}\u{7}0901")
    #expect(copied.dropLast().dropFirst(2).allSatisfy { $0 >= 0x20 && $0 < 0x7F })
    let told = ControlString.telling("a\u{1B}\\b\u{7}c")
    #expect(String(decoding: told, as: UTF8.self) == "\u{1B}]9;a\\bc\u{7}")
    let title = ControlString.titling(DisplayText("Spa\u{1B}]2;x\u{7}\u{9C}\u{202E}é"))
    let inside = title.dropFirst(4).dropLast()
    #expect(inside.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    #expect(!String(decoding: inside, as: UTF8.self).unicodeScalars.contains { $0.value == 0x9C })
  }
}
