import BookingDomain

/// Finds everything that words of a line may mean (pieces), and puts pieces together to readings of
/// the whole line. The likeliest reading is taken.
struct PieceSearch {
  let words: [LineWord]
  let grammar: Grammar
  let context: PhraseContext
  /// The pieces that begin with each word.
  private var pieces: [[Piece]] = []
  private var forcedNames: Set<Int> = []

  init(_ words: [LineWord], _ grammar: Grammar, _ context: PhraseContext, namesFirst: Bool) {
    self.words = words
    self.grammar = grammar
    self.context = context
    if namesFirst, grammar.kinds.contains(.phone) { forcedNames = namesBesideNumber() }
    pieces = words.indices.map(candidates)
    for start in words.indices { pieces[start] += eithers(start) }
  }

  /// `10 or 11`: two pieces of one kind, with the word between them.
  private func eithers(_ start: Int) -> [Piece] {
    let chosen: Set<Reading.Kind> = [.phone, .service, .therapist, .time, .day, .length, .window]
    return pieces[start].compactMap { one in
      let place = one.words.upperBound
      guard chosen.contains(one.meaning.kind), place + 1 < words.count,
        AskedWord.ors.contains(words[place].lower),
        let other = pieces[place + 1].first(where: { $0.meaning.kind == one.meaning.kind })
      else { return nil }
      let both = start..<other.words.upperBound
      return Piece(
        words: both, meaning: .asked(AskedWord(either: words[both], between: place)),
        cost: one.cost / 2)
    }
  }

  /// How many ways are kept at each word. More are not needed: a way that is unlikely so far does
  /// not become the likeliest.
  private static let most = 48

  /// The likeliest way; where another one is exactly as likely, both.
  var best: [Path] {
    var ways: [[Path]] = Array(repeating: [], count: words.count + 1)
    ways[0] = [Path()]
    for start in words.indices {
      for way in ways[start].sorted(by: { $0.cost < $1.cost }).prefix(Self.most) {
        for piece in pieces[start] {
          if let longer = way.adding(piece, words, grammar) {
            ways[piece.words.upperBound].append(longer)
          }
        }
      }
    }
    let whole = ways[words.count].map { $0.ended(words, grammar) }.sorted { $0.cost < $1.cost }
    guard let first = whole.first else { return [] }
    let equal = whole.dropFirst().first {
      $0.cost == first.cost && $0.sense != first.sense && first.isUnderstood && $0.isUnderstood
    }
    return [first] + [equal].compactMap { $0 }
  }

  /// What the word may mean, the likeliest first.
  func meanings(at index: Int) -> [Piece] {
    guard pieces.indices.contains(index) else { return [] }
    return pieces[index].filter {
      switch $0.meaning {
      case .unread, .name, .reason, .joint, .honorific, .separator, .begunPhone, .asked: false
      default: true
      }
    }.sorted { $0.cost < $1.cost }
  }

