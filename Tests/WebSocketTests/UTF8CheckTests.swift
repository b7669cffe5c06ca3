import Testing
import WebSocket

@Suite struct UTF8CheckTests {
  @Test func agreesWithSwiftOnEveryTwoAndThreeBytes() {
    for first in UInt8(0x70)...0xFF {
      for second in stride(from: UInt8(0x70), through: 0xFA, by: 3) {
        for third in stride(from: UInt8(0x70), through: 0xFA, by: 5) {
          let bytes = [first, second, third]
          #expect(isText(bytes) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
        }
      }
    }
  }

  @Test(arguments: [
    "a", "Nguyễn Thị Ánh", "王小明", "فاطمة", "💆🏽‍♀️ đá nóng", "\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}",
    "\u{10000}\u{10FFFF}",
  ])
  func textCutAnywhereIsText(_ text: String) {
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      var check = UTF8Check()
      #expect(bytes[..<cut].withUnsafeBytes { check.accepts($0) })
      #expect(bytes[cut...].withUnsafeBytes { check.accepts($0) })
      #expect(check.isComplete)
    }
  }

  @Test(arguments: [
    [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
    [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90], [0xF5], [0xFF], [0x80], [0xC3, 0x28],
    Array(repeating: 0x61, count: 9) + [0xFE],
  ])
  func whatNoTextHasIsRefusedAtOnce(_ bytes: [UInt8]) {
    var check = UTF8Check()
    #expect(!bytes.withUnsafeBytes { check.accepts($0) })
  }

  private func isText(_ bytes: [UInt8]) -> Bool {
    var check = UTF8Check()
    return bytes.withUnsafeBytes { check.accepts($0) } && check.isComplete
  }
}
