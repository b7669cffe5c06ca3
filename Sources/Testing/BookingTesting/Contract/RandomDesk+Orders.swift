import BookingDomain
import BookingStore

// MARK: - What comes to mind

extension RandomDesk {
  mutating func order() -> (Order, by: Person) {
    // Reception does most of it.
    let person = Self.people[below(2) == 0 ? below(3) : below(Self.people.count)]
    let (id, seen) = booking()
    switch below(53) {
    case 40: return (.change(.noteCall(.calling, note: ""), of: id, seen: seen), person)
    case 41:
      return (.change(.noteCall(.notReached, note: "\(below(9))"), of: id, seen: seen), person)
    case 42: return (.addTask(NewTask(text: "\(below(99))", date: day())), person)
    case 43:
      let mark = TaskMark.allCases[below(3)]
      return (.markTask(tasks.randomElement(using: &randomness)?.id ?? 99, as: mark), person)
    case 47..<49:
      return (.change(.wish(below(3) == 0 ? nil : therapist()), of: id, seen: seen), person)
    case 44..<47: return (.change(.changeService(service()), of: id, seen: seen), person)
    case 49: return (timeOff(), person)
    case 50: return (.setShifts(shifts()), person)
    case 51..<53:
      let fact: GuestFact = below(2) == 0 ? .alert : .preferences
      let text = below(4) == 0 ? "" : "said \(below(9))"
      return (.guest(GuestChange(fact, text), of: CustomerID(Int64(5 + below(2)))), person)
    case 0..<9: return (.book(party(for: person)), person)
    case 9..<13: return (.change(.move(move()), of: id, seen: seen), person)
    case 13: return (together(id, seen), person)
    case 14..<17:
      let (other, otherSeen) = booking()
      return (.swap(id, with: other, seen: seen, otherSeen: otherSeen), person)
    case 17..<19: return (.change(.undo, of: id, seen: seen), whoMayUndo(id) ?? person)
    case 19..<22: return (.takeBack(id, seen: seen), whoMayUndo(id) ?? person)
    case 22..<30: return (.change(status(of: id), of: id, seen: seen), person)
    case 30..<32: return (.change(.markArrived, of: id, seen: seen), person)
    case 32: return (.change(.writeNotes("\(below(9))"), of: id, seen: seen), person)
    case 33: return (.change(.takePayment(.momo), of: id, seen: seen), person)
    case 34..<36: return (.block(block()), person)
    case 36:
      let block = blocks.filter { $0.timeOff == nil }.randomElement(using: &randomness)
      return (.unblock(block?.id ?? 99), person)
    case 37..<39: return (.wait(guest()), person)
    default: return (.stopWaiting(waiting.randomElement(using: &randomness)?.id ?? 99), person)
    }
  }

  /// All of a visit, or it and another one, by as much.
  private mutating func together(_ id: BookingID, _ seen: Sight) -> Order {
    let first = known[id] ?? nil
    let visit = known.values.compactMap(\.self).filter {
      $0.id != id && first.map($0.isOnVisit) ?? false
    }.map(\.id).sorted()
    let others = visit.isEmpty ? [booking().0].filter { $0 != id } : visit
    let shift = Minutes(15 * (below(13) - 6))
    let status = below(3) == 0 ? self.status(of: id) : nil
    return .changeTogether(
      ([id] + others.prefix(3)).map { part in
        let time = (known[part] ?? nil)?.time ?? .midnight
        return Order.Part(
          status ?? .move(Move(time: time + shift)), of: part, seen: part == id ? seen : Sight())
      })
  }

  /// Half of them are bookings of about now. Now and then the order is given on an outdated board.
  private mutating func booking() -> (BookingID, Sight) {
    let ids = known.keys.sorted()
    let moment = now
    let near = ids.filter { id in
      guard let booking = known[id] ?? nil else { return false }
      return (-180..<120).contains(moment.minutesUntil(booking.start))
    }
    let id = (below(2) == 0 ? near : ids).randomElement(using: &randomness) ?? ids[0]
    guard below(5) == 0, let booking = known[id] ?? nil else { return (id, Sight()) }
    return (id, Sight(status: booking.status, version: booking.version - Int64(below(4) / 3)))
  }

  /// Whoever did it last, every other time.
  private mutating func whoMayUndo(_ id: BookingID) -> Person? {
    guard below(2) == 0, let by = (known[id] ?? nil)?.lastChange?.by else { return nil }
    return Self.people.first { $0.id == by }
  }

  /// What comes next, or anything.
  private mutating func status(of id: BookingID) -> Change {
    let reason = below(6) == 0 ? nil : "so"
    let next: BookingStatus? =
      switch (known[id] ?? nil)?.status {
      case .scheduled: [.confirmed, .inProgress, .cancelled, .noShow][below(4)]
      case .confirmed: [.inProgress, .inProgress, .cancelled, .noShow][below(4)]
      case .inProgress: .completed
      case .completed, .cancelled, .noShow, nil: nil
      }
    if let next, below(3) > 0 { return .changeStatus(to: next, reason: reason) }
    return .changeStatus(
      to: BookingStatus.allCases[below(BookingStatus.allCases.count)], reason: reason)
  }

