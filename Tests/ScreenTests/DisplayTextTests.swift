import Screen
import Testing

@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("\u{1B}[2J", "?[2J"), ("a\nb\tc\r\nd", "a b c  d"), ("\u{9B}31m", "?31m"),
    ("\u{7F}", "?"), ("a\u{202E}b\u{2066}c\u{200F}", "abc"), ("x\u{E0041}y", "xy"),
    ("\u{E000}", "?"), ("\u{FFFE}", "?"), ("a\u{2028}b\u{2029}c", "a b c"),
    ("\u{0}", "?"), ("\u{301}a", "a"), ("a\u{AD}b", "ab"),
  ])
  func charactersThatCouldMoveACursorNeverRemain(outside: String, shown: String) {
    #expect(DisplayText(outside).text == shown)
  }

  @Test(arguments: [
    ("Nguyễn Thị Hồng", 15), ("李小龍", 6), ("محمد", 4), ("👩‍👩‍👧", 6), ("❤️", 1), ("🇻🇳", 2),
    ("👍🏽", 2), ("e\u{301}", 1), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("", 0),
  ])
  func widthIsWhatTheTerminalWillTake(outside: String, columns: Int) {
    #expect(DisplayText(outside).columns == columns)
  }

  @Test func lettersAndTheirMarksBecomeOneCharacterHoweverTheyWereTyped() {
    let typed = ["ệ", "e\u{323}\u{302}", "e\u{302}\u{323}", "ê\u{323}", "ẹ\u{302}"]
    for way in typed {
      #expect(Array(DisplayText(way).text.unicodeScalars) == ["\u{1EC7}"])
    }
    #expect(Array(DisplayText("\u{1112}\u{1161}\u{11AB}").text.unicodeScalars) == ["한"])
  }

  @Test func atMostFourMarksStayOnALetter() {
    let zalgo = DisplayText("x" + String(repeating: "\u{336}", count: 300) + "y")
    #expect(zalgo.columns == 2)
    #expect(zalgo.text.unicodeScalars.count == 6)
  }

  @Test func endlessTextIsCutOff() {
    #expect(DisplayText(String(repeating: "a", count: 100_000)).columns == 4096)
    #expect(DisplayText("a" + String(repeating: "\u{200B}", count: 100_000) + "b").columns == 1)
  }

  @Test func truncatingKeepsWholeCharactersAndSaysSo() {
    #expect(DisplayText("Nguyễn Thị Hồng").truncated(to: 8).text == "Nguyễn…")
    #expect(DisplayText("李小龍").truncated(to: 4).text == "李…")
    #expect(DisplayText("李小龍").truncated(to: 6).text == "李小龍")
    #expect(DisplayText("Anna").truncated(to: 0).isEmpty)
    #expect(DisplayText("李").padded(to: 5, align: .trailing).text == "   李")
    #expect(DisplayText("李小龍").padded(to: 4).text == "李… ")
  }

  @Test func wrappingBreaksAtBlanksAndInsideLongWords() {
    let rows = DisplayText("hot stone massage").wrapped(to: 9).map(\.text)
    #expect(rows == ["hot stone", "massage"])
    #expect(DisplayText("aaaaaaa bb").wrapped(to: 4).map(\.text) == ["aaaa", "aaa", "bb"])
    #expect(DisplayText("李小").wrapped(to: 1).isEmpty)
  }

  @Test func withoutUnicodeLettersStayReadableAndAsWide() {
    #expect(DisplayText("Nguyễn Thị Đào…").inASCII.text == "Nguyen Thi Dao~")
    #expect(DisplayText("李小").inASCII.text == "? ? ")
    #expect(DisplayText("│─┌").inASCII.text == "|-+")
  }
}
