import BookingDomain
import Screen

/// The wall screen: figures on top, below them the therapists' next hours as bars from left to
/// right. What does not fit is paged by the clock alone.
package struct Wall: Hashable, Sendable {
  /// A page stays this long (milliseconds): time to read it twice.
  package static let pageTime: Int64 = 15_000

  package struct Lane: Hashable, Sendable {
    package let therapist: UserID
    package let rect: Rect
    package let bars: [Bar]
  }

  package struct Bar: Hashable, Sendable {
    package let booking: Booking
    /// Cut to the hours shown.
    package let rect: Rect
    /// Columns at its end that lie past the planned one.
    package let over: Int
    package let delay: Minutes?
  }

  package let figures: Rect
  package let axis: Rect
  package let names: Rect
  package let lanes: [Lane]
  package let hours: WallHours
  package let page: Int
  package let pages: Int
  package let isBig: Bool

  package init(_ model: Model, in body: Rect) {
    var rest = body
    isBig = body.rows >= 20 && body.columns >= 72
    figures = rest.takeTop(isBig ? (body.rows >= 30 ? 10 : 7) : 2)
    let width = body.columns >= 160 ? 20 : body.columns >= 72 ? 14 : 9
    var axis = rest.takeTop(1)
    _ = axis.takeLeft(width)
    self.axis = axis
    if body.rows >= 30 { _ = rest.takeTop(1) }
    names = rest.takeLeft(width)
    hours = WallHours(model, columns: rest.columns)

    let therapists = Self.therapists(model)
    let height = Self.height(of: therapists.count, in: rest.rows)
    let fitting = max(1, rest.rows / height)
    pages = max(1, (therapists.count + fitting - 1) / fitting)
    let shown = (therapists.count + pages - 1) / pages
    page = Int(model.now.milliseconds / Self.pageTime % Int64(pages))
    let byTherapist = Dictionary(grouping: model.board.ofTheDay, by: \.therapist)
    let (hours, delays, area) = (hours, model.delays.minutes, rest)
    lanes = therapists.dropFirst(page * shown).prefix(shown).enumerated().map { index, therapist in
      let rect = Rect(
        column: area.column, row: area.row + index * height, columns: area.columns,
        rows: max(1, min(4, height - 1)))
      let bookings = (byTherapist[therapist] ?? []).filter(\.status.occupies)
      return Lane(
        therapist: therapist, rect: rect,
        bars: bookings.compactMap {
          hours.bar($0, on: model.board.date, in: rect, delay: delays[$0.id], model.moment)
        })
    }
  }

  /// Rows for one therapist, the last of them blank: as high as there is room for all; where there
  /// is none, high enough to be read from afar, on several pages.
  private static func height(of count: Int, in rows: Int) -> Int {
    let each = rows / max(1, count)
    if each >= 2 { return min(5, each) }
    return rows >= 18 ? 3 : rows >= 12 ? 2 : 1
  }

  /// Therapists who work today: the names of others would only take room.
  private static func therapists(_ model: Model) -> [UserID] {
    let busy = Set(model.board.ofTheDay.map(\.therapist))
    return model.columnOrder.compactMap { column in
      guard case .therapist(let id) = column, !model.isOff(id) || busy.contains(id) else {
        return nil
      }
      return id
    }
  }
}

extension Model {
  /// Whether a therapist does not work on the day that is shown.
  func isOff(_ id: UserID) -> Bool {
    board.blocks.away(on: board.date).contains(id)
      || board.spa?.isDayOff(of: id, board.date) ?? false
      || board.spa?.therapists.contains { $0.id == id && $0.state == .onLeave } ?? false
  }
}

/// The hours that a wall shows, as columns.
package struct WallHours: Hashable, Sendable {
  package let start: Int
  package let end: Int
  /// Minutes in a column.
  package let step: Int

  init(_ model: Model, columns: Int) {
    // So that a name fits into an hour: six hours on a wide screen, half of it on a narrow one.
    step = columns >= 140 ? 2 : columns >= 90 ? 3 : columns >= 50 ? 4 : 5
    let day = model.dayHours
    let length = columns * step
    // Moves on every half hour, so that bars stand still in between.
    let now = (model.moment.local.time.minutes - 45) / 30 * 30
    let wanted = model.isOnToday ? now : day.start
    start = max(day.start, min(wanted, day.end - length))
    end = start + length
  }

  package func column(_ minute: Int) -> Int { (minute - start) / step }

  fileprivate func bar(
    _ booking: Booking, on date: LocalDate, in rect: Rect, delay: Minutes?, _ moment: Moment
  ) -> Wall.Bar? {
    let from = booking.start(on: date)
    let planned = from + booking.duration.count
    let over = Attention(booking, at: moment, on: .none).overrun?.count ?? 0
    let visible = (from..<max(from + 1, planned + over)).clamped(to: start..<end)
    guard !visible.isEmpty else { return nil }
    let first = column(visible.lowerBound)
    let last = max(first + 1, min(column(visible.upperBound), rect.columns))
    let overFrom = max(first, min(last, column(max(start, planned))))
    return Wall.Bar(
      booking: booking,
      rect: Rect(
        column: rect.column + first, row: rect.row, columns: last - first, rows: rect.rows),
      over: over > 0 ? last - overFrom : 0, delay: delay)
  }
}

extension Model {
  package var wall: Wall { Wall(self, in: plan.body) }
}