  private mutating func party(for person: Person) -> [NewBooking] {
    let first = booked(by: person)
    guard below(4) == 0 else { return [first] }
    var second = first
    second.customer = .companion
    second.therapist = therapist()
    switch below(4) {
    // What comes next, and the same again in a week.
    case 0: second.time = second.time + (second.duration ?? 60)
    case 1: second.date = second.date + 7
    default: break
    }
    second.bed = nil
    second.waiting = nil
    return [first, second]
  }

  private mutating func booked(by person: Person) -> NewBooking {
    let payments: [NewBooking.Payment] = [
      .paidSession, .item(PaymentItemID(Int64(1 + below(2)))), .sale(.cash),
      .unpaidSale, .paidSessionOrSale(.momo), .paidSessionOrSale(.momo),
    ]
    let guest = below(4) == 0 ? waiting.randomElement(using: &randomness) : nil
    return NewBooking(
      customer: customer(for: person, guest), service: 1, therapist: therapist(), date: day(),
      time: time(), duration: below(3) == 0 ? length() : nil,
      bed: below(6) == 0 ? BedID(Int64(1 + below(3))) : nil,
      payment: payments[below(payments.count)],
      notes: below(5) == 0 ? "Tall" : nil, overrideReason: force(), waiting: guest?.id,
      isWished: below(5) == 0)
  }

  private mutating func customer(for person: Person, _ guest: WaitingGuest?) -> NewBooking.Guest {
    if let guest { return .known(guest.customer.id) }
    if case .customer(let id) = person.id, below(4) > 0 { return .known(id) }
    guard below(6) > 0 else {
      return .new(NewCustomer(name: "Guest", phone: "0900\(100 + below(20))"))
    }
    return .known(CustomerID(Int64(5 + below(2))))
  }

  private mutating func move() -> Move {
    switch below(6) {
    // Longer or shorter, by whatever the key says.
    case 0: Move(duration: length())
    case 1: Move(bed: BedID(Int64(1 + below(2))))
    // The same again in so many weeks.
    case 2: Move(date: eve + 1 + 7 * below(4), time: time())
    default:
      Move(
        therapist: below(2) == 0 ? therapist() : nil, date: below(2) == 0 ? day() : nil,
        time: below(3) > 0 ? time() : nil, duration: below(4) == 0 ? length() : nil,
        overrideReason: force())
    }
  }

  private mutating func service() -> ServiceChange {
    let payments: [NewBooking.Payment] = [
      .sale(.cash), .unpaidSale, .paidSessionOrSale(.momo), .paidSessionOrSale(.cash),
    ]
    return ServiceChange(
      to: ServiceID(Int64(1 + below(2))), therapist: below(4) == 0 ? therapist() : nil,
      duration: below(5) == 0 ? length() : nil, payment: payments[below(4)],
      overrideReason: force())
  }

  private mutating func block() -> NewBlock {
    NewBlock(
      therapist: therapist(), date: day(), time: time(), duration: length(), reason: "Lunch")
  }

  /// Therapists come back more often than they go: without therapists nothing can be booked.
  private mutating func timeOff() -> Order {
    let standing = blocks.compactMap(\.timeOff).randomElement(using: &randomness)
    if let standing, below(4) > 0 { return .endTimeOff(standing.id) }
    let first = day()
    return .takeOff(
      NewTimeOff(
        therapist: below(6) == 0 ? nil : therapist(), days: first...first + below(2),
        reason: "ill"))
  }

  /// Of a day or of every such weekday; as often as not whenever the spa is open.
  private mutating func shifts() -> NewShifts {
    let late = Shift(from: TimeOfDay(hour: 12), until: TimeOfDay(hour: 23))
    let early = Shift(from: TimeOfDay(hour: 1), until: TimeOfDay(hour: 11 + below(3)))
    let some: [[Shift]?] = [
      nil, nil, nil, [late], [early],
      [early, Shift(from: TimeOfDay(hour: 14), until: TimeOfDay(hour: 22))],
    ]
    let date = day()
    return NewShifts(
      therapist: therapist(),
      days: [DayShifts(below(2) == 0 ? .on(date) : .every(date.weekday), some[below(some.count)])])
  }

  private mutating func guest() -> NewWaiting {
    let from = time()
    return NewWaiting(
      customer: CustomerID(Int64(5 + below(2))), service: 1,
      therapist: below(2) == 0 ? therapist() : nil, date: day(), from: from,
      until: min(from + length(), .endOfDay), note: "")
  }

  /// Counts only where a manager says so.
  private mutating func force() -> String? { below(9) == 0 ? "A regular" : nil }

  mutating func therapist() -> UserID { UserID(Int64(4 + below(2))) }
  mutating func length() -> Minutes { Minutes([5, 15, 45, 90, 150, 300][below(6)] + below(3) * 5) }

  mutating func day() -> LocalDate {
    switch below(8) {
    case 0: eve + below(4)
    case 1: eve + 1 + 7 * below(3)
    default: max(now.today, eve) + below(2)
    }
  }

  /// On the quarter, some about now, many about midnight.
  mutating func time() -> TimeOfDay {
    if below(isNightly ? 5 : 3) == 0 {
      return TimeOfDay(seconds: (now.local.time.seconds / 900 + below(8)) % 96 * 900)
    }
    guard isNightly || below(4) == 0 else { return TimeOfDay(seconds: below(96) * 900) }
    return TimeOfDay(seconds: (84 + below(24)) % 96 * 900)
  }
}
