import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import Screen

/// English that a screen still has where the person reads Vietnamese: words of three letters of ASCII or
/// more that no sentence of the language's table is written with, and that neither the spa, a guest, a
/// key, a command nor a typed line brought. A word that both languages have, `in` and `do`, passes.
struct EnglishLeft {
  /// Of so few letters are tags, and what is left of a word beside a panel.
  private static let fewest = 3
  /// Written so in every language, beside what the tables write.
  private static let everywhere: Set<String> = [
    "frontdesk", "momo", "ctrl", "pgup", "pgdn", "http",
  ]
  private static let vietnamese = Set(
    Vietnamese.tables.joined(separator: "\n").split(separator: "\n").compactMap(Catalog.entry)
      .flatMap { words(in: $0.translation) }.map { $0.lowercased() })
  /// Of the spa that tests have, of its register, and of examples; keys and commands are in no language.
  private static let given: Set<String> = {
    var texts = strings(in: [SampleSpa.spa]).union(strings(in: [SampleSpa.bookings]))
    texts.formUnion(
      strings(in: [Reception.register as Any, SampleSpa.reception, SampleSpa.manager]))
    texts.formUnion(Verb.allCases.flatMap(\.examples))
    texts.formUnion(DayWord.forms)
    texts.formUnion(Keymap.usual.all.flatMap { $0.keys.map(\.name) + [$0.word] })
    return Set(texts.flatMap { words(in: $0) }.map { $0.lowercased() }).union(everywhere)
  }()

  private static func words(in text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// All texts that are somewhere in a value.
  static func strings(in value: Any) -> Set<String> {
    if let text = value as? String { return [text] }
    return Mirror(reflecting: value).children.reduce(into: []) {
      $0.formUnion(strings(in: $1.value))
    }
  }

  /// Words of the spa, its guests and of what is typed.
  private let brought: Set<String>

  /// - Parameter quoted: what the desk was told in somebody's words.
  init(_ model: Model, quoting quoted: [String]) {
    var data: [Any] = [
      model.board.spa as Any, Array(model.board.bookings.values), model.board.blocks,
      model.board.waiting, model.board.tasks, model.found, model.theme, model.person as Any,
      model.setup.email, model.setup.server, model.lastSearch, model.zone.name, quoted,
    ]
    switch model.mode {
    case .command(let field), .search(let field, _): data.append(field.text)
    case .normal, .tag, .password, .confirmQuit: break
    }
    switch model.overlay {
    case .house, nil: break
    case .some(let overlay): data.append(overlay)
    }
    self.init(Self.strings(in: data))
  }

  /// - Parameter texts: what is in no language.
  init(_ texts: some Sequence<String>) {
    let words = texts.flatMap { Self.words(in: $0) }.map { $0.lowercased() }
    brought = Self.given.union(words)
  }

  func words(in text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "…" }.filter { written in
      let word = written.lowercased().replacing("…", with: "")
      if written.hasSuffix("…"), isCut(word) { return false }
      return word.count >= Self.fewest && word.allSatisfy { $0.isASCII && $0.isLetter }
        && !brought.contains(word) && !Self.vietnamese.contains(word)
        && !isPart(word, ofName: written.first?.isUppercase ?? false)
    }.map(String.init)
  }

  /// Whether its end had no room, and it can be a word that may stand there.
  private func isCut(_ word: String) -> Bool {
    brought.union(Self.vietnamese).contains { $0.hasPrefix(word) }
  }

  /// Whether it is what a panel or a column's edge left of a word that was brought.
  private func isPart(_ word: String, ofName isName: Bool) -> Bool {
    brought.contains { isName && $0.hasPrefix(word) || word.count > 4 && $0.hasSuffix(word) }
  }
}

extension PaperDesk {
  /// Rows of the screen that still have English in Vietnamese, with those words.
  func englishLeft(quoting quoted: [String]) -> [String] {
    var desk = self
    desk.model.setup.wording = Wording(.vietnamese)
    let left = EnglishLeft(desk.model, quoting: quoted)
    return desk.picture().frame.rows.compactMap { row in
      let words = left.words(in: row)
      return words.isEmpty ? nil : "\(words): \(row)"
    }
  }
}
