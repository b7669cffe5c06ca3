import BookingDomain

/// What a typed line does. A key or command word of the key table begins it; the rest of the line
/// is in the desk's own language.
package enum Verb: String, CaseIterable, Hashable, Sendable {
  case book
  case add
  case walkIn = "walk-in"
  case move
  case service
  case swap
  case cancel
  case longer
  case shorter
  case notes
  case pay
  case block
  case unblock
  case off
  case shift
  case free
  case wait
  case unwait
  case wish
  case rebook
  case reassign
  case find
  case guest
  case task
  case noAnswer = "no-answer"

  /// What a line of this verb would do.
  package func draft(_ text: String, at context: PhraseContext) -> Draft {
    let drafting = Drafting(context: context)
    return switch self {
    case .book: drafting.book(text, isWalkIn: false)
    case .walkIn: drafting.book(text, isWalkIn: true)
    case .add: drafting.add(text)
    case .move: drafting.move(text)
    case .service: drafting.exchange(text)
    case .swap: drafting.swap(text)
    case .cancel: drafting.cancel(text)
    case .longer: drafting.resize(text, by: 1)
    case .shorter: drafting.resize(text, by: -1)
    case .notes: drafting.notes(text)
    case .pay: drafting.pay(text)
    case .block: drafting.block(text)
    case .unblock: drafting.unblock(text)
    case .off: drafting.off(text)
    case .shift: drafting.shift(text)
    case .free: drafting.free(text)
    case .wait: drafting.wait(text)
    case .unwait: drafting.unwait(text)
    case .wish: drafting.wish(text)
    case .rebook: drafting.rebook(text)
    case .reassign: drafting.reassign(text)
    case .find: drafting.find(text)
    case .guest: drafting.guest(text)
    case .task: drafting.task(text)
    case .noAnswer: drafting.noAnswer(text)
    }
  }

  private var grammar: Grammar? {
    switch self {
    case .book, .walkIn: .book
    case .add: .add
    case .move: .move
    case .service: .exchange
    case .swap: .swap
    case .longer, .shorter: .resize
    case .block: .block
    case .unblock: .unblock
    case .off: .off
    case .free: .free
    case .wait: .wait
    case .unwait: .unwait
    case .wish: .wish
    case .rebook: .rebook
    case .reassign: .reassign
    case .cancel, .notes, .pay, .shift, .find, .guest, .task, .noAnswer: nil
    }
  }

  /// Words that can follow in a line of this verb; all of them are understood.
  package func words(in lexicon: Lexicon) -> [String] {
    if self == .pay { return Drafting.waysToPay.map(\.spoken) + ["only"] }
    if self == .shift { return lexicon.spa.therapists.map { lexicon.word(for: $0.id) } }
    guard let kinds = grammar?.kinds else { return [] }
    var words: [String] = []
    if kinds.contains(.therapist) {
      words += lexicon.spa.therapists.flatMap { $0.name.split(separator: " ").map(String.init) }
    }
    if grammar?.takesEverybody ?? false { words.append("all") }
    if kinds.contains(.service) { words += lexicon.serviceWords }
    if kinds.contains(.day) { words += DayWord.forms.filter { !$0.contains(" ") } }
    if kinds.contains(.time) { words.append("now") }
    if kinds.contains(.wish) { words.append("wish") }
    if kinds.contains(.scope) { words += ["only", "series"] }
    if kinds.contains(.payment) { words += ["cash", "card", "transfer", "unpaid"] }
    return words
  }

  package var isAboutSelection: Bool {
    switch self {
    case .move, .service, .swap, .cancel, .longer, .shorter, .notes, .pay, .wish, .rebook, .add,
      .noAnswer,
      .guest:
      true
    case .book, .walkIn, .block, .unblock, .off, .shift, .free, .wait, .unwait, .find, .reassign,
      .task:
      false
    }
  }

  /// The line with another start that was chosen from the alternatives. It replaces the typed time,
  /// or is added at the end.
  package func text(_ text: String, startingAt time: TimeOfDay, draft: Draft) -> String {
    let said = draft.words.filter { $0.kind == .time || $0.kind == .span }
    guard let first = said.first?.range.lowerBound else {
      let (line, note) = Drafting.parted(text)
      return line.trimmingBlanks + " \(time.hourMinute)" + (note.map { " // \($0)" } ?? "")
    }
    return Self.replacing(said.map(\.range), of: text, by: time.hourMinute, at: first)
  }
}
