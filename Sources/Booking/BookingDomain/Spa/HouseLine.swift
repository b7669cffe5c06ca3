/// A line about accounts or the house, as far as it goes: which words were understood, what is still
/// missing, and what is wrong.
package struct HouseLine: Hashable, Sendable {
  /// Nil where the words name none, or not yet.
  package private(set) var deed: HouseDeed?
  /// As they were typed, in the order of the deed's pieces.
  package private(set) var values: [String] = []
  /// The same as the spa calls them, for who looks at the line.
  package private(set) var readings: [String] = []
  /// Characters of the line that were not understood.
  package private(set) var unread: [Range<Int>] = []
  /// What is wrong or missing, in a sentence; nil for a line that can be sent.
  package private(set) var problem: String?

  /// What the words of a line may name, where somebody knows it.
  package struct Names: Hashable, Sendable {
    let services: [String]
    let beds: [String]
    let rooms: [String]
    let therapists: [String]

    package init(_ spa: Spa) {
      services = spa.services.flatMap { [$0.name, "\($0.id)"] }
      beds = spa.beds.flatMap { [$0.name, "\($0.id)"] }
      rooms = spa.rooms.flatMap { [$0.name, "\($0.id)"] }
      therapists = spa.therapists.flatMap { [$0.name, "\($0.id)"] }
    }

    /// Names stand before their numbers.
    func name(_ text: String, of thing: HouseThing) -> String? {
      guard let all = all(thing),
        let at = all.firstIndex(where: { FoldedText($0) == FoldedText(text) })
      else { return nil }
      return all[at - at % 2]
    }

    /// Nil for what no desk knows the names of.
    func all(_ thing: HouseThing) -> [String]? {
      switch thing {
      case .service: services
      case .bed: beds
      case .room: rooms
      case .therapist: therapists
      case .kind: nil
      }
    }
  }

  /// - Parameter names: nil where only the form is looked at.
  package init(_ line: String, names: Names? = nil) {
    var words = Words(line)
    readDeed(&words)
    guard let deed, problem == nil else { return }
    for piece in deed.pieces {
      guard let (text, range) = piece.takesRest ? words.rest() : words.next() else {
        if !piece.mayBeLeftOut {
          problem = "Write \(piece.wanted)."
        }
        return
      }
      values.append(text)
      if let sentence = Self.missing(text, piece, names) {
        problem = sentence
        return
      }
      if let sentence = Self.problem(text, piece, names) {
        unread.append(range)
        problem = sentence
        return
      }
      readings.append(Self.reading(text, piece, names))
    }
    if let (text, range) = words.rest() {
      unread.append(range)
      problem = "\(deed.form): nothing stands behind that, but there is \"\(text)\"."
    }
  }

  private mutating func readDeed(_ words: inout Words) {
    var begun: [String] = []
    while true {
      let possible = HouseDeed.all.filter { $0.words.starts(with: begun) }
      let next = Self.unique(possible.compactMap { $0.words.dropFirst(begun.count).first })
      let whole = possible.first { $0.words == begun }
      guard !next.isEmpty else { return deed = whole }
      guard let (word, range) = words.next() else {
        deed = whole
        if whole == nil {
          problem = "Write \(Self.listed(next)) behind \(begun.joined(separator: " "))."
        }
        return
      }
      guard next.contains(word.lowercased()) else {
        unread.append(range)
        problem =
          "\"\(word)\" is nothing that can be done with \(begun.joined(separator: " ")); there are "
          + "\(next.joined(separator: ", "))."
        return
      }
      begun.append(word.lowercased())
    }
  }

  private static func reading(_ text: String, _ piece: HousePiece, _ names: Names?) -> String {
    switch piece {
    case .one(let thing): return names?.name(text, of: thing) ?? text
    case .pair(let thing, let value):
      guard let (named, other) = HousePiece.twoParts(text) else { return text }
      let room = value == .room ? names?.name(other, of: .room) : nil
      return "\(names?.name(named, of: thing) ?? named): \(room ?? other)"
    default: return text
    }
  }

  /// What has to be written behind a name that is understood.
  private static func missing(_ text: String, _ piece: HousePiece, _ names: Names?) -> String? {
    guard case .pair(let thing, let value) = piece, HousePiece.twoParts(text) == nil else {
      return nil
    }
    let named = text.hasSuffix(":") ? String(text.dropLast()) : text
    guard problem(named, thing, names) == nil else { return nil }
    return "Write a colon and \(value.wanted) behind \(names?.name(named, of: thing) ?? named)."
  }

  private static func problem(_ text: String, _ piece: HousePiece, _ names: Names?) -> String? {
    switch piece {
    case .one(let thing): return problem(text, thing, names)
    case .pair(let thing, let value):
      guard let (named, other) = HousePiece.twoParts(text) else {
        return problem(text, thing, names)
      }
      if let problem = problem(named, thing, names) { return problem }
      guard value.admits(other) else { return "\"\(other)\" is not \(value.wanted)." }
      return value == .room ? problem(other, .room, names) : nil
    default: return piece.admits(text) ? nil : "\"\(text)\" is not \(piece.wanted)."
    }
  }

  private static func problem(_ text: String, _ thing: HouseThing, _ names: Names?) -> String? {
    guard let all = names?.all(thing) else { return nil }
    let wanted = FoldedText(text)
    guard !all.contains(where: { FoldedText($0) == wanted }) else { return nil }
    let begun = all.filter { FoldedText($0).text.hasPrefix(wanted.text) }.prefix(3)
    return begun.isEmpty
      ? "\"\(text)\" is not \(thing.wanted); :house shows them."
      : "Write more: \(begun.joined(separator: ", "))."
  }

  private static func unique(_ words: [String]) -> [String] {
    words.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func listed(_ words: [String]) -> String {
    words.count < 2
      ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
  }

  /// Whole lines that may follow what is typed, for who completes it by a key.
  package static func candidates(_ spa: Spa?) -> [String] {
    HouseDeed.all.flatMap { deed -> [String] in
      guard let piece = deed.pieces.first else { return [deed.text] }
      let named: [String] =
        switch piece {
        case .one(let thing): names(thing, spa)
        case .pair(let thing, _): names(thing, spa).map { "\($0): " }
        case .day: (Weekday.allCases.map { $0.rawValue.lowercased() } + [HousePiece.everyDay])
        default: []
        }
      return named.isEmpty ? ["\(deed.text) "] : named.map { "\(deed.text) \($0)" }
    }
  }

  private static func names(_ thing: HouseThing, _ spa: Spa?) -> [String] {
    switch thing {
    case .service: spa?.services.map(\.name) ?? []
    case .bed: spa?.beds.map(\.name) ?? []
    case .room: spa?.rooms.map(\.name) ?? []
    case .therapist: spa?.therapists.map(\.name) ?? []
    case .kind: []
    }
  }

  /// A line word by word, with the place of each.
  private struct Words {
    private var left: Substring
    private var at = 0

    init(_ line: String) { left = line[...] }

    private mutating func skipBlanks() {
      let blanks = left.prefix(while: \.isWhitespace).count
      left = left.dropFirst(blanks)
      at += blanks
    }

    mutating func next() -> (String, Range<Int>)? { take { $0.prefix { !$0.isWhitespace } } }

    mutating func rest() -> (String, Range<Int>)? {
      take { text in
        var end = text
        while end.last?.isWhitespace == true { end.removeLast() }
        return end
      }
    }

    private mutating func take(_ piece: (Substring) -> Substring) -> (String, Range<Int>)? {
      skipBlanks()
      let taken = piece(left)
      guard !taken.isEmpty else { return nil }
      left = left.dropFirst(taken.count)
      defer { at += taken.count }
      return (String(taken), at..<at + taken.count)
    }
  }
}
