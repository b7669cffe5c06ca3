import BookingDomain
import BookingProtocol
import BookingStore
import BookingTesting
import SQLiteStore
import Testing

@testable import BookingServer

/// What stands beside the bookings: swaps, blocked time, the waiting list, slots held.
extension RoleMatrixTests {
  /// What there is before each order.
  private static let standing = [
    "DELETE FROM frontdesk_waiting", "DELETE FROM frontdesk_time_off",
    "DELETE FROM frontdesk_tasks", "DELETE FROM frontdesk_shifts",
    "UPDATE customers SET notes = NULL WHERE customer_id = 6",
    "UPDATE bookings SET appointment_time = '03:00:00' WHERE booking_id = 1",
    "UPDATE bookings SET therapist_user_id = 5, appointment_time = '10:30:00', bed_id = 2"
      + " WHERE booking_id = 2",
    "UPDATE bookings SET therapist_user_id = 4 WHERE booking_id = 1",
    "INSERT INTO frontdesk_blocks (block_id, therapist_id, date, time, duration_minutes, reason,"
      + " by_kind, by_number, by_name, at) VALUES"
      + " (70, 4, '\(ContractSpa.date)', '18:00:00', 30, '', 'USER', 2, 'Lan', 0)",
    "INSERT INTO frontdesk_time_off (time_off_id, therapist_id, from_date, until_date, reason,"
      + " by_kind, by_number, by_name, at) VALUES"
      + " (70, 5, '\(ContractSpa.date + 30)', '\(ContractSpa.date + 30)', '', 'USER', 2, 'Lan', 0)",
    "INSERT INTO frontdesk_tasks (task_id, what, by_kind, by_number, by_name, at)"
      + " VALUES (90, 'Order oil', 'USER', 2, 'Lan', 0)",
    "INSERT INTO frontdesk_waiting (waiting_id, customer_id, service_id, date, from_time,"
      + " until_time, note, by_kind, by_number, by_name, at) VALUES"
      + " (80, 6, 1, '\(ContractSpa.date)', '12:00:00', '13:00:00', '', 'USER', 2, 'Lan', 0)",
  ]

  private static var waiting: NewWaiting {
    NewWaiting(
      customer: 6, service: 1, therapist: nil, date: ContractSpa.date,
      from: TimeOfDay(hour: 14), until: TimeOfDay(hour: 18), note: "waitword")
  }

  /// Takes somebody off the list on the side.
  private static var bookingForWhoWaits: NewBooking {
    NewBooking(
      customer: .known(5), service: 1, therapist: 4, date: ContractSpa.date,
      time: TimeOfDay(hour: 12), payment: .paidSession, waiting: 80)
  }

