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
    case window
    case length
    case payment
    case bed
    case weeks
    /// How often.
    case times
    /// One of several days that is left out.
    case leftOut
    /// The name of who comes along.
    case companion
    case companionPhone
    /// So much later or earlier.
    case shift
    /// `only`: this one, and not all of its visit.
    case scope
    case same
    case reach
    /// `wish`: the guest asks for the therapist.
    case wish
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
    /// Whom it is about, where it is about somebody: `Person.place`.
    var place = 0

    /// Behind it somebody comes along, or something comes next.
    var isSeparator: Bool { kind == .joint && PieceSearch.isSeparator(written) }
  }

  /// Who comes along, or what comes next, behind an `&`.
  struct Companion: Hashable {
    var services = Lexicon.Services()
    var therapist: UserID?
    var length: Minutes?
    var isWished = false
    /// Nobody is named where the guest goes on, or who comes along has no name here.
    var who: Person
  }

  package internal(set) var words: [Word] = []
  /// Why the line cannot be sent as it stands; the words that it is about are unread.
  package internal(set) var problem: String?
  /// What the words that could be several things could be, to choose from.
  var choices: [Draft.Choice] = []

  var guest = Person(place: 0)
  var waiting: WaitingID?
  var services = Lexicon.Services()
  var therapist: UserID?
  var time: TimeOfDay?
  /// The end of a span of time, `14-18`.
  var until: TimeOfDay?
  var day: LocalDate?
  /// From the day to another one, where more than one is said.
  var days: ClosedRange<LocalDate>?
  /// Where the days end that begin with the day that is said, or today.
  var lastDay: DayWord?
  /// Every therapist is meant.
  var isForEverybody = false
  /// Where a start is looked for, if none is said.
  var window: TimeWindow?
  var length: Minutes?
  var bed: BedID?
  var payment: NewBooking.Payment?
  var weeks: Int?
  var times: Int?
  /// Of several days, which are left out, from 1.
  var leftOut: Set<Int> = []
  var shift: Minutes?
  var scope = Scope.visit
  /// As it was last time, where nothing else is said.
  var isSame = false
  /// Whether the guest asks for the therapist.
  var isWished = false
  var reason: String?
  /// What comes after `//`.
  var note: String?
  var companions: [Companion] = []
  /// The day that the line is about, once that is settled.
  var settledDay: LocalDate?
  /// The name that it is where a short day (`thu`) is a part of it.
  private(set) var otherName: String?
  let grammar: Grammar

  /// - Parameter namesFirst: a name written beside a whole number is one, whatever else its words
  ///   may mean.
  init(_ text: String, _ grammar: Grammar, at context: PhraseContext, namesFirst: Bool = true) {
    self.grammar = grammar
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
    settleWhom()
    doubtWeekday(best, words, context)
    if best.count > 1 { ask(first, best[1], words, context) }
    settleLastDay(first, words, context.moment.today)
    doubtReason(first, words, context)
    settleDayPart(first, words)
    settleFromNow(first, words, context.moment.today)
    self.words.sort { $0.range.lowerBound < $1.range.lowerBound }
    otherName = first.otherName(words)
    say(context)
  }

  /// Longer than anything that is said; a pasted page is no line.
  private static let mostWords = 40

  /// Whether all of it was understood.
  package var isUnderstood: Bool { problem == nil && !words.contains { $0.kind == .unread } }

  /// Whether somebody is off, since no time is said that is kept free.
  var isWholeDays: Bool {
    time == nil && window == nil && length == nil
      && (therapist != nil || isForEverybody || day != nil)
  }

  var hasGuest: Bool { guest.isNamed || waiting != nil }

  /// Characters that were not understood.
  package var unread: [Range<Int>] { words.filter { $0.kind == .unread }.map(\.range) }

  mutating func fail(_ sentence: String, choices: [Draft.Choice] = []) {
    guard problem == nil else { return }
    problem = sentence
    self.choices = choices
  }

  /// Makes the words of one kind red, with a sentence.
  mutating func refuse(_ kind: Kind, _ sentence: String) {
    refuse(sentence) { $0.kind == kind }
  }

  mutating func refuse(_ kind: Kind, written: [String], _ sentence: String) {
    refuse(sentence) { $0.kind == kind && written.contains($0.written) }
  }

  mutating func refuse(_ sentence: String, words isMeant: (Word) -> Bool) {
    for index in words.indices where isMeant(words[index]) { words[index].kind = .unread }
    fail(sentence)
  }

  mutating func markUnread(_ mine: ArraySlice<LineWord>) {
    let ranges = Set(mine.map(\.range))
    for index in words.indices where ranges.contains(words[index].range) {
      words[index].kind = .unread
    }
  }
}
