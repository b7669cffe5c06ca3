import BookingDomain
import DeskLanguage
import Screen

/// What stands in the panel where that is no booking.
struct PanelText {
  let title: String
  /// What must not be forgotten of the guest.
  private(set) var alert: String?
  private(set) var facts: [DetailsText.Fact] = []
  /// What the keys do here.
  let keys: String

  /// What a line that is typed would make: guest, service, therapist, day, time. Nil where nothing
  /// of it is understood yet.
  init?(_ draft: Draft, _ wording: Wording) {
    guard !draft.chips.isEmpty else { return nil }
    let guest = draft.chips.first { [.guest, .waiting, .phone].contains($0.kind) }?.text
    title = draft.guestCard?.customer.name ?? wording(guest ?? "What is typed")
    keys = draft.isReady ? "Enter does it, Esc leaves it" : ""
    if let card = draft.guestCard {
      alert = card.customer.alert
      add("phone", card.customer.phone ?? "none")
      if let last = card.lastVisit { add("last", last.short) }
      for paid in card.sessions where paid.left > 0 {
        add("left", wording("\(paid.left) of \(paid.total)") + " \(paid.service.name)")
      }
    }
    for chip in draft.chips where chip.text != guest {
      guard let label = chip.kind.label else { continue }
      add(label, chip.text, chip.isSaid ? .detailsText : .detailsFaint)
    }
  }

  /// Free or blocked time under the cursor.
  init?(_ model: Model) {
    guard let spot = model.selectedSpot, let stop = model.selectedStop else { return nil }
    switch stop {
    case .booking: return nil
    case .block(let block):
      let what = block.timeOff.map { $0.therapist == nil ? "Closed" : "Off" } ?? "Blocked"
      title =
        block.reason.isEmpty
        ? model.wording(what) : "\(model.wording(what)): \(block.reason)"
      keys = "\(model.key(.order(.undo))) gives it back"
      if let timeOff = block.timeOff {
        add("days", timeOff.days.words)
      } else {
        add("time", Self.span(block.time, block.end))
      }
      addPlace(spot, model)
      if !block.byName.isEmpty { add("by", block.byName) }
    case .free(let span):
      title = model.wording("Free")
      keys = "\(model.key(.phrase(.book))) books, \(model.key(.phrase(.block))) blocks"
      add("time", Self.span(spot.time, span.upperBound))
      addPlace(spot, model)
      let room = span.upperBound - spot.time
      let fitting = Self.services(at: spot, model).filter { $0.duration <= room }
      if !fitting.isEmpty { add("fits", fitting.map(\.name).joined(separator: ", ")) }
      let waiting = model.waiting(for: spot, until: span.upperBound)
      if !waiting.isEmpty {
        add(
          "waits",
          waiting.map(\.customer.name).joined(separator: ", ") + " (\(model.key(.list(.waiting))))",
          .arrived)
      }
    }
  }

  private static func span(_ from: TimeOfDay, _ to: TimeOfDay) -> String {
    "\(from.hourMinute) to \(to.hourMinute), \((to - from).spoken)"
  }

  private mutating func addPlace(_ spot: Spot, _ model: Model) {
    if let therapist = model.therapist(of: spot.column) {
      add("with", model.board.therapistName(therapist))
    } else {
      add("where", ColumnHead(spot.column, model).name)
    }
  }

  /// What the therapist does, or in a bed's column anybody.
  private static func services(at spot: Spot, _ model: Model) -> [Service] {
    guard let spa = model.board.spa else { return [] }
    let therapist = model.therapist(of: spot.column)
    return spa.services.filter { service in
      service.isActive
        && spa.therapists.contains { ($0.id == therapist || therapist == nil) && $0.does(service) }
    }
  }

  private mutating func add(
    _ label: String, _ value: String, _ role: StyleRole = .detailsText
  ) {
    facts.append(DetailsText.Fact(label: label, value: value, role: role))
  }
}

extension Reading.Kind {
  /// Before what a line says in the panel; nil where that says itself.
  fileprivate var label: String? {
    switch self {
    case .guest, .phone, .waiting, .choice: "guest"
    case .companion, .companionPhone: "with"
    case .scope: "visit"
    case .service: "service"
    case .therapist, .wish: "with"
    case .time, .span, .window, .shift: "time"
    case .day: "day"
    case .length: "length"
    case .payment: "paid"
    case .bed: "where"
    case .weeks, .times, .leftOut: "when"
    case .reason: "why"
    case .note: "known"
    case .same, .reach, .joint, .unread: nil
    }
  }
}

/// What the panel of details is about.
enum Panel {
  case booking(Booking)
  case text(PanelText)
  case nothing
}

extension Model {
  /// What the line being typed is about; without one what is selected. While a line looks at
  /// another day, what happens to be selected there plays no part.
  var panel: Panel {
    guard case .command(let field) = mode else { return panelOfSelection }
    let verb = CommandLine.phrase(field.text)?.verb
    if verb == .guest, let text = typing.draft.flatMap({ PanelText($0, wording) }) {
      return .text(text)
    }
    if verb?.isAboutSelection ?? true {
      if let about = typing.about.map({ board.bookings[$0.id] ?? $0 }) { return .booking(about) }
      return panelOfSelection
    }
    if let text = typing.draft.flatMap({ PanelText($0, wording) }) { return .text(text) }
    return typing.origin.map { $0.date == board.date } ?? true ? panelOfSelection : .nothing
  }

  private var panelOfSelection: Panel {
    if let booking = selectedBooking { return .booking(booking) }
    return PanelText(self).map(Panel.text) ?? .nothing
  }
}
