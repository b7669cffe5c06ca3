import BookingDomain
import Screen

/// The day as a list: what needs somebody on top, then who is being served, then what comes, and
/// at the end what is over.
package struct Agenda: Hashable, Sendable {
  package enum Section: Int, CaseIterable, Hashable, Sendable {
    case needed
    case running
    case ahead
    case over

    /// - Parameter isOverlapping: another booking takes the same therapist or bed at that time.
    package init(
      _ booking: Booking, isOverlapping: Bool, at moment: Moment, on day: DaySituation
    ) {
      let attention = Attention(booking, at: moment, on: day)
      if isOverlapping || attention.isUnreadable {
        self = .needed
        return
      }
      switch booking.status {
      case .scheduled, .confirmed: self = attention.isNeeded ? .needed : .ahead
      case .inProgress: self = attention.overrun != nil ? .needed : .running
      case .completed, .cancelled, .noShow: self = attention.isNeeded ? .needed : .over
      }
    }

    package init(_ booking: Booking, _ model: Model) {
      self.init(
        booking, isOverlapping: model.board.overlapping.contains(booking.id), at: model.moment,
        on: model.board.situation)
    }

    package var title: String {
      switch self {
      case .needed: "Needs somebody"
      case .running: "Under way"
      case .ahead: "To come"
      case .over: "Over"
      }
    }
  }

  package struct Line: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
      case heading(Section, count: Int)
      case booking(Booking, tag: Tag?, delay: Minutes?)
      /// Who is off on this day, and why.
      case away(String)
      /// Stands in the place of the first line, where bookings that need somebody are hidden above
      /// it.
      case neededAbove(count: Int)
    }

    package let content: Content
    package let row: Int
  }

  package let rect: Rect
  /// Those on the screen.
  package let lines: [Line]
  package let isCutAbove: Bool
  package let isCutBelow: Bool

  package init(_ model: Model, in rect: Rect) {
    self.rect = rect
    let delays = model.delays.minutes
    var all: [Line.Content] = []
    if let words = model.board.wordsOfTimeOff { all.append(.away(words)) }
    var number = 0
    for (section, bookings) in Self.sections(model) {
      all.append(.heading(section, count: bookings.count))
      for booking in bookings {
        let tag = Tag(column: number / 26, index: number % 26)
        all.append(.booking(booking, tag: tag, delay: delays[booking.id]))
        number += 1
      }
    }
    let selected = all.firstIndex { content in
      if case .booking(let booking, _, _) = content { booking.id == model.selection } else { false }
    }
    let most = max(0, all.count - rect.rows)
    let first = min(max(0, (selected ?? 0) - rect.rows / 2), most)
    var shown = Array(all.dropFirst(first).prefix(max(0, rect.rows)))
    let above = all.prefix(first + 1).filter { content in
      guard case .booking(let booking, _, _) = content else { return false }
      return Section(booking, model) == .needed
    }
    // The selected booking stands in the middle, so that it always stays on the screen.
    if first > 0, !above.isEmpty, shown.count > 2 { shown[0] = .neededAbove(count: above.count) }
    lines = shown.enumerated().map { Line(content: $1, row: rect.row + $0) }
    isCutAbove = first > 0
    isCutBelow = first < most
  }

  /// The sections that hold anything; in the first what cannot wait stands before what is only
  /// unconfirmed.
  package static func sections(_ model: Model) -> [(Section, [Booking])] {
    let moment = model.moment
    let bySection = Dictionary(grouping: model.board.ofTheDay) { Section($0, model) }
    return Section.allCases.compactMap { section in
      guard let bookings = bySection[section] else { return nil }
      guard section == .needed else { return (section, bookings) }
      func waits(_ booking: Booking) -> Bool {
        Attention(booking, at: moment, on: model.board.situation).timer == nil
      }
      return (section, bookings.filter { !waits($0) } + bookings.filter(waits))
    }
  }

  package func booking(at point: Point) -> Booking? {
    lines.lazy.compactMap { line in
      if line.row == point.row, case .booking(let booking, _, _) = line.content {
        booking
      } else {
        nil
      }
    }.first
  }

  package func booking(tagged first: Character, _ second: Character) -> Booking? {
    lines.lazy.compactMap { line in
      if case .booking(let booking, let tag, _) = line.content, tag?.first == first,
        tag?.second == second
      {
        booking
      } else {
        nil
      }
    }.first
  }
}
