import BookingDomain
import DeskLanguage
import LinePromise

/// Changing a booking: `Decision` first, then the order goes to the line and waits there.
extension Model {
  /// Gives blocked time back.
  mutating func free(_ block: Block, _ id: RequestID) -> [Effect] {
    guard let person else { return [] }
    if let refusal = Decision.refusal(ofFreeing: block, id: block.id, by: person) {
      notices.say(.warning, refusal.sentence, at: now)
      return []
    }
    let name = board.therapistName(block.therapist)
    if let timeOff = block.timeOff {
      let done = "\(name) is back: not off \(timeOff.days.words)."
      return send(
        .endTimeOff(timeOff.id), memo: .init(guest: name, done: done, isTakingBack: true), id)
    }
    let day = block.date == moment.today ? "" : " on \(block.date.short(seenFrom: moment.today))"
    let done =
      "\(block.time.hourMinute)–\(block.end.hourMinute) for \(name)\(day) is free again."
    return send(
      .unblock(block.id), memo: .init(guest: name, done: done, isTakingBack: true), id)
  }

  /// Several days, or everybody's, are not given back before somebody has read which.
  func lineThatFrees(_ block: Block) -> String? {
    guard let timeOff = block.timeOff, timeOff.therapist == nil || timeOff.days.count > 1 else {
      return nil
    }
    let whose = timeOff.therapist.flatMap { board.lexicon?.word(for: $0) } ?? "all"
    let (_, month, day) = block.date.yearMonthDay
    return "\(whose) \(day)/\(month)"
  }

  /// - Parameter isOnly: the others of its visit stay as they are.
  mutating func order(
    _ change: Change, on booking: Booking, isOnly: Bool = false, _ id: RequestID
  ) -> [Effect] {
    if freshChanges.refusesKey(on: booking.id, at: now) {
      freshChanges.flash(booking.id, at: now)
      notices.say(.warning, "\(surprise(booking)): look, then press again.", at: now)
      return []
    }
    if let sentence = whyOff(change, on: booking) {
      notices.say(.warning, sentence, at: now)
      if change == .changeStatus(to: .inProgress, reason: nil),
        refusal(of: change, on: booking)?.code == .tooEarly
      {
        askWhyEarly(booking)
      }
      return []
    }
    if change == .undo { deeds.forget(booking) }
    let order =
      change == .undo
      ? Order.undo(of: booking)
      : together(
        change, of: [booking] + (isOnly ? [] : others(with: booking, takingPartIn: change)))
    var memo = WaitingOrders.Memo(guest: booking.customer.name)
    if change == .undo { memo.takes = booking.lastDone(on: board, in: zone) }
    return send(order, memo: memo, id)
  }

  /// Guests confirm and arrive for the whole visit; each treatment is begun and completed by itself.
  private func others(with booking: Booking, takingPartIn change: Change) -> [Booking] {
    switch change {
    case .changeStatus(to: .confirmed, _), .markArrived, .noteCall:
      board.others(onVisitOf: booking).filter { whyOff(change, on: $0) == nil }
    case .changeStatus, .move, .changeService, .writeNotes, .takePayment, .wish,
      .undo:
      []
    }
  }

  private func together(_ change: Change, of bookings: [Booking]) -> Order {
    let parts = bookings.map {
      Order.Part(
        change, of: $0.id, seen: Sight(status: $0.status, version: $0.version))
    }
    return parts.count == 1
      ? .change(change, of: parts[0].booking, seen: parts[0].seen) : .changeTogether(parts)
  }

  /// The line is begun with what is missing.
  private mutating func askWhyEarly(_ booking: Booking) {
    guard mode == .normal else { return }
    typing.begins(about: booking, on: board)
    mode = .command(TextField("start "))
  }

  /// Why the row under the cursor is another than a moment ago.
  private func surprise(_ booking: Booking) -> String {
    let age = booking.lastChange.map { moment.instant.milliseconds - $0.at.milliseconds }
    if view == .own, age.map({ $0 > FreshChanges.guardTime }) ?? true {
      return "The screen went on to \(booking.customer.name)"
    }
    let name = booking.lastChange?.byName ?? ""
    return "\(name.isEmpty ? "Somebody" : name) has just changed \(booking.customer.name)"
  }

  mutating func send(
    _ order: Order, memo given: WaitingOrders.Memo, _ id: RequestID
  ) -> [Effect] {
    var memo = given
    if order.isUndo { memo.isTakingBack = true }
    // Counted on the server's clock, which is the one that judges it.
    let notAfter = Timestamp(
      milliseconds: moment.instant.milliseconds + WaitingOrders.patience)
    let command = Command(id: id, order: order, notAfter: notAfter)
    orders.add(
      WaitingOrders.Order(
        command: command, givenAt: now, press: hands.presses, wasOffline: !link.isCurrent,
        memo: memo, ends: whatEnds(by: order)))
    return [.send(command)]
  }

  private func whatEnds(by order: Order) -> Deeds.Trace? {
    switch order {
    case .unblock(let id): board.blocks.first { $0.id == id }.map { .freed(NewBlock($0)) }
    case .stopWaiting(let id):
      board.waiting.first { $0.id == id }.map { .waitsNoLonger(NewWaiting($0)) }
    case .endTimeOff(let id):
      board.blocks.lazy.compactMap(\.timeOff).first { $0.id == id }.map {
        .cameBack(NewTimeOff($0))
      }
    case .setShifts(let wanted):
      board.spa.map {
        .setShifts(wanted, back: wanted.back(to: $0.shifts[wanted.therapist] ?? WorkingHours()))
      }
    case .guest(let change, let guest):
      change.seen.map {
        .corrected(guest, back: GuestChange(change.fact, $0, seen: change.text))
      }
    case .markTask(let id, let mark): .marked(id, back: mark == .done ? .open : .done)
    case .change, .changeTogether, .takeBack, .book, .swap, .block, .takeOff, .wait, .addTask: nil
    }
  }
}

extension Order {
  fileprivate var isUndo: Bool {
    switch self {
    case .change(.undo, _, _), .takeBack: true
    default: false
    }
  }

  /// What belongs to a visit or a series goes back with what the same order did to the others.
  static func undo(of booking: Booking) -> Order {
    let seen = Sight(status: booking.status, version: booking.version)
    return booking.visit == nil && booking.series == nil
      ? .change(.undo, of: booking.id, seen: seen) : .takeBack(booking.id, seen: seen)
  }
}

extension NewWaiting {
  fileprivate init(_ guest: WaitingGuest) {
    self.init(
      customer: guest.customer.id, service: guest.service.id, therapist: guest.therapist,
      date: guest.date, from: guest.from, until: guest.until, note: guest.note)
  }
}
