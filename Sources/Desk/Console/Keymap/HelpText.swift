import BookingDomain
import DeskLanguage
import Screen

/// The help screen, from the key table.
package enum HelpText {
  package enum Line: Hashable, Sendable {
    case heading(String)
    case binding(keys: String, command: String, help: String, isOff: Bool)
    case sign(ScreenSign.Mark, String)
    /// The rest of the line before.
    case more(String, isOff: Bool)
    case blank
  }

  package static func lines(_ model: Model, wanted: String = "") -> [Line] {
    var lines: [Line] = []
    for group in Binding.Group.allCases {
      let found = model.keymap.all.filter {
        $0.group == group && model.isTheirs($0.action) && $0.isAbout(wanted, model.wording)
      }
      guard !found.isEmpty else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(group.rawValue))
      lines += found.map { binding in
        .binding(
          keys: binding.keyNames, command: binding.command(in: model.wording), help: binding.help,
          isOff: binding.whyOff(model) != nil)
      }
    }
    return lines + days(model, wanted) + legend(model, wanted)
  }

  private static let days = "Days, wherever one is said"

  private static func days(_ model: Model, _ wanted: String) -> [Line] {
    guard (days + " " + model.wording(days)).has(everyWordOf: wanted) else { return [] }
    return [.blank, .heading(days), .sign(.drawn(""), DayWord.advice)]
  }

  /// The same as it stands in so many columns: no sentence is cut.
  package static func rows(_ model: Model, wanted: String = "", columns: Int) -> [Line] {
    let (start, signs) = (helpColumn(in: columns), signColumn(in: columns))
    return lines(model, wanted: wanted).flatMap { line -> [Line] in
      switch line {
      case .binding(let keys, let command, let help, let isOff):
        let pieces = wrapped(model.wording(help), to: columns - start)
        let first = Line.binding(
          keys: keys, command: command, help: pieces.first ?? "", isOff: isOff)
        return [first] + pieces.dropFirst().map { .more($0, isOff: isOff) }
      case .sign(let mark, let meaning):
        let pieces = wrapped(model.wording(meaning), to: columns - max(start, signs))
        return [.sign(mark, pieces.first ?? "")]
          + pieces.dropFirst().map { .more($0, isOff: false) }
      case .heading(let heading):
        return wrapped(model.wording(heading), to: columns).map(Line.heading)
      case .blank, .more: return [line]
      }
    }
  }

  private static func wrapped(_ text: String, to columns: Int) -> [String] {
    DisplayText(text).wrapped(to: max(8, columns)).map(\.text)
  }

  /// Columns that a panel on a screen of this size has for it.
  package static func columns(on size: Size) -> Int {
    let isNarrow = size.columns < 60 || size.rows < 20
    return min(size.columns, size.columns < 108 ? size.columns : 100) - (isNarrow ? 2 : 4)
  }

  /// Where keys, command and sentence begin.
  package static func isWide(_ columns: Int) -> Bool { columns >= 70 }
  package static func helpColumn(in columns: Int) -> Int { isWide(columns) ? 36 : 10 }
  package static func signColumn(in columns: Int) -> Int { isWide(columns) ? 15 : 10 }

  private static func legend(_ model: Model, _ wanted: String) -> [Line] {
    let signs = ScreenSign.all(takesMoney: model.key(.phrase(.pay)))
    let found = signs.filter {
      FoldedText($0.meaning + " " + model.wording($0.meaning)).text.has(everyWordOf: wanted)
    }
    guard !found.isEmpty else { return [] }
    return [.blank, .heading("Signs")] + found.map { .sign($0.mark, $0.meaning) }
  }
}

extension String {
  /// Whether each word typed begins one of its own.
  fileprivate func has(everyWordOf wanted: String) -> Bool {
    let words = split { !$0.isLetter && !$0.isNumber }
    return wanted.split(separator: " ").allSatisfy { typed in
      let folded = FoldedText(String(typed)).text
      return words.contains { $0.hasPrefix(folded) }
    }
  }
}

extension String {
  fileprivate func has(inOrder letters: String) -> Bool {
    var rest = letters[...]
    for letter in self where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}

extension Binding {
  /// Whether each word typed begins one of its own, or is its key.
  package func isAbout(_ wanted: String, _ wording: Wording = .usual) -> Bool {
    let words = FoldedText([help, wording(help), word].joined(separator: " ")).text.split {
      !$0.isLetter && !$0.isNumber
    }
    return wanted.split(separator: " ").allSatisfy { typed in
      let folded = FoldedText(String(typed)).text
      return keys.contains { $0.name == typed } || words.contains { $0.hasPrefix(folded) }
    }
  }
}

extension KeySearch {
  /// The actions of this person's menu that fit what is typed: those that it is about, then those
  /// whose command word has its letters in this order, `nsh` for `no-show`.
  package func found(for model: Model) -> [Binding] {
    let theirs = model.keymap.bindings.filter { model.isTheirs($0.action) }
    let about = theirs.filter { $0.isAbout(wanted.text, model.wording) }
    let letters = FoldedText(wanted.text).text.filter { !$0.isWhitespace }
    guard letters.count > 1 else { return about }
    let known = Set(about.map(\.word))
    return about + theirs.filter { !known.contains($0.word) && $0.word.has(inOrder: letters) }
  }
}
