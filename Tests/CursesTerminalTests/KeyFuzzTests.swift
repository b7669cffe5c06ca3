import BookingTesting
import Screen
import Testing

@testable import CursesTerminal

/// What a terminal, a line and a cat on the keyboard may send: however the line cuts it, the same
/// keys come out, never more than bytes went in, and nothing waits for ever.
@Suite(.serialized) struct KeyFuzzTests {
  private static let pieces = [
    "c", "ệ", "李", "👩🏽‍⚕️", "\r", "\t", "\u{7F}", "\u{1}", "\u{1B}", "\u{1B}[A", "\u{1B}OB",
    "\u{1B}[1;5C", "\u{1B}[Z", "\u{1B}[3~", "\u{1B}[15~", "\u{1B}[200~pasted\r\u{1B}[201~",
    "\u{1B}[<0;12;7M", "\u{1B}[<0;12;7m", "\u{1B}[M !!", "\u{1B}]11;rgb:0000/0000/0000\u{7}",
    "\u{1B}P1+r436f=323536\u{1B}\\", "\u{1B}[?1;2c", "\u{1B}[12;40R", "\u{1B}[I",
    "\u{1B}_x\u{1B}\\",
    "\u{1B}[9999999999999999999;1~", "\u{9B}31m", "\0",
  ]

  @Test func bentBytesAreTheSameKeysHoweverTheyAreCut() async throws {
    try await Fuzz.rounds("terminal input") { chance in
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...12, using: &chance) {
        bytes += chance.bent(Array((Self.pieces.randomElement(using: &chance) ?? "").utf8))
      }
      let now = KeyDecoder.Instant.now
      var whole = KeyDecoder()
      let expected = whole.keys(from: bytes, at: now) + whole.timeOut(at: now)
      #expect(expected.count <= bytes.count, "\(bytes)")
      var cut = KeyDecoder()
      var keys: [KeyPress] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...4, using: &chance))
        keys += cut.keys(from: piece, at: now)
        rest = rest.dropFirst(piece.count)
      }
      keys += cut.timeOut(at: now)
      #expect(keys == expected, "seed \(Fuzz.seed): \(bytes)")
      #expect(cut.patience == nil)
    }
  }
}
