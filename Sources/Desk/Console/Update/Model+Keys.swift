import BookingDomain
import Screen

extension Model {
  mutating func press(_ key: KeyPress, _ id: RequestID) -> [Effect] {
    notices.seen(at: now)
    if case .login(let form) = stage { return pressInLogin(key, form) }
    switch mode {
    case .normal: return pressNormally(key, id)
    case .command(let field): return pressInCommand(key, field, id)
    case .search(let field, let origin): return pressInSearch(key, field, origin)
    case .tag(let change, let first): return pressInTag(key, change, first, id)
    case .confirmQuit: return pressInQuit(key)
    }
  }

  private mutating func pressNormally(_ key: KeyPress, _ id: RequestID) -> [Effect] {
    if case .mouse(let mouse) = key { return click(mouse) }
    if case .menu(let at) = overlay, let effects = choose(at, key, id) { return effects }
    if let overlay, let effects = act(in: overlay, key) { return effects }
    if let overlay, scroll(overlay, key) { return [] }
    guard let binding = Keymap.binding(for: key) else {
      if case .escape = key { viewport.wantsDetails = coversDetails ? nil : viewport.wantsDetails }
      return []
    }
    return perform(binding, id)
  }

  private var coversDetails: Bool { plan.detailsPlace == .cover }

  mutating func perform(_ binding: Binding, _ id: RequestID) -> [Effect] {
    // An order says itself why not, after looking for changes under the cursor.
    if case .order = binding.action {
    } else if let sentence = binding.whyOff(self) {
      notices.say(.warning, sentence, at: now)
      return []
    }
    return perform(binding.action, id)
  }

  /// Keys that an open overlay takes for itself; every other key closes it, and means what it
  /// always means unless that was to close it.
  private mutating func scroll(_ open: Overlay, _ key: KeyPress) -> Bool {
    let page = max(1, size.rows - 4)
    let by: Int
    switch key {
    case .down, .character("j"): by = 1
    case .up, .character("k"): by = -1
    case .pageDown, .character(" "): by = page
    case .pageUp: by = -page
    case .home: by = -10_000
    case .end: by = 10_000
    default:
      overlay = nil
      return [
        .escape, .enter, .character("q"), .character("?"), .character("H"), .character("J"),
        .function(12),
        .function(2), .function(10), .character("M"),
      ]
      .contains(key)
    }
    switch open {
    case .help(let scroll):
      overlay = .help(scroll: clamped(scroll + by, HelpText.lines(self).count))
    case .messages(let scroll):
      let last = max(0, notices.history.count - 1)
      overlay = .messages(scroll: min(max(0, scroll + by), last))
    case .card(var view):
      view.scroll = clamped(view.scroll + by, view.file?.bookings.count ?? 0)
      overlay = .card(view)
    case .list(var list):
      list.scroll = clamped(list.scroll + by, rows(of: list).count)
      overlay = .list(list)
    case .history(var view):
      view.scroll = clamped(view.scroll + by, view.entries?.count ?? 0)
      overlay = .history(view)
    case .dayChanges(var view):
      view.scroll = clamped(view.scroll + by, view.changes?.count ?? 0)
      overlay = .dayChanges(view)
    case .linkFacts, .menu: break
    }
    return true
  }

  /// Booking from a card or a list; nil where the key means something else.
  private mutating func act(in open: Overlay, _ key: KeyPress) -> [Effect]? {
    switch open {
    case .card(let view):
      guard key == .character("b"), let customer = view.file?.card.customer else { return nil }
      let phone = customer.phone.map { String($0.filter(\.isNumber)) }
      return self.open(.book, with: "\(phone ?? customer.name) ")
    case .list(let list):
      let rows = rows(of: list)
      let index: Int
      switch key {
      case .enter: index = 0
      case .character(let digit):
        guard let number = digit.wholeNumberValue, number > 0 else { return nil }
        index = number - 1 + list.scroll
      default: return nil
      }
      guard rows.indices.contains(index) else { return key == .enter ? nil : [] }
      return self.open(.book, with: rows[index].phrase)
    case .help, .menu, .messages, .linkFacts, .history, .dayChanges: return nil
    }
  }

  private func clamped(_ scroll: Int, _ lines: Int) -> Int {
    min(max(0, scroll), max(0, lines - max(1, size.rows - 4)))
  }

  // MARK: - Tags

  /// Whatever is no tag ends the asking: nothing happens by accident.
  private mutating func pressInTag(
    _ key: KeyPress, _ change: Change, _ first: Character?, _ id: RequestID
  ) -> [Effect] {
    mode = .normal
    guard case .character(let typed) = key, let letter = typed.lowercased().first else { return [] }
    guard let first else {
      mode = .tag(change, first: letter)
      return []
    }
    guard let booking = tagged(first, letter) else {
      notices.say(.warning, "No booking on the screen has the tag \(first)\(letter).", at: now)
      return []
    }
    select(booking.id)
    return order(change, on: booking, id)
  }

  private func tagged(_ first: Character, _ second: Character) -> Booking? {
    if isTherapistDay {
      return TherapistDay(self).rows.first {
        $0.tag?.first == first && $0.tag?.second == second
      }?.booking
    }
    if view == .agenda { return Agenda(self, in: plan.body).booking(tagged: first, second) }
    return layout.blocks.first { $0.tag?.first == first && $0.tag?.second == second }?.booking
  }

  // MARK: - Leaving

  /// The key that asked is not the key that confirms.
  private mutating func pressInQuit(_ key: KeyPress) -> [Effect] {
    mode = .normal
    return key == .character("y") || key == .character("Y") ? [.quit] : []
  }

  // MARK: - Mouse

  /// What a click at `point` means.
  private func cursor(at point: Point) -> Cursor? {
    switch view {
    case .own: return TherapistDay(self).row(at: point)?.booking.map { .booking($0.id) }
    case .agenda: return Agenda(self, in: plan.body).booking(at: point).map { .booking($0.id) }
    case .wall: return nil
    case .board, .rooms, .week:
      let layout = layout
      if let block = layout.block(at: point) { return .booking(block.booking.id) }
      guard let column = layout.columns.first(where: { $0.rect.contains(point) }) else {
        return nil
      }
      let minute = layout.axis.minute(row: point.row - column.rect.row)
      return cursor(in: column.gridColumn, at: TimeOfDay(hour: 0, minute: minute))
    }
  }

  private mutating func click(_ mouse: KeyPress.Mouse) -> [Effect] {
    switch mouse.action {
    case .press, .doubleClick:
      overlay = nil
      guard let hit = cursor(at: mouse.at) else { return [] }
      cursor = hit
      guard mouse.action == .doubleClick else { return [] }
      if case .free? = selectedStop { return open(.book) }
      viewport.wantsDetails = true
    case .scrollUp: scrollBoard(rows: -2)
    case .scrollDown: scrollBoard(rows: 2)
    case .release: break
    }
    return []
  }
}