  private func candidates(_ start: Int) -> [Piece] {
    let rest = words[start...]
    let word = words[start]
    var found = [Piece(words: start..<start + 1, meaning: .unread, cost: Cost.unread)]
    func add(_ meaning: Piece.Meaning, _ cost: Int, count: Int = 1) {
      guard meaning.isQuestion || grammar.kinds.contains(meaning.kind) || meaning.kind == .joint
      else { return }
      found.append(Piece(words: start..<start + count, meaning: meaning, cost: cost))
    }
    if word.written == "&" {
      if grammar.takesCompanions { add(.separator, Cost.certain) }
      return found
    }
    if word.isWish {
      if grammar.kinds.contains(.wish), let (ids, _) = context.lexicon.therapists([word]) {
        add(.therapist(ids), Cost.House.exactTherapist)
      }
      return found
    }
    if grammar.takesCompanions, Self.isSeparator(word.lower), start + 1 < words.count {
      add(.separator, Cost.joint)
    }
    if forcedNames.contains(start) {
      add(.name, Cost.certain)
      return found
    }
    let before = start > 0 ? words[start - 1] : nil
    for asked in AskedWord.read(rest, behind: before, grammar, today: context.moment.today) {
      add(.asked(asked), Cost.asked, count: asked.count)
    }
    addPoliteness(rest) { add(.joint, Cost.joint, count: $0) }
    if start + 1 < words.count {
      if Self.joints.contains(word.lower), TimeWord.fromNow(rest).isEmpty {
        add(.joint, Cost.joint)
      }
      if isLabel(at: start) { add(.joint, Cost.joint) }
      if words[start + 1].mayBeName {
        if Self.isHonorific(word) { add(.honorific, Cost.joint) }
        if Self.unmarked.contains(word.lower) { add(.honorific, Cost.unmarkedTitle) }
      }
    }
    addGuest(rest, word, add)
    addTimes(rest, add)
    addDays(rest, word, add)
    addSpa(rest, word, add)
    if grammar.kinds.contains(.weeks) { addWeeks(rest, word, add) }
    if grammar.kinds.contains(.times) { addTimesOver(rest, word, add) }
    for shift in shifts(rest) {
      add(
        .shift(shift.minutes), shift.mayBeDays ? Cost.Day.clear : Cost.Change.shift,
        count: shift.count)
    }
    if let scope = Scope.read(word) { add(.scope(scope), Cost.Change.scope) }
    if let (count, meaning) = Self.fixed(rest) { add(meaning, Cost.fixedWord, count: count) }
    if grammar.kinds.contains(.reason) {
      let isNumber = word.written.contains(where: \.isNumber)
      add(
        .reason,
        isDay(rest) ? Cost.Reason.day : isNumber ? Cost.Reason.number : Cost.Reason.word)
    }
    return found
  }

  /// Words that always mean the same. Of some only the spelling with Vietnamese marks counts:
  /// without marks they could be names.
  private static let fixedWords: KeyValuePairs<[String], Piece.Meaning> = [
    ["same"]: .same, ["như", "cũ"]: .same, ["nhu", "cu"]: .same,
    ["family"]: .reach(.family), ["gia", "đình"]: .reach(.family),
    ["nonumber"]: .reach(.numberless), ["no-number"]: .reach(.numberless),
    ["không", "số"]: .reach(.numberless),
    ["wish"]: .wish, ["*"]: .wish, ["♥"]: .wish, ["❤"]: .wish, ["yêu", "cầu"]: .wish,
  ]

  private static func fixed(_ rest: ArraySlice<LineWord>) -> (Int, Piece.Meaning)? {
    let lower = rest.prefix(2).map(\.lower)
    return fixedWords.first { lower.starts(with: $0.key) }.map { ($0.key.count, $0.value) }
  }

  /// Words that connect others and mean nothing themselves.
  private static let joints: Set<String> = [
    "at", "with", "on", "for", "from", "in", "to", "lúc", "với", "vào", "cho", "từ",
  ]

  /// Whether a person or a thing may follow.
  static func isSeparator(_ word: String) -> Bool {
    ["&", "and", "và"].contains(word.lowercased())
  }

  /// Between words that are written down one behind the other, `Hoa - 0901… - mt60`.
  static let signs: Set<String> = ["-", "–", "—", "|", "•"]

  private static let polite: [[String]] = [
    ["please"], ["pls"], ["thanks"], ["thank", "you"],
    ["cảm", "ơn"], ["ạ"], ["nhé"], ["nha"],
  ]

  /// `please`, `nhé`, and signs between words: no names, unless they begin with a capital.
  private func addPoliteness(_ rest: ArraySlice<LineWord>, _ add: (Int) -> Void) {
    let written = rest.prefix(2).map(\.written)
    for phrase in Self.polite where written.starts(with: phrase) { add(phrase.count) }
    if let first = written.first, Self.signs.contains(first) { add(1) }
  }

  func shifts(_ rest: ArraySlice<LineWord>) -> [ShiftWord] {
    grammar.kinds.contains(.shift) ? ShiftWord.read(rest) : []
  }
}
