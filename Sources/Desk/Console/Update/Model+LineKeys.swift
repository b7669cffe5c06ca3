import BookingDomain
import DeskLanguage
import Screen

/// Typing after `:` and `/`.
extension Model {
  mutating func pressInCommand(_ key: KeyPress, _ field: TextField, _ id: RequestID) -> [Effect] {
    var field = field
    if [.up, .down, .left, .right].contains(key), push(key, field.text) { return [] }
    switch key {
    case .escape, .control("c"), .control("g"):
      mode = .normal
    case .backspace where field.isEmpty: mode = .normal
    case .enter:
      found.mayAskAgain()
      return enter(field.text, id)
    case .character(let digit) where typing.chooses && choose(digit, field.text): return []
    case .up, .down:
      if let line = typing.recall(back: key == .up) { mode = .command(TextField(line)) }
    case .tab: mode = .command(TextField(CommandLine.completed(field.text, self)))
    default:
      // Whoever types on after Enter wants something else sent than stood there.
      typing.sendsWhenReady = false
      typing.refusedLine = nil
      found.mayAskAgain()
      _ = field.edit(key)
      mode = .command(field)
    }
    return []
  }

  /// A phrase stays until it can be sent; any other line is done with.
  private mutating func enter(_ line: String, _ id: RequestID) -> [Effect] {
    // What is sent is what was shown.
    if let draft = draft(of: line) { return give(draft, line, id) }
    mode = .normal
    typing.origin = nil
    return run(line, id)
  }

  /// A digit puts another start in the place of the one that will not do.
  private mutating func choose(_ digit: Character, _ line: String) -> Bool {
    typing.chooses = false
    guard let number = digit.wholeNumberValue, let draft = draft(of: line),
      draft.alternatives.indices.contains(number - 1),
      let (verb, text) = CommandLine.phrase(line)
    else { return false }
    let again = verb.text(text, startingAt: draft.alternatives[number - 1], draft: draft)
    mode = .command(TextField("\(verb.rawValue) \(again)"))
    return true
  }

  /// While nothing else was typed, arrows say where a booking is moved: to the quarter of an hour
  /// before or after, or to the therapist beside who does the same.
  private mutating func push(_ key: KeyPress, _ line: String) -> Bool {
    guard let (verb, text) = CommandLine.phrase(line), verb == .move,
      text.trimmingBlanks == typing.pushed, let context = phraseContext,
      let booking = context.selected
    else { return false }
    let stands = typing.draft?.ghosts.first
    var time = stands?.time ?? booking.time
    var therapist = stands?.therapist ?? booking.therapist
    let quarter = 900
    switch key {
    case .up: time = TimeOfDay(seconds: max(0, (time.seconds - 1) / quarter * quarter))
    case .down:
      let next = (time.seconds / quarter + 1) * quarter
      time = TimeOfDay(seconds: min(next, 24 * 3600 - quarter))
    default:
      let able = context.spa.therapists.filter {
        $0.id == therapist
          || $0.state.takesBookings && (context.service(booking.service.id).map($0.does) ?? true)
      }.map(\.id)
      let index = (able.firstIndex(of: therapist) ?? 0) + (key == .left ? -1 : 1)
      if able.indices.contains(index) { therapist = able[index] }
    }
    var words: [String] = []
    if time != booking.time { words.append(time.hourMinute) }
    if therapist != booking.therapist { words.append(context.lexicon.word(for: therapist)) }
    typing.pushed = words.joined(separator: " ")
    mode = .command(TextField("\(verb.rawValue) \(typing.pushed)"))
    return true
  }

  /// A theme is worn while its name stands in the line.
  mutating func previewTheme() -> [Effect] {
    var wanted: String?
    if case .command(let field) = mode,
      case .action(.useTheme(let name)) = CommandLine.read(field.text, self),
      theme.available.contains(name)
    {
      wanted = name
    }
    guard wanted != theme.previewed else { return [] }
    theme.previewed = wanted
    return [.previewTheme(wanted)]
  }

  private mutating func run(_ line: String, _ id: RequestID) -> [Effect] {
    switch CommandLine.read(line, self) {
    case .empty: return []
    case .problem(let sentence):
      notices.say(.error, sentence, at: now)
      return []
    case .phrase: return []
    case .action(let action):
      typing.remember(line)
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
