import BookingDomain
import DeskLanguage
import LinePromise
import Screen

/// Orders from a script, a line each, through the same model and the same language as those of a
/// person at the keyboard. Without I/O: whoever runs it carries its effects out and brings it what
/// happens. The first order that is not done ends it.
package struct OrderRun {
  package enum Answer: Hashable, Sendable {
    case done(String)
    /// The rules or the server said no.
    case refused(String)
    /// It was not understood, or is nothing for a script.
    case wrong(String)
    /// Nobody has said yes or no: the server is away, or its database.
    case unanswered(String)

    package var isDone: Bool { if case .done = self { true } else { false } }
  }

  private enum State {
    /// Waits for the day before the next line can be given.
    case ready
    /// A phrase waits for what it had to ask.
    case asking
    case sent(Sending)
  }

  private struct Sending {
    var open: Set<RequestID>
    let says: String
    var booking: Booking?
    var refusals: [String] = []
  }

  var model: Model
  private var lines: ArraySlice<String>
  private let isDryRun: Bool
  private let newID: () -> RequestID
  private var state = State.ready
  /// What the orders are about: no script changes a booking that it has not named.
  var named: Booking?
  /// The day that is meant where an order says none, whatever day was looked at since.
  private var base: DayWord
  package private(set) var answers: [Answer] = []

  package init(
    _ lines: [String], day: DayWord, isDryRun: Bool, now: Timestamp,
    newID: @escaping () -> RequestID
  ) {
    self.lines = lines[...]
    self.isDryRun = isDryRun
    self.newID = newID
    base = day
    model = Model(
      setup: Model.Setup(server: ""), day: day, size: Size(columns: 120, rows: 36), now: now,
      theme: Model.ThemeChoice(name: "", available: []))
  }

  package var isOver: Bool {
    if let last = answers.last, !last.isDone { return true }
    if case .ready = state { return lines.isEmpty }
    return false
  }

  package mutating func handle(_ message: Message, at now: Timestamp) -> [Effect] {
    hear(message)
    var effects = model.update(message, at: now)
    while !isOver {
      guard let more = step(at: now) else { break }
      effects += more
    }
    return effects
  }

  // MARK: - Giving

  /// Nil while something has to come from outside first.
  private mutating func step(at now: Timestamp) -> [Effect]? {
    switch state {
    case .ready:
      guard model.board.watched != nil, let line = lines.first else { return nil }
      let date = day(of: line)
      if model.board.date != date {
        return model.show(date == model.moment.today ? .today : .on(date))
      }
      guard model.board.isLoaded else { return nil }
      lines.removeFirst()
      return give(line, at: now)
    case .asking: return settle(at: now)
    case .sent: return nil
    }
  }

  /// What is about the named booking is given on its day, all else on the day that was given.
  private func day(of line: String) -> LocalDate {
    let given = base.date(today: model.moment.today)
    guard let named else { return given }
    switch CommandLine.read(line, model) {
    case .phrase(let verb, _) where verb.isAboutSelection: return current(named).date
    case .action(.order), .action(.orderOnly): return current(named).date
    default: return given
    }
  }

  private func current(_ booking: Booking) -> Booking {
    model.board.bookings[booking.id] ?? booking
  }

  private mutating func give(_ line: String, at now: Timestamp) -> [Effect] {
    guard line.count <= TextField.longest else {
      return end(.wrong("An order has at most \(TextField.longest) characters."))
    }
    model.selection = named?.id
    model.typing.begins(about: named.map(current), on: model.board)
    switch CommandLine.read(line, model) {
    case .empty: return end(.wrong("An order is empty."))
    case .problem(let sentence): return end(.wrong(screensOwn(line) ?? sentence))
    case .phrase: return begin(line, at: now)
    case .action(.order(let change)), .action(.orderOnly(let change)):
      return order(change, line, at: now)
    case .action(.search): return name(line)
    case .action(.showDay(let day)):
      named = nil
      base = day
      let effects = type(line, at: now)
      return effects + end(.done("\(model.board.date.spoken)."))
    case .action: return end(.wrong(Self.isForTheScreen(line)))
    }
  }

  /// The sentence for a word of the screen's own, whatever stands behind it.
  private func screensOwn(_ line: String) -> String? {
    let found = CommandLine.bindings(called: String(line.prefix { $0 != " " }))
    guard found.count == 1 else { return nil }
    switch found[0].action {
    case .order, .orderOnly, .phrase, .search, .showDay: return nil
    default: return Self.isForTheScreen(line)
    }
  }

  private static func isForTheScreen(_ line: String) -> String {
    "\"\(line)\" is for the screen; a script gives orders."
  }

  private mutating func end(_ answer: Answer) -> [Effect] {
    model.mode = .normal
    model.typing.origin = nil
    state = .ready
    answers.append(answer)
    return []
  }

  private static let nothingNamed = Answer.wrong(
    "No booking is named: give \"search NAME\" or \"search NAME 14:30\" before it.")

  /// Types the line and presses Enter.
  private mutating func type(_ line: String, at now: Timestamp) -> [Effect] {
    model.mode = .command(TextField(line))
    return model.update(.key(.enter, id: newID()), at: now)
  }

  private mutating func order(_ change: Change, _ line: String, at now: Timestamp) -> [Effect] {
    guard let booking = named.map(current) else {
      return end(Self.nothingNamed)
    }
    if let sentence = model.whyOff(change, on: booking) { return end(.refused(sentence)) }
    let says =
      "\(change.spoken) \(booking.customer.name), \(booking.date.short) \(booking.time.hourMinute)"
    if isDryRun {
      imagine(.change(change, of: booking.id, seen: Sight()), guest: booking.customer.name)
      return end(.done("Would do: \(says)"))
    }
    return sent(type(line, at: now), says: says)
  }

  private mutating func sent(_ effects: [Effect], says: String) -> [Effect] {
    let ids = effects.compactMap { if case .send(let command) = $0 { command.id } else { nil } }
    guard !ids.isEmpty else {
      let sentence = model.notices.history.last?.sentence ?? "It was not done."
      return effects + end(.refused(sentence))
    }
    state = .sent(Sending(open: Set(ids), says: says))
    return effects
  }

  // MARK: - Naming

  /// `search NAME`, or `search NAME 14:30` for one of several: by whole words, or the end of a
  /// number, so that no script meets a guest it does not mean.
  private mutating func name(_ line: String) -> [Effect] {
    let text = line.split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
    let day = model.board.date
    let bookings = model.board.ofTheDay
    let called = BookingSearch(text, in: model.board.lexicon).named(in: bookings)
    // What takes place is meant before what was called off.
    let standing = called.filter(\.status.occupies)
    let found = standing.isEmpty ? called : standing
    guard let booking = found.first else {
      let near = BookingSearch(text, in: model.board.lexicon).found(in: bookings)
      let hint = near.isEmpty ? "" : " Whole words are asked for: \(Self.list(near))."
      return end(.refused("No guest of \(day.spoken) is called \"\(text)\".\(hint)"))
    }
    guard found.count == 1 else {
      return end(.wrong("\"\(text)\" could be \(Self.list(found)): add the time or the number."))
    }
    named = booking
    return end(.done(spoken(booking)))
  }

  private static func list(_ bookings: [Booking]) -> String {
    bookings.prefix(12).map { "\($0.customer.name) \($0.time.hourMinute)" }.joined(separator: ", ")
  }

  // MARK: - Phrases

  private mutating func begin(_ line: String, at now: Timestamp) -> [Effect] {
    let line = line.contains(" ") ? line : line + " "
    if let (verb, _) = CommandLine.phrase(line), verb.isAboutSelection || verb == .guest,
      named == nil
    {
      return end(Self.nothingNamed)
    }
    model.mode = .command(TextField(line))
    state = .asking
    return model.update(.tick, at: now)
  }

  private mutating func settle(at now: Timestamp) -> [Effect]? {
    guard let draft = model.typing.draft, case .command(let field) = model.mode else {
      return end(.wrong("The line was not understood."))
    }
    switch draft.outcome {
    case .asks, .asksFree, .asksDays, .needsDay, .needsDays, .needsFile: return nil
    case .shows, .begins:
      return end(.done(draft.choices.isEmpty ? draft.says : listed(draft)))
    case .problem(let sentence, let alternatives):
      let times = alternatives.map(\.hourMinute).joined(separator: ", ")
      let choices = draft.choices.map(\.text).joined(separator: "; ")
      let says =
        sentence + (times.isEmpty ? "" : " Free: \(times).")
        + (choices.isEmpty ? "" : " \(choices).")
      // What was not understood, or could be two things, is a mistake in the script.
      let isMistake = !draft.unread.isEmpty || !draft.choices.isEmpty
      return end(isMistake ? .wrong(says) : .refused(says))
    case .ready, .readyAll:
      if isDryRun {
        for order in draft.orders { imagine(order, guest: draft.guest) }
        return end(.done("Would do: \(draft.says)"))
      }
      return sent(
        type(field.text, at: now), says: draft.done.isEmpty ? "\(draft.says): done." : draft.done)
    }
  }

  private func listed(_ draft: Draft) -> String {
    draft.choices.enumerated()
      .map { ($0 == draft.chosen ? "▸" : " ") + $1.text }.joined(separator: "\n")
  }

  // MARK: - Answers

  private mutating func hear(_ message: Message) {
    switch message {
    case .answered(_, .failure(let failure), _):
      if case .asking = state { _ = end(.refused(failure.sentence)) }
    case .line(.accepted(let id, let booking)): answered(id, booking, nil)
    case .line(.refused(let id, let refusal, _)):
      let times = refusal.alternatives.map(\.hourMinute).joined(separator: ", ")
      answered(id, nil, refusal.sentence + (times.isEmpty ? "" : " Free: \(times)."))
    case .line(.expired(let id)): expired(id)
    case .line(.link(.refused(let reason))), .line(.sessionEnded(let reason)):
      _ = end(.wrong(reason))
    default: break
    }
  }

  private mutating func expired(_ id: RequestID) {
    guard case .sent(let sending) = state, sending.open.contains(id) else { return }
    let cause = model.databaseTrouble ?? "The server, or its database, did not answer in time."
    _ = end(.unanswered("\(cause) Nothing is known to be done."))
  }

  private mutating func answered(_ id: RequestID, _ booking: Booking?, _ refusal: String?) {
    guard case .sent(var sending) = state, sending.open.remove(id) != nil else { return }
    sending.booking = booking ?? sending.booking
    if let refusal { sending.refusals.append(refusal) }
    state = .sent(sending)
    guard sending.open.isEmpty else { return }
    if let booking = sending.booking { named = booking }
    _ = end(
      sending.refusals.isEmpty
        ? .done(sending.booking.map(spoken) ?? sending.says)
        : .refused(sending.refusals.joined(separator: " ")))
  }

  /// `Zora Quill, Mon 23 Nov 12:30–13:30, Swedish Massage with Anna, Orchid: confirmed.`
  private func spoken(_ booking: Booking) -> String {
    let therapist = model.board.therapistName(booking.therapist)
    let arrived = booking.arrivedAt != nil && booking.status.isAhead ? ", arrived" : ""
    return "\(booking.customer.name), \(booking.date.short) "
      + "\(booking.time.hourMinute)–\(booking.end.hourMinute), "
      + "\(booking.service.name) with \(therapist), \(booking.place.spoken): "
      + "\(booking.statusWord)\(arrived)."
  }
}
