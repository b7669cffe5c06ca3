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
    var rect = rows(span.0.minutes, span.1.minutes, column.rect, layout.axis)
    // Of a whole day the row that says why is enough.
    if case .block(let block) = stop, block.timeOff != nil { rect = rect.takeTop(1) }
    guard rect.rows > 0 else { return }
    if case .free = stop {
      fill(rect, .screen)
      text(
        brief(spot.time) + " " + said("free"), rect.column + 1, rect.row,
        width: rect.columns - 1, .screen)
    }
    overlay(rect, .selection)
    cursor = Point(column: rect.column, row: rect.row)
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
