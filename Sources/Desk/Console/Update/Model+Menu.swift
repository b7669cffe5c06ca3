import BookingDomain
import Screen

/// The menu: the key table as a list. Up, Down and Enter are the menu's; every other key closes it
/// and means what it always means, so that the keys beside the entries are learnt by using them.
extension Model {
  mutating func choose(_ at: Int, _ key: KeyPress, _ id: RequestID) -> [Effect]? {
    let page = max(1, size.rows - 6)
    let by: Int
    switch key {
    case .up: by = -1
    case .down: by = 1
    case .pageUp: by = -page
    case .pageDown: by = page
    case .home: by = -Keymap.bindings.count
    case .end: by = Keymap.bindings.count
    case .enter:
      overlay = nil
      return start(Keymap.bindings[at], id)
    default: return nil
    }
    overlay = .menu(at: min(max(0, at + by), Keymap.bindings.count - 1))
    return []
  }

  /// An action that cannot be without its argument is begun in the command line.
  private mutating func start(_ binding: Binding, _ id: RequestID) -> [Effect] {
    if case .phrase = binding.action { return perform(binding, id) }
    guard binding.keys.isEmpty, binding.argument != nil else { return perform(binding, id) }
    typingAbout = selectedBooking
    mode = .command(TextField(binding.word + " "))
    return []
  }
}

extension RequestID {
  /// Another order's name made of this one, for several orders of one key press: each but the
  /// first has other last digits.
  func sibling(_ index: Int) -> RequestID {
    let digits = 4
    guard index > 0, let last = Int(text.suffix(digits), radix: 16) else { return self }
    let other = String((last + index) & 0xFFFF, radix: 16)
    let padded = String(repeating: "0", count: digits - other.count) + other
    return RequestID(String(text.dropLast(digits)) + padded) ?? self
  }
}
