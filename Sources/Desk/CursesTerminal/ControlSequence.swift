import Screen

/// A control sequence (ECMA-48 5.4): parameter bytes, intermediate bytes, one final byte.
struct ControlSequence {
  /// `<`, `=`, `>` or `?` before the numbers: said by terminals, never by keys, but for the mouse.
  private let mark: UInt8?
  /// Numbers between semicolons, and between colons within; a missing or absurd one is 0.
  private let numbers: [[Int]]
  private let hasIntermediates: Bool
  private let final: UInt8
  /// Without what introduced it.
  let length: Int

  /// No key's sequence is nearly as long, and no answer; a longer one is dropped, not typed.
  private static let longest = 256

  /// Nil until its last byte has come. One that something else breaks off means nothing.
  init?(_ bytes: ArraySlice<UInt8>) {
    let inside = bytes.prefix { (0x20..<0x40).contains($0) }
    guard let last = bytes.dropFirst(inside.count).first else {
      guard inside.count > Self.longest else { return nil }
      (mark, numbers, hasIntermediates, final, length) = (nil, [], true, 0, inside.count)
      return
    }
    let isBroken = last < 0x40 || last > 0x7E
    let parameters = inside.prefix { $0 >= 0x30 }
    mark = parameters.first.flatMap { $0 >= 0x3C ? $0 : nil }
    hasIntermediates = parameters.count < inside.count || isBroken
    final = last
    length = inside.count + (isBroken ? 0 : 1)
    numbers = parameters.drop { $0 >= 0x3C }
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { group in
        group.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
          .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
      }
  }

  private var isPlain: Bool { mark == nil && !hasIntermediates }
  private var hasNumbers: Bool { numbers.contains { $0 != [0] } }

  private func number(_ place: Int, _ part: Int = 0) -> Int? {
    guard numbers.indices.contains(place), numbers[place].indices.contains(part) else { return nil }
    return numbers[place][part]
  }

  var isPasteStart: Bool {
    isPlain && final == UInt8(ascii: "~") && number(0) == 200
  }

  // MARK: - Keys

  /// Nil where a terminal says something that is no key.
  var key: KeyPress? {
    guard isPlain, !isRelease else { return nil }
    switch final {
    case UInt8(ascii: "~"):
      if number(0) == 27, numbers.count == 3 { return number(2).flatMap { key(of: $0) } }
      return numbers.count <= 2 ? number(0).flatMap { Self.tildes[$0] } : nil
    case UInt8(ascii: "u"): return numbers.count <= 3 ? number(0).flatMap { key(of: $0) } : nil
    case UInt8(ascii: "R"):
      // With numbers it is where the cursor is.
      return hasNumbers ? nil : .function(3)
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return hasNumbers ? nil : Self.letters[final]
    case UInt8(ascii: "Z"): return .backTab
    default: return isModified ? Self.letters[final] : nil
    }
  }

  /// Nothing, or one and a modifier, as before a letter.
  private var isModified: Bool {
    !hasNumbers || numbers.count == 2 && number(0) == 1 || numbers.count == 1 && number(0) == 1
  }

  /// kitty's keyboard says when a key is let go.
  private var isRelease: Bool { number(1, 1) == 3 }

  /// A key by its character's number, with modifiers (kitty's keyboard, xterm's modifyOtherKeys).
  private func key(of code: Int) -> KeyPress? {
    let modifiers = max(0, (number(1) ?? 1) - 1) & 0xFF
    switch code {
    case 13: return .enter
    case 27: return .escape
    case 9: return modifiers & 1 != 0 ? .backTab : .tab
    case 127, 8: return .backspace
    // kitty's own numbers of keys without a character.
    case 57_344...63_743: return nil
    default: break
    }
    let hasShift = modifiers & 1 != 0
    let shown = hasShift ? number(0, 1) ?? code : code
    guard code >= 32, let value = UInt32(exactly: shown), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    let written = Character(scalar)
    let isOther = hasShift && number(0, 1) == nil
    let upper = written.uppercased()
    let character = isOther && upper.count == 1 ? Character(upper) : written
    switch modifiers & 0b10_1110 {
    case 0: return .character(character)
    case 2: return .alt(character)
    case 4: return .control(Character(written.lowercased().prefix(1).description))
    default: return nil
    }
  }

  private static let letters: [UInt8: KeyPress] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "S"): .function(4),
    UInt8(ascii: "a"): .up, UInt8(ascii: "b"): .down, UInt8(ascii: "c"): .right,
    UInt8(ascii: "d"): .left,
  ]

  private static let tildes: [Int: KeyPress] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  // MARK: - Mouse

  struct MouseReport {
    let button: Int
    let isPress: Bool
    let at: Point
  }

  /// Characters that belong to it after its last byte: the old reports of the mouse.
  var trailingCharacters: Int {
    guard isPlain, !hasNumbers, numbers.count <= 1 else { return 0 }
    return switch final {
    case UInt8(ascii: "M"): 3
    case UInt8(ascii: "t"): 2
    case UInt8(ascii: "T"): 6
    default: 0
    }
  }

  /// The form that we ask for, or the one of rxvt.
  var mouseReport: MouseReport? {
    guard final == UInt8(ascii: "M") || final == UInt8(ascii: "m"), !hasIntermediates,
      numbers.count == 3, let button = number(0), let column = number(1), let row = number(2),
      button < 1 << 16, column < 1 << 16, row < 1 << 16
    else { return nil }
    let at = Point(column: column - 1, row: row - 1)
    if mark == UInt8(ascii: "<") {
      return MouseReport(button: button, isPress: final == UInt8(ascii: "M"), at: at)
    }
    guard mark == nil, button >= 32 else { return nil }
    return MouseReport(button: button == 35 ? 0 : button - 32, isPress: button != 35, at: at)
  }

  /// Three bytes after the letter, each 32 above its number.
  func oldMouseReport(_ bytes: ArraySlice<UInt8>) -> MouseReport? {
    guard trailingCharacters == 3 else { return nil }
    let three = bytes.dropFirst(length).prefix(3).map { Int($0) - 32 }
    guard three.count == 3 else { return nil }
    return MouseReport(
      button: three[0] == 3 ? 0 : three[0], isPress: three[0] != 3,
      at: Point(column: three[1] - 1, row: three[2] - 1))
  }
}
