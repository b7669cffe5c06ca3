import BookingDomain
import DeskLanguage
import Screen

extension Keymap {
  static let views: [Binding] = [
    view(.board, "1", "board", "The day, a column a therapist"),
    view(.agenda, "2", "agenda", "The next hours as a list, what needs somebody first"),
    view(.rooms, "3", "rooms", "The same day, a column a bed"),
    view(
      .week, "4", "week",
      "The week of one therapist; `therapists-left` and `therapists-right` show the next one's"),
    view(.wall, "5", "wall", "The board for a wall: big figures, turns its pages by itself"),
    Binding(
      .views, .month, keys: [.character("6")], word: "month",
      help: "The month: how full each day is; Enter goes there"),
    Binding(
      .views, .nextView, keys: [.character("v")], word: "view", hint: "view",
      help: "The next view; day and selection stay"),
    Binding(
      .views, .only(nil), keys: [], word: "only",
      argument: Binding.Argument(
        name: "[WHO]", candidates: { $0.board.spa?.therapists.map(\.name) ?? [] },
        read: { text, model in
          if let sentence = whyNotNarrowed(model) { return .problem(sentence) }
          guard let lexicon = model.board.lexicon else {
            return .problem("The day is not here yet.")
          }
          do throws(ColumnFilter.Unknown) {
            return .action(.only(try ColumnFilter(text, lexicon)))
          } catch {
            return .problem(error.sentence)
          }
        }),
      help: "Only these columns: lan, late, unpaid, foot; without words all of them again",
      whyOff: whyNotNarrowed),
  ]

  private static let whyNotNarrowed: @Sendable (Model) -> String? = { model in
    model.view == .board
      ? nil : "Columns are narrowed on the board: \(model.key(.look(.board))) shows it."
  }

  private static func view(_ view: DayView, _ key: Character, _ word: String, _ help: String)
    -> Binding
  {
    Binding(
      .views, .look(view), keys: [.character(key)], word: word, help: help,
      whyOff: { model in
        view == .board || model.views.contains(view)
          ? nil : "This view is for reception and managers."
      })
  }
}
