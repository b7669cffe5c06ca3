import BookingDomain
import DeskLanguage

/// Where the cursor goes with what was done.
extension Model {
  /// The selection is on what an order was about, wherever that went; but only where hands have
  /// done nothing since.
  mutating func follow(_ order: WaitingOrders.Order, to current: Booking) -> [Effect] {
    guard hands.rest(since: order.press), mode == .normal, overlay == nil, view != .wall,
      view != .own
    else { return [] }
    // Of several that are changed at once the one that was selected stays so.
    if order.command.order.change != nil, selection != current.id {
      guard let about = order.memo.about?.id, selection == about else { return [] }
      return stand(on: about, current.date)
    }
    // What went on since yesterday and is completed now is looked for on today's board.
    if current.date < board.date, isOnToday, case .changeStatus = order.command.order.change {
      select(whereToStart)
      return []
    }
    let before = selectedBooking?.id
    let effects = stand(on: current)
    // An answer that took its time moves the cursor where nobody looks for it.
    if before != nil, before != current.id,
      now.milliseconds - order.givenAt.milliseconds > FreshChanges.guardTime
    {
      freshChanges.note(current.id, at: now)
    }
    return effects
  }

  mutating func stand(on booking: Booking) -> [Effect] {
    stand(on: booking.id, booking.date)
  }

  private mutating func stand(on id: BookingID, _ date: LocalDate) -> [Effect] {
    var effects: [Effect] = []
    if date != board.date, !(view == .week && board.bookings[id] != nil) {
      effects = show(date == moment.today ? .today : .on(date))
      selection = id
    } else {
      select(id)
    }
    awaited.wait(for: selectedBooking == nil ? id : nil)
    return effects
  }

  /// On a therapist's day off that is shown, so that the next key can take it back.
  mutating func stand(on timeOff: NewTimeOff) {
    guard view == .board, timeOff.days.contains(board.date), let therapist = timeOff.therapist
    else { return }
    let time = board.hours?.open ?? TimeOfDay(hour: 9)
    stand(at: .spot(Spot(column: .therapist(therapist), date: board.date, time: time)))
  }

  /// On blocked time, so that the next key can take it back.
  mutating func stand(on block: NewBlock) {
    guard view == .board, block.date == board.date else { return }
    stand(
      at: .spot(Spot(column: .therapist(block.therapist), date: block.date, time: block.time)))
  }

  /// While the cursor is on free time, somebody else may book that time, or it passes. Then the
  /// cursor goes to what stands there now; a key pressed in that moment was not meant for it, and
  /// is held back once.
  mutating func settleCursor() {
    guard case .spot(let spot)? = cursor, view != .wall, board.isLoaded, selectedStop == nil else {
      return
    }
    guard showsGrid, spot.date == board.date, columnOrder.contains(spot.column) else {
      return select(whereToStart)
    }
    func distance(_ stop: Stop) -> Int {
      if stop.contains(spot.time) { return 0 }
      return min(abs((stop.time - spot.time).count), abs((stop.end - spot.time).count))
    }
    let stops = stops(in: spot.column).filter { $0.booking?.status.occupies ?? true }
    guard let nearest = stops.min(by: { distance($0) < distance($1) }) else {
      return select(whereToStart)
    }
    if let booking = nearest.booking { freshChanges.note(booking.id, at: now) }
    cursor = cursor(at: nearest, in: spot.column, near: spot.time)
  }
}
