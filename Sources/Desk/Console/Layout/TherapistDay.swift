import BookingDomain
import Screen

/// One therapist's own day: a card for the guest who is there or comes next, and the day as a list.
package struct TherapistDay: Hashable, Sendable {
  package enum Entry: Hashable, Sendable {
    case guest(Booking, Tag?)
    /// Lunch, a training: time that is the therapist's own.
    case block(Block)
    /// From when until when the therapist works, where that is set.
    case hours([Shift])
  }

  package struct Row: Hashable, Sendable {
    package let entry: Entry
    package let at: Int

    package var booking: Booking? {
      if case .guest(let booking, _) = entry { booking } else { nil }
    }
    package var tag: Tag? { if case .guest(_, let tag) = entry { tag } else { nil } }
  }

  package let card: Rect
  package let list: Rect
  /// Nil where nobody is selected, since nobody is left.
  package let guest: GuestCard?
  package let rows: [Row]
  package let above: Int
  package let below: Int
  /// Whether card and list stand side by side.
  package let isWide: Bool

  package init(_ model: Model) {
    let body = model.plan.body
    let entries = Self.entries(model)
    isWide = body.columns >= 100
    let isBig = body.rows >= 16
    // Wider than this a row is not read as one any more.
    var whole = body
    var area = whole.takeLeft(isWide ? 124 : 80)
    if isBig { _ = area.takeTop(1) }
    var text = isWide ? area.takeLeft(60) : area
    func card(_ booking: Booking) -> GuestCard {
      GuestCard(booking, columns: text.columns - 2, isBig: isBig, wording: model.wording)
    }
    guest = model.selectedBooking.map(card)
    if isWide {
      self.card = text
      list = area
    } else {
      // As high as the day's longest, so that the list stands still from guest to guest.
      let needed = (model.board.ofTheDay.map { card($0).rows }.max() ?? 4) + (isBig ? 1 : 0)
      let kept = min(max(1, entries.count), isBig ? 4 : 2)
      let height = min(needed, max(3, text.rows - kept))
      self.card = text.takeTop(height)
      list = text
    }
    let place = entries.firstIndex { entry in
      if case .guest(let booking, _) = entry { booking.id == model.selection } else { false }
    }
    let first = Self.first(place ?? entries.count - 1, of: entries.count, in: list.rows)
    let list = list
    rows = entries.enumerated().dropFirst(first).prefix(max(0, list.rows)).map { index, entry in
      Row(entry: entry, at: list.row + index - first)
    }
    above = first
    below = max(0, entries.count - first - list.rows)
  }

  /// The first entry shown: the selected one stands near the top, since what is over matters less.
  private static func first(_ selected: Int, of count: Int, in rows: Int) -> Int {
    min(max(0, selected - rows / 3), max(0, count - rows))
  }

  private static func entries(_ model: Model) -> [Entry] {
    let guests = model.board.ofTheDay.enumerated().map { index, booking in
      (
        booking.start(on: model.board.date), Entry.guest(booking, Tag(column: 0, index: index))
      )
    }
    let blocks = model.board.blocks.filter { $0.date == model.board.date }
      .map { ($0.time.minutes, Entry.block($0)) }
    let own = model.board.spa?.shifts.first { model.person?.isTherapist($0.key) ?? false }?.value
    let hours = own?.shifts(on: model.board.date).map { [(-1, Entry.hours($0))] } ?? []
    return (hours + guests + blocks).sorted { $0.0 < $1.0 }.map(\.1)
  }

  package func row(at point: Point) -> Row? {
    list.contains(point) ? rows.first { $0.at == point.row } : nil
  }
}

extension Model {
  /// The guest who is being treated, or else the next; nil where nobody is left. A booking that
  /// somebody forgot to complete is passed over, so that the next guest is shown.
  package var guestOfNow: Booking? {
    let bookings = board.ofTheDay.filter { StatusDoubt($0, at: moment) == nil }
    return bookings.first { $0.status == .inProgress } ?? bookings.first(where: \.status.isAhead)
  }
}
