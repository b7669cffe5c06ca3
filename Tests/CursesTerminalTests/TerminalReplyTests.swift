import BookingTesting
import Screen
import Testing

@testable import CursesTerminal

/// What terminals send unasked, or because another program asked: taken from their manuals
/// (xterm's ctlseqs, kitty's protocol pages, VT520's manual, mintty's and iTerm2's). None of it is
/// a key, whole or in pieces.
@Suite struct TerminalReplyTests {
  static let replies: [(name: String, text: String)] = [
    ("DA1", "\u{1B}[?64;1;2;6;9;15;16;17;18;21;22;28c"), ("DA1 of a VT100", "\u{1B}[?1;2c"),
    ("DA2", "\u{1B}[>41;354;0c"), ("DA3", "\u{1B}P!|00000000\u{1B}\\"),
    ("status", "\u{1B}[0n"), ("cursor position", "\u{1B}[24;80R"), ("at the top", "\u{1B}[1;1R"),
    ("extended position", "\u{1B}[?24;80;1R"), ("printer", "\u{1B}[?13n"),
    ("DECRPM", "\u{1B}[?2026;2$y"), ("ANSI mode", "\u{1B}[4;2$y"),
    ("window size", "\u{1B}[8;50;200t"), ("pixels", "\u{1B}[4;900;1600t"),
    ("window title", "\u{1B}]lcard b c s d\u{1B}\\"), ("icon", "\u{1B}]Lcsd\u{1B}\\"),
    ("background colour", "\u{1B}]11;rgb:1c1c/1c1c/1c1c\u{1B}\\"),
    ("foreground, with a bell", "\u{1B}]10;rgb:dddd/dddd/dddd\u{7}"),
    ("palette", "\u{1B}]4;1;rgb:cdcd/0000/0000\u{7}"),
    ("clipboard", "\u{1B}]52;c;Y2FzZG8=\u{1B}\\"), ("directory", "\u{1B}]7;file://desk/c\u{7}"),
    ("DECRQSS", "\u{1B}P1$r0;1m\u{1B}\\"), ("XTGETTCAP", "\u{1B}P1+r544e=787465726d\u{1B}\\"),
    ("XTVERSION", "\u{1B}P>|xterm(379)\u{1B}\\"), ("graphics", "\u{1B}_Gi=31;OK\u{1B}\\"),
    ("privacy message", "\u{1B}^cascade\u{1B}\\"), ("start of string", "\u{1B}Xcasd\u{1B}\\"),
    ("kitty flags", "\u{1B}[?5u"), ("a key let go", "\u{1B}[99;1:3u"),
    ("an arrow let go", "\u{1B}[1;1:3A"), ("kitty's Caps Lock", "\u{1B}[57358u"),
    ("modifyOtherKeys", "\u{1B}[>4;2m"), ("focus", "\u{1B}[I"), ("blur", "\u{1B}[O"),
    ("dark mode", "\u{1B}[?997;1n"), ("in-band size", "\u{1B}[48;50;200;900;1600t"),
    ("DEC locator", "\u{1B}[1;4;12;40;0&w"), ("checksum", "\u{1B}P1!~0000\u{1B}\\"),
    ("a tracked region", "\u{1B}[T!!!!!!"), ("a released one", "\u{1B}[t!!"),
    ("mouse moved, SGR", "\u{1B}[<35;10;5M"), ("middle button, SGR", "\u{1B}[<1;10;5M"),
    ("middle button, X10", "\u{1B}[M!cs"), ("middle button, UTF-8", "\u{1B}[M!\u{C9}\u{D3}"),
    ("middle button, rxvt", "\u{1B}[33;10;5M"), ("pixels of the mouse", "\u{1B}[<35;1600;900M"),
  ]

  private static let escape: UInt8 = 0x1B

