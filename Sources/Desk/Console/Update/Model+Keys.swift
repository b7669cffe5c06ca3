import BookingDomain
import DeskLanguage
import Screen

extension Model {
  mutating func press(_ key: KeyPress, _ id: RequestID) -> [Effect] {
    if case .burst(let text) = key { return press(burst: text, id) }
    let isUndo = mode == .normal && keymap.binding(for: key)?.action == .order(.undo)
    let settled = settleUndo(
      isInterrupted: keymap.binding(for: key)?.action != .order(.undo))
    if !isUndo, !isTypingUndo(key) { deeds.disarm() }
    notices.seen(at: now, keeping: deeds.announced)
    hands.pressed()
    let before = (cursor, board.date, view)
    let effects = pressed(key, id)
    if before != (cursor, board.date, view) || effects.contains(where: \.isOrder) {
      hands.stepped()
    }
    return settled + effects
  }

  /// The key's action as a word.
  private func isTypingUndo(_ key: KeyPress) -> Bool {
    guard let word = keymap.binding(for: .order(.undo))?.word else { return false }
    if mode == .normal { return overlay == nil && isKey(key, of: .commandLine) }
    guard case .command(var field) = mode else { return false }
    if key != .enter { _ = field.edit(key) }
    return word.hasPrefix(field.text)
  }

  /// An undo key that is kept down takes one step back a press.
  mutating func settleUndo(isInterrupted: Bool) -> [Effect] {
    undoKey.taken(at: now, isInterrupted: isInterrupted).map { takeBack($0) } ?? []
  }

  private mutating func pressed(_ key: KeyPress, _ id: RequestID) -> [Effect] {
    if case .login(let form) = stage { return pressInLogin(key, form) }
    switch mode {
    case .normal: return pressNormally(key, id)
    case .command(let field): return pressInCommand(key, field, id)
    case .search(let field, let origin): return pressInSearch(key, field, origin)
    case .tag(let change, let first): return pressInTag(key, change, first, id)
    case .password(let prompt): return pressInPassword(key, prompt)
    case .confirmQuit: return pressInQuit(key)
    }
  }

  /// Where text is typed a burst is text. Elsewhere it may only move the cursor, close what lies over
  /// the board and begin a line: no pasted word gives orders.
  private mutating func press(burst text: String, _ id: RequestID) -> [Effect] {
    guard stage == .day, mode == .normal, !KeyContext.narrowed.contains(keyContext) else {
      return press(.paste(text), id)
    }
    let keys = text.map(KeyPress.character)
    let isRepeated = keyContext == .board && Set(text).count == 1
    guard let end = isRepeated ? keys.endIndex : endOfHarmless(keys) else {
      let how = overlay == nil ? " \(linesBegin)." : ""
      notices.say(.warning, "Pasted, or typed ahead: nothing was done.\(how)", at: now)
      return []
    }
    var effects = keys[..<end].enumerated().flatMap { press($1, id.sibling($0)) }
    if end < keys.endIndex {
      effects += press(.paste(String(text.dropFirst(end))), id.sibling(end))
    }
    return effects
  }

  /// Behind the key that begins a line, or behind the last one; nil where one of them does anything.
  private func endOfHarmless(_ keys: [KeyPress]) -> Int? {
    var context = keyContext
    for (index, key) in keys.enumerated() {
      guard let action = keymap.binding(for: key, in: context)?.action else { return nil }
      if action.beginsLine { return index + 1 }
      if action == .close {
        context = .board
      } else if !action.onlyMoves {
        return nil
      }
    }
    return keys.endIndex
  }

  private mutating func pressNormally(_ key: KeyPress, _ id: RequestID) -> [Effect] {
    if let overlay {
      guard keymap.binding(for: key, in: overlay.context) == nil,
        let letter = letter(behindEscape: key)
      else { return press(key, over: overlay, id) }
      return press(.escape, over: overlay, id) + pressNormally(letter, id)
    }
    if case .mouse(let mouse) = key { return click(mouse) }
    guard let binding = keymap.binding(for: key) else {
      if let letter = letter(behindEscape: key) { return pressNormally(letter, id) }
      sayWhyNoKey(key)
      return []
    }
    if binding.action == .order(.undo), !undoKey.press(id, at: now) { return [] }
    return perform(binding, id)
  }

  /// Escape, and a key so soon after it that the terminal takes both for one with Alt: it is not lost
  /// where it does nothing but move or begin a line.
  private func letter(behindEscape key: KeyPress) -> KeyPress? {
    guard case .alt(let character) = key,
      let action = keymap.binding(for: .character(character))?.action,
      action.onlyMoves || action.beginsLine
    else { return nil }
    return .character(character)
  }

  mutating func perform(_ binding: Binding, _ id: RequestID) -> [Effect] {
    // An order says itself why not, after looking for changes under the cursor.
    if case .order = binding.action {
    } else if let sentence = binding.whyOff(self) {
      notices.say(.warning, sentence, at: now)
      return []
    }
    return perform(binding.action, id)
  }

  private var linesBegin: String {
    "\(self.key(.phrase(.book))), \(self.key(.search)) or \(self.key(.commandLine)) begins a line"
  }

  /// A key of another keyboard layout, or that was given away, does nothing, and says so.
  mutating func sayWhyNoKey(_ key: KeyPress) {
    if case .paste = key {
      notices.say(.warning, "Pasted text is no key here: \(linesBegin).", at: now)
    }
    if let moved = keymap.formerly(key) {
      let now = moved.keys.isEmpty ? ":" + moved.word : moved.keyNames
      return notices.say(
        .warning, "\(key.name) is no key now: \(moved.word) is \(now).", at: self.now)
    }
    if case .alt = key {
      return notices.say(
        .warning, "\(key.name) is no key here: press it again without Esc.", at: now)
    }
    guard case .character(let character) = key, character.isLetter else { return }
    if !character.isASCII {
      notices.say(
        .warning, "\"\(character)\" is no key here: is another keyboard layout on?", at: now)
    } else if character.isUppercase {
      notices.say(.warning, "\"\(character)\" is no key here: is Caps Lock on?", at: now)
    }
  }

  // MARK: - Tags

  /// Whatever is no tag ends the asking: nothing happens by accident.
  private mutating func pressInTag(
    _ key: KeyPress, _ change: Change, _ first: Character?, _ id: RequestID
  ) -> [Effect] {
    mode = .normal
    guard case .character(let letter) = key else { return [] }
    guard letter.isASCII, !letter.isUppercase else {
      let what = letter.isASCII ? "Caps Lock" : "another keyboard layout"
      notices.say(.warning, "\"\(letter)\" is in no tag: is \(what) on?", at: now)
      return []
    }
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
