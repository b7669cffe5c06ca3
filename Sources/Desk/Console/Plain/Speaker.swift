import BookingDomain
import DeskLanguage
import Screen

/// Says in lines what has changed on a console since it last spoke, in the order in which somebody
/// at a screen would see it.
struct Speaker {
  private let theme: Theme
  private var notice: Notices.Notice?
  private var news: News?
  private var link = ""
  private var overlay: [String] = []
  private var question: String?
  private var selected: String?
  private var view: ShownView?
  private var needed: Set<BookingID> = []
  private var proposal: [String] = []
  /// What the numbers of the list that was said last mean.
  private(set) var choices: [Cursor] = []

  private struct ShownView: Hashable {
    let view: DayView
    let date: LocalDate
    let isLoaded: Bool
  }

  init(theme: Theme) { self.theme = theme }

  /// What is typed next must not be seen.
  static func hides(_ model: Model) -> Bool {
    if case .login(let form) = model.stage { return form.field == .password }
    if case .password = model.mode { return true }
    return false
  }

  mutating func lines(_ model: Model) -> [String] {
    var lines = ofLink(model)
    let notices = ofNotices(model)
    lines += notices
    if model.stage == .day {
      lines +=
        ofNews(model, isSaid: !notices.isEmpty) + ofView(model) + ofNeeds(model)
        + ofSelection(model)
      lines += ofOverlay(model) + ofLine(model)
    }
    return lines + ofQuestion(model)
  }

  /// The whole view, from its title on.
  mutating func everything(_ model: Model) -> [String] {
    let day = SpokenDay(model)
    choices = day.choices
    return day.lines
  }

  /// All that is known of what is chosen.
  static func details(_ model: Model) -> [String] {
    guard let stop = model.selectedStop else { return [] }
    guard let booking = stop.booking else { return here(model) }
    let details = DetailsText(booking, model)
    return here(model)
      + details.facts.map { fact in
        let value = fact.isQuoted ? fact.value : model.wording(fact.value)
        return "\(model.wording(fact.label)): \(value)"
      }
  }

  private mutating func ofLink(_ model: Model) -> [String] {
    let now = LinkText(model).word
    guard now != link, model.stage == .day else { return [] }
    defer { link = now }
    // Loading is over before anybody has heard of it.
    return now == "LOADING" || link.isEmpty && now == "CONNECTING"
      ? [] : ["\(model.wording("The line:")) \(model.wording(now).lowercased())."]
  }

  private mutating func ofNotices(_ model: Model) -> [String] {
    let history = model.notices.history
    let new = history.reversed().prefix { $0 != notice }.reversed()
    notice = history.last
    return new.map { notice in
      let sentence = model.wording(notice.sentence)
      return notice.kind == .information
        ? sentence : "\(model.wording("Attention:")) \(sentence)"
    }
  }

  /// - Parameter isSaid: whether an answer to what was done here was said a moment ago.
  private mutating func ofNews(_ model: Model, isSaid: Bool) -> [String] {
    guard let latest = model.lastNews, latest != news else { return [] }
    news = latest
    let today = model.moment.today
    let what =
      model.wording(latest.what(today, on: model.board))
      + (latest.day(today).map { ", \(model.wording($0))" } ?? "")
    guard latest.byName != model.person?.name else {
      return isSaid ? [] : ["\(model.wording("Done:")) \(what)."]
    }
    let who = latest.byName.isEmpty ? "" : ", \(latest.byName)"
    return ["\(model.wording("News:")) \(what)\(who)."]
  }

  private mutating func ofView(_ model: Model) -> [String] {
    let now = ShownView(
      view: model.view, date: model.board.date, isLoaded: model.board.isLoaded)
    guard now != view, now.isLoaded, !isTyping(model) else { return [] }
    view = now
    needed = Self.needed(model)
    selected = Self.selected(model)
    return everything(model) + Self.here(model)
  }

