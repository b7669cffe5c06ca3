import Screen

/// Bytes from a terminal to key presses. Does no I/O: gets bytes and the time, answers with keys.
///
/// It knows the keys of xterm and everything that imitates it, rxvt's, kitty's and the Linux
/// console's. Whatever else a terminal sends (answers to questions that another program asked,
/// reports of focus, size, colours and clipboard) is taken whole and is never a key, however the
/// line cuts it.
struct KeyDecoder {
  typealias Instant = ContinuousClock.Instant

  /// An escape that nothing follows within this time is the Escape key. Longer is felt; shorter
  /// cuts an arrow key in two where its bytes come 60 ms apart, as over a slow line.
  static let usualEscapeDelay: Duration = .milliseconds(100)
  /// A slower line is learnt, up to this.
  static let longestEscapeDelay: Duration = .milliseconds(400)
  /// What goes on with a sequence after so long is still no key: nobody types that soon after
  /// Escape what looks like one.
  private static let lateWithin: Duration = .milliseconds(600)
  /// The rest of a sequence that has begun comes within this, or not at all.
  static let sequenceDelay: Duration = .seconds(1)
  /// A paste whose end does not come is over after this much silence.
  static let pasteDelay: Duration = .seconds(1)
  /// Longer pastes are cut off here: no field of a form takes more.
  static let mostPasted = 64 * 1024
  private static let doubleClickTime: Duration = .milliseconds(400)

  private(set) var escapeDelay = Self.usualEscapeDelay
  private var bytes: [UInt8] = []
  private var pasted: [UInt8]?
  /// Within a string of the terminal's: all of it is passed over, up to its end.
  private var string: TerminalString?
  private var lastPress: (at: Point, when: Instant)?
  /// When Escape was said for a byte that nothing followed in time.
  private var escapedAt: Instant?
  /// An escape that came right behind the Escape key: somebody presses it twice, and what follows is
  /// no letter with Alt.
  private var isTwice = false
  /// The first byte was said as Escape already, and the sequence goes on nevertheless, so long after.
  private var late: Duration?

  /// How long to wait for more before calling `timeOut`; nil when nothing is unfinished.
  var patience: Duration? {
    if pasted != nil { return Self.pasteDelay }
    if string != nil { return Self.sequenceDelay }
    if bytes.isEmpty { return nil }
    let isOneKey =
      bytes.count == 1 || bytes.count == 2 && (late != nil || Self.begin[bytes[1]] != nil)
    return bytes[0] == Self.escape && isOneKey ? escapeDelay : Self.sequenceDelay
  }

  mutating func keys(from new: some Sequence<UInt8>, at now: Instant) -> [KeyPress] {
    let new = Array(new)
    takeUpLateSequence(new, at: now)
    bytes += new
    var keys: [KeyPress] = []
    var rest = bytes[...]
    while let step = next(in: rest, at: now) {
      rest = rest.dropFirst(step.length)
      learn()
      if let key = step.key { keys.append(key) }
    }
    bytes = Array(rest)
    return keys
  }

  /// Nothing more came: what is unfinished is all there is.
  mutating func timeOut(at now: Instant) -> [KeyPress] {
    let rest = bytes
    bytes = []
    let wasLate = late != nil
    late = nil
    if let text = pasted {
      pasted = nil
      return [.paste(Self.cleaned(text + rest))]
    }
    guard string == nil else {
      string = nil
      return []
    }
    guard rest.first == Self.escape else { return [] }
    isTwice = false
    if wasLate { return rest.count == 2 ? [.character(Self.plain(rest[1]))] : [] }
    if rest.count == 1 {
      escapedAt = now
      return [.escape]
    }
    return rest.count == 2 ? [.alt(Self.plain(rest[1]))] : []
  }

  private static func plain(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }

  /// A sequence whose escape came so long before that it was taken for the key: from now on that
  /// line is waited for longer.
  private mutating func takeUpLateSequence(_ new: [UInt8], at now: Instant) {
    guard let at = escapedAt, let first = new.first else { return }
    escapedAt = nil
    let gap = now - at
    isTwice = first == Self.escape && gap < Self.lateWithin
    guard bytes.isEmpty, gap < Self.lateWithin, Self.begin[first] != nil else { return }
    bytes = [Self.escape]
    late = gap
  }

