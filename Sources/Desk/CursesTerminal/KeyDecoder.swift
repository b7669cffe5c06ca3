import Screen

/// Bytes from a terminal to key presses. Does no I/O: gets bytes and the time, answers with keys.
///
/// It knows the sequences of xterm and everything that imitates it, rxvt's and the Linux console's.
struct KeyDecoder {
  typealias Instant = ContinuousClock.Instant

  /// An escape that nothing follows within this time is the Escape key; longer is felt, shorter cuts
  /// arrow keys in two on a slow line.
  static let escapeDelay: Duration = .milliseconds(25)
  /// A paste whose end does not come is over after this much silence.
  static let pasteDelay: Duration = .seconds(1)
  /// Longer pastes are cut off here: no field of a form takes more.
  static let mostPasted = 64 * 1024
  /// No key's sequence is nearly as long; a longer one is dropped, not typed.
  private static let longestSequence = 64
  private static let doubleClickTime: Duration = .milliseconds(400)

  private var bytes: [UInt8] = []
  private var pasted: [UInt8]?
  private var lastPress: (at: Point, when: Instant)?

  /// How long to wait for more before calling `timeOut`; nil when nothing is unfinished.
  var patience: Duration? {
    if pasted != nil { return Self.pasteDelay }
    return bytes.isEmpty ? nil : Self.escapeDelay
  }

  mutating func keys(from new: some Sequence<UInt8>, at now: Instant) -> [KeyPress] {
    bytes += new
    var keys: [KeyPress] = []
    while let step = next(at: now) {
      bytes.removeFirst(step.length)
      if let key = step.key { keys.append(key) }
    }
    return keys
  }

  /// Nothing more came: what is unfinished is all there is.
  mutating func timeOut() -> [KeyPress] {
    if let text = pasted {
      pasted = nil
      let rest = text + bytes
      bytes = []
      return [.paste(Self.cleaned(rest))]
    }
    defer { bytes = [] }
    switch bytes {
    case [0x1B]: return [.escape]
    case [0x1B, 0x5B]: return [.alt("[")]
    case [0x1B, 0x4F]: return [.alt("O")]
    default: return []
    }
  }

  /// A key (or nothing to be done) and how many bytes it took; nil until more bytes come.
  private struct Step {
    let key: KeyPress?
    let length: Int
  }

  private mutating func next(at now: Instant) -> Step? {
    guard let first = bytes.first else { return nil }
    if pasted != nil { return nextOfPaste() }
    guard first == 0x1B else { return character(at: 0, make: KeyPress.character) }
    guard bytes.count > 1 else { return nil }
    switch bytes[1] {
    case 0x5B: return controlSequence(at: now)
    case 0x4F: return bytes.count < 3 ? nil : Step(key: Self.singleShift[bytes[2]], length: 3)
    case 0x1B: return Step(key: .escape, length: 1)
    default:
      let step = character(at: 1, make: KeyPress.alt)
      return step.map { Step(key: $0.key, length: $0.length + 1) }
    }
  }

  /// One character or control byte; `make` for a plain character.
  private func character(at start: Int, make: (Character) -> KeyPress) -> Step? {
    let first = bytes[start]
    if let key = Self.controls[first] { return Step(key: key, length: 1) }
    if first < 0x20 {
      // ^A is 1, ^Z is 26, and the four after Escape are \ ] ^ _.
      return Step(
        key: .control(Character(Unicode.Scalar(first < 27 ? first + 96 : first + 64))),
        length: 1)
    }
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let end = start + length
    guard end <= bytes.count else {
      let isBroken = bytes[(start + 1)...].contains { $0 & 0xC0 != 0x80 }
      return isBroken ? Step(key: nil, length: 1) : nil
    }
    guard let text = String(validating: bytes[start..<end], as: UTF8.self), let only = text.first
    else { return Step(key: nil, length: 1) }
    return Step(key: make(only), length: length)
  }

