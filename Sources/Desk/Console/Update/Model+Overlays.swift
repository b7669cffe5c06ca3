import BookingDomain
import DeskLanguage
import Screen

/// Keys while something lies over the board: they are its own, and the board hears none of them.
extension Model {
  mutating func press(_ key: KeyPress, over open: Overlay, _ id: RequestID) -> [Effect] {
    if case .mouse(let mouse) = key { return click(mouse, over: open) }
    guard let binding = keymap.binding(for: key, in: open.context) else {
      narrow(open, key)
      return []
    }
    switch binding.action {
    case .close: return close(open)
    case .turn(let turn):
      self.turn(open, turn)
      return askForMonth()
    case .choose: return choose(in: open, id)
    case .commandLine: mode = .command(TextField("at "))
    case .typeTime:
      if case .character(let digit) = key { mode = .command(TextField("at \(digit)")) }
    case .chooseLine: return chooseLine(of: open, key)
    case .bookForGuest: return bookForGuest(of: open)
    case .tick, .tickTask, .writeNote, .writeTask:
      if case .list(let list) = open { return tick(binding.action, in: list, id) }
    default: return perform(binding.action, id)
    }
    return []
  }

  private mutating func click(_ mouse: KeyPress.Mouse, over open: Overlay) -> [Effect] {
    switch mouse.action {
    case .press, .doubleClick: return close(open)
    case .scrollUp: turn(open, .lines(-2))
    case .scrollDown: turn(open, .lines(2))
    case .release: break
    }
    return []
  }

  /// Letters narrow the key table, in which a blank before any letter turns the page as in every
  /// other text; elsewhere a key that would mean something on the board is told
  /// that it does not get there.
  private mutating func narrow(_ open: Overlay, _ key: KeyPress) {
    switch open {
    case .help(let search) where search.wanted.text.isEmpty && key == .character(" "):
      turn(open, .pages(1))
    case .help(var search):
      guard search.wanted.edit(key) else { return }
      search.at = 0
      overlay = .help(search)
    case .menu(var search):
      guard search.wanted.edit(key) else { return }
      search.at = 0
      overlay = .menu(search)
    case .past:
      guard keymap.binding(for: key) != nil else { return sayWhyNoKey(key) }
      notices.say(.warning, sentenceOfPast(key.name), at: now)
    case .messages, .linkFacts, .history, .dayChanges, .card, .list, .house, .month:
      guard keymap.binding(for: key) != nil else { return sayWhyNoKey(key) }
      notices.say(.information, "\(key.name) does nothing here: Esc closes this first.", at: now)
    }
  }

  // MARK: - Looking through

  private mutating func turn(_ open: Overlay, _ turn: Action.Turn) {
    func moved(_ at: Int, _ last: Int) -> Int {
      let to =
        switch turn {
        case .lines(let by): at + by
        case .pages(let by): at + by * max(1, size.rows - 6)
        case .columns: at
        case .start: 0
        case .end: last
        }
      return min(max(0, to), max(0, last))
    }
    /// Where the last line stands at the bottom.
    func scrolled(_ at: Int, _ lines: Int) -> Int { moved(at, lines - max(1, size.rows - 4)) }

    switch open {
    case .help(var search):
      let rows = HelpText.rows(
        self, wanted: search.wanted.text, columns: HelpText.columns(on: size))
      search.at = scrolled(search.at, rows.count + 1)
      overlay = .help(search)
    case .menu(var search):
      search.at = moved(search.at, search.found(for: self).count - 1)
      overlay = .menu(search)
    case .messages(let at): overlay = .messages(scroll: moved(at, notices.history.count - 1))
    case .card(var view):
      view.scroll = moved(view.scroll, view.file.map { cardPage(of: $0).lastScroll } ?? 0)
      overlay = .card(view)
    case .list(var list):
      list.at = moved(list.at, rows(of: list).count - 1)
      overlay = .list(list)
    case .history(var view):
      view.scroll = scrolled(view.scroll, view.entries?.count ?? 0)
      overlay = .history(view)
    case .dayChanges(var view):
      view.scroll = scrolled(view.scroll, view.count)
      overlay = .dayChanges(view)
    case .house(var view):
      view.scroll = scrolled(view.scroll, view.lines(wording, on: size).count)
      overlay = .house(view)
    case .month(let month): self.turn(month, turn)
    case .past: turnPast(turn)
    case .linkFacts: break
    }
  }

