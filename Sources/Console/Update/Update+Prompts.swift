import BookingDomain
import Screen

/// Typing after `:` and `/`.
extension Model {
  mutating func pressInCommand(_ key: KeyPress, _ field: TextField, _ id: RequestID) -> [Effect] {
    var field = field
    switch key {
    case .escape, .control("c"), .control("g"): mode = .normal
    case .backspace where field.isEmpty: mode = .normal
    case .enter:
      mode = .normal
      return run(field.text, id)
    case .tab: mode = .command(TextField(CommandLine.completed(field.text, self)))
    default:
      _ = field.edit(key)
      mode = .command(field)
    }
    return []
  }

  private mutating func run(_ line: String, _ id: RequestID) -> [Effect] {
    switch CommandLine.read(line, self) {
    case .empty: return []
    case .problem(let sentence):
      notices.say(.error, sentence, at: now)
      return []
    case .action(let action):
      if case .search = action, let space = line.firstIndex(of: " ") {
        lastSearch = String(line[space...])
        return perform(.nextMatch, id)
      }
      guard let binding = Keymap.binding(for: action) else { return perform(action, id) }
      return perform(binding, id)
    }
  }

  /// Searching moves the selection while typing; Esc comes back to where it was.
  mutating func pressInSearch(_ key: KeyPress, _ field: TextField, _ origin: BookingID?)
    -> [Effect]
  {
    var field = field
    switch key {
    case .escape, .control("c"), .control("g"):
      mode = .normal
      select(origin)
    case .backspace where field.isEmpty: mode = .normal
    case .enter:
      mode = .normal
      lastSearch = field.text
      if !field.isEmpty, matches(field.text).isEmpty {
        notices.say(.warning, "No guest of this day is called \"\(field.text)\".", at: now)
      }
    case .down, .tab: step(field.text, forward: true)
    case .up, .backTab: step(field.text, forward: false)
    default:
      _ = field.edit(key)
      mode = .search(field, origin: origin)
      showFirstMatch(field.text, origin)
    }
    return []
  }

  private mutating func step(_ text: String, forward: Bool) {
    lastSearch = text
    if let next = match(forward: forward) { select(next) }
  }

  /// The first match from where the search began, around the end of the day.
  private mutating func showFirstMatch(_ text: String, _ origin: BookingID?) {
    let found = matches(text)
    guard let first = found.first else { return select(origin) }
    let start = origin.flatMap { board.bookings[$0] }
    let next = found.first { booking in
      start.map { (booking.time, booking.id) >= ($0.time, $0.id) } ?? true
    }
    select((next ?? first).id)
  }
}
