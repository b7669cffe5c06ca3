import BookingDomain
import BookingProtocol
import BookingStore
import BookingTesting
import SQLiteStore
import Testing

@testable import BookingServer

/// Who is told what, live, again after an absence, and over HTTP.
@Suite struct EventStreamTests {
  private let morning = ContractSpa.morning

  @Test func aChangeReachesEverybodyItConcernsAndNobodyElse() async throws {
    try await TestServer.running { server in
      let lan = try await server.deskWatching()
      let hoa = try await server.deskWatching("both@spa.vn", user: 3)
      let thu = try await server.socket("thu@spa.vn", "/websocket/booking/therapist/4")
      let minh = try await server.socket("minh@spa.vn", "/websocket/booking/therapist/5")
      let an = try await server.socket("an@mail.vn", "/websocket/booking/customer/5")
      let order = ContractSpa.command(morning, ContractSpa.change(.confirmed))
      lan.send(.command(order))
      let accepted = try await lan.acceptance()
      #expect(accepted.id == order.id && !accepted.isReplayed)
      #expect(accepted.current?.status == .confirmed)
      for socket in [lan, hoa, thu, an] {
        let event = try await socket.event()
        #expect(event.kind == .statusChanged(from: .scheduled, to: .confirmed))
        #expect(event.seq == accepted.seq && event.current?.version == accepted.version)
      }
      // The phone number is the reception's and the guest's, not the therapist's.
      #expect(lan.received.value.events.first?.current?.customer.phone == "0901")
      #expect(thu.received.value.events.first?.current?.customer.phone == nil)
      #expect(thu.received.value.texts.allSatisfy { !$0.contains("0901") })
      #expect(an.received.value.texts.allSatisfy { !$0.contains("peanut") && !$0.contains("Lan") })
      #expect(try await minh.settled().events.isEmpty)
    }
  }

  @Test func theGuidesFieldsAreThere() async throws {
    try await TestServer.running { server in
      let an = try await server.socket("an@mail.vn", "/websocket/booking/customer/5")
      try await server.foreignSQL(
        "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 1")
      _ = try await an.event()
      let text = try #require(an.received.value.texts.last)
      for field in [
        #""type":"BOOKING_STATUS_CHANGED""#, #""bookingId":1"#, #""customerId":5"#,
        #""therapistId":4"#, #""oldStatus":"SCHEDULED""#, #""newStatus":"CONFIRMED""#,
        #""appointmentDate":"2026-03-10""#, #""appointmentTime":"10:00:00""#,
        #""serviceName":"Massage 60""#,
      ] {
        #expect(text.contains(field), "\(field) is missing in \(text)")
      }
    }
  }

  @Test func theSameOrderAgainIsAnsweredAsBefore() async throws {
    try await TestServer.running { server in
      let lan = try await server.deskWatching()
      let order = ContractSpa.command(morning, ContractSpa.change(.confirmed))
      lan.send(.command(order))
      lan.send(.command(order))
      let both = try await lan.received.waits(for: "two answers") { received in
        let answers = received.messages.compactMap { message -> ServerMessage.Accepted? in
          if case .commandAccepted(let accepted) = message { accepted } else { nil }
        }
        return answers.count == 2 ? answers : nil
      }
      #expect(both.map(\.isReplayed) == [false, true])
      #expect(both[0].seq == both[1].seq)
      _ = try await lan.event()
      #expect(try await lan.settled().events.count == 1)
    }
  }

  @Test func whatIsNotAllowedIsRefusedWithTheRowAsItIs() async throws {
    try await TestServer.running { server in
      let thu = try await server.socket("thu@spa.vn", "/websocket/booking/therapist/4")
      thu.send(
        .command(ContractSpa.command(morning, ContractSpa.change(.confirmed))))
      let refused = try await thu.refusal()
      #expect(refused.refusal.code == .notAllowed)
      #expect(refused.current?.status == .scheduled && refused.current?.customer.phone == nil)
    }
  }

  @Test func whoMayNotSeeABookingDoesNotLearnThatItExists() async throws {
    try await TestServer.running { server in
      let minh = try await server.socket("minh@spa.vn", "/websocket/booking/therapist/5")
      minh.send(
        .command(ContractSpa.command(morning, ContractSpa.change(.inProgress))))
      let refused = try await minh.refusal()
      #expect(refused.refusal.code == .noSuchBooking && refused.current == nil)
    }
  }

