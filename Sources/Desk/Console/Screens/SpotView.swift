import BookingDomain
import DeskLanguage
import Screen

/// Free and blocked time under the cursor.
extension Canvas {
  mutating func drawSpot(_ model: Model, _ layout: BoardLayout) {
    guard let spot = model.selectedSpot, let stop = model.selectedStop,
      let column = layout.columns.first(where: { $0.gridColumn == spot.column })
    else { return }
    let span =
      if case .block = stop { (stop.time, stop.end) } else {
        (spot.time, min(stop.end, spot.time + 30))
      }
    let rect = rows(span.0.minutes, span.1.minutes, column.rect, layout.axis)
    guard rect.rows > 0 else { return }
    if case .free = stop {
      fill(rect, .screen)
      text(
        DisplayText("\(spot.time.hourMinute) free"), rect.column + 1, rect.row,
        width: rect.columns - 1, .screen)
    }
    overlay(rect, .selection)
    cursor = Point(column: rect.column, row: rect.row)
  }
}

/// What can be said of time that nobody has booked.
struct SpotText {
  let title: String
  private(set) var facts: [DetailsText.Fact] = []
  /// What the keys do here.
  let keys: String

  init?(_ model: Model) {
    guard let spot = model.selectedSpot, let stop = model.selectedStop else { return nil }
    switch stop {
    case .booking: return nil
    case .block(let block):
      title = block.reason.isEmpty ? "Blocked" : "Blocked: \(block.reason)"
      keys = "u gives it back"
      add("time", Self.span(block.time, block.end))
      addPlace(spot, model)
      if !block.byName.isEmpty { add("by", block.byName) }
    case .free(let span):
      title = "Free"
      keys = "b books, B blocks"
      add("time", Self.span(spot.time, span.upperBound))
      addPlace(spot, model)
      let room = span.upperBound - spot.time
      let fitting = Self.services(at: spot, model).filter { $0.duration <= room }
      if !fitting.isEmpty { add("fits", fitting.map(\.name).joined(separator: ", ")) }
      let waiting = model.waiting(for: spot, until: span.upperBound)
      if !waiting.isEmpty {
        add("waits", waiting.map(\.customer.name).joined(separator: ", ") + " (W)", .arrived)
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

extension Model {
  /// Who waits for something that could begin in this free time.
  func waiting(for spot: Spot, until end: TimeOfDay) -> [WaitingGuest] {
    guard let day = board.availability, spot.date == board.date else { return [] }
    let whose = therapist(of: spot.column)
    return board.waiting.filter { guest in
      guard guest.date == spot.date, guest.therapist == nil || guest.therapist == whose,
        let service = day.spa.services.first(where: { $0.id == guest.service.id })
      else { return false }
      let from = max(guest.from, spot.time)
      return day.slots(for: service, therapist: whose, from: from)
        .contains { $0.time <= guest.until && $0.time < end }
    }.sorted { ($0.since, $0.id) < ($1.since, $1.id) }
  }
}
