import BookingDomain
import DeskLanguage
import Screen

/// What stands above a line being typed: what it would do, where that has no room beside it, and
/// what can be chosen.
struct SuggestionRows {
  struct Row {
    var parts: [(text: DisplayText, role: StyleRole)] = []

    var columns: Int { parts.reduce(0) { $0 + $1.text.columns + 2 } }
  }

  private(set) var rows: [Row] = []

  init(_ model: Model, _ plan: ScreenPlan) {
    guard let preview = model.preview, case .command(let field) = model.mode else { return }
    // On a low screen what has to be seen goes before the grid.
    let most = max(0, min(8, plan.status.row - 2))
    if Self.standAbove(preview, field, plan.size, model.wording) {
      rows += Self.lines(of: preview, plan.size.columns - 2, model.wording).prefix(max(1, most - 2))
    }
    if let draft = model.typing.draft {
      let times = Self.alternatives(draft, model)
      let room = max(0, most - rows.count - (times == nil ? 0 : 1))
      rows +=
        Self.choices(draft, model, rows: room, plan.size.columns - 2) + [times].compactMap { $0 }
    }
    rows = Array(rows.prefix(most))
  }

  /// On a wide line what a phrase would do stands behind its text, as long as all of it has room
  /// there.
  static func standAbove(
    _ preview: LinePreview, _ field: TextField, _ size: Size, _ wording: Wording
  ) -> Bool {
    guard size.columns >= 100 else { return true }
    let room = size.columns - DisplayText(field.text).columns - 8
    return lines(of: preview, room, wording).count > 1
  }

  /// Chips that were typed, chips that were filled in, and what has to be seen before Enter.
  static func lines(of preview: LinePreview, _ width: Int, _ wording: Wording) -> [Row] {
    var parts: [(DisplayText, StyleRole)] = []
    if let sentence = preview.sentence {
      return DisplayText(wording(sentence)).wrapped(to: max(10, width)).map {
        Row(parts: [($0, preview.isProblem ? .promptError : .promptPreview)])
      }
    }
    let warnings = preview.warnings.flatMap { warning in
      DisplayText(wording(warning)).wrapped(to: max(10, width)).map {
        Row(parts: [($0, .promptError)])
      }
    }
    parts += preview.chips.map {
      (DisplayText(wording($0.text)), $0.isSaid ? .prompt : .promptPreview)
    }
    var lines = [Row()]
    for (text, role) in parts {
      let text = text.truncated(to: max(1, width))
      if lines[lines.count - 1].columns + text.columns > width,
        !lines[lines.count - 1].parts.isEmpty
      {
        lines.append(Row())
      }
      lines[lines.count - 1].parts.append((text, role))
    }
    return warnings + lines
  }

  /// As many of the choices as there are rows, around the one that the arrows stand at.
  private static func choices(
    _ draft: Draft, _ model: Model, rows: Int, _ columns: Int
  ) -> [Row] {
    let numbers = draft.choices.indices.filter { draft.choices[$0].edit != nil }
    let at = model.typing.at.flatMap { numbers.indices.contains($0) ? numbers[$0] : nil }
    let middle = at ?? draft.chosen ?? 0
    let first = min(max(0, middle - rows / 2), max(0, draft.choices.count - rows))
    let isList = !numbers.isEmpty
    var lines: [[Row]] = []
    for (index, choice) in draft.choices.enumerated().dropFirst(first) {
      let isHere = index == at ?? draft.chosen
      let mark = DisplayText(isList ? (isHere ? ScreenSign.chosen : " ") : "")
      let role: StyleRole = index == at ? .menuSelected : .promptSuggestion
      let pieces = texts(of: choice, columns - mark.columns, model.wording)
      guard lines.joined().count + pieces.count <= rows || lines.isEmpty else { break }
      lines.append(pieces.prefix(rows).map { Row(parts: [(mark + $0, role)]) })
    }
    // What has no room is announced, and a list goes on under the arrows.
    let total = draft.choices.count - first
    guard lines.count < total, rows > 1 else { return Array(lines.joined()) }
    while lines.joined().count >= rows, lines.count > 1 { lines.removeLast() }
    let more = DisplayText(" " + model.wording("\(total - lines.count) more below"))
    return lines.joined().prefix(rows - 1) + [Row(parts: [(more, .promptSuggestion)])]
  }

  /// A sentence goes over several rows, what is chosen from stands in one.
  private static func texts(of choice: Draft.Choice, _ columns: Int, _ wording: Wording)
    -> [DisplayText]
  {
    guard choice.edit == nil, choice.row.parts.count == 1 else {
      return [choice.row.fitting(columns, wording)]
    }
    return choice.row.wrapped(to: columns, wording)
  }

  private static func alternatives(_ draft: Draft, _ model: Model) -> Row? {
    guard !draft.alternatives.isEmpty else { return nil }
    let opening = model.typing.chooses ? "Instead:" : "Enter, then:"
    let first = draft.options.count - draft.alternatives.count
    let times = draft.alternatives.enumerated().map { index, time in
      (
        DisplayText("\(index + 1) \(model.wording.brief(time))"),
        model.typing.at == first + index ? StyleRole.menuSelected : .promptSuggestion
      )
    }
    return Row(parts: [(DisplayText(model.wording(opening)), .promptSuggestion)] + times)
  }
}

extension Model {
  /// What the line being typed is understood as.
  var preview: LinePreview? {
    if case .command(let field) = mode { CommandLine.look(field.text, self) } else { nil }
  }
}