  @Test func aBookingGivenToAnotherTherapistIsGoneForTheFirst() async throws {
    try await TestServer.running { server in
      let thu = try await server.socket("thu@spa.vn", "/websocket/booking/therapist/4")
      let minh = try await server.socket("minh@spa.vn", "/websocket/booking/therapist/5")
      try await server.foreignSQL(
        "UPDATE bookings SET therapist_user_id = 5 WHERE booking_id = 3")
      let lost = try await thu.event()
      #expect(lost.kind == .gone && lost.booking == 3 && lost.current == nil)
      #expect(lost.therapist == nil)
      #expect(try await minh.event().current?.id == 3)
    }
  }

  @Test func aBookingMovedToAnotherDayIsGoneFromTheBoard() async throws {
    try await TestServer.running { server in
      let lan = try await server.deskWatching()
      try await server.foreignSQL(
        "UPDATE bookings SET appointment_date = '2026-03-17' WHERE booking_id = 3")
      #expect(try await lan.event().kind == .gone)
    }
  }

  @Test func theSnapshotIsTheDayAndATherapistGetsOnlyOwnBookings() async throws {
    try await TestServer.running { server in
      let lan = try await server.deskWatching()
      let thu = try await server.socket("thu@spa.vn", "/websocket/booking/therapist/4")
      thu.send(.subscribeBookingUpdates(.init(from: ContractSpa.date)))
      #expect(Set(try await snapshot(lan).bookings.map(\.id)) == [1, 2, 3])
      let own = try await snapshot(thu).bookings
      #expect(Set(own.map(\.id)) == [1, 3])
      #expect(own.allSatisfy { $0.customer.phone == nil })
    }
  }

  @Test func guestsHaveNoSubscription() async throws {
    try await TestServer.running { server in
      let an = try await server.socket("an@mail.vn", "/websocket/booking/customer/5")
      an.send(.subscribeBookingUpdates(.init()))
      _ = try await an.message { message -> String? in
        if case .error(let sentence, _) = message { sentence } else { nil }
      }
      #expect(!an.received.value.texts.contains { $0.contains("SNAPSHOT") })
    }
  }

  @Test func whatWasMissedIsReplayedInOrder() async throws {
    try await TestServer.running { server in
      let before = try await server.store.position()
      try await server.foreignSQL(
        "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 1",
        "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 2")
      let lan = try await server.socket("lan@spa.vn", "/websocket/booking/receptionist/2")
      lan.send(.subscribeBookingUpdates(.init(from: ContractSpa.date, after: before)))
      let subscribed = try await subscribed(lan)
      #expect(subscribed.replayed == 2)
      let events = lan.received.value.events
      #expect(events.map(\.booking) == [1, 2])
      #expect(events.map(\.prev) == [before.seq, events[0].seq])
      #expect(subscribed.position.seq == events[1].seq)
      try await server.foreignSQL(
        "UPDATE bookings SET booking_notes = 'late' WHERE booking_id = 3")
      let live = try await lan.event { $0.booking == 3 }
      #expect(live.prev == subscribed.position.seq)
    }
  }

  @Test func aPositionOfAnotherEpochOrFromTheFutureMeansASnapshot() async throws {
    try await TestServer.running { server in
      let now = try await server.store.position()
      for position in [
        LogPosition(epoch: "another", seq: now.seq),
        LogPosition(epoch: now.epoch, seq: now.seq + 100),
      ] {
        let lan = try await server.socket("lan@spa.vn", "/websocket/booking/receptionist/2")
        lan.send(.subscribeBookingUpdates(.init(from: ContractSpa.date, after: position)))
        #expect(try await subscribed(lan).position == now)
        #expect(try await snapshot(lan).bookings.count == 3)
      }
    }
  }