  @Test(arguments: replies)
  func aReplyIsNoKeyWholeOrInPieces(name: String, text: String) {
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      let start = ContinuousClock.now
      var keys = decoder.keys(from: bytes.prefix(cut), at: start)
      keys += decoder.keys(from: bytes.dropFirst(cut), at: start + .milliseconds(60))
      keys += decoder.keys(from: [0x63], at: start + .milliseconds(70))
      #expect(keys == [.character("c")], "\(name), cut after \(cut)")
      #expect(decoder.patience == nil)
    }
  }

  /// So late that the escape was taken for the key: it is said, and nothing else.
  @Test(arguments: replies)
  func whatGoesOnAfterALoneEscapeIsNoKey(name: String, text: String) {
    var decoder = KeyDecoder()
    let start = ContinuousClock.now
    var keys = decoder.keys(from: [Self.escape], at: start)
    keys += decoder.timeOut(at: start + KeyDecoder.usualEscapeDelay)
    keys += decoder.keys(from: text.utf8.dropFirst(), at: start + .milliseconds(200))
    #expect(keys == [.escape], "\(name)")
  }

  /// Eight-bit controls, as one byte and as UTF-8 has them.
  @Test func repliesInEightBitsAreNoKeys() {
    let pairs: [([UInt8], Int)] = [
      ([0x9B] + Array("?64;1;2c".utf8), 0), ([0x9D] + Array("11;rgb:1/2/3".utf8) + [0x9C], 0),
      ([0x90] + Array("1$r0m".utf8) + [0x9C], 0), ([0xC2, 0x9B] + Array("?1;2c".utf8), 0),
      ([0x9B, 0x41], 1), ([0x8F, 0x42], 1),
    ]
    for (bytes, count) in pairs {
      var decoder = KeyDecoder()
      #expect(decoder.keys(from: bytes, at: .now).count == count, "\(bytes)")
      #expect(decoder.patience == nil, "\(bytes)")
    }
  }

  @Test func anArrowWhoseBytesComeSixtyMillisecondsApartIsAnArrow() {
    for text in ["\u{1B}[A", "\u{1B}OA"] {
      var decoder = KeyDecoder()
      var now = ContinuousClock.now
      var keys: [KeyPress] = []
      for byte in text.utf8 {
        keys += decoder.keys(from: [byte], at: now)
        if let patience = decoder.patience { #expect(patience > .milliseconds(60)) }
        now += .milliseconds(60)
      }
      #expect(keys == [.up])
    }
  }

  /// A line that is slower still says one Escape too many, once; then it is known.
  @Test func aSlowLineIsLearnt() {
    var decoder = KeyDecoder()
    let start = ContinuousClock.now
    var keys = decoder.keys(from: [Self.escape], at: start)
    keys += decoder.timeOut(at: start + .milliseconds(100))
    keys += decoder.keys(from: [0x5B], at: start + .milliseconds(150))
    keys += decoder.keys(from: [0x41], at: start + .milliseconds(220))
    #expect(keys == [.escape, .up])
    #expect(decoder.escapeDelay > .milliseconds(150))
  }

  @Test func aBracketTypedAfterEscapeIsABracket() {
    var decoder = KeyDecoder()
    let start = ContinuousClock.now
    var keys = decoder.keys(from: [Self.escape], at: start)
    keys += decoder.timeOut(at: start + .milliseconds(100))
    keys += decoder.keys(from: [0x5D], at: start + .milliseconds(300))
    keys += decoder.timeOut(at: start + .milliseconds(400))
    #expect(keys == [.escape, .character("]")])
  }

  @Test(arguments: [
    ("\u{1B}[99u", KeyPress.character("c")), ("\u{1B}[99;5u", .control("c")),
    ("\u{1B}[97:65;2u", .character("A")), ("\u{1B}[97;2u", .character("A")),
    ("\u{1B}[27u", .escape), ("\u{1B}[13;1:2u", .enter), ("\u{1B}[9;2u", .backTab),
    ("\u{1B}[27;5;97~", .control("a")), ("\u{1B}[1;1:2B", .down), ("\u{1B}O5C", .right),
    ("\u{1B}Op", .character("0")),
    ("\u{1B}[M !!", .mouse(.init(action: .press, at: .init(column: 0, row: 0)))),
    ("\u{1B}[32;10;5M", .mouse(.init(action: .press, at: .init(column: 9, row: 4)))),
  ])
  func keysOfOtherProtocolsAreKeys(text: String, key: KeyPress) {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: text.utf8, at: .now) == [key])
  }

  /// Replies between keys, cut anywhere: the keys come out as they went in.
  @Test func keysAmongRepliesComeOutAsTheyWentIn() {
    var chance = SeededRandomness.announced(for: "keys among replies")
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      var typed: [KeyPress] = []
      for _ in 0..<Int.random(in: 1...12, using: &chance) {
        if Bool.random(using: &chance), let reply = Self.replies.randomElement(using: &chance) {
          bytes += Array(reply.text.utf8)
        } else if let letter = "casdu".randomElement(using: &chance) {
          bytes += Array(String(letter).utf8)
          typed.append(.character(letter))
        }
      }
      var decoder = KeyDecoder()
      var keys: [KeyPress] = []
      while !bytes.isEmpty {
        let count = Int.random(in: 1...bytes.count, using: &chance)
        keys += decoder.keys(from: bytes.prefix(count), at: .now)
        bytes.removeFirst(count)
      }
      #expect(keys == typed)
    }
  }
}
