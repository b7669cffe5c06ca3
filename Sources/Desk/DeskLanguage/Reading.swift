import BookingDomain

/// What the words of a line say. Each word is one thing, or it is not understood; the draft, the
/// chips and the red words on the screen are all made of this one value.
package struct Reading: Hashable, Sendable {
  /// What a word is.
  package enum Kind: String, Hashable, Sendable {
    case guest
    case phone
    case waiting
    case choice
    case service
    case therapist
    case time
    case span
    case day
    case length
    case payment
    case bed
    case weeks
    case reason
    case note
    /// `at`, `with`, `&`: holds other words together.
    case joint
    case unread
  }

  package struct Word: Hashable, Sendable {
    /// Characters of the text.
    package let range: Range<Int>
    package internal(set) var kind: Kind
    package let written: String
  }

  /// Who comes along, behind an `&`.
  struct Companion: Hashable {
    var services: [ServiceID] = []
    var therapist: UserID?
    var length: Minutes?
  }

  package private(set) var words: [Word] = []
  /// Why the line cannot be sent as it stands; the words that it is about are unread.
  package private(set) var problem: String?

  var phone: Telephone?
  var name: [String] = []
  var waiting: WaitingID?
  /// Which of several is meant, from 1 (`#2`).
  var choice: Int?
  var services: [ServiceID] = []
  var therapist: UserID?
  var time: TimeOfDay?
  /// The end of a span of time, `14-18`.
  var until: TimeOfDay?
  var day: LocalDate?
  var length: Minutes?
  var bed: BedID?
  var payment: PaymentMethod?
  var weeks: Int?
  var reason: String?
  /// What comes after `//`.
  var note: String?
  var companions: [Companion] = []
  /// The day that the line is about, once that is settled.
  var settledDay: LocalDate?
  /// The name that it is where a short day (`thu`) is a part of it.
  private(set) var otherName: String?

  /// - Parameter namesFirst: a name written beside a whole number is one, whatever else its words
  ///   may mean.
  init(_ text: String, _ grammar: Grammar, at context: PhraseContext, namesFirst: Bool = true) {
    var line = text[...]
    var words: [LineWord] = []
    if let start = text.firstRange(of: "//") {
      line = text[..<start.lowerBound]
      words = LineWord.words(of: String(line))
      note = String(text[start.upperBound...]).trimmingBlanks
      let from = text.distance(from: text.startIndex, to: start.lowerBound)
      self.words = [
        Word(range: from..<text.count, kind: .note, written: String(text[start.lowerBound...]))
      ]
    } else {
      words = LineWord.words(of: text)
    }
    guard words.count <= Self.mostWords else {
      self.words = words.map { Word(range: $0.range, kind: .unread, written: $0.written) }
      problem = "A line has at most \(Self.mostWords) words."
      return
    }
    let search = PieceSearch(words, grammar, context, namesFirst: namesFirst)
    let best = search.best
    guard let first = best.first else { return }
    for piece in first.pieces { take(piece, words, context) }
    if best.count > 1 { ask(first, best[1], words, context) }
    self.words.sort { $0.range.lowerBound < $1.range.lowerBound }
    otherName = first.otherName(words)
    say(context)
  }

  /// Longer than anything that is said; a pasted page is no line.
  private static let mostWords = 40

  /// Whether all of it was understood.
  package var isUnderstood: Bool { problem == nil && !words.contains { $0.kind == .unread } }

  var hasGuest: Bool { phone != nil || !name.isEmpty || waiting != nil }

  /// Characters that were not understood.
  package var unread: [Range<Int>] { words.filter { $0.kind == .unread }.map(\.range) }

  // MARK: - Taking pieces

  private mutating func take(_ piece: Piece, _ all: [LineWord], _ context: PhraseContext) {
    let mine = all[piece.words]
    for word in mine {
      words.append(Word(range: word.range, kind: piece.meaning.kind, written: word.written))
    }
    let isCompanion = !companions.isEmpty
    switch piece.meaning {
    case .phone(let found): phone = found
    case .name: name.append(contentsOf: mine.map(\.written))
    case .waiting(let id): waiting = id
    case .choice(let number): choice = number
    case .service(let ids):
      if isCompanion { companions[companions.count - 1].services = ids } else { services = ids }
    case .therapist(let ids):
      if ids.count > 1 { doubt(ids, mine, context) }
      if isCompanion {
        companions[companions.count - 1].therapist = ids.first
      } else {
        therapist = ids.first
      }
    case .time(let found): time = found
    case .until(let found): until = found
    case .span(let from, let to): (time, until) = (from, to)
    case .day(let date): day = date
    case .length(let minutes):
      if isCompanion { companions[companions.count - 1].length = minutes } else { length = minutes }
    case .payment(let method): payment = method
    case .bed(let found): bed = found
    case .weeks(let number): weeks = number
    case .reason:
      reason = ([reason].compactMap { $0 } + mine.map(\.written)).joined(separator: " ")
    case .separator: companions.append(Companion())
    case .joint: break
    case .begunPhone:
      let text = mine.map(\.written).joined(separator: " ")
      fail("\"\(text)\": the number is not whole yet, or is it two numbers? A time is 9:30.")
    case .unread: break
    }
  }

  private mutating func fail(_ sentence: String) { problem = problem ?? sentence }

  /// Makes the words of one kind red, with a sentence.
  mutating func refuse(_ kind: Kind, _ sentence: String) {
    for index in words.indices where words[index].kind == kind { words[index].kind = .unread }
    fail(sentence)
  }

  mutating func refuse(words wanted: Set<String>, of kind: Kind, _ sentence: String) {
    for index in words.indices
    where words[index].kind == kind && wanted.contains(words[index].written) {
      words[index].kind = .unread
    }
    fail(sentence)
  }

  // MARK: - Doubts

  private mutating func doubt(
    _ ids: [UserID], _ mine: ArraySlice<LineWord>, _ context: PhraseContext
  ) {
    let text = mine.map(\.written).joined(separator: " ")
    let all = ids.map { "\(context.lexicon.name(of: $0)) (\(context.lexicon.word(for: $0)))" }
    markUnread(mine)
    fail("\"\(text)\" could be \(all.joined(separator: ", ")): which?")
  }

  private mutating func markUnread(_ mine: ArraySlice<LineWord>) {
    let ranges = Set(mine.map(\.range))
    for index in words.indices where ranges.contains(words[index].range) {
      words[index].kind = .unread
    }
  }

  /// Two readings are as good as each other: the words in which they differ are asked about.
  private mutating func ask(
    _ one: Path, _ other: Path, _ all: [LineWord], _ context: PhraseContext
  ) {
    guard let differing = one.pieces.first(where: { !other.pieces.contains($0) }),
      let instead = other.pieces.first(where: { $0.words.overlaps(differing.words) })
    else { return }
    let range =
      min(
        differing.words.lowerBound, instead.words.lowerBound)..<max(
        differing.words.upperBound, instead.words.upperBound)
    let text = all[range].map(\.written).joined(separator: " ")
    let today = context.moment.today
    markUnread(all[range])
    fail(
      "\"\(text)\" could be \(differing.meaning.spoken(context.lexicon, today)) or "
        + "\(instead.meaning.spoken(context.lexicon, today)): which?")
  }

  /// Of the words that are not understood, the first is said.
  private mutating func say(_ context: PhraseContext) {
    guard problem == nil, let word = words.first(where: { $0.kind == .unread }) else { return }
    fail(Self.sentence(about: word.written, context))
  }

  static func sentence(about word: String, _ context: PhraseContext) -> String {
    if let meant = context.lexicon.meant(by: LineWord(word, 0..<word.count)) {
      return "\"\(word)\" is not understood: \(meant)?"
    }
    // In a new spa the word is not to blame.
    if context.lexicon.spa.lacks.contains(where: { $0 == .services || $0 == .therapists }),
      let lacking = context.lexicon.spa.sentenceOfLacks
    {
      return "\"\(word)\" is not understood. \(lacking)"
    }
    if word.contains(where: \.isNumber) {
      return "\"\(word)\" is not understood here: no time, day, number or length that is missing."
    }
    return "\"\(word)\": no such service, therapist or day; what is meant?"
  }
}
