import BookingDomain
import DeskLanguage
import Screen

/// What lies over the board, row by row, without its frame and its gaps.
enum SpokenOverlay {
  /// No list has more rows than this.
  private static let size = Size(columns: 120, rows: 600)
  private static let frameGlyphs = Set("│┃─━┌┐└┘┏┓┗┛╭╮╰╯|+-")

  /// Empty where nothing lies there. What is chosen says so.
  static func lines(_ model: Model, theme: Theme) -> [String] {
    switch model.overlay {
    case nil: return []
    case .help(let search): return help(model, search)
    case .menu(let search): return menu(model, search)
    case .past(let view) where view.past != nil: return past(model, view)
    default: return read(model, theme)
    }
  }

  /// What the keys do. The list of signs is left out, since signs are not heard.
  private static func help(_ model: Model, _ search: KeySearch) -> [String] {
    let lines = HelpText.lines(model, wanted: search.wanted.text).compactMap { line -> String? in
      guard case .binding(let keys, let command, let help, let isOff) = line, !isOff else {
        return nil
      }
      return [keys, command, model.wording(help)].filter { !$0.isEmpty }.joined(separator: ", ")
    }
    return [model.wording("Keys and commands; a word finds some of them, esc closes.")] + lines
  }

  private static func menu(_ model: Model, _ search: KeySearch) -> [String] {
    let lines = search.found(for: model).enumerated().map { index, binding in
      let mark = index == search.at ? ", " + model.wording("chosen") : ""
      return "\(index + 1). \(model.wording(binding.help)), \(binding.keyNames)\(mark)"
    }
    return [model.wording("Menu; a word finds some of it, a number does it, esc closes.")] + lines
  }

  /// The day as it stood, by time.
  private static func past(_ model: Model, _ view: PastView) -> [String] {
    let shown = model.shown
    let title = model.wording(view.title(in: model.zone))
    return ["\(title): \(view.said(in: model)). " + model.wording("Esc comes back to now.")]
      + shown.board.ofTheDay.map { booking in
        [
          model.wording(booking.time.hourMinute), booking.customer.name,
          model.wording("with \(shown.board.therapistName(booking.therapist))"),
          model.wording(booking.statusWord),
        ].joined(separator: ", ")
      }
  }

  private static func read(_ model: Model, _ theme: Theme) -> [String] {
    var whole = model
    whole.size = size
    let frame = DeskPicture.overlay(of: whole, theme: theme)
    let chosen = theme[.menuSelected]
    return (0..<frame.size.rows).compactMap { row in
      let cells = frame.row(row)
      let words = spoken(cells.map(\.text).joined())
      guard !words.isEmpty else { return nil }
      return cells.contains { $0.style == chosen && $0.text != " " }
        ? "\(model.wording("Chosen:")) \(words)" : words
    }
  }

  /// Columns are parted by a comma; lines that only draw say nothing.
  private static func spoken(_ row: String) -> String {
    let inside = row.drop(while: isFrame).reversed().drop(while: isFrame).reversed()
    var words: [String] = []
    var gap = 0
    for character in String(inside) {
      if character == " " {
        gap += 1
        continue
      }
      if words.isEmpty {
        words.append("")
      } else if gap > 1 {
        words.append("")
      } else if gap == 1 {
        words[words.count - 1] += " "
      }
      gap = 0
      words[words.count - 1].append(character)
    }
    return words.joined(separator: ", ")
  }

  private static func isFrame(_ character: Character) -> Bool {
    character == " " || frameGlyphs.contains(character)
  }
}
