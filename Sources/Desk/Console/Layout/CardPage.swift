import BookingDomain
import DeskLanguage
import Screen

/// A customer's card, line by line: who it is and what must be known, what is paid for, every booking,
/// and who wrote what into the record. All of it can be scrolled to on every screen.
struct CardPage {
  enum Line {
    /// - Parameter label: only on the first line of a value.
    case fact(label: String, DisplayText, StyleRole)
    case rule
    case booking(Booking)
    case record(DisplayText)
  }

  private(set) var lines: [Line] = []
  /// Rows of it that the screen shows.
  let shown: Int

  static let columns = 84
  private static let labelColumns = 10

  /// - Parameter area: everything above the status line.
  init(_ file: CustomerFile, _ model: Model, in area: Rect) {
    let isFull = area.columns < 60 || area.rows < 16
    let inside =
      isFull ? area.columns - 2 : min(area.columns - 4, Self.columns)
    let width = max(8, inside - Self.labelColumns)
    var lines: [Line] = []
    for row in CardText(file, model).rows {
      for (index, piece) in DisplayText(row.value).wrapped(to: width).enumerated() {
        lines.append(.fact(label: index == 0 ? row.label : "", piece, row.role))
      }
    }
    lines.append(.rule)
    lines += file.bookings.map(Line.booking)
    if !file.record.isEmpty {
      lines.append(.rule)
      lines += file.record.flatMap { entry in
        DisplayText(entry.spoken(model)).wrapped(to: inside).map(Line.record)
      }
    }
    self.lines = lines
    shown = isFull ? area.rows - 2 : min(area.rows, lines.count + 3) - 2
  }

  var lastScroll: Int { max(0, lines.count - max(1, shown)) }
}

extension GuestChangeEntry {
  /// `Thu 26 Nov 10:40 Mai: alert "nuts", was "none"`.
  fileprivate func spoken(_ model: Model) -> String {
    let was = before.isEmpty ? "" : ", \(model.wording("was")) \"\(before)\""
    return "\(model.said(at)) \(byName): \(model.wording(fact.word)) "
      + (after.isEmpty ? model.wording("taken away") : "\"\(after)\"") + was
  }
}

/// A customer's card in words.
struct CardText {
  struct Row {
    let label: String
    let value: String
    let role: StyleRole
  }

  private(set) var rows: [Row] = []

  init(_ file: CustomerFile, _ model: Model) {
    let card = file.card
    let notes = GuestNotes(card.notes)
    if let alert = card.customer.alert {
      add("alert", alert + author(.alert, notes.text(of: .alert), file, model), .alert)
    }
    if let likes = card.customer.preferences {
      add("prefers", likes + author(.preferences, likes, file, model))
    }
    let whose = card.family.map { ", " + model.wording("\($0)'s number") } ?? ""
    add("phone", card.customer.phone.map { $0 + whose } ?? model.wording("none"))
    if let email = card.email { add("e-mail", email) }
    if let last = card.lastVisit { add("last", model.wording(last.spoken)) }
    if let next = card.nextVisit { add("next", spoken(next, card.past.next, model)) }
    if let missed = card.missedWords(under: model.policy, in: model.zone) {
      add("missed", model.wording(missed.text), missed.isOften ? .countWarning : .detailsText)
    }
    addPackages(card.sessions, model.wording)
    let rest = notes.rest.trimmingBlanks
    if !rest.isEmpty { add("notes", rest) }
  }

  /// What is used up stands last.
  private mutating func addPackages(_ sessions: [PaidSessions], _ wording: Wording) {
    let sorted = sessions.filter { $0.left > 0 } + sessions.filter { $0.left <= 0 }
    for (index, sessions) in sorted.enumerated() {
      add(
        index == 0 ? "packages" : "",
        "\(sessions.service.name): " + wording("\(sessions.left) of \(sessions.total) left"),
        sessions.left > 0 ? .detailsText : .detailsFaint)
    }
  }

  private func spoken(_ day: LocalDate, _ visit: GuestPast.Visit?, _ model: Model) -> String {
    guard let visit else { return model.wording(day.spoken) }
    return model.wording("\(day.spoken) \(visit.slot.time.hourMinute)")
      + ", \(visit.service.name), " + model.board.therapistName(visit.slot.therapist)
  }

  /// Who wrote it and when; nothing where another program did.
  private func author(
    _ fact: GuestFact, _ text: String?, _ file: CustomerFile, _ model: Model
  ) -> String {
    guard let entry = file.author(of: fact, standing: text ?? "") else { return "" }
    return " (\(entry.byName), \(model.said(entry.at)))"
  }

  private mutating func add(_ label: String, _ value: String, _ role: StyleRole = .detailsText) {
    rows.append(Row(label: label, value: value, role: role))
  }
}
