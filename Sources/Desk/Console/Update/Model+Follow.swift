import BookingDomain
import DeskLanguage

/// Where the cursor goes with what was done.
extension Model {
  /// The selection is on what an order was about, wherever that went; but only where hands have
  /// done nothing since.
  mutating func follow(_ order: WaitingOrders.Order, to current: Booking) -> [Effect] {
    guard handsRest(since: order), mode == .normal, overlay == nil, view != .wall, view != .own
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

  /// Nothing was done since but to look: no step, no other order.
  func handsRest(since order: WaitingOrders.Order) -> Bool { order.press >= lastStep }

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
    awaited = selectedBooking == nil ? id : nil
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
}