  /// A database restored from a backup under the running server.
  @Test func aNewEpochGivesEveryBoardItsDaysAnew() async throws {
    try await TestServer.running { server in
      let lan = try await server.deskWatching()
      let mai = try await server.socket("mai@spa.vn", "/websocket/booking/manager/1")
      let thu = try await server.socket("thu@spa.vn", "/websocket/booking/therapist/4")
      for socket in [mai, thu] {
        socket.send(
          .subscribeBookingUpdates(
            .init(from: ContractSpa.date, to: ContractSpa.date + 1)))
        _ = try await subscribed(socket)
      }
      try await server.foreignSQL("UPDATE frontdesk_settings SET epoch = 'restored'")
      for socket in [lan, mai, thu] {
        let anew = try await socket.message { message -> ServerMessage.Snapshot? in
          guard case .bookingSnapshot(let snapshot) = message,
            snapshot.position.epoch == "restored"
          else { return nil }
          return snapshot
        }
        #expect(anew.from == ContractSpa.date)
        #expect(anew.to == (socket === lan ? anew.from : anew.from + 1))
        #expect(anew.bookings.count == (socket === thu ? 2 : 3))
        let answer = try await socket.message { message -> ServerMessage.Subscribed? in
          guard case .subscribed(let answer) = message, answer.position.epoch == "restored"
          else { return nil }
          return answer
        }
        #expect(answer.position == anew.position)
      }
      try await server.foreignSQL(
        "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 1")
      for socket in [lan, mai, thu] { #expect(try await socket.event().booking == 1) }
    }
  }

  @Test func availabilityIsToldAgainWhenItChanges() async throws {
    try await TestServer.running { server in
      let an = try await server.socket("an@mail.vn", "/websocket/booking/customer/5")
      an.send(.requestAvailability(service: 1, therapist: 4, date: ContractSpa.date))
      let free = try await availability(an) { _ in true }
      #expect(!free.slots.contains { $0.time == TimeOfDay(hour: 14) })
      try await server.foreignSQL(
        "UPDATE bookings SET booking_status = 'CANCELLED' WHERE booking_id = 3")
      _ = try await availability(an) { $0.slots.contains { $0.time == TimeOfDay(hour: 14) } }
    }
  }

  @Test func schedulesAreForTheirTherapistAndTheStaff() async throws {
    try await TestServer.running { server in
      let thu = try await server.socket("thu@spa.vn", "/websocket/booking/therapist/4")
      thu.send(.subscribeTherapistSchedule(therapist: 5, date: ContractSpa.date))
      let sentence = try await thu.message { message -> String? in
        if case .error(let sentence, _) = message { sentence } else { nil }
      }
      #expect(sentence == "You may only see your own schedule.")
      thu.send(.subscribeTherapistSchedule(therapist: 4, date: ContractSpa.date))
      let schedule = try await thu.message { message -> ServerMessage.TherapistSchedule? in
        if case .therapistScheduleUpdated(let schedule) = message { schedule } else { nil }
      }
      #expect(schedule.bookings.map(\.id) == [1, 3])
    }
  }

  @Test func paymentsAreToldToTheGuestAndTheDesk() async throws {
    try await TestServer.running { server in
      let lan = try await server.deskWatching()
      let an = try await server.socket("an@mail.vn", "/websocket/booking/customer/5")
      let thu = try await server.socket("thu@spa.vn", "/websocket/booking/therapist/4")
      try await server.foreignSQL(
        "INSERT INTO payments (payment_id, customer_id, total_amount, tax_amount,"
          + " subtotal_amount, payment_method, payment_status, reference_number)"
          + " VALUES (9, 5, 1, 0, 1, 'CASH', 'PAID', 'R9')")
      for socket in [lan, an] {
        #expect(try await socket.event().kind == .paymentCompleted(paymentID: 9))
      }
      #expect(try await thu.settled().events.isEmpty)
    }
  }

  private func snapshot(_ socket: WireSocket) async throws -> ServerMessage.Snapshot {
    try await socket.message { message in
      if case .bookingSnapshot(let snapshot) = message { snapshot } else { nil }
    }
  }

  private func subscribed(_ socket: WireSocket) async throws -> ServerMessage.Subscribed {
    try await socket.message { message in
      if case .subscribed(let subscribed) = message { subscribed } else { nil }
    }
  }

  private func availability(
    _ socket: WireSocket,
    where isWanted: @escaping @Sendable (ServerMessage.Availability) -> Bool
  ) async throws -> ServerMessage.Availability {
    try await socket.message { message in
      guard case .availabilityUpdated(let found) = message, isWanted(found) else { return nil }
      return found
    }
  }
}