  /// The grid of the past is scrolled as the present one is.
  private mutating func turnPast(_ turn: Action.Turn) {
    switch turn {
    case .lines(let by): scrollBoard(rows: by)
    case .pages(let by): scrollBoard(rows: by * max(1, grid.axis.rows - 2))
    case .start: scrollBoard(rows: -1_000)
    case .end: scrollBoard(rows: 1_000)
    case .columns: break
    }
  }

  // MARK: - Choosing

  private mutating func choose(in open: Overlay, _ id: RequestID) -> [Effect] {
    switch open {
    case .menu(let search):
      let found = search.found(for: self)
      guard found.indices.contains(search.at) else { return [] }
      overlay = nil
      return start(found[search.at], id)
    case .list(let list):
      return book(list, line: list.at)
    case .month(let month): return goTo(month)
    case .help, .messages, .linkFacts, .history, .dayChanges, .card, .house, .past: return []
    }
  }

  /// An action that cannot be without its argument is begun in the command line.
  private mutating func start(_ binding: Binding, _ id: RequestID) -> [Effect] {
    if case .phrase = binding.action { return perform(binding, id) }
    guard binding.keys.isEmpty, binding.argument != nil else { return perform(binding, id) }
    typing.begins(about: selectedBooking, on: board)
    mode = .command(TextField(binding.word + " "))
    return []
  }

  /// A digit stands beside each of the first nine lines shown.
  private mutating func chooseLine(of open: Overlay, _ key: KeyPress) -> [Effect] {
    guard case .list(let list) = open, case .character(let digit) = key,
      let number = digit.wholeNumberValue
    else { return [] }
    return book(list, line: ListPage(list, self).first + number - 1)
  }

  private mutating func book(_ list: DeskList, line: Int) -> [Effect] {
    let rows = rows(of: list)
    guard rows.indices.contains(line) else { return [] }
    return open(.book, with: rows[line].phrase)
  }

  private mutating func tick(_ action: Action, in list: DeskList, _ id: RequestID) -> [Effect] {
    switch action {
    case .tick(.undo): return takeBackLast(id)
    case .tick(let change): return tick(change, in: list, id)
    case .tickTask: return tickTask(in: list, id)
    case .writeNote: return writeNote(in: list)
    case .writeTask: return writeTask(in: list)
    default: return []
    }
  }

  private mutating func bookForGuest(of open: Overlay) -> [Effect] {
    guard case .card(let view) = open, let card = view.file?.card else { return [] }
    return self.open(.book, with: card.bookingWords + " ")
  }

  func cardPage(of file: CustomerFile) -> CardPage {
    CardPage(
      file, self,
      in: Rect(column: 0, row: 0, columns: size.columns, rows: plan.status.row))
  }

  /// The guest of the card, or of the selected booking.
  var guestInHand: PhraseContext.Guest? {
    if case .card(let view) = overlay {
      return view.file.map { PhraseContext.Guest($0.card.customer, file: $0) }
    }
    return selectedBooking.map { PhraseContext.Guest($0.customer, file: nil) }
  }

  mutating func bookSameAgain() -> [Effect] {
    guard let guest = guestInHand else { return [] }
    return open(.book, with: "\(guest.bookingWords) same")
  }
}

extension CustomerCard {
  /// What a line for booking begins with: the guest's own number where there is one.
  var bookingWords: String {
    let phone = family == nil ? customer.phone.map { String($0.filter(\.isNumber)) } : nil
    return phone ?? customer.name
  }
}

extension PhraseContext.Guest {
  var bookingWords: String {
    file?.card.bookingWords ?? customer.phone.map { String($0.filter(\.isNumber)) }
      ?? customer.name
  }
}
