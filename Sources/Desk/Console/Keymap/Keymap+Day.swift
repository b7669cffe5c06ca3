import BookingDomain
import DeskLanguage
import Screen

extension Keymap {
  static let day: [Binding] = [
    Binding(
      .day, .dayBy(-1), keys: [.character("["), .character("-")], word: "yesterday",
      help: "The day before"),
    Binding(
      .day, .dayBy(1), keys: [.character("]"), .character("+")], word: "tomorrow",
      hint: "days", help: "The day after"),
    Binding(
      .day, .showDay(.today), keys: [.character("t")], word: "date",
      argument: dayArgument { .showDay($0) },
      hint: "today", help: "Today; with a day, that day: tomorrow, +3, 2026-11-30"),
    Binding(
      .day, .showNow, keys: [.character(".")], word: "now",
      help: "Scroll back to now, and stay there",
      whyOff: { model in
        model.isOnToday
          ? nil : "Now is on another day: \(model.key(.showDay(.today))) shows today."
      }),
    Binding(
      .day, .scroll(pages: -1), keys: [.pageUp, .control("b")], word: "page-up",
      help: "Earlier in the day"),
    Binding(
      .day, .scroll(pages: 1), keys: [.pageDown, .control("f")], word: "page-down",
      help: "Later in the day"),
    Binding(
      .day, .pageTherapists(-1), keys: [.character("<")], word: "therapists-left",
      help: "Columns further left", whyOff: whyNoPages),
    Binding(
      .day, .pageTherapists(1), keys: [.character(">")], word: "therapists-right",
      help: "Columns further right", whyOff: whyNoPages),
    Binding(
      .day, .zoom, keys: [.character("z")], word: "zoom",
      help: "Minutes in a row: 5, 10, 15, 30, 60, or fitted to the height",
      whyOff: { $0.showsGrid ? nil : "There are no rows of time here." }),
    Binding(
      .day, .details, keys: [.enter, .character(" ")], word: "details",
      hint: "details", help: "Show or hide the details of the selected booking",
      whyOff: whyNoSelection),
    Binding(
      .day, .copyPhone, keys: [.character("Y")], word: "copy",
      argument: Binding.Argument(
        name: "[line]", candidates: { _ in ["line"] },
        read: { text, _ in
          text == "line" ? .action(.copyLine) : .problem("Behind it stands nothing, or line.")
        }),
      help: "Copy the guest's phone number, or the booking as a line, to be pasted elsewhere",
      whyOff: whyNoSelection),
    Binding(
      .day, .history, keys: [.character("H")], word: "history",
      help: "Who did what to the selected booking, and when", whyOff: whyNoSelection),
    Binding(
      .day, .takings(nil), keys: [], word: "takings",
      argument: dayArgument { .takings($0) },
      help: "What a day brought, by ways of payment; for managers",
      whyOff: { model in
        guard let role = model.person?.role, Rights.scope(of: .seeTakings, for: role) == .all
        else { return "What a day brought is for managers." }
        return nil
      }),
    Binding(
      .day, .dayChanges, keys: [.character("J")], word: "changes",
      help: "Who changed what on this day, newest first; for managers",
      whyOff: { model in
        guard let role = model.person?.role, Rights.scope(of: .audit, for: role) == .all else {
          return
            "Who changed what on a day is for managers; \(model.key(.history)) shows one booking's history."
        }
        return nil
      }),
    Binding(
      .day, .lookBack(nil), keys: [.character("@")], word: "at",
      argument: Binding.Argument(
        name: "[TIME]", candidates: { _ in [] },
        read: { text, model in
          if let sentence = whyNoPast(model) { return .problem(sentence) }
          return TimeOfDay(said: text, in: model.board.hours).map { .action(.lookBack($0)) }
            ?? .problem("\"\(text)\" is no time of day: 14:30 and 2:30 pm are.")
        }),
      help: "The board as it was at that time, change by change; nothing is ordered there",
      whyOff: whyNoPast),
  ]

  /// A day, shown while it is typed.
  static func dayArgument(_ action: @escaping @Sendable (DayWord) -> Action) -> Binding.Argument {
    Binding.Argument(
      name: "[DAY]", candidates: { _ in DayWord.forms },
      look: { line, model in
        let today = model.moment.today
        return DayWord(String(line.drop { $0 != " " })).map {
          LinePreview($0.date(today: today), today: today)
        }
      },
      read: { text, model in
        guard let day = DayWord(text) else { return .problem(DayWord.problem(text)) }
        return day.problem(text, today: model.moment.today).map { .problem($0) }
          ?? .action(action(day))
      })
  }

  private static let whyNoPast: @Sendable (Model) -> String? = { model in
    guard let role = model.person?.role, Rights.scope(of: .seeHistory, for: role) == .all else {
      return "A day's past is for reception and managers."
    }
    return [.board, .rooms, .agenda].contains(model.view)
      ? nil : "The past is shown on the board: \(model.key(.look(.board))) shows it."
  }

  static let whyNoSelection: @Sendable (Model) -> String? = {
    $0.selectedBooking == nil ? "No booking is selected." : nil
  }

  private static let whyNoPages: @Sendable (Model) -> String? = { model in
    model.person?.role == .therapist ? "These are your own bookings." : nil
  }
}
