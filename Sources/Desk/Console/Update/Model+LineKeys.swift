import BookingDomain
import DeskLanguage
import Screen

/// Typing after `:` and `/`.
extension Model {
  mutating func pressInCommand(_ key: KeyPress, _ field: TextField, _ id: RequestID) -> [Effect] {
    var field = field
    if [.up, .down, .left, .right].contains(key), push(key, field.text) { return [] }
    if key == .up || key == .down, walk(down: key == .down) { return [] }
    switch key {
    case .escape, .control("c"), .control("g"):
      mode = .normal
    case .backspace where field.isEmpty: mode = .normal
    case .enter:
      let isAskedAnew = lacksAnAnswer
      found.mayAskAgain()
      foundDays.mayAskAgain()
      otherDays.mayAskAgain()
      // The search runs again; nothing is sent before its result is shown.
      if isAskedAnew { return [] }
      if let at = typing.at { return take(option: at, field.text, id) }
      return enter(field.text, id)
    // The key that began the line, once more: what it says as it stands.
    case _ where isKey(key, of: .phrase(.pay)) && isNothingSaid(field.text, of: .pay):
      return enter(field.text, id)
    case _ where isKey(key, of: .sameAgain) && foundCard != nil:
      guard let card = foundCard else { return [] }
      return open(.book, with: "\(card.bookingWords) same")
    case .character(let digit) where typing.chooses && choose(digit, field.text): return []
    case .up, .down, .control("p"), .control("n"):
      let isBack = key == .up || key == .control("p")
      if let line = typing.earlier.recall(back: isBack) { mode = .command(TextField(line)) }
    case .tab: mode = .command(TextField(CommandLine.completed(field.text, self)))
    case .control("u") where CommandLine.phrase(field.text)?.text.isEmpty == false:
      // Takes away what was typed and leaves the verb; pressed once more, it takes the verb too.
      let verb = CommandLine.phrase(field.text)?.verb.rawValue ?? ""
      mode = .command(TextField(verb + " "))
    case .home, .control("a"):
      // The beginning lies behind the verb.
      let typed = CommandLine.phrase(field.text)?.text.count ?? field.count
      field.goBack(to: field.count - typed)
      mode = .command(field)
    case .alt: sayWhyNoKey(key)
    default:
      typing.goesOn()
      found.mayAskAgain()
      foundDays.mayAskAgain()
      otherDays.mayAskAgain()
      _ = field.edit(key)
      mode = .command(field)
    }
    return []
  }

  func isKey(_ key: KeyPress, of action: Action) -> Bool {
    keymap.binding(for: action)?.keys.contains(key) ?? false
  }

  private func isNothingSaid(_ line: String, of verb: Verb) -> Bool {
    CommandLine.phrase(line).map { $0 == (verb, "") } ?? false
  }

  /// Whom the find list stands at.
  private var foundCard: CustomerCard? {
    guard case .shows? = typing.draft?.outcome,
      CommandLine.phrase(typing.draftedLine)?.verb == .find
    else { return nil }
    return typing.draft?.guestCard
  }

  /// Whether the line is about somebody who was asked for in vain.
  private var lacksAnAnswer: Bool {
    guard case .asks(let text)? = typing.draft?.outcome else { return false }
    return found.wasAskedInVain(text)
  }

  /// A line stays until it can be sent: what is wrong in it is mended there.
  private mutating func enter(_ line: String, _ id: RequestID) -> [Effect] {
    guard mayEnter(line) else {
      notices.say(.warning, sentenceOfPast("Enter"), at: now)
      return []
    }
    if let sentence = whyNotTheirs(line) {
      mode = .normal
      notices.say(.warning, sentence, at: now)
      return []
    }
    // What is sent is what was shown.
    if let draft = draft(of: line) {
      if draft.isAboutStanding, let sentence = whatHasChanged() {
        notices.say(.warning, sentence, at: now)
        return []
      }
      return give(draft, line, id)
    }
    if case .problem(let sentence) = CommandLine.read(line, self) {
      notices.say(.error, sentence, at: now)
      return []
    }
    mode = .normal
    typing.origin = nil
    return run(line, id)
  }