  private mutating func learn() {
    guard let gap = late else { return }
    late = nil
    escapeDelay = min(Self.longestEscapeDelay, escapeDelay + gap * 2)
  }

  // MARK: - One step

  /// A key (or nothing to be done) and how many bytes it took; nil until more bytes come.
  private struct Step {
    let key: KeyPress?
    let length: Int
  }

  private static let escape: UInt8 = 0x1B

  /// What an escape before a byte begins (ECMA-48 5.3).
  private enum Beginning {
    case sequence
    case singleShift
    case string(TerminalString.Kind)
  }

  private static let begin: [UInt8: Beginning] = [
    UInt8(ascii: "["): .sequence, UInt8(ascii: "O"): .singleShift,
    UInt8(ascii: "]"): .string(.command), UInt8(ascii: "P"): .string(.other),
    UInt8(ascii: "X"): .string(.other), UInt8(ascii: "^"): .string(.other),
    UInt8(ascii: "_"): .string(.other),
  ]

  private mutating func next(in bytes: ArraySlice<UInt8>, at now: Instant) -> Step? {
    guard let first = bytes.first else { return nil }
    if pasted != nil { return nextOfPaste(bytes) }
    if string != nil { return nextOfString(bytes) }
    if first == Self.escape {
      guard let second = bytes.dropFirst().first else { return nil }
      if second == Self.escape {
        isTwice = true
        return Step(key: .escape, length: 1)
      }
      let wasTwice = isTwice
      isTwice = false
      if let beginning = Self.begin[second] { return step(beginning, bytes, after: 2, at: now) }
      if wasTwice { return Step(key: .escape, length: 1) }
      let step = character(bytes.dropFirst(), make: KeyPress.alt)
      return step.map { Step(key: $0.key, length: $0.length + 1) }
    }
    // The same in one byte, or in UTF-8: C1 (ECMA-48 5.3) is 64 above what follows an escape.
    if (0x80..<0xA0).contains(first) { return control(first, bytes, length: 1, at: now) }
    if first == 0xC2, let second = bytes.dropFirst().first, second < 0xA0 {
      return control(second, bytes, length: 2, at: now)
    }
    return character(bytes, make: KeyPress.character)
  }

  private mutating func control(
    _ byte: UInt8, _ bytes: ArraySlice<UInt8>, length: Int, at now: Instant
  ) -> Step? {
    guard byte >= 0x80, let beginning = Self.begin[byte - 0x40] else {
      return Step(key: nil, length: 1)
    }
    return step(beginning, bytes, after: length, at: now)
  }

  private mutating func step(
    _ beginning: Beginning, _ bytes: ArraySlice<UInt8>, after length: Int, at now: Instant
  ) -> Step? {
    let rest = bytes.dropFirst(length)
    switch beginning {
    case .sequence:
      return controlSequence(rest, at: now).map { Step(key: $0.key, length: $0.length + length) }
    case .singleShift:
      return singleShift(rest).map { Step(key: $0.key, length: $0.length + length) }
    case .string(let kind):
      // An escape alone before it may still be the Alt key.
      guard !rest.isEmpty else { return nil }
      string = TerminalString(kind: kind)
      return Step(key: nil, length: length)
    }
  }

  private mutating func nextOfString(_ bytes: ArraySlice<UInt8>) -> Step? {
    guard var inside = string else { return nil }
    let taken = inside.take(bytes)
    string = inside.isOver ? nil : inside
    return taken == 0 && !inside.isOver ? nil : Step(key: nil, length: taken)
  }

  /// One character or control byte; `make` for a plain character.
  private func character(_ bytes: ArraySlice<UInt8>, make: (Character) -> KeyPress) -> Step? {
    guard let first = bytes.first else { return nil }
    if let key = Self.controls[first] { return Step(key: key, length: 1) }
    if first < 0x20 {
      // ^A is 1, ^Z is 26, and the four after Escape are \ ] ^ _.
      return Step(key: .control(Self.plain(first < 27 ? first + 96 : first + 64)), length: 1)
    }
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard bytes.count >= length else {
      let isBroken = bytes.dropFirst().contains { $0 & 0xC0 != 0x80 }
      return isBroken ? Step(key: nil, length: 1) : nil
    }
    guard let text = String(validating: bytes.prefix(length), as: UTF8.self), let only = text.first
    else { return Step(key: nil, length: 1) }
    return Step(key: make(only), length: length)
  }

