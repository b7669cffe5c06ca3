import Testing

@testable import CursesTerminal

@Suite struct TerseOutputTests {
  @Test(arguments: [
    ("plain ệ", "plain ệ"), ("\u{1B}[31mx\u{1B}[39;49m\u{1B}(B\u{1B}[m", "\u{1B}[31mx\u{1B}[m"),
    ("\u{1B}(B\u{1B}[m\u{1B}[97m\u{1B}[48;5;25mA", "\u{1B}[97;48;5;25mA"),
    ("\u{1B}[1m\u{1B}[0;4mA", "\u{1B}[0;4mA"), ("\u{1B}]104\u{7}x", "x"),
    ("\u{1B}[4l\u{1B}[?7h\u{1B}[H\u{1B}[2J", "\u{1B}[4l\u{1B}[?7h\u{1B}[H\u{1B}[2J"),
    // Bold comes and goes, one colour changes, and the rest stays.
    (
      "\u{1B}[97;44mA\u{1B}[0;1;97;44mB\u{1B}[0;97;44mC\u{1B}[0;97;42mD",
      "\u{1B}[97;44mA\u{1B}[1mB\u{1B}[22mC\u{1B}[42mD"
    ),
    (
      "\u{1B}[38;5;9;48;5;4mA\u{1B}[m\u{1B}[38;5;9m\u{1B}[48;5;4mB\u{1B}[0;2;4;38;5;9;48;5;4mC",
      "\u{1B}[38;5;9;48;5;4mAB\u{1B}[2;4mC"
    ),
    ("\u{1B}[4;97mA\u{1B}[0;97mB", "\u{1B}[4;97mA\u{1B}[24mB"),
    (
      "\u{1B}[97;44mA\u{1B}[39;49m\u{1B}[97m \u{1B}[0;97;44mB\u{1B}[0;3;97mC",
      "\u{1B}[97;44mA\u{1B}[49m \u{1B}[44mB\u{1B}[3;49mC"
    ), ("\u{1B}[3;97mA\u{1B}[0;97mB", "\u{1B}[3;97mA\u{1B}[0;97mB"),
    ("\u{1B}[1mA\u{1B}[mB", "\u{1B}[1mA\u{1B}[mB"),
    ("\u{1B}[11;97mA\u{1B}[0;1;97mB", "\u{1B}[11;97mA\u{1B}[0;1;97mB"),
    ("\u{1B}[1m", "\u{1B}[1m"), ("\u{1B}[", "\u{1B}["), ("\u{1B}", "\u{1B}"),
  ])
  func theSameIsSaidInFewerBytes(long: String, short: String) {
    #expect(String(decoding: TerseOutput.bytes(Array(long.utf8)), as: UTF8.self) == short)
  }

  /// From row to row of one column; not where a row has come near its end, or anything else moved.
  @Test(arguments: [
    ("\u{1B}[15;21Hệ王\u{1B}[16;21HB", "\u{1B}[15;21Hệ王\n\u{1B}[21GB"),
    ("\u{1B}[15;21HA\u{1B}[1m\u{1B}[16;3HB", "\u{1B}[15;21HA\u{1B}[1m\n\u{1B}[3GB"),
    ("\u{1B}[15;21HA\u{1B}[17;21HB", "\u{1B}[15;21HA\u{1B}[17;21HB"),
    ("\u{1B}[15;36HABC\u{1B}[16;21HB", "\u{1B}[15;36HABC\u{1B}[16;21HB"),
    ("\u{1B}[15;21HA\r\u{1B}[16;21HB", "\u{1B}[15;21HA\r\u{1B}[16;21HB"),
    ("\u{1B}[15;21HA\u{1B}[3C\u{1B}[16;21HB", "\u{1B}[15;21HA\u{1B}[3C\u{1B}[16;21HB"),
  ])
  func theRowBelowIsALineFeedAway(long: String, short: String) {
    let bytes = TerseOutput.bytes(Array(long.utf8), columns: 40)
    #expect(String(decoding: bytes, as: UTF8.self) == short)
    #expect(TerseOutput.bytes(Array(long.utf8)) == Array(long.utf8), "where that is not known")
  }

  @Test func noSequenceGrowsLongerThanTerminalsTake() {
    // 11 is nothing that is known here, so that all is said as it was.
    let long = String(repeating: "\u{1B}[11;38;5;9m", count: 9)
    let sequences = String(decoding: TerseOutput.bytes(Array(long.utf8)), as: UTF8.self)
      .split(separator: "\u{1B}")
    #expect(sequences.allSatisfy { $0.split(separator: ";").count <= 16 })
    #expect(sequences.joined().split { "[m;".contains($0) }.count == 36)
  }
}
