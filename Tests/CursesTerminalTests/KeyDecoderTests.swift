import Screen
import Testing

@testable import CursesTerminal

@Suite struct KeyDecoderTests {
  private func keys(_ text: String) -> [KeyPress] {
    var decoder = KeyDecoder()
    return decoder.keys(from: text.utf8, at: .now) + decoder.timeOut(at: .now)
  }

  @Test(arguments: [
    ("c", [KeyPress.character("c")]), ("ệ李", [.character("ệ"), .character("李")]),
    ("\r", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{1}", [.control("a")]),
    ("\u{1A}", [.control("z")]), ("\u{1C}", [.control("\\")]), ("\0", [.control(" ")]),
    ("\u{1B}[A\u{1B}OB", [.up, .down]), ("\u{1B}[1;5C", [.right]), ("\u{1B}[Z", [.backTab]),
    ("\u{1B}[3~\u{1B}[5~\u{1B}[6~", [.delete, .pageUp, .pageDown]),
    ("\u{1B}[H\u{1B}OF\u{1B}[7~\u{1B}[8~", [.home, .end, .home, .end]),
    (
      "\u{1B}OP\u{1B}[15~\u{1B}[24~\u{1B}[[C",
      [.function(1), .function(5), .function(12), .function(3)]
    ),
    ("\u{1B}x\u{1B}ê", [.alt("x"), .alt("ê")]), ("\u{1B}", [.escape]),
    ("\u{1B}\u{1B}[A", [.escape, .up]), ("\u{1B}[", [.alt("[")]),
    ("\u{1B}[99;99;99x", []), ("\u{1B}[I\u{1B}[O", []),
  ])
  func bytesBecomeKeys(text: String, expected: [KeyPress]) {
    #expect(keys(text) == expected)
    // However the line cuts them.
    var decoder = KeyDecoder()
    var slow: [KeyPress] = []
    for byte in text.utf8 { slow += decoder.keys(from: [byte], at: .now) }
    #expect(slow + decoder.timeOut(at: .now) == expected)
  }

  @Test func escapeWaitsForItsSequenceAndNoLonger() {
    var decoder = KeyDecoder()
    #expect(decoder.patience == nil)
    #expect(decoder.keys(from: [0x1B], at: .now) == [])
    #expect(decoder.patience == KeyDecoder.usualEscapeDelay)
    #expect(decoder.timeOut(at: .now) == [.escape])
    #expect(decoder.patience == nil)
  }

  /// Whoever presses Escape twice means no Alt with what comes next, however the line cuts it.
  @Test func behindTwoEscapesALetterIsALetter() {
    var decoder = KeyDecoder()
    #expect(
      decoder.keys(from: Array("\u{1B}\u{1B}b".utf8), at: .now) == [
        .escape, .escape, .character("b"),
      ])
    let start = ContinuousClock.now
    var keys = decoder.keys(from: [0x1B], at: start)
    keys += decoder.timeOut(at: start + .milliseconds(100))
    keys += decoder.keys(from: [0x1B], at: start + .milliseconds(110))
    keys += decoder.keys(from: Array("b".utf8), at: start + .milliseconds(200))
    #expect(keys == [.escape, .escape, .character("b")])
    #expect(decoder.keys(from: Array("\u{1B}b".utf8), at: .now) == [.alt("b")])
  }

  @Test func aPasteIsOneEventAndRunsNoKeys() {
    let text = keys("\u{1B}[200~c\rcc\u{1B}[A\u{3}\tệ\u{1B}[201~x")
    #expect(text == [.paste("c cc[A ệ"), .character("x")])
  }

  @Test func anEndlessPasteIsCutOffAndAnUnfinishedOneEnds() {
    var decoder = KeyDecoder()
    var keys = decoder.keys(from: "\u{1B}[200~".utf8, at: .now)
    for _ in 0..<200 { keys += decoder.keys(from: Array(repeating: 0x61, count: 1000), at: .now) }
    #expect(keys.isEmpty)
    #expect(
      decoder.timeOut(at: .now) == [.paste(String(repeating: "a", count: KeyDecoder.mostPasted))])
    #expect(decoder.keys(from: [0x62], at: .now) == [.character("b")])
  }

  @Test func theMouseIsToldApart() {
    let at = Point(column: 299, row: 4)
    #expect(
      keys("\u{1B}[<0;300;5M\u{1B}[<0;300;5m\u{1B}[<0;300;5M\u{1B}[<64;300;5M\u{1B}[<65;300;5M")
        == [
          .mouse(.init(action: .press, at: at)), .mouse(.init(action: .release, at: at)),
          .mouse(.init(action: .doubleClick, at: at)), .mouse(.init(action: .scrollUp, at: at)),
          .mouse(.init(action: .scrollDown, at: at)),
        ])
    #expect(keys("\u{1B}[<0;99999999999999999999;5M\u{1B}[<;;M").count <= 2)
  }

  @Test func anyBytesAreSurvived() {
    var state: UInt64 = 20_261_122
    var decoder = KeyDecoder()
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let byte = UInt8(truncatingIfNeeded: state >> 33)
      // Escapes and brackets more often than chance has them.
      let chosen = byte < 40 ? 0x1B : byte < 70 ? 0x5B : byte
      _ = decoder.keys(from: [chosen], at: .now)
      if byte == 255 { _ = decoder.timeOut(at: .now) }
    }
    _ = decoder.timeOut(at: .now)
    _ = decoder.timeOut(at: .now)
    #expect(decoder.patience == nil)
  }
}