  @Test func swapsBlocksAndTheWaitingListByEverybodyOverBothTransports() async throws {
    let orders: [(Operation, Order)] = [
      (.move, .swap(1, with: 2, seen: Sight(), otherSeen: Sight())), (.block, .unblock(70)),
      (.block, .endTimeOff(70)),
      (
        .block,
        .takeOff(
          NewTimeOff(
            therapist: 4, days: ContractSpa.date + 40...ContractSpa.date + 41, reason: "leave"))
      ),
      (.setShifts, .setShifts(NewShifts(therapist: 4, days: [DayShifts(.every(.monday), [])]))),
      (
        .setDays,
        .setShifts(NewShifts(therapist: 4, days: [DayShifts(.on(ContractSpa.date), [])]))
      ),
      (.keepWaitingList, .wait(Self.waiting)), (.keepWaitingList, .stopWaiting(80)),
      (.keepWaitingList, .book([Self.bookingForWhoWaits])),
      (
        .confirm,
        .changeTogether([Order.Part(ContractSpa.change(.confirmed), of: 1, seen: Sight())])
      ),
      (.keepGuests, .guest(GuestChange(.alert, "nuts"), of: 6)),
      (.keepTasks, .addTask(NewTask(text: "Order tea"))), (.keepTasks, .markTask(90, as: .done)),
    ]
    try await running { server in
      for who in Who.allCases {
        let token = try await server.token(who)
        let socket = try await server.open("/websocket/booking/\(who.path)", bearer(token))
        for (operation, order) in orders {
          for answered in [push(socket), poll(server, token)] {
            try await server.reset(to: .scheduled)
            for statement in Self.standing { try await server.foreignSQL(statement) }
            try await server.reset(to: .scheduled, keepsLists: true)
            let answer = try await answered(ContractSpa.order(order))
            let isDone = if case .commandAccepted = answer { true } else { false }
            #expect(
              isDone == (try expected(operation, who) == "y"), "\(order) by \(who): \(answer)")
          }
        }
        socket.leave()
      }
    }
  }

  /// Live, on replay, by polling and in a snapshot.
  @Test(arguments: Who.allCases)
  func blockedTimeAndWhoWaitsAreToldToWhomTheyConcern(who: Who) async throws {
    try await running { server in
      let (token, path, before, live) = try await begun(server, who)
      let watches = try await watch(live, after: nil)
      let lan = try await server.socket("lan@spa.vn", "/websocket/booking/receptionist/2")
      let task = NewTask(text: "taskword")
      for order in [Order.block(Self.lunch), .wait(Self.waiting), .addTask(task)] {
        _ = try await push(lan)(ContractSpa.order(order))
      }
      let end = try await server.store.position()
      _ = try await server.http(
        "GET", "/api/events?wait=5&from=2026-03-10&after=\(end.epoch):\(end.seq - 1)",
        bearer(try await server.token(.manager)))
      let pushed = try await live.settled()
      expectLists(pushed.messages, who)
      expectMasked(pushed.texts, who)
      for question in ["&after=\(before.epoch):\(before.seq)", ""] {
        let polled = try await server.http(
          "GET", "/api/events?from=2026-03-10\(question)", bearer(token))
        expectLists(try ServerCoding.decodeArray(polled.body.utf8).map(\.message), who)
        expectMasked([polled.body], who)
      }
      guard watches else { return }
      for after in [before, nil] {
        let again = try await server.open(path, bearer(token))
        #expect(try await watch(again, after: after))
        expectLists(again.received.value.messages, who)
        expectMasked(again.received.value.texts, who)
        again.leave()
      }
    }
  }

  private static var lunch: NewBlock {
    NewBlock(
      therapist: 4, date: ContractSpa.date, time: TimeOfDay(hour: 12), duration: 30,
      reason: "lunchword")
  }

  /// Either as news or in a picture.
  private func expectLists(_ messages: [ServerMessage], _ who: Who) {
    var (blocks, waiting, tasks) = (false, false, false)
    for message in messages {
      switch message {
      case .event(let event):
        if case .blocksChanged = event.kind { blocks = true }
        if case .waitingChanged = event.kind { waiting = true }
        if case .tasksChanged = event.kind { tasks = true }
      case .bookingSnapshot(let snapshot):
        blocks = blocks || !snapshot.blocks.isEmpty
        waiting = waiting || !snapshot.waiting.isEmpty
        tasks = tasks || !snapshot.tasks.isEmpty
      default: break
      }
    }
    #expect(blocks == [.admin, .manager, .reception, .therapist].contains(who), "\(who)")
    for list in [waiting, tasks] {
      #expect(list == [.admin, .manager, .reception].contains(who), "\(who)")
    }
  }

  @Test func slotsAreHeldAmongReceptionAndManagersOnly() async throws {
    try await running { server in
      let hoa = try await server.deskWatching("both@spa.vn", user: 3)
      for who in Who.allCases {
        let token = try await server.token(who)
        let socket = try await server.open("/websocket/booking/\(who.path)", bearer(token))
        let may = try expected(.holdSlots, who) == "y"
        _ = try await watch(socket, after: nil)
        socket.send(.hold(Self.slot(at: 12)))
        _ = try await socket.settled()
        hoa.send(.hold(Self.slot(at: 15)))
        _ = try await hoa.settled()
        #expect(Self.held(try await hoa.settled().messages, at: 12) == may, "held by \(who)")
        #expect(Self.held(try await socket.settled().messages, at: 15) == may, "seen by \(who)")
        socket.leave()
        hoa.send(.hold(nil))
        hoa.received.change { $0.messages = [] }
      }
    }
  }

  private static func slot(at hour: Int) -> HeldSlot {
    HeldSlot(
      therapist: 4, date: ContractSpa.date, time: TimeOfDay(hour: hour), duration: 60)
  }

  private static func held(_ messages: [ServerMessage], at hour: Int) -> Bool {
    messages.contains {
      if case .slotHeld(let hold) = $0 { hold.slot == slot(at: hour) } else { false }
    }
  }
}
