import BookingDomain
import BookingTesting

/// What the people of a world want done: everything there is to order, right and wrong.
extension Plan {
  func giveOrder() {
    let client = client
    let command = Command(
      id: .random(using: &world.randomness), order: order(of: client),
      notAfter: world.flip(0.6)
        ? Timestamp(milliseconds: client.serverTime.milliseconds + world.random(500...20_000))
        : nil)
    world.tell { "\(client) orders \(command.id.text.prefix(8)): \(command.order)" }
    world.orders.give(command, by: client.index)
    client.send(command)
  }

  private func order(of client: SimulatedClient) -> Order {
    let board = client.board
    let (id, seen) = booking(on: board)
    switch world.chance(24) {
    case 20: return .guest(GuestChange(.alert, "said \(world.number())"), of: guest())
    case 21: return .addTask(NewTask(text: "Task \(world.number())"))
    case 22:
      guard let task = board.tasks.randomElement(using: &world.randomness) else {
        return .markTask(1, as: .done)
      }
      return .markTask(task.id, as: TaskMark.allCases[world.chance(3)])
    case 23: return .setShifts(shifts())
    case 0..<9: return .change(change(), of: id, seen: seen)
    case 9..<12: return .book(party(for: client.person))
    case 12: return .change(.move(move()), of: id, seen: seen)
    case 13: return together(id, seen, board)
    case 14:
      let (other, otherSeen) = booking(on: board)
      return .swap(id, with: other, seen: seen, otherSeen: otherSeen)
    case 15: return timeOff(on: board)
    case 16:
      let block = board.allBlocks.filter { $0.timeOff == nil }.randomElement(
        using: &world.randomness)
      if let block, world.flip(0.4) { return .unblock(block.id) }
      return .block(
        NewBlock(
          therapist: therapist(), date: day(), time: time(),
          duration: Minutes(15 * (1 + world.chance(4))),
          reason: "Lunch"))
    default:
      let guest = board.allWaiting.randomElement(using: &world.randomness)
      if let guest, world.flip(0.4) { return .stopWaiting(guest.id) }
      return .wait(
        NewWaiting(
          customer: SimulatedSpa.customers[world.chance(2)], service: 1, therapist: nil,
          date: day(), from: time(), until: TimeOfDay(hour: 21), note: ""))
    }
  }

  /// All of a visit, or two that are nothing to each other: moved by as much, or said to be here.
  private func together(_ id: BookingID, _ seen: Sight, _ board: SimulatedBoard) -> Order {
    guard let first = board.bookings[id] else { return .takeBack(id, seen: seen) }
    if world.flip(0.3) { return .takeBack(id, seen: seen) }
    let visit = board.bookings.values.filter { $0.isOnVisit(with: first) && $0.id != id }
    let other = visit.min { $0.id < $1.id } ?? board.bookings[booking(on: board).0] ?? first
    guard other.id != id else { return .takeBack(id, seen: seen) }
    let shift = Minutes(15 * world.chance(5))
    let arrives = world.flip(0.4)
    return .changeTogether(
      [first, other].map {
        Order.Part(
          arrives ? .markArrived : .move(Move(time: $0.time + shift + 15)), of: $0.id,
          seen: Sight())
      })
  }

  private func timeOff(on board: SimulatedBoard) -> Order {
    let standing = board.allBlocks.compactMap(\.timeOff).randomElement(using: &world.randomness)
    if let standing, world.flip(0.7) { return .endTimeOff(standing.id) }
    let first = day()
    return .takeOff(
      NewTimeOff(
        therapist: world.flip(0.85) ? therapist() : nil,
        days: first...first + world.chance(2), reason: "ill"))
  }

  private func shifts() -> NewShifts {
    let date = day()
    let morning = Shift(from: TimeOfDay(hour: 9), until: TimeOfDay(hour: 12 + world.chance(3)))
    let evening = Shift(from: TimeOfDay(hour: 16), until: TimeOfDay(hour: 21))
    let some: [[Shift]?] = [nil, [], [morning], [evening], [morning, evening]]
    let days: [ShiftDay] = world.flip(0.5) ? [.on(date)] : [.every(date.weekday), .on(date + 1)]
    return NewShifts(
      therapist: therapist(), days: days.map { DayShifts($0, some[world.chance(some.count)]) })
  }

  private func guest() -> CustomerID { SimulatedSpa.customers[world.chance(2)] }

  private func booking(on board: SimulatedBoard) -> (BookingID, Sight) {
    let rows = board.bookings.values.sorted { $0.id < $1.id }
    guard let booking = rows.randomElement(using: &world.randomness) else {
      return (BookingID(world.random(1...5)), Sight())
    }
    let sight = Sight(
      status: world.flip(0.5) ? booking.status : nil,
      version: world.flip(0.3) ? booking.version : nil)
    return (booking.id, sight)
  }

  private func change() -> Change {
    let changes: [Change] = [
      .changeStatus(to: .confirmed, reason: nil), .changeStatus(to: .inProgress, reason: "now"),
      .changeStatus(to: .completed, reason: nil), .changeStatus(to: .cancelled, reason: "ill"),
      .changeStatus(to: .noShow, reason: nil), .markArrived, .undo, .undo, .undo,
      .writeNotes("said \(world.number())"), .takePayment(.cash),
      .wish(world.flip(0.3) ? nil : therapist()),
      .changeService(
        ServiceChange(
          to: ServiceID(Int64(1 + world.chance(2))),
          payment: world.flip(0.5) ? .unpaidSale : .paidSessionOrSale(.cash))),
      .noteCall(.calling, note: ""),
      .noteCall(.notReached, note: "said \(world.number())"),
    ]
    return changes[world.chance(changes.count)]
  }

  private func party(for person: Person) -> [NewBooking] {
    var customer = SimulatedSpa.customers[world.chance(2)]
    if case .customer(let id) = person.id { customer = id }
    let isCouple = world.flip(0.2)
    let first = NewBooking(
      customer: .known(customer), service: 1, therapist: therapist(), date: day(), time: time(),
      payment: world.flip(0.4)
        ? .paidSession : world.flip(0.3) ? .unpaidSale : .paidSessionOrSale(.cash),
      waiting: client.board.allWaiting.randomElement(using: &world.randomness)?.id)
    guard isCouple else { return [first] }
    var second = first
    second.customer = .companion
    second.therapist = SimulatedSpa.therapists.first { $0 != first.therapist } ?? first.therapist
    second.waiting = nil
    return [first, second]
  }

  private func move() -> Move {
    Move(
      therapist: world.flip(0.5) ? therapist() : nil, date: world.flip(0.5) ? day() : nil,
      time: world.flip(0.7) ? time() : nil,
      duration: world.flip(0.3) ? Minutes(30 * (1 + world.chance(3))) : nil)
  }

  private func therapist() -> UserID { SimulatedSpa.therapists[world.chance(2)] }
  private func day() -> LocalDate { SimulatedSpa.today + world.chance(2) }
  private func time() -> TimeOfDay {
    TimeOfDay(hour: 13 + world.chance(7), minute: 15 * world.chance(4))
  }
}
