import Screen
import Testing

@Suite struct FrameTests {
  let alert = Style(foreground: .indexed(1))

  private func frame(_ columns: Int, _ rows: Int) -> Frame {
    Frame(Size(columns: columns, rows: rows))
  }

  @Test func textStandsInItsFieldAndNowhereElse() {
    var frame = frame(12, 3)
    frame.fill(frame.bounds, style: .plain, with: ".")
    frame.draw("Hồng", at: Point(column: 1, row: 0), columns: 6)
    frame.draw("Hồng", at: Point(column: 1, row: 1), columns: 6, align: .trailing)
    frame.draw("Nguyễn Thị", at: Point(column: 8, row: 2), columns: 6)
    #expect(frame.text == ".Hồng  .....\n.  Hồng.....\n........Nguy")
  }

  @Test func overwritingHalfOfAWideCharacterRemovesTheOtherHalf() {
    var frame = frame(6, 1)
    frame.draw("李小龍", at: Point(column: 0, row: 0))
    frame.draw("x", at: Point(column: 1, row: 0))
    #expect(frame.text == " x小龍")
    frame.draw("y", at: Point(column: 2, row: 0))
    #expect(frame.text == " xy 龍")
    frame.draw("小", at: Point(column: 3, row: 0))
    #expect(frame.text == " xy小")
  }

  @Test func aWideCharacterIsNeverCutByTheEdge() {
    var frame = frame(3, 1)
    frame.draw("李小", at: Point(column: 0, row: 0))
    #expect(frame.text == "李")
    frame.draw("李小", at: Point(column: -1, row: 0))
    #expect(frame.text == " 小")
  }

  @Test func drawingOutsideIsCutOff() {
    var frame = frame(4, 2)
    for point in [Point(column: -3, row: 0), Point(column: 3, row: 1), Point(column: 0, row: 7)] {
      frame.draw("abcde", at: point)
    }
    frame.clipped(to: Rect(column: 1, row: 0, columns: 1, rows: 9)) {
      $0.draw("wxyz", at: Point(column: 0, row: 1))
    }
    frame.box(Rect(column: -1, row: -1, columns: 1000, rows: 1000), style: .plain)
    #expect(frame.text == "de\n x a")
  }

  @Test func onlyWhatDiffersIsChanged() {
    var old = frame(10, 2)
    old.draw("李 abc", at: Point(column: 0, row: 1))
    var new = old
    #expect(new.changes(since: old).isEmpty)
    new.overlay(Rect(column: 1, row: 1, columns: 1, rows: 1), style: alert)
    #expect(new.changes(since: old).isEmpty, "half of a wide character has no style of its own")
    new.overlay(Rect(column: 0, row: 1, columns: 1, rows: 1), style: alert)
    new.draw("x", at: Point(column: 9, row: 0))
    #expect(
      new.changes(since: old) == [
        ChangedRun(row: 0, columns: 9..<10), ChangedRun(row: 1, columns: 0..<2),
      ])
    #expect(new.changes(since: nil).count == 2)
  }

  @Test func aScreenWithoutUnicodeHasTheSameColumns() {
    var frame = frame(12, 3)
    frame.box(frame.bounds, style: .plain, title: "Đặt")
    frame.draw("李 Hồng ✓", at: Point(column: 1, row: 1))
    #expect(frame.inASCII.text == "+- Dat ----+\n|?  Hong v |\n+----------+")
  }

  @Test func stylesCanBeComparedAsLetters() {
    var frame = frame(4, 1)
    frame.draw("ab", at: Point(column: 1, row: 0), style: alert)
    #expect(frame.styledText == " ab\n.aa.\na 1 on default")
  }
}
