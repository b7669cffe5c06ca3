import DeskLanguage

/// The table of a language: each sentence of the program beside its translation, a line each,
/// `%1 is free again. → %1 lại trống.` What stands for `%1` is taken over as it is; a translation
/// writes `@1` where that is said in the language too, such as a status or a day. `#1 with %2` is only
/// meant where a day, a time or a figure stands at the first place. A sentence that has such an arrow
/// itself is followed by `⇒`.
package struct Catalog: Sendable {
  /// A sentence with places in it.
  private struct Template: Sendable {
    /// What is fixed: before the first place, between places, behind the last.
    let fixed: [[UInt8]]
    /// Of each place, whether only a day, a time or a figure is meant by it.
    let isFigure: [Bool]
    let translation: [Part]
    /// Bytes that are fixed.
    let weight: Int
    /// The more is fixed, the surer a sentence is this one; what frames another sentence, as
    /// `Not done (…): …` or `"…" is not …`, comes before what is inside it.
    let rank: Int
    /// The bytes that a sentence begins and ends with; nil where that is a place. Most templates are
    /// told apart by these alone.
    let first: UInt8?
    let last: UInt8?
    /// Heavier than any sentence.
    private static let mostWeight = 1_000
    /// Whether it says how a sentence begins and how it ends.
    var isClosed: Bool { first != nil && last != nil }
    /// So little is fixed (`%1 to %2`, `%1 left`) that somebody's note or name may read so as well.
    let isWeak: Bool

    init(_ english: String, _ translation: String) {
      (fixed, isFigure) = Catalog.fixed(english)
      self.translation = Catalog.parts(translation)
      weight = fixed.reduce(0) { $0 + $1.count }
      let beginning = fixed.first ?? []
      isWeak = beginning.isEmpty && !isFigure.contains(true) && Catalog.isJoint(fixed)
      let isFrame =
        beginning.first == UInt8(ascii: "\"") || beginning.contains(UInt8(ascii: ":"))
        || beginning.contains(UInt8(ascii: "("))
      rank = weight + (isFrame ? Self.mostWeight : 0)
      first = fixed.first?.first
      last = fixed.last?.last
    }
  }

  fileprivate enum Part: Sendable {
    case text(String)
    /// From 0.
    case place(Int, isSaid: Bool)
  }

  private var whole: [String: String] = [:]
  private var templates: [Template] = []

  /// Sentences in one another, such as a day in a reason in a refusal. None goes deeper.
  private static let deepest = 6

  init(_ tables: [String]) {
    for line in tables.joined(separator: "\n").split(separator: "\n") {
      guard let (english, translation) = Self.entry(line) else { continue }
      if english.contains("%1") || english.contains("#1") {
        templates.append(Template(english, translation))
      } else {
        whole[english] = translation
      }
    }
    templates.sort { $0.rank > $1.rank }
  }

  /// Both sides of a line; nil for a heading or a blank line.
  package static func entry(_ line: Substring) -> (english: String, translation: String)? {
    guard !line.hasPrefix("# "),
      let arrow = line.firstRange(of: " ⇒ ") ?? line.firstRange(of: " → ")
    else { return nil }
    return (String(line[..<arrow.lowerBound]), String(line[arrow.upperBound...]))
  }

  /// - Parameter other: what is in no table.
  func translation(of english: String, by other: (String) -> String) -> String {
    found(english, deep: 0, by: other) ?? other(english)
  }

  /// Nil where no table has it.
  private func found(
    _ english: String, deep: Int, by other: (String) -> String
  ) -> String? {
    guard deep < Self.deepest, !english.isEmpty else { return nil }
    if let found = whole[english] { return other(found) }
    // Blanks around it are the screen's.
    let bare = english.trimmingBlanks
    if bare.count < english.count, !bare.isEmpty, let at = english.firstRange(of: bare) {
      return found(bare, deep: deep, by: other).map {
        english[..<at.lowerBound] + $0 + english[at.upperBound...]
      }
    }
    let text = Array(english.utf8)
    if let found = inColumns(english, text, deep, other) ?? inAllParts(english, deep, other) {
      return found
    }
    return made(of: text, deep, other) { !$0.hasSentenceEnd }
      ?? inSentences(english, deep, other) ?? made(of: text, deep, other) { _ in true }
      ?? inParts(english, at: ", ", deep, other)
  }

  /// A line of a list, or a sentence about one.
  private func inColumns(
    _ english: String, _ text: [UInt8], _ deep: Int, _ other: (String) -> String
  ) -> String? {
    guard english.contains("  ") else { return nil }
    return made(of: text, deep, other, closed: true) { !$0.hasSentenceEnd }
      ?? inParts(english, at: "  ", deep, other)
  }

  /// - Parameters:
  ///   - closed: only what says how it begins and ends.
  ///   - mayStand: whether that may stand at a place.
  private func made(
    of text: [UInt8], _ deep: Int, _ other: (String) -> String, closed: Bool = false,
    where mayStand: (ArraySlice<UInt8>) -> Bool
  ) -> String? {
    let (begin, end) = (text.first, text.last)
    for template in templates {
      guard !closed || template.isClosed, template.first == nil || template.first == begin,
        template.last == nil || template.last == end
      else { continue }
      guard let places = Self.places(of: template, in: text),
        places.allSatisfy({ mayStand(text[$0]) }),
        zip(places, template.isFigure).allSatisfy({ !$1 || isFigure(text[$0]) }),
        !template.isWeak || places.allSatisfy({ isOurs(text[$0], deep, other) })
      else { continue }
      return template.translation.reduce(into: "") { result, part in
        switch part {
        case .text(let words): result += other(words)
        case .place(let number, let isSaid):
          guard places.indices.contains(number) else { return }
          let words = String(decoding: text[places[number]], as: UTF8.self)
          result +=
            isSaid ? found(words, deep: deep + 1, by: other) ?? other(words) : words
        }
      }
    }
    return nil
  }

  /// What somebody wrote about somebody, `Mai: bad knee`: what follows behind a comma is of it too.
  private static func isRemark(_ text: Substring) -> Bool {
    guard let colon = text.firstRange(of: ": ") else { return false }
    return !text[colon.upperBound...].contains(where: \.isNumber)
  }

  /// Words that hold two others together, or stand behind one, in anybody's English.
  private static let joints: Set<Substring> = [
    "to", "of", "for", "with", "and", "or", "on", "in", "from", "at", "left", "late", "over", "off",
    "now", "then", "later", "ago", "booked", "paid", "unpaid", "guests", "days", "min", "h", "s",
  ]

  private static func isJoint(_ fixed: [[UInt8]]) -> Bool {
    if fixed.last?.last == UInt8(ascii: ".") || fixed.joined().contains(UInt8(ascii: "(")) {
      return false
    }
    let text = fixed.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return text.split { !$0.isLetter }.allSatisfy(joints.contains)
  }

  /// Whether it is a number that the program made, or words that a table has. Only such a text may
  /// stand in a sentence of which little is fixed; a note such as "allergic to nuts" may not.
  private func isOurs(
    _ text: ArraySlice<UInt8>, _ deep: Int, _ other: (String) -> String
  ) -> Bool {
    if text.contains(where: { 0x30...0x39 ~= $0 }) { return true }
    let words = String(decoding: text, as: UTF8.self)
    return other(words) != words || found(words, deep: deep + 1, by: { $0 }) != nil
  }

  private static let units: Set<Substring> = ["h", "min", "s"]

  /// Whether each of its words has a figure, or is said in the language, as a weekday is.
  private func isFigure(_ text: ArraySlice<UInt8>) -> Bool {
    String(decoding: text, as: UTF8.self).split { " –,".contains($0) }.allSatisfy { word in
      word.contains(where: \.isNumber) || Self.units.contains(word) || whole[String(word)] != nil
        || VietnameseDays.isPart(String(word))
    }
  }

  /// What is listed, each for itself, where a table has any of them.
  private func inParts(
    _ english: String, at separator: String, _ deep: Int, _ other: (String) -> String
  ) -> String? {
    let parts = english.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count > 1 else { return nil }
    let said = parts.map { part in
      // A guest's alert is in somebody's own words.
      part.hasPrefix("! ") ? nil : found(String(part), deep: deep + 1, by: other)
    }
    guard said.contains(where: { $0 != nil }),
      separator != ", " || zip(parts, said).allSatisfy({ $1 != nil || !Self.isRemark($0) })
    else { return nil }
    return zip(parts, said).map { $1 ?? ($0.hasPrefix("! ") ? String($0) : other(String($0))) }
      .joined(separator: separator)
  }

  /// What goes together, `Orchid, bed 1 & Orchid, bed 2`, where a table has all of it: names of guests
  /// stand so too.
  private func inAllParts(
    _ english: String, _ deep: Int, _ other: (String) -> String
  ) -> String? {
    let parts = english.split(separator: " & ", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return nil }
    let said = parts.compactMap { found(String($0), deep: deep + 1, by: other) }
    return said.count == parts.count ? said.joined(separator: " & ") : nil
  }

  /// One after the other, where a table has the first of them.
  private func inSentences(
    _ english: String, _ deep: Int, _ other: (String) -> String
  ) -> String? {
    let ends = [". ", "? "].compactMap { english.firstRange(of: $0) }
    guard let end = ends.min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
    let head = english[..<english.index(after: end.lowerBound)]
    guard let first = found(String(head), deep: deep + 1, by: other) else { return nil }
    let rest = String(english[end.upperBound...])
    return "\(first) \(found(rest, deep: deep + 1, by: other) ?? other(rest))"
  }

  /// What stands at each place, where the sentence is made of this template.
  private static func places(of template: Template, in text: [UInt8]) -> [Range<Int>]? {
    let fixed = template.fixed
    let (first, last) = (fixed[0], fixed[fixed.count - 1])
    guard text.count > template.weight, text.starts(with: first),
      text.suffix(last.count).elementsEqual(last)
    else { return nil }
    let end = text.count - last.count
    var from = first.count
    var places: [Range<Int>] = []
    for piece in fixed.dropFirst().dropLast() {
      guard let at = text[from..<end].firstIndex(of: piece) else { return nil }
      places.append(from..<at)
      from = at + piece.count
    }
    guard from <= end else { return nil }
    places.append(from..<end)
    return places
  }

  fileprivate static func fixed(_ english: String) -> (pieces: [[UInt8]], isFigure: [Bool]) {
    var pieces: [[UInt8]] = [[]]
    var isFigure: [Bool] = []
    var rest = english.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") || byte == UInt8(ascii: "#"), let digit = rest.first,
        digit == UInt8(ascii: "1") + UInt8(isFigure.count)
      {
        rest.removeFirst()
        pieces.append([])
        isFigure.append(byte == UInt8(ascii: "#"))
      } else {
        pieces[pieces.count - 1].append(byte)
      }
    }
    return (pieces, isFigure)
  }

  fileprivate static func parts(_ translation: String) -> [Part] {
    var parts: [Part] = []
    var text = ""
    var rest = translation[...]
    while let character = rest.popFirst() {
      if character == "%" || character == "@", let number = rest.first?.wholeNumberValue, number > 0
      {
        rest.removeFirst()
        parts += [.text(text), .place(number - 1, isSaid: character == "@")]
        text = ""
      } else {
        text.append(character)
      }
    }
    return parts + [.text(text)]
  }
}

extension ArraySlice<UInt8> {
  /// Another sentence follows.
  fileprivate var hasSentenceEnd: Bool {
    indices.dropLast().contains {
      (self[$0] == UInt8(ascii: ".") || self[$0] == UInt8(ascii: "?")) && self[$0 + 1] == 0x20
    }
  }

  /// Where `piece` begins; at the start where it is empty.
  fileprivate func firstIndex(of piece: [UInt8]) -> Int? {
    guard let first = piece.first else { return startIndex }
    var at = startIndex
    while at + piece.count <= endIndex {
      if self[at] == first, self[at..<at + piece.count].elementsEqual(piece) { return at }
      at += 1
    }
    return nil
  }
}
