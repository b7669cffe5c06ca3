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

  /// How somebody new is called who has no number of their own.
  enum Reach: Hashable {
    /// At the number that stands in the line, which is somebody else's of the family.
    case family
    case numberless
  }

  package struct Word: Hashable, Sendable {
    /// Characters of the text.
    package let range: Range<Int>
    package internal(set) var kind: Kind
    package let written: String

    /// Nothing else that is known here.
    fileprivate func couldBeName(_ lexicon: Lexicon) -> Bool {
      let word = LineWord(written, range)
      return word.mayBeName && lexicon.therapists([word]) == nil
    }

    fileprivate func isTherapist(_ lexicon: Lexicon) -> Bool {
      kind == .therapist
        || kind == .unread && lexicon.therapists([LineWord(written, range)]) != nil
    }
  }

  /// The guest's name with words beside it that were taken for a therapist: `lan vo`. Nil where there
  /// are none.
  func nameAround(_ lexicon: Lexicon) -> Range<Int>? {
    guard let first = words.firstIndex(where: { $0.kind == .guest }),
      let last = words.lastIndex(where: { $0.kind == .guest })
    else { return nil }
    var (lower, upper) = (first, last + 1)
    while lower > 0, words[lower - 1].isTherapist(lexicon) { lower -= 1 }
    while upper < words.count, words[upper].isTherapist(lexicon) { upper += 1 }
    return lower < first || upper > last + 1 ? lower..<upper : nil
  }

  /// A word that was taken for a day, may be a name, and stands beside the number.
  var dayBesideNumber: String? {
    words.indices.first { index in
      guard words[index].kind == .day,
        DayWord.mayBeName(LineWord(words[index].written, words[index].range))
      else { return false }
      return [index - 1, index + 1].contains {
        words.indices.contains($0) && words[$0].kind == .phone
      }
    }.map { words[$0].written }
  }

  /// The name without the title that it begins with (`Anh Khoa`), which may be a name as well.
  var untitled: String? {
    guard name.count > 1, ["anh", "em"].contains(name[0].lowercased()) else { return nil }
    return name.dropFirst().joined(separator: " ")
  }

  /// Who comes along, or what comes next, behind an `&`.
  struct Companion: Hashable {
    var services = Lexicon.Services()
    var therapist: UserID?
    var length: Minutes?
    var name = ""
    var phone: Telephone?
    var isWished = false
  }

  package private(set) var words: [Word] = []
  /// Why the line cannot be sent as it stands; the words that it is about are unread.
  package private(set) var problem: String?
  /// What the words that could be several things could be, to choose from.
  private(set) var choices: [Draft.Choice] = []

  var phone: Telephone?
  var name: [String] = []
  var waiting: WaitingID?
  /// Which of several is meant, from 1 (`#2`).
  var choice: Int?
  var services = Lexicon.Services()
  var therapist: UserID?
  var time: TimeOfDay?
  /// The end of a span of time, `14-18`.
  var until: TimeOfDay?
  var day: LocalDate?
  /// From the day to another one, where more than one is said.
  var days: ClosedRange<LocalDate>?
  /// Where the days end that begin with the day that is said, or today.
  private(set) var lastDay: DayWord?
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
  var reach: Reach?
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
    case .service(let found):
      if isCompanion {
        companions[companions.count - 1].services = found
      } else {
        services = found
      }
    case .therapist(let ids):
      let id = ids.count == 1 ? ids[0] : nil
      if mine.contains(where: \.isWish) { takeWish() }
      if id == nil { doubt(ids, mine, context) }
      if isCompanion {
        companions[companions.count - 1].therapist = id
      } else {
        therapist = id
      }
    case .time(let found): time = found
    case .until(let found): take(until: found, mine)
    case .span(let from, let to): (time, until) = (from, to)
    case .day(let date, _): day = date
    case .days(let found): (day, days) = (found.lowerBound, found)
    case .lastDay(let found): lastDay = found
    case .everybody: isForEverybody = true
    case .window(let found): window = found
    case .length(let minutes):
      if isCompanion { companions[companions.count - 1].length = minutes } else { length = minutes }
    case .payment(let sale): payment = sale
    case .bed(let found): bed = found
    case .weeks(let number): weeks = number
    case .times(let number): times = number
    case .leftOut(let number): leftOut.insert(number)
    case .companionName:
      let all = [companions[companions.count - 1].name] + mine.map(\.written)
      companions[companions.count - 1].name = all.filter { !$0.isEmpty }.joined(separator: " ")
    case .companionPhone(let found): companions[companions.count - 1].phone = found
    case .shift(let minutes): shift = minutes
    case .scope(let found): scope = found
    case .same: isSame = true
    case .reach(let found): reach = found
    case .wish: takeWish()
    case .reason:
      reason = ([reason].compactMap { $0 } + mine.map(\.written)).joined(separator: " ")
    case .asked(let asked): fail(asked.sentence, choices: asked.choices)
    case .separator: companions.append(Companion())
    case .joint, .honorific: break
    case .begunPhone:
      let text = mine.map(\.written).joined(separator: " ")
      fail("\"\(text)\": the number is not whole yet, or is it two numbers? A time is 9:30.")
    case .unread: break
    }
  }

  /// A second time ends the first only where lines have spans: else it is another one.
  private mutating func take(until found: TimeOfDay, _ mine: ArraySlice<LineWord>) {
    until = found
    guard !grammar.takesSpans, let time else { return }
    let first = words.filter { $0.kind == .time }.map(\.written).joined(separator: " ")
    let second = mine.map(\.written).joined(separator: " ")
    for index in words.indices where [.time, .span].contains(words[index].kind) {
      words[index].kind = .unread
    }
    let span = "\(time.hourMinute)-\(found.hourMinute)"
    fail(
      Self.two(.time, first, second),
      choices: [time.hourMinute, found.hourMinute, span].map {
        Draft.Choice(text: $0, edit: .word($0))
      })
  }

  /// `7919 & 3757 mt60`: said once, behind the last of several guests, it is everybody's.
  mutating func shareService() {
    guard services.isEmpty, let last = companions.last, !last.services.isEmpty,
      companions.allSatisfy({ $0.phone != nil || !$0.name.isEmpty }),
      companions.dropLast().allSatisfy({ $0.services.isEmpty })
    else { return }
    services = last.services
    length = length ?? last.length
    for index in companions.indices {
      companions[index].services = last.services
      companions[index].length = last.length
    }
  }

  private mutating func takeWish() {
    if companions.isEmpty {
      isWished = true
    } else {
      companions[companions.count - 1].isWished = true
    }
  }

  mutating func fail(_ sentence: String, choices: [Draft.Choice] = []) {
    guard problem == nil else { return }
    problem = sentence
    self.choices = choices
  }

  /// The words that were taken for the guest, and those that were not understood and could be: each
  /// with those beside it.
  func namesAndUnread(_ lexicon: Lexicon) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, word) in words.enumerated() {
      let couldBe = word.kind == .unread && word.couldBeName(lexicon)
      guard word.kind == .guest || couldBe else { continue }
      if let last = runs.last, last.upperBound == index, words[index - 1].kind == word.kind {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  /// Takes these words for the guest, and what was taken before for words that say nothing.
  mutating func name(_ range: Range<Int>, _ context: PhraseContext) {
    for index in words.indices where words[index].kind == .guest { words[index].kind = .unread }
    if words[range].contains(where: { $0.kind == .therapist }) { therapist = nil }
    for index in range { words[index].kind = .guest }
    name = words[range].map(\.written)
    (problem, choices) = (nil, [])
    say(context)
  }

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
    fail(
      "\"\(text)\" could be \(all.joined(separator: ", ")): which?",
      choices: ids.map { id in
        Draft.Choice(
          text: context.lexicon.name(of: id), edit: .word(context.lexicon.word(for: id)))
      })
  }

  mutating func markUnread(_ mine: ArraySlice<LineWord>) {
    let ranges = Set(mine.map(\.range))
    for index in words.indices where ranges.contains(words[index].range) {
      words[index].kind = .unread
    }
  }

  /// `tối mai 9h`: the part of the day that was said says which nine; without a time it says where
  /// one is looked for.
  private mutating func settleDayPart(_ path: Path, _ all: [LineWord]) {
    guard let day = path.pieces.first(where: { $0.meaning.kind == .day }),
      case .day(_, let part?) = day.meaning,
      let word = all[day.words].first(where: { DayPart(beside: $0) == part })
    else { return }
    guard let time else {
      if grammar.kinds.contains(.window) {
        settleWindow(in: part, word, path, all)
      } else {
        markUnread([word])
        fail(
          grammar.kinds.contains(.time)
            ? "\"\(word.written)\": say the time too, as 14:30."
            : "\"\(word.written)\": whole days are meant here; :block takes a time.")
      }
      return
    }
    guard let said = path.pieces.first(where: { [.time, .span].contains($0.meaning.kind) }) else {
      return
    }
    guard !TimeWord.saysHalfOfDay(all[said.words]) else {
      if !part.window.contains(time) {
        markUnread([word])
        fail(Self.two(.time, word.written, said.spoken(all)))
      }
      return
    }
    self.time = part.moved(time)
    until = until.map { part.moved($0) }
  }

  /// `after 3 tomorrow afternoon`: both say where a start is looked for.
  private mutating func settleWindow(
    in part: DayPart, _ word: LineWord, _ path: Path, _ all: [LineWord]
  ) {
    guard let bounds = window,
      let said = path.pieces.first(where: { $0.meaning.kind == .window })
    else {
      window = part.window
      return
    }
    window = bounds.narrowed(to: part, saysHalfOfDay: TimeWord.saysHalfOfDay(all[said.words]))
    guard window == nil else { return }
    markUnread([word])
    fail(Self.two(.time, word.written, said.spoken(all)))
  }

  /// `in 30 minutes fri`: so long from now is today.
  private mutating func settleFromNow(_ path: Path, _ all: [LineWord], _ today: LocalDate) {
    guard let date = day, date != today,
      let day = path.pieces.first(where: { $0.meaning.kind == .day }),
      let time = path.pieces.first(where: { $0.meaning.kind == .time })
    else { return }
    let words = all[time.words]
    guard words.first?.lower == "now" || !TimeWord.fromNow(words).isEmpty else { return }
    markUnread(all[day.words])
    fail("\"\(time.spoken(all))\" is today, and \"\(day.spoken(all))\" is \(date.short): which?")
  }
}