  private mutating func ofNeeds(_ model: Model) -> [String] {
    // Another day may be looked at while a line is typed.
    guard let view, view.date == model.board.date, model.board.isLoaded else { return [] }
    let now = Self.needed(model)
    let new = model.board.ofTheDay.filter {
      now.contains($0.id) && !needed.contains($0.id) && $0.id != model.selection
    }
    needed = now
    return new.map { "\(model.wording("Needs somebody")): \($0.heard(model))." }
  }

  private static func needed(_ model: Model) -> Set<BookingID> {
    guard model.isOnToday else { return [] }
    return Set(
      model.board.ofTheDay.filter {
        Attention($0, at: model.moment, on: model.board.situation).isNeeded
      }.map(\.id))
  }

  private mutating func ofSelection(_ model: Model) -> [String] {
    let now = Self.selected(model)
    guard now != selected, !isTyping(model) else { return [] }
    selected = now
    return Self.here(model)
  }

  private static func selected(_ model: Model) -> String? {
    model.selectedStop.map { stop in
      stop.booking.map { "\($0.id) \($0.statusWord) \($0.start) \($0.therapist)" }
        ?? stop.heard(model)
    }
  }

  private static func here(_ model: Model) -> [String] {
    model.selectedStop.map { ["\(model.wording("Here:")) \($0.heard(model))."] } ?? []
  }

  private mutating func ofOverlay(_ model: Model) -> [String] {
    let now = SpokenOverlay.lines(model, theme: theme)
    defer { overlay = now }
    guard !now.isEmpty else { return [] }
    let before = Set(overlay)
    let new = now.filter { !before.contains($0) }
    // A list that became shorter is another one.
    return new.isEmpty && now != overlay ? now : new
  }

  /// What the line being typed would do, once it is known.
  private mutating func ofLine(_ model: Model) -> [String] {
    guard case .command(let field) = model.mode else {
      proposal = []
      return []
    }
    let now = Self.proposal(model, field.text)
    guard now != proposal else { return [] }
    proposal = now
    return now
  }

  private static func proposal(_ model: Model, _ line: String) -> [String] {
    if case .asks? = model.typing.draft?.outcome { return [] }
    if case .needsDay? = model.typing.draft?.outcome { return [] }
    let wording = model.wording
    guard let preview = model.preview else {
      return ["\(line.trimmingBlanks): \(wording(CommandLine.preview(line, model)))"]
    }
    let chips = preview.chips.map { wording($0.text) }.joined(separator: ", ")
    let says =
      (preview.warnings.map { wording($0) } + [preview.sentence.map { wording($0) } ?? chips])
      .filter { !$0.isEmpty }
    var lines = [says.joined(separator: " ")]
    guard let draft = model.typing.draft else { return lines }
    for (index, option) in draft.options.enumerated() {
      let mark = index == draft.chosen ? ", " + wording("as it stands") : ""
      lines.append("\(index + 1). \(wording(option.text.trimmingBlanks))\(mark)")
    }
    if draft.isReady { lines.append(wording("Enter does it.")) }
    return lines
  }

  private mutating func ofQuestion(_ model: Model) -> [String] {
    let now = Self.question(model)
    guard now != question else { return [] }
    question = now
    return [now].compactMap(\.self)
  }

  private static func question(_ model: Model) -> String? {
    if case .login(let form) = model.stage {
      guard form.progress == .typing else { return nil }
      let sentence = form.sentence.map { model.wording($0) + " " } ?? ""
      return form.field == .email
        ? "\(sentence)E-mail:"
        : sentence + model.wording("Password of \(form.email.text):")
    }
    switch model.mode {
    case .password(let prompt): return model.wording(prompt.label)
    case .tag:
      return model.wording("Its tag, in two letters; or its number first, and then the key.")
    case .confirmQuit: return model.wording("Orders are not answered yet: y leaves.")
    case .search: return model.wording("Name, number, service or therapist:")
    case .normal, .command: return nil
    }
  }

  private func isTyping(_ model: Model) -> Bool {
    if case .command = model.mode { true } else { false }
  }
}