  /// What somebody else has done meanwhile to what the line is about; said once.
  private mutating func whatHasChanged() -> String? {
    let deeds = self.deeds
    guard
      let booking = typing.changedMeanwhile(on: board, isOwn: { deeds.last(to: $0) != nil })
    else { return nil }
    if let about = typing.about { freshChanges.flash(about.id, at: now) }
    let last = booking.lastChange
    let who = last.flatMap { $0.byName.isEmpty ? nil : $0.byName } ?? "Somebody"
    let what = last.map { $0.kind.now(booking, on: board) } ?? booking.statusWord
    return "\(who) has just changed \(booking.customer.name), \(what): look, then press again."
  }

  /// Whose the line's word is, where it never is this person's.
  private func whyNotTheirs(_ line: String) -> String? {
    guard case .phrase(let verb, _) = CommandLine.read(line, self), !isTheirs(.phrase(verb)) else {
      return nil
    }
    return keymap.binding(for: .phrase(verb))?.whyOff(self)
  }

  /// Arrows go through what can be chosen; above its first line they bring earlier lines again.
  private mutating func walk(down: Bool) -> Bool {
    guard !typing.earlier.isRecalling, let draft = typing.draft else { return false }
    let options = draft.options
    guard let last = options.indices.last else { return false }
    if let chosen = draft.chosen { return walk(down: down, from: chosen, last, draft) }
    guard down || typing.at != nil else { return false }
    let to = (typing.at ?? -1) + (down ? 1 : -1)
    typing.stand(at: to < 0 ? nil : min(to, last))
    return true
  }

  /// Where the line means one of them as it stands, the line says which.
  private mutating func walk(down: Bool, from chosen: Int, _ last: Int, _ draft: Draft) -> Bool {
    guard down || chosen > 0, let (verb, text) = CommandLine.phrase(typing.draftedLine) else {
      return false
    }
    let to = min(chosen + (down ? 1 : -1), last)
    let line = verb.text(text, choosing: draft.options[to], of: draft)
    mode = .command(TextField("\(verb.rawValue) \(line)"))
    return true
  }

  /// What is chosen stands in the line; what only shows something is shown at once.
  private mutating func take(option: Int, _ line: String, _ id: RequestID) -> [Effect] {
    typing.stand(at: nil)
    guard let draft = draft(of: line), draft.options.indices.contains(option),
      let (verb, text) = CommandLine.phrase(line)
    else { return [] }
    if case .line(let begun)? = draft.options[option].edit { return begin(begun) }
    let chosen = verb.text(text, choosing: draft.options[option], of: draft)
    let changed = "\(verb.rawValue) \(chosen)"
    mode = .command(TextField(changed))
    guard let shown = self.draft(of: changed), case .shows = shown.outcome else { return [] }
    return give(shown, changed, id)
  }

  /// A digit puts another start in the place of the one that will not do.
  private mutating func choose(_ digit: Character, _ line: String) -> Bool {
    typing.chosen()
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
    case .empty, .problem: return []
    // The word alone does what its key does: it begins the line.
    case .phrase(let verb, let text):
      if let sentence = keymap.binding(for: .phrase(verb))?.whyOff(self) {
        notices.say(.warning, sentence, at: now)
        return []
      }
      return open(verb, with: text)
    case .action(let action):
      typing.earlier.remember(line)
      if case .search = action, let space = line.firstIndex(of: " ") {
        lastSearch = String(line[space...]).trimmingBlanks
        return perform(.nextMatch, id)
      }
      guard let binding = keymap.binding(for: action) else { return perform(action, id) }
      return perform(binding, id)
    }
  }

  /// Searching moves the selection while typing; Esc comes back to where it was.
  mutating func pressInSearch(_ key: KeyPress, _ field: TextField, _ origin: Cursor?)
    -> [Effect]
  {
    var field = field
    switch key {
    case .escape, .control("c"), .control("g"):
      mode = .normal
      stand(at: origin)
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
  private mutating func showFirstMatch(_ text: String, _ origin: Cursor?) {
    let all = matches(text)
    // Who is still expected, or is here, before who was cancelled; today before other days.
    let standing = all.filter { $0.status.occupies }
    let ofTheDay = standing.filter(board.shows)
    let found = ofTheDay.isEmpty ? standing.isEmpty ? all : standing : ofTheDay
    guard let first = found.first else { return stand(at: origin) }
    let start: (TimeOfDay, BookingID)? =
      switch origin {
      case .booking(let id)?: board.bookings[id].map { ($0.time, $0.id) }
      case .spot(let spot)?: (spot.time, 0)
      case nil: nil
      }
    let next = found.first { booking in start.map { (booking.time, booking.id) >= $0 } ?? true }
    select((next ?? first).id)
  }
}
