/// Says in fewer bytes what ncurses said: on a slow line they are what a person waits for.
///
/// Changes of style that follow each other become one (`ESC[m ESC[97m ESC[48;5;25m` →
/// `ESC[97;48;5;25m`), and what a reset undoes is left out. Where it is shorter, only what changes is
/// said, and the rest stays (`ESC[1m`, `ESC[22m`, `ESC[49m`). Returns from line drawing to ASCII go,
/// because nothing here ever draws with that character set; and so does the reset of the palette,
/// which is the person's own. ECMA-48 8.3.117 (SGR); what is drawn holds no escapes, so that every one
/// in `bytes` is from ncurses.
///
/// To the row below goes a line feed with the column (`\nESC[21G` for `ESC[16;21H`), which ncurses does
/// not use because it does not know whether somebody turns line feeds into returns: the column is said.
enum TerseOutput {
  /// - Parameter columns: of the screen, where the terminal knows how to go to a column of its row; nil
  ///   says every place in full.
  static func bytes(_ bytes: [UInt8], columns: Int? = nil) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var style: [ArraySlice<UInt8>] = []
    var place: WrittenPlace?
    // ncurses begins and ends every refresh without attributes.
    var current: TerminalStyle? = .plain
    var rest = bytes[...]
    while let first = rest.first {
      if first == escape, let known = useless.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(known.count)
      } else if first == escape, let parameters = styleParameters(rest) {
        if isReset(parameters) { style.removeAll(keepingCapacity: true) }
        style.append(parameters)
        rest = rest.dropFirst(parameters.count + 3)
      } else if let next = WrittenPlace(rest) {
        flush(&style, from: &current, into: &result)
        let isBelow = columns.map { place?.leads(to: next, columns: $0) ?? false } ?? false
        result += isBelow ? next.asBelow : Array(rest.prefix(next.length))
        rest = rest.dropFirst(next.length)
        place = next
      } else {
        flush(&style, from: &current, into: &result)
        if place?.write(first) == false { place = nil }
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    flush(&style, from: &current, into: &result)
    return result
  }

  private static let escape: UInt8 = 0x1B
  private static let useless = ["\u{1B}(B", "\u{1B}]104\u{7}"].map { Array($0.utf8) }
  /// What stands between `ESC[` and `m`; nil for any other sequence.
  private static func styleParameters(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let start = bytes.startIndex
    guard bytes.count > 2, bytes[start + 1] == UInt8(ascii: "[") else { return nil }
    let inside = bytes.dropFirst(2).prefix { $0 >= 0x30 && $0 <= 0x3B }
    guard inside.endIndex < bytes.endIndex, bytes[inside.endIndex] == UInt8(ascii: "m") else {
      return nil
    }
    return inside
  }

  private static func isReset(_ parameters: ArraySlice<UInt8>) -> Bool {
    parameters.isEmpty || parameters.starts(with: [0x30, 0x3B]) || parameters.elementsEqual([0x30])
  }

  private static func flush(
    _ style: inout [ArraySlice<UInt8>], from current: inout TerminalStyle?,
    into result: inout [UInt8]
  ) {
    guard !style.isEmpty else { return }
    let before = current
    current = style.reduce(before) { $0?.after($1) }
    let anew = joined(style)
    style.removeAll(keepingCapacity: true)
    if let before, let current, before == current { return }
    if let before, let current, let less = before.change(to: current), less.count + 3 < anew.count {
      append(less, to: &result)
    } else {
      result += anew
    }
  }

  /// One sequence for all of them, or more where one would be too long.
  private static func joined(_ style: [ArraySlice<UInt8>]) -> [UInt8] {
    var result: [UInt8] = []
    var parameters: [UInt8] = []
    var count = 0
    for (index, one) in style.enumerated() {
      let numbers = 1 + one.count { $0 == separator }
      if count + numbers > TerminalStyle.mostNumbers {
        append(parameters, to: &result)
        (parameters, count) = ([], 0)
      }
      if count > 0 { parameters.append(separator) }
      // Alone, a reset needs no number; before others it does not hurt to be clear.
      parameters += one.isEmpty && index < style.count - 1 ? [0x30] : one
      count += numbers
    }
    append(parameters, to: &result)
    return result
  }

  private static let separator = UInt8(ascii: ";")

  private static func append(_ parameters: [UInt8], to result: inout [UInt8]) {
    result += [escape, UInt8(ascii: "[")] + parameters + [UInt8(ascii: "m")]
  }
}
