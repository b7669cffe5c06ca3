import BookingDomain

/// An order that may be carried out, with everything settled: there is nothing left to refuse.
enum DecidedOrder {
  case change(Change, of: Booking, Decision.Outcome)
  /// - Parameter about: the booking that the order named first.
  case together([Decision.PartOutcome], about: BookingID)
  case swap(BeforeAndAfter, BeforeAndAfter)
  case undoOfSwap(BeforeAndAfter, BeforeAndAfter)
  case bookings([Decision.Booked])
  case block(NewBlock)
  case unblock(Block)
  case takeOff(NewTimeOff)
  case endTimeOff(TimeOff)
  case setShifts(NewShifts, instead: NewShifts)
  case wait(NewWaiting)
  case stopWaiting(WaitingGuest)
  case guest(GuestChange, of: GuestRecord)
  case addTask(NewTask)
  case mark(DeskTask, as: TaskMark)

  /// - Returns: the booking that it was about or that it made, and the event that tells it.
  func write(in ledger: some OrderWriting, by person: Person, now: Moment) throws
    -> (booking: BookingID?, written: Written)
  {
    switch self {
    case .change(let change, let booking, let outcome):
      (booking.id, try ledger.write(outcome, of: change, on: booking, by: person, now: now))
    case .together(let parts, let first):
      try together(parts, about: first, in: ledger, by: person, now: now)
    case .swap(let first, let second):
      (first.before.id, try ledger.write(swap: first, second, by: person, now: now))
    case .undoOfSwap(let first, let second):
      (first.before.id, try ledger.write(undoOfSwap: first, second, by: person, now: now))
    case .bookings(let booked):
      try made(booked, in: ledger, by: person, now: now)
    case .block(let block): (nil, try ledger.add(block, by: person, now: now))
    case .unblock(let block): (nil, try ledger.remove(block, by: person, now: now))
    case .takeOff(let wanted): (nil, try ledger.add(wanted, by: person, now: now))
    case .endTimeOff(let timeOff): (nil, try ledger.remove(timeOff, by: person, now: now))
    case .setShifts(let wanted, let instead):
      (nil, try ledger.set(wanted, instead: instead, by: person, now: now))
    case .wait(let guest): (nil, try ledger.add(guest, by: person, now: now))
    case .stopWaiting(let guest): (nil, try ledger.remove(guest, by: person, now: now))
    case .guest(let change, let record):
      (nil, try ledger.write(change, of: record, by: person, now: now))
    case .addTask(let task): (nil, try ledger.add(task, by: person, now: now))
    case .mark(let task, let mark):
      (nil, try ledger.mark(task, as: mark, by: person, now: now))
    }
  }

  private func together(
    _ parts: [Decision.PartOutcome], about first: BookingID, in ledger: some OrderWriting,
    by person: Person, now: Moment
  ) throws -> (booking: BookingID?, written: Written) {
    let written = try ledger.write(parts, by: person, now: now)
    let answer = zip(parts, written).first { $0.0.before.id == first }?.1
    guard let answer else {
      throw StoreFailure(.refused, "An order to change nothing was decided.")
    }
    return (first, answer)
  }

  private func made(
    _ booked: [Decision.Booked], in ledger: some OrderWriting, by person: Person, now: Moment
  ) throws -> (booking: BookingID?, written: Written) {
    let made = try ledger.make(booked, by: person, now: now)
    return (made.booking, made.written)
  }
}
