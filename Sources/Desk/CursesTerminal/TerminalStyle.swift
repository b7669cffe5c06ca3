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

  /// The parameters that lead from here to `other` without saying the colours again; nil where
  /// they change, or where it takes more than the sequence for "neither bold nor dim". Only where
  /// there is colour: a terminal that has none may not know that sequence.
  func change(to other: TerminalStyle) -> [UInt8]? {
    guard foreground == other.foreground, background == other.background,
      !(foreground.isEmpty && background.isEmpty)
    else { return nil }
    let weights: Set<Int> = [1, 2]
    let gone = attributes.subtracting(other.attributes)
    guard gone.isSubset(of: weights) else { return nil }
    var numbers = other.attributes.subtracting(attributes)
    if !gone.isEmpty { numbers.formUnion(other.attributes.intersection(weights)) }
    let texts = (gone.isEmpty ? [] : ["22"]) + numbers.sorted().map(String.init)
    return Array(texts.joined(separator: ";").utf8)
  }
}
