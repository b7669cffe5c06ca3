import BookingDomain

/// All pieces that the words of a line may be, put together in every way that makes sense as a
/// whole; the likeliest whole is the reading.
struct PieceSearch {
  let words: [LineWord]
  let grammar: Grammar
  let context: PhraseContext
  /// Those that begin with a word, word by word.
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

  /// `10 or 11`: two of a kind with the word between them.
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

  /// Ways that are kept at each word: more are never needed, since what is unlikely stays so.
  private static let most = 48

  /// The likeliest way; with another one that is exactly as likely, both.
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

  // MARK: - Names

  /// The words written as names that stand directly before a whole number, or where none do,
  /// behind it.
  private func namesBesideNumber() -> Set<Int> {
    for start in words.indices {
      guard let found = phone(at: start), found.phone.isWhole, !found.isBegun else { continue }
      var before: Set<Int> = []
      for index in words[..<start].indices.reversed() {
        guard words[index].isWrittenAsName, words[index].mayBeName else { break }
        before.insert(index)
      }
      // Whoever is called Chị Hoa is Hoa.
      if before.count > 1, let first = before.min(), Self.isHonorific(words[first]) {
        before.remove(first)
      }
      if !before.isEmpty { return before }
      var after: Set<Int> = []
      for index in words.indices.dropFirst(start + found.count) {
        guard words[index].isWrittenAsName, words[index].mayBeName else { break }
        after.insert(index)
      }
      return after
    }
    return []
  }

  private func phone(at start: Int) -> Telephone.Found? {
    if let found = Telephone.read(words[start...]) { return found }
    return Telephone.word(words[start].written).flatMap {
      $0.isWhole ? Telephone.Found(count: 1, phone: $0) : nil
    }
  }