  /// ECMA-48 5.4: parameter bytes, intermediate bytes, one final byte.
  private mutating func controlSequence(at now: Instant) -> Step? {
    // The Linux console's first five function keys have a second bracket.
    if bytes.count > 2, bytes[2] == 0x5B {
      guard bytes.count > 3 else { return nil }
      let number = Int(bytes[3]) - 0x40
      return Step(key: (1...5).contains(number) ? .function(number) : nil, length: 4)
    }
    guard let end = bytes.dropFirst(2).firstIndex(where: { $0 < 0x20 || $0 >= 0x40 }) else {
      return bytes.count > Self.longestSequence ? Step(key: nil, length: bytes.count) : nil
    }
    let parameters = bytes[2..<end]
    let length = end + 1
    if bytes[end] < 0x20 || bytes[end] > 0x7E { return Step(key: nil, length: end) }
    if parameters.first == UInt8(ascii: "<") {
      let key = mouse(parameters.dropFirst(), isPress: bytes[end] == UInt8(ascii: "M"), at: now)
      return Step(key: key, length: length)
    }
    let numbers = Self.numbers(parameters)
    guard bytes[end] == UInt8(ascii: "~") else {
      return Step(key: Self.finals[bytes[end]], length: length)
    }
    if numbers.first == 200 {
      pasted = []
      return Step(key: nil, length: length)
    }
    return Step(key: numbers.first.flatMap { Self.tildes[$0] }, length: length)
  }

  private mutating func nextOfPaste() -> Step? {
    let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    guard bytes[0] == end[0] else {
      let plain = bytes.prefix { $0 != 0x1B }
      keep(plain)
      return Step(key: nil, length: plain.count)
    }
    let isEnd = bytes.starts(with: end)
    if !isEnd, end.starts(with: bytes) { return nil }
    guard isEnd else {
      // Another escape sequence within the paste: only its first byte is dropped as a control.
      return Step(key: nil, length: 1)
    }
    let text = pasted ?? []
    pasted = nil
    return Step(key: .paste(Self.cleaned(text)), length: end.count)
  }

  private mutating func keep(_ plain: ArraySlice<UInt8>) {
    guard let count = pasted?.count else { return }
    pasted?.append(contentsOf: plain.prefix(max(0, Self.mostPasted - count)))
  }

  /// Line breaks and tabs are blanks, other control characters are gone.
  private static func cleaned(_ bytes: [UInt8]) -> String {
    var result = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: result.append(" ")
      case 0x00..<0x20, 0x7F..<0xA0: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private mutating func mouse(
    _ parameters: ArraySlice<UInt8>, isPress: Bool, at now: Instant
  ) -> KeyPress? {
    let numbers = Self.numbers(parameters)
    guard numbers.count == 3 else { return nil }
    let at = Point(column: numbers[1] - 1, row: numbers[2] - 1)
    switch numbers[0] {
    case 64: return .mouse(.init(action: .scrollUp, at: at))
    case 65: return .mouse(.init(action: .scrollDown, at: at))
    case 0 where !isPress: return .mouse(.init(action: .release, at: at))
    case 0:
      let isSecond = lastPress.map { $0.at == at && now - $0.when < Self.doubleClickTime } ?? false
      lastPress = isSecond ? nil : (at, now)
      return .mouse(.init(action: isSecond ? .doubleClick : .press, at: at))
    default: return nil
    }
  }

  /// Numbers between semicolons; a missing or absurd one is 0.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
  }

  private static let controls: [UInt8: KeyPress] = [
    0x00: .control(" "), 0x08: .backspace, 0x09: .tab, 0x0A: .enter, 0x0D: .enter,
    0x7F: .backspace,
  ]

  private static let finals: [UInt8: KeyPress] = table([
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
    "a": .up, "b": .down, "c": .right, "d": .left,
  ])

  private static let singleShift: [UInt8: KeyPress] = table([
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "M": .enter,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
    "a": .up, "b": .down, "c": .right, "d": .left,
  ])

  private static let tildes: [Int: KeyPress] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  private static func table(_ keys: [Unicode.Scalar: KeyPress]) -> [UInt8: KeyPress] {
    Dictionary(uniqueKeysWithValues: keys.map { (UInt8(ascii: $0.key), $0.value) })
  }
}
