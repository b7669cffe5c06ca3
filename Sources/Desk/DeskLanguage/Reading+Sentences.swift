import BookingDomain

/// What is said about words that are not understood.
extension Reading {
  /// Of the words that are not understood, the first is said, with those beside it.
  mutating func say(_ context: PhraseContext) {
    guard problem == nil, let first = words.firstIndex(where: { $0.kind == .unread }) else {
      return
    }
    let together = words[first...].prefix { $0.kind == .unread }
    fail(sentence(about: together.map(\.written), context))
  }

  /// - Parameters:
  ///   - unread: words that stand side by side.
  ///   - strange: what to say where they are like nothing that is known.
  func sentence(
    about unread: [String], _ context: PhraseContext, orWhereStrange strange: String? = nil
  ) -> String {
    let line = unread.map { LineWord($0, 0..<$0.count) }
    for word in line {
      if let meant = context.lexicon.meant(by: word) {
        return "\"\(word.written)\" is not understood: \(meant)?"
      }
    }
    guard let word = line.first else { return "" }
    let text = unread.joined(separator: " ")
    // In a new spa the word is not to blame.
    if context.lexicon.spa.lacks.contains(where: { $0 == .services || $0 == .therapists }),
      let lacking = context.lexicon.spa.sentenceOfLacks
    {
      return "\"\(word.written)\" is not understood. \(lacking)"
    }
    if text.unicodeScalars.contains(where: Self.isOfAnotherLayout) {
      return "\"\(text)\" is not understood: is another keyboard layout on?"
    }
    return surplus(word, line, context) ?? shape(word, context) ?? strange ?? unknown(text)
  }

  /// Cyrillic and Hangul, which no name in the register of a Vietnamese spa's desk is typed in.
  private static func isOfAnotherLayout(_ letter: Unicode.Scalar) -> Bool {
    [0x0400...0x04FF, 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF]
      .contains { $0.contains(letter.value) }
  }

  private func unknown(_ text: String) -> String {
    grammar.kinds.contains(.service)
      ? "\"\(text)\": no such service, therapist or day; what is meant?" : notTaken(text)
  }

  private func notTaken(_ text: String) -> String {
    "\"\(text)\" is not understood: this takes \(grammar.wants)."
  }

  // MARK: - Understood, but not here

  /// A word that means something which stands in the line already, or is not asked for.
  private func surplus(_ word: LineWord, _ line: [LineWord], _ context: PhraseContext) -> String? {
    let able = PieceSearch(line, .anything, context, namesFirst: false).meanings(at: 0)
      .filter { $0.cost <= 150 }
    // Any digits could be the end of a number.
    let kinds = able.map(\.meaning.kind)
      .filter { $0 != .phone || !word.isNumber || grammar.kinds.contains(.phone) }
    if let kind = kinds.first(where: grammar.kinds.contains), let said = said(kind) {
      let isFirst =
        words.firstIndex { $0.written == word.written } ?? 0 < words.firstIndex {
          $0.written == said
        } ?? 0
      let along =
        grammar.takesCompanions && [.service, .therapist].contains(kind)
        ? " Who comes along stands behind an &." : ""
      return Self.two(kind, isFirst ? word.written : said, isFirst ? said : word.written) + along
    }
    guard let kind = kinds.first, !kinds.contains(where: grammar.kinds.contains) else { return nil }
    return "\"\(word.written)\" is \(kind.noun): this takes \(grammar.wants)."
  }

  /// The words of the line that say this.
  private func said(_ kind: Kind) -> String? {
    let times: Set<Kind> = [.time, .span, .window, .shift]
    let same = times.contains(kind) ? times : [kind]
    let mine = words.filter { same.contains($0.kind) }.map(\.written)
    return mine.isEmpty ? nil : mine.joined(separator: " ")
  }

  static func two(_ kind: Kind, _ first: String, _ second: String) -> String {
    "\"\(first)\" and \"\(second)\" are two \(kind.plural): which?"
  }

  // MARK: - Glued together

