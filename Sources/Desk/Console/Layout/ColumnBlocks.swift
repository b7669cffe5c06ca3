import BookingDomain
import Screen

/// One column's bookings as blocks: side by side where they overlap, cancelled ones out of the
/// way of the others.
struct ColumnBlocks {
  private(set) var blocks: [BoardLayout.Block] = []

  /// The narrowest lane that can show a sign and a letter; where more bookings overlap than there
  /// are such lanes, the rest share the last one.
  private static let narrowestLane = 3
  static let markWidth = 2

  private struct Span {
    let booking: Booking
    let tag: Tag?
    let rows: Range<Int>
  }

  private let ground: BoardLayout.Column
  private let delays: [BookingID: Minutes]

  init(
    _ bookings: [Booking], column ground: BoardLayout.Column, shown: Int, axis: TimeAxis,
    delays: [BookingID: Minutes], at moment: Moment
  ) {
    self.ground = ground
    self.delays = delays
    let column = ground.rect
    guard column.columns > 0, column.rows > 0 else { return }
    let spans = bookings.enumerated().map { index, booking in
      let from = axis.dayRow(nearest: max(axis.start, booking.start(on: ground.date)))
      let to = max(from + 1, axis.dayRow(nearest: booking.end(on: ground.date, at: moment)))
      return Span(
        booking: booking, tag: Tag(column: shown, index: index),
        rows: booking.status.occupies ? from..<to : from..<from + 1)
    }
    let active = spans.filter { $0.booking.status.occupies }
    place(active, column, axis)
    for span in spans where !span.booking.status.occupies {
      let isCovered = active.contains { $0.rows.overlaps(span.rows) }
      let width = isCovered ? min(Self.markWidth, column.columns) : column.columns
      let rect = Rect(
        column: column.column + column.columns - width, row: 0, columns: width, rows: 1)
      add(span, rect, column, axis, isThin: true)
    }
  }

  /// Lanes in rows, not in time: two short bookings may fall into one row without overlapping.
  private mutating func place(_ spans: [Span], _ column: Rect, _ axis: TimeAxis) {
    var group: [(span: Span, lane: Int)] = []
    var laneEnds: [Int] = []
    let most = max(1, column.columns / Self.narrowestLane)

    func lanes() -> [(span: Span, lane: Int, count: Int)] {
      let count = min(laneEnds.count, most)
      return group.map { ($0.span, min($0.lane, count - 1), count) }
    }
    var placed: [(span: Span, lane: Int, count: Int)] = []
    for span in spans.sorted(by: { $0.rows.lowerBound < $1.rows.lowerBound }) {
      if laneEnds.allSatisfy({ $0 <= span.rows.lowerBound }) {
        placed += lanes()
        (group, laneEnds) = ([], [])
      }
      if let free = laneEnds.firstIndex(where: { $0 <= span.rows.lowerBound }) {
        laneEnds[free] = span.rows.upperBound
        group.append((span, free))
      } else {
        group.append((span, laneEnds.count))
        laneEnds.append(span.rows.upperBound)
      }
    }
    placed += lanes()
    for (span, lane, count) in placed {
      let from = column.columns * lane / count
      let to = column.columns * (lane + 1) / count
      let gap = lane + 1 < count && to - from > Self.narrowestLane ? 1 : 0
      let rect = Rect(
        column: column.column + from, row: 0, columns: to - from - gap, rows: span.rows.count)
      add(span, rect, column, axis, isThin: false)
    }
  }

  private mutating func add(
    _ span: Span, _ rect: Rect, _ column: Rect, _ axis: TimeAxis, isThin: Bool
  ) {
    let visible = span.rows.clamped(to: axis.topRow..<axis.topRow + column.rows)
    guard !visible.isEmpty else { return }
    blocks.append(
      BoardLayout.Block(
        booking: span.booking, column: ground,
        rect: Rect(
          column: rect.column, row: column.row + visible.lowerBound - axis.topRow,
          columns: rect.columns, rows: visible.count),
        rowsAbove: visible.lowerBound - span.rows.lowerBound, isThin: isThin,
        delay: delays[span.booking.id], tag: span.tag))
  }
}

extension Booking {
  /// Minutes from that day's midnight; less than 0 where it was begun on the day before.
  func start(on day: LocalDate) -> Int { time.minutes + (date - day) * 24 * 60 }

  /// The same of its end: where it goes on since the day before, now.
  func end(on day: LocalDate, at moment: Moment) -> Int {
    guard date < day else { return end.minutes }
    return lasting(at: moment).end.minutes + (date - day) * 24 * 60
  }
}

extension Board {
  /// The guest's name on the board. Where one guest brings somebody along, the second booking's
  /// note begins with that one's name, which is shown instead.
  package func name(of booking: Booking) -> String {
    guard let notes = booking.notes, booking.visit != nil,
      others(onVisitOf: booking).contains(where: {
        $0.customer.id == booking.customer.id && $0.id < booking.id && $0.time < booking.end
          && booking.time < $0.end && $0.status.occupies
      })
    else { return booking.customer.name }
    let name = notes.prefix { !",;.:\n".contains($0) }.split(separator: " ")
    let isName =
      !name.isEmpty && name.count <= 4
      && name.allSatisfy { ($0.first?.isUppercase ?? false) && $0.contains { $0.isLowercase } }
    return isName
      ? "\(name.joined(separator: " ")) (\(booking.customer.name))" : booking.customer.name
  }
}
