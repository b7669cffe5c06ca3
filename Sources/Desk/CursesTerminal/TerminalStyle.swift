/// How a terminal writes after the style sequences it was sent.
struct TerminalStyle: Hashable {
  /// Parameters of SGR (ECMA-48 8.3.117) as they were sent: 1 to 9, and a colour's own.
  private var attributes: Set<Int> = []
  private var foreground: [Int] = []
  private var background: [Int] = []

  static let plain = TerminalStyle()

  /// After one more sequence; nil where it says what is not known here.
  func after(_ sequence: ArraySlice<UInt8>) -> TerminalStyle? {
    var numbers: [Int] = []
    for part in sequence.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      guard let number = part.isEmpty ? 0 : Int(String(decoding: part, as: UTF8.self)) else {
        return nil
      }
      numbers.append(number)
    }
    var style = self
    var rest = numbers[...]
    while let first = rest.first {
      var taken = 1
      switch first {
      case 0: style = .plain
      case 1...9: style.attributes.insert(first)
      case 30...37, 90...97: style.foreground = [first]
      case 39: style.foreground = []
      case 40...47, 100...107: style.background = [first]
      case 49: style.background = []
      case 38, 48:
        taken = rest.dropFirst().first == 5 ? 3 : 5
        guard rest.count >= taken else { return nil }
        if first == 38 {
          style.foreground = Array(rest.prefix(taken))
        } else {
          style.background = Array(rest.prefix(taken))
        }
      default: return nil
      }
      rest = rest.dropFirst(taken)
    }
    return style
  }

  /// The parameters that lead from here to `other` without beginning anew: what goes, what comes, and
  /// the colour that is another one; nil where that takes a sequence that not every terminal has, or
  /// too long a one. Only where there is colour: a terminal that has none may not know any of these.
  func change(to other: TerminalStyle) -> [UInt8]? {
    guard !(hasNoColor && other.hasNoColor) else { return nil }
    var numbers: [Int] = []
    var come = other.attributes.subtracting(attributes)
    for gone in attributes.subtracting(other.attributes).sorted() {
      guard let end = Self.ends[gone] else { return nil }
      if !numbers.contains(end) { numbers.append(end) }
      // Bold and dim have one end.
      come.formUnion(other.attributes.filter { Self.ends[$0] == end })
    }
    numbers += come.sorted()
    if foreground != other.foreground {
      numbers += other.foreground.isEmpty ? [39] : other.foreground
    }
    if background != other.background {
      numbers += other.background.isEmpty ? [49] : other.background
    }
    guard numbers.count <= Self.mostNumbers else { return nil }
    return Array(numbers.map(String.init).joined(separator: ";").utf8)
  }

  /// The Linux console keeps sixteen parameters of a sequence.
  static let mostNumbers = 16
  /// What ends bold, dim, underlined and reversed.
  private static let ends = [1: 22, 2: 22, 4: 24, 7: 27]

  private var hasNoColor: Bool { foreground.isEmpty && background.isEmpty }
}