  /// Application keys; some terminals put a modifier's number before the letter.
  private func singleShift(_ bytes: ArraySlice<UInt8>) -> Step? {
    let numbers = bytes.prefix { $0 >= 0x30 && $0 <= 0x3B }
    guard let last = bytes.dropFirst(numbers.count).first else { return nil }
    return Step(key: Self.singleShift[last], length: numbers.count + 1)
  }

  private mutating func controlSequence(_ bytes: ArraySlice<UInt8>, at now: Instant) -> Step? {
    // The Linux console's first five function keys have a second bracket.
    if bytes.first == UInt8(ascii: "[") {
      guard let letter = bytes.dropFirst().first else { return nil }
      let number = Int(letter) - 0x40
      return Step(key: (1...5).contains(number) ? .function(number) : nil, length: 2)
    }
    guard let sequence = ControlSequence(bytes) else { return nil }
    let trail = sequence.trailingCharacters
    guard let length = Self.length(of: trail, in: bytes.dropFirst(sequence.length)) else {
      return nil
    }
    let whole = Step(key: nil, length: sequence.length + length)
    if sequence.isPasteStart {
      pasted = []
      return whole
    }
    if let report = sequence.mouseReport ?? sequence.oldMouseReport(bytes) {
      return Step(key: mouse(report, at: now), length: whole.length)
    }
    return Step(key: sequence.key, length: whole.length)
  }

  /// Bytes of so many characters, each of one byte or of two as in UTF-8; nil until all are there.
  private static func length(of characters: Int, in bytes: ArraySlice<UInt8>) -> Int? {
    var length = 0
    for _ in 0..<characters {
      let rest = bytes.dropFirst(length)
      guard let first = rest.first else { return nil }
      let isLead = (0xC2...0xDF).contains(first)
      guard isLead else {
        length += 1
        continue
      }
      guard let second = rest.dropFirst().first else { return nil }
      length += second & 0xC0 == 0x80 ? 2 : 1
    }
    return length
  }

  // MARK: - Paste

  private mutating func nextOfPaste(_ bytes: ArraySlice<UInt8>) -> Step? {
    let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    guard bytes.first == end[0] else {
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

  // MARK: - Mouse

  private mutating func mouse(_ report: ControlSequence.MouseReport, at now: Instant) -> KeyPress? {
    let at = report.at
    guard at.column >= 0, at.row >= 0 else { return nil }
    switch report.button {
    case 64: return .mouse(.init(action: .scrollUp, at: at))
    case 65: return .mouse(.init(action: .scrollDown, at: at))
    case 0 where !report.isPress: return .mouse(.init(action: .release, at: at))
    case 0:
      let isSecond = lastPress.map { $0.at == at && now - $0.when < Self.doubleClickTime } ?? false
      lastPress = isSecond ? nil : (at, now)
      return .mouse(.init(action: isSecond ? .doubleClick : .press, at: at))
    default: return nil
    }
  }

  // MARK: - Tables

  private static let controls: [UInt8: KeyPress] = [
    0x00: .control(" "), 0x08: .backspace, 0x09: .tab, 0x0A: .enter, 0x0D: .enter,
    0x7F: .backspace,
  ]

  private static let singleShift: [UInt8: KeyPress] = {
    var keys: [UInt8: KeyPress] = [
      UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
      UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
      UInt8(ascii: "M"): .enter, UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
      UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4), UInt8(ascii: "a"): .up,
      UInt8(ascii: "b"): .down, UInt8(ascii: "c"): .right, UInt8(ascii: "d"): .left,
    ]
    // The number pad in application mode: what is written on its keys.
    for (place, character) in "*+,-./0123456789".enumerated() {
      keys[UInt8(ascii: "j") + UInt8(place)] = .character(character)
    }
    return keys
  }()
}
