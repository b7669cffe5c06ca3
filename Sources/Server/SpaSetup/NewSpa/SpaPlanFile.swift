import BookingDomain
import BookingStore
import TOMLText

/// A spa's plan as a file: everything that is wrong in it is said at once, each with its place.
package struct SpaPlanFile {
  package struct Problem: Hashable, Sendable {
    package let place: TOMLText.Place
    /// Without a full stop: what is wrong, and what to write.
    package let sentence: String

    /// With its place.
    package var spoken: String { "line \(place.line), column \(place.column): \(sentence)" }
  }

  package internal(set) var plan = SpaPlan()
  /// In the order of the file; empty for a plan that can be carried out.
  package internal(set) var problems: [Problem] = []
  /// What could not be read at all: it may be what is missing elsewhere.
  private var unread: [TOMLText.Malformed] = []
  /// What the tables hold but once, by what it is and how they compare it.
  private var taken: Set<[String]> = []

  /// Throws where the manager's password cannot be had from this file.
  package typealias PasswordCheck = (_ file: String, _ email: EmailAddress?, _ name: String)
    throws(Complaint) -> Void

  /// - Parameter checkPassword: asked about the file that the plan names.
  package init(_ text: String, checkPassword: PasswordCheck = { (_, _, _) throws(Complaint) in }) {
    let text = TOMLText(text)
    unread = text.problems
    problems = unread.map { Problem(place: $0.place, sentence: $0.sentence) }
    read(text.root)
    if case .table(let manager)? = text.root["manager"]?.value {
      readPassword(manager, checkPassword)
    }
    problems.sort { $0.place < $1.place }
  }

  private static let sections = [
    "spa", "hours", "rooms", "services", "therapists", "manager",
  ]

  private mutating func read(_ root: TOMLText.Table) {
    for entry in root.entries where !Self.sections.contains(entry.key) {
      complain(
        entry.node,
        "there is no section [\(PlainLine.shown(String(entry.key.prefix(40))))]; there are "
          + Self.sections.map { "[\($0)]" }.joined(separator: ", "))
    }
    readSpa(section("spa", of: root))
    readHours(section("hours", of: root))
    readRooms(section("rooms", of: root))
    readServices(section("services", of: root))
    readTherapists(section("therapists", of: root))
    readManager(section("manager", of: root))
  }

  typealias Section = (node: TOMLText.Node?, entries: [TOMLText.Table.Entry])

  /// An empty one where it is missing, which is said.
  private mutating func section(_ name: String, of root: TOMLText.Table) -> Section {
    guard let node = root[name] else {
      if unread.isEmpty {
        problems.append(
          Problem(
            place: TOMLText.Place(),
            sentence:
              "the section [\(name)] is missing; `frontdesk-server setup --example` shows one"))
      }
      return (nil, [])
    }
    guard case .table(let table) = node.value else {
      complain(node, "\(name) is a section: write [\(name)] on a line of its own")
      return (node, [])
    }
    return (node, table.entries)
  }

  /// What is wrong there; of a value that can be read as nothing at all, only that.
  mutating func complain(_ node: TOMLText.Node, _ sentence: String) {
    if case .unreadable(let wrong) = node.value {
      problems.append(Problem(place: wrong.place, sentence: wrong.sentence))
    } else {
      problems.append(Problem(place: node.place, sentence: sentence))
    }
  }

  /// What `body` gives, or what it complains about, at this place.
  mutating func checked<T>(_ node: TOMLText.Node, _ body: () throws(Complaint) -> T) -> T? {
    do {
      return try body()
    } catch {
      var sentence = error.sentence
      if sentence.last == "." { sentence.removeLast() }
      complain(node, sentence)
      return nil
    }
  }

  mutating func text(_ entry: TOMLText.Table.Entry) -> String? {
    switch entry.node.value {
    case .text(let text): return text
    case .number(let number): return String(number)
    case .fraction(let number): return number
    case .list, .table, .unreadable:
      complain(entry.node, "\(PlainLine.shown(entry.key)) is a text: write it in quotation marks")
      return nil
    }
  }

  mutating func unknown(_ entry: TOMLText.Table.Entry, _ known: String) {
    let sentence =
      "there is no \"\(PlainLine.shown(String(entry.key.prefix(40))))\" here; there are \(known)"
    problems.append(Problem(place: entry.node.place, sentence: sentence))
  }

  mutating func require(_ section: Section, _ isMissing: Bool, _ sentence: String) {
    if isMissing, unread.isEmpty, let node = section.node { complain(node, sentence) }
  }

  mutating func name(
    _ node: TOMLText.Node, _ text: String, longest: Int, of what: String
  ) -> String? {
    checked(node) { () throws(Complaint) in
      try SpaPlan.checkedName(text, longest: longest, of: what)
    }
  }

  /// The second of a name that the tables hold but once is in the wrong.
  /// - Parameter key: what is compared, where that is not the text.
  mutating func once(
    _ text: String, _ what: String, as key: String? = nil, at node: TOMLText.Node
  ) {
    let compared = key ?? text
    // As MySQL compares them: neither capitals nor accents count, signs do.
    let signs = String(compared.filter { $0.isPunctuation || $0.isSymbol })
    if !taken.insert([what, FoldedText(compared).text, signs]).inserted {
      complain(
        node, "\(what) \"\(PlainLine.shown(text))\" is there twice; each needs its own")
    }
  }
}