  // MARK: - What a word may be

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
    for asked in AskedWord.read(rest, grammar, today: context.moment.today) {
      add(.asked(asked), Cost.asked, count: asked.count)
    }
    addPoliteness(rest) { add(.joint, Cost.joint, count: $0) }
    if start + 1 < words.count {
      if Self.joints.contains(word.lower), TimeWord.fromNow(rest).isEmpty {
        add(.joint, Cost.joint)
      }
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

  /// Words that mean one thing wherever they stand. With their marks where two are written: without,
  /// they could be names.
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

  /// Words that hold others together and say nothing themselves.
  private static let joints: Set<String> = [
    "at", "with", "on", "for", "from", "in", "to", "lúc", "với", "vào", "cho", "từ",
  ]

  private static let everybody: Set<String> = ["all", "everybody", "everyone"]

  /// Whether somebody or something may come behind it.
  static func isSeparator(_ word: String) -> Bool {
    ["&", "and", "và"].contains(word.lowercased())
  }

  /// Before somebody's name, guest's or therapist's. Anh, Em and Chi are names too.
  private static let honorifics: Set<String> = [
    "chị", "cô", "ông", "bà", "chú", "bác", "anh", "em", "mr", "mr.", "mrs", "mrs.", "ms", "ms.",
    "miss",
  ]

  /// The same without their marks, where nothing else is as likely.
  private static let unmarked: Set<String> = ["chi", "co", "ong", "ba", "chu", "bac"]

  private static func isHonorific(_ word: LineWord) -> Bool {
    honorifics.contains(word.lower)
      && !(word.isWrittenAsName && ["anh", "em"].contains(word.lower))
  }

  private static let polite: [[String]] = [
    ["please"], ["pls"], ["thanks"], ["thank", "you"], ["cảm", "ơn"], ["ạ"], ["nhé"], ["nha"],
  ]

  /// `please`, `nhé`: nobody is called so, unless with a capital.
  private func addPoliteness(_ rest: ArraySlice<LineWord>, _ add: (Int) -> Void) {
    let written = rest.prefix(2).map(\.written)
    for phrase in Self.polite where written.starts(with: phrase) { add(phrase.count) }
  }

  private func addGuest(
    _ rest: ArraySlice<LineWord>, _ word: LineWord, _ add: (Piece.Meaning, Int, Int) -> Void
  ) {
    if word.written.hasPrefix("#"), let number = Int(word.written.dropFirst()), number > 0 {
      add(.choice(number), Cost.Guest.choice, 1)
    }
    if word.lower.hasPrefix("w"), let number = Int64(word.lower.dropFirst()),
      context.waiting.contains(where: { $0.id.number == number })
    {
      add(.waiting(WaitingID(number)), Cost.Guest.waiting, 1)
    }
    guard grammar.kinds.contains(.phone) || grammar.kinds.contains(.guest) else { return }
    if grammar.kinds.contains(.phone) {
      if let found = Telephone.read(rest) {
        found.isBegun
          ? add(.begunPhone, Cost.Guest.begunPhone, found.count)
          : add(.phone(found.phone), Cost.certain, found.count)
      }
      if let phone = Telephone.word(word.written) {
        let isLong = !word.isNumber || word.written.utf8.count > 4
        add(.phone(phone), isLong ? Cost.certain : Cost.Guest.shortTail, 1)
      }
    }
    if word.mayBeName {
      let plain = word.isWrittenAsName ? Cost.Guest.writtenAsName : Cost.Guest.plainName
      add(.name, isNamed(word) ? Cost.Guest.nameInList : plain, 1)
    }
  }

  /// Whether one of the few that can be meant is called so.
  private func isNamed(_ word: LineWord) -> Bool {
    grammar.needsGuest
      && context.waiting.contains { guest in
        FoldedText(guest.customer.name).words.contains { $0.elementsEqual(word.folded.utf8) }
      }
  }

  private func addTimes(
    _ rest: ArraySlice<LineWord>, _ add: (Piece.Meaning, Int, Int) -> Void
  ) {
    if rest.first?.lower == "now" { add(.time(context.earliest), Cost.Time.clear, 1) }
    for found in TimeWindow.read(rest, hours: context.hours) {
      add(.window(found.window), Cost.Time.window, found.count)
    }
    for (count, length) in TimeWord.fromNow(rest) {
      if let time = context.earliest(after: length) {
        add(.time(time), Cost.Time.fromNow, count)
      }
    }
    let all = TimeWord.read(rest, hours: context.hours)
    for found in all {
      switch found.word {
      case .span(let from, let until):
        // `ten to three` is a time as well.
        let isTime = all.contains {
          if case .time = $0.word { $0.count == found.count && $0.count > 1 } else { false }
        }
        add(.span(from, until), isTime ? Cost.Time.spanOrTime : Cost.Time.span, found.count)
      case .time(let time, let form):
        let cost =
          switch form {
          case .clear, .hours: Cost.Time.clear
          case .plain, .dotted: Cost.Time.plain
          }
        add(.time(time), cost, found.count)
      case .length(let minutes, let form):
        if let cost = cost(of: minutes, form, hasH: rest.first?.lower.hasSuffix("h") ?? false) {
          add(.length(minutes), cost, found.count)
        }
      }
    }
  }

  /// Nil where nobody would say such a length so.
  private func cost(of length: Minutes, _ form: TimeWord.Form, hasH: Bool) -> Int? {
    switch form {
    case .clear: return Cost.Time.clearLength
    case .hours:
      guard length <= (hasH && grammar.takesSpans ? Self.longestBlock : Self.longestTreatment)
      else { return nil }
      // `m` and `1h30`: until then, or so long?
      if grammar.kinds.contains(.shift), length <= Self.longestMoved, length.count % 60 != 0 {
        return Cost.Time.clearLength
      }
      return length <= Self.workday ? Cost.Time.hoursLength : Cost.Time.longHoursLength
    case .plain, .dotted:
      let mayBeTime = grammar.kinds.contains(.time)
      return length >= Self.shortestPlain || !mayBeTime ? Cost.Time.plainLength : nil
    }
  }

  /// Nobody is treated for half a day; blocked time may last for one.
  private static let longestTreatment: Minutes = 240
  private static let longestBlock: Minutes = 720
  private static let longestMoved: Minutes = 180
  private static let workday: Minutes = 480
  /// A bare number below is an hour of the day.
  private static let shortestPlain: Minutes = 15

  private func addDays(
    _ rest: ArraySlice<LineWord>, _ word: LineWord, _ add: (Piece.Meaning, Int, Int) -> Void
  ) {
    if grammar.takesDays {
      for found in DaySpan.read(rest, today: context.moment.today) {
        add(.days(found.days), Cost.Day.span, found.count)
      }
      for found in DaySpan.ends(rest) { add(.lastDay(found.day), Cost.Day.span, found.count) }
    }
    let shifts = shifts(rest).filter { !$0.mayBeDays }
    for found in DayWord.readWithParts(rest)
    where !shifts.contains(where: { $0.count == found.count }) {
      let today = context.moment.today
      if let days = found.day.contradiction(today: today) {
        if let asked = contradiction(rest.prefix(found.count), found, days) {
          add(.asked(asked), Cost.asked, found.count)
        }
        continue
      }
      add(.day(found.day.date(today: today), found.part), cost(of: found, rest), found.count)
    }
  }

  static func cost(of match: Lexicon.Match) -> Int {
    switch match {
    case .exact: Cost.House.exactTherapist
    case .whole: Cost.House.wholeTherapist
    case .begun: Cost.House.begunTherapist
    }
  }

  private func addSpa(
    _ rest: ArraySlice<LineWord>, _ word: LineWord, _ add: (Piece.Meaning, Int, Int) -> Void
  ) {
    let lexicon = context.lexicon
    if grammar.takesEverybody {
      if Self.everybody.contains(word.lower) { add(.everybody, Cost.House.everybody, 1) }
      if rest.prefix(2).map(\.lower) == ["tất", "cả"] { add(.everybody, Cost.House.everybody, 2) }
    }
    if let id = lexicon.numberedTherapist(word.lower) {
      add(
        .therapist([id]),
        word.lower.count == 2 ? Cost.House.shortNumberedTherapist : Cost.House.numberedTherapist, 1)
    }
    if let bed = lexicon.bed(word.lower) { add(.bed(bed), Cost.House.bed, 1) }
    if let (count, sale) = Lexicon.payment(rest) {
      add(.payment(sale), Cost.House.payment, count)
    }
    for count in 1...min(4, rest.count) {
      let several = rest.prefix(count)
      guard several.allSatisfy({ $0.mayBeName || count == 1 }) else { break }
      if let (ids, match) = lexicon.therapists(several) {
        add(
          .therapist(ids), count > 1 ? Cost.House.exactTherapist : Self.cost(of: match), count)
      }
      if count > 1 {
        let named = lexicon.services(named: several)
        if !named.isEmpty {
          add(.service(Lexicon.Services(best: named)), Cost.House.serviceInWords, count)
        }
      } else if let (found, match, hasLength) = lexicon.services(word.folded) {
        let cost =
          switch match {
          case .name: Cost.House.serviceByName
          case .initials: Cost.House.serviceByInitials
          case .word, .english: Cost.House.serviceByWord
          }
        add(.service(found), hasLength ? Cost.House.serviceWithLength : cost, 1)
      }
    }
  }

  private func shifts(_ rest: ArraySlice<LineWord>) -> [ShiftWord] {
    grammar.kinds.contains(.shift) ? ShiftWord.read(rest) : []
  }

  /// `x6`, `x 6`, `6x`, `6 times`, `6 lần`; `-3` leaves the third out.
  private func addTimesOver(
    _ rest: ArraySlice<LineWord>, _ word: LineWord, _ add: (Piece.Meaning, Int, Int) -> Void
  ) {
    func number(_ text: some StringProtocol) -> Int? {
      text.utf8.count <= 3 && text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
    }
    let next = rest.dropFirst().first
    for sign in ["x", "×"] {
      if word.lower == sign, let next, let count = number(next.lower) {
        add(.times(count), Cost.times, 2)
      }
      if word.lower.hasPrefix(sign), let count = number(word.lower.dropFirst(sign.count)) {
        add(.times(count), Cost.times, 1)
      }
      if word.lower.hasSuffix(sign), let count = number(word.lower.dropLast(sign.count)) {
        add(.times(count), Cost.times, 1)
      }
    }
    if let count = number(word.lower), next?.isOne(of: ["times", "lần"]) ?? false {
      add(.times(count), Cost.times, 2)
    }
    if word.lower.hasPrefix("-"), let day = number(word.lower.dropFirst()) {
      add(.leftOut(day), Cost.times, 1)
    }
  }

  private func addWeeks(
    _ rest: ArraySlice<LineWord>, _ word: LineWord, _ add: (Piece.Meaning, Int, Int) -> Void
  ) {
    // Every week, every second week.
    if ["weekly"].contains(word.lower) { add(.weeks(1), Cost.weeks, 1) }
    if word.isOne(of: ["every", "mỗi", "hàng"]),
      let next = rest.dropFirst().first
    {
      if next.isOne(of: ["week", "tuần"]) { add(.weeks(1), Cost.weeks, 2) }
      add(.joint, Cost.joint, 1)
    }
    let digits = word.lower.prefix(while: \.isNumber)
    guard digits.utf8.count <= 3, let number = Int(digits) else { return }
    let unit = word.lower.dropFirst(digits.count)
    let units: [Spelling] = ["w", "week", "weeks", "tuần"]
    if unit.isEmpty {
      add(.weeks(number), Cost.bareWeeks, 1)
      if let next = rest.dropFirst().first, next.isOne(of: units) {
        add(.weeks(number), Cost.weeks, 2)
      }
    } else if units.contains(where: { $0.means(String(unit)) }) {
      add(.weeks(number), Cost.weeks, 1)
    }
  }
}