  /// `sw60anna`: two words without their blank.
  private func glued(_ word: LineWord, _ context: PhraseContext) -> String? {
    let letters = Array(word.written)
    let cuts = letters.indices.dropFirst().filter {
      letters[$0].isLetter != letters[$0 - 1].isLetter
    }
    func isUnderstood(_ part: ArraySlice<Character>) -> Bool {
      let line = [LineWord(String(part), 0..<part.count)]
      return !PieceSearch(line, grammar, context, namesFirst: false).meanings(at: 0).isEmpty
    }
    for cut in cuts.reversed() where isUnderstood(letters[..<cut]) {
      let (head, tail) = (String(letters[..<cut]), String(letters[cut...]))
      if isUnderstood(letters[cut...]) {
        return "\"\(word.written)\" is not understood: \(head) \(tail)?"
      }
      guard head.count > 2, tail.count > 1 else { continue }
      return "\"\(word.written)\" is not understood: \"\(head)\" is, but \"\(tail)\" is not."
    }
    return nil
  }

  // MARK: - Not quite

  private func shape(_ word: LineWord, _ context: PhraseContext) -> String? {
    let text = word.lower
    guard text.contains(where: \.isNumber) else { return nil }
    let digits = text.drop { !$0.isNumber }
    let letters = text.prefix { $0.isLetter }
    if text.hasPrefix("#") { return "\"\(word.written)\" is no number of a list: #1 is the first." }
    if letters.isEmpty, text.contains("/") || text.split(separator: "-").count == 3 {
      return "\"\(word.written)\" is no day of the calendar."
    }
    let isClock = text.allSatisfy { $0.isNumber || ":h.".contains($0) }
    if letters.isEmpty, isClock, text.contains(":") || text.contains("h") {
      return "\"\(word.written)\" is no time of day: 14:30 and 2:30 pm are."
    }
    if digits.allSatisfy(\.isNumber), letters.count + digits.count == text.count {
      if letters == "b", grammar.kinds.contains(.bed) { return "There is no bed \(digits)." }
      if letters == "t", grammar.kinds.contains(.therapist) {
        return "There is no therapist with the number \(digits)."
      }
      if letters.count >= 2, grammar.kinds.contains(.service) {
        return noService(String(letters), word, context)
      }
    }
    return glued(word, context) ?? notTaken(word.written)
  }

  private func noService(_ letters: String, _ word: LineWord, _ context: PhraseContext) -> String {
    let near = context.lexicon.services(letters)?.found.all.compactMap(context.service) ?? []
    guard !near.isEmpty else {
      let example = context.lexicon.serviceExample.map { ", as \($0)" } ?? ""
      return "There is no service \"\(word.written)\" here: write letters of its name\(example)."
    }
    return "There is no \"\(letters)\" of \(word.written.filter(\.isNumber)) minutes: "
      + Drafting.listed(near) + "."
  }
}

extension Reading.Kind {
  /// As a sentence names it.
  var noun: String {
    switch self {
    case .guest: "a name"
    case .phone: "a phone number"
    case .waiting: "somebody who waits"
    case .choice: "a choice from a list"
    case .service: "a service"
    case .therapist: "a therapist"
    case .time: "a time"
    case .span: "a span of time"
    case .day: "a day"
    case .window: "a part of the day"
    case .length: "a length"
    case .payment: "a way of payment"
    case .bed: "a bed"
    case .weeks: "a number of weeks"
    case .times: "how often"
    case .leftOut: "a day to leave out"
    case .companion: "the name of who comes along"
    case .companionPhone: "the number of who comes along"
    case .shift: "how much later or earlier"
    case .scope: "a word for this one alone"
    case .same: "what the guest had last time"
    case .reach: "how a new guest is called"
    case .wish: "a wish for a therapist"
    case .reason, .note, .joint, .unread: "something else"
    }
  }

  fileprivate var plural: String {
    switch self {
    case .guest: "names"
    case .phone: "phone numbers"
    case .choice: "choices"
    case .service: "services"
    case .therapist: "therapists"
    case .time, .span, .window: "times"
    case .day: "days"
    case .length: "lengths"
    case .payment: "ways of payment"
    case .bed: "beds"
    case .companion: "names of who comes along"
    case .companionPhone: "numbers of who comes along"
    case .waiting, .weeks, .times, .leftOut, .shift, .scope, .same, .reach, .wish, .reason, .note,
      .joint,
      .unread:
      "things"
    }
  }
}
