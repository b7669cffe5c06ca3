import BookingDomain
import DeskLanguage

/// A trial run: each order is only described, and those after it are judged as if it had been
/// carried out.
extension OrderRun {
  mutating func imagine(_ order: Order, guest: String) {
    switch order {
    case .change(let change, let id, _):
      guard let booking = model.board.bookings[id] ?? named,
        case .success(let outcome) = model.decide(change, on: booking)
      else { return }
      var after = outcome.booking
      after.version += 1
      if change == .undo { after.lastChange = nil }
      put(after)
    case .changeTogether(let parts):
      for part in parts {
        imagine(.change(part.change, of: part.booking, seen: part.seen), guest: guest)
      }
    case .takeBack(let id, let seen): imagine(.change(.undo, of: id, seen: seen), guest: guest)
    case .book(let wanted): if let first = wanted.first { imagine(first, guest: guest) }
    case .block(let block):
      model.board.blocks.append(
        Block(
          id: BlockID(nextImagined), therapist: block.therapist, date: block.date,
          time: block.time, duration: block.duration, reason: block.reason,
          byName: model.person?.name ?? ""))
    case .unblock(let id): model.board.blocks.removeAll { $0.id == id }
    case .takeOff(let wanted): imagine(wanted)
    case .endTimeOff(let id): model.board.blocks.removeAll { $0.timeOff?.id == id }
    case .setShifts(let wanted): model.board.set(wanted)
    case .stopWaiting(let id): model.board.waiting.removeAll { $0.id == id }
    case .swap, .wait, .guest, .addTask, .markTask: break
    }
  }

  private mutating func imagine(_ wanted: NewTimeOff) {
    guard let spa = model.board.spa, let days = model.board.loaded else { return }
    let timeOff = TimeOff(
      id: TimeOffID(-nextImagined), therapist: wanted.therapist, days: wanted.days,
      reason: wanted.reason, byName: model.person?.name ?? "")
    for date in days {
      model.board.blocks += TimeOff.blocks(
        [timeOff], of: spa.therapists.map(\.id), on: date, hours: spa.hours)
    }
  }

  private mutating func put(_ booking: Booking) {
    model.board.bookings[booking.id] = booking
    named = booking
  }

  private mutating func imagine(_ wanted: NewBooking, guest: String) {
    guard let day = model.board.availability, let person = model.person,
      let service = day.spa.services.first(where: { $0.id == wanted.service })
    else { return }
    var slot = Placing.Wanted(
      service: service, therapist: wanted.therapist, time: wanted.time, duration: wanted.duration,
      bed: wanted.bed)
    slot.overrideReason = wanted.overrideReason
    guard let place = try? Placing(day: day, now: model.moment, person: person).place(slot) else {
      return
    }
    let customer =
      if case .known(let id) = wanted.customer { id } else { CustomerID(nextImagined) }
    put(
      Booking(
        id: BookingID(nextImagined), version: 1, customer: Customer(id: customer, name: guest),
        service: ServiceSummary(id: service.id, name: service.name), therapist: wanted.therapist,
        date: wanted.date, time: wanted.time, duration: slot.duration, buffer: slot.buffer,
        status: .scheduled, place: place, paymentItem: 0, notes: wanted.notes,
        lastChange: BookingChange(
          kind: .created, by: person.id, byName: person.name, at: model.moment.instant)))
  }

  /// Numbers that nothing has in a database.
  private var nextImagined: Int64 {
    -1 - Int64(model.board.bookings.count) - Int64(model.board.blocks.count)
  }
}
