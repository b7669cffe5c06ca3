import BookingDomain
import BookingProtocol
import BookingStore
import BookingTesting
import SQLiteStore
import Testing

@testable import BookingServer

/// The proof that comes with the heartbeat.
@Suite struct BoardDigestMessageTests {
  @Test func everyBoardGetsTheNumberOfWhatItShows() async throws {
    try await TestServer.running({ $0.limits.heartbeat = .seconds(1) }) { server in
      let lan = try await server.deskWatching()
      let thu = try await server.socket("thu@spa.vn", "/websocket/booking/therapist/4")
      thu.send(.subscribeBookingUpdates(.init(from: ContractSpa.date)))
      try await server.foreignSQL(
        "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 1")
      let end = try await server.store.position()
      let day = try await server.store.day(ContractSpa.date)
      for (socket, seen) in [(lan, day.bookings), (thu, day.bookings.filter { $0.therapist == 4 })]
      {
        let digest = try await socket.message { message -> ServerMessage.Digest? in
          guard case .boardDigest(let digest) = message, digest.position == end else { return nil }
          return digest
        }
        #expect(digest.value == BoardDigest(seen).value)
        #expect(digest.from == ContractSpa.date && digest.to == ContractSpa.date)
      }
    }
  }

  /// A rota program writes every day of years: those long over are told to nobody.
  @Test func singleDaysOfHoursAreToldAsFarAsThePictureReaches() async throws {
    try await TestServer.running({ $0.limits.heartbeat = .seconds(1) }) { server in
      let today = ContractSpa.date
      let rows = (-400...3).map { "(4, '\(today + $0)', '09:00:00', '20:00:00')" }
      try await server.foreignSQL(
        "INSERT INTO frontdesk_shifts (therapist_id, date, from_time, until_time) VALUES "
          + rows.joined(separator: ", "))
      for days in [
        today...today, today - 90...today - 60, today - 3...today + 3, today + 90...today + 90,
      ] {
        let desk = try await server.socket("lan@spa.vn", "/websocket/booking/receptionist/2")
        desk.send(.subscribeBookingUpdates(.init(from: days.lowerBound, to: days.upperBound)))
        let snapshot = try await desk.message { message -> ServerMessage.Snapshot? in
          if case .bookingSnapshot(let snapshot) = message { snapshot } else { nil }
        }
        let digest = try await desk.message { message -> ServerMessage.Digest? in
          if case .boardDigest(let digest) = message { digest } else { nil }
        }
        #expect(digest.shifts == BoardDigest.shifts(of: snapshot.spa), "\(days)")
        let told = try #require(snapshot.spa.shifts[4]).shifts
        for date in days.lowerBound - 1...days.upperBound where date <= today + 3 {
          #expect(told[.on(date)] != nil, "\(days): \(date)")
        }
        #expect(told[.on(today)] != nil, "lines of today are typed while another day is shown")
        let over = min(today, days.upperBound) - 43
        #expect(told[.on(over)] == nil, "\(days)")
      }
    }
  }

  @Test func hoursThatCannotBeReadReachWhoWatches() async throws {
    try await TestServer.running({ $0.limits.heartbeat = .seconds(1) }) { server in
      let desk = try await server.deskWatching()
      let sure = try await desk.message { message -> ServerMessage.Digest? in
        if case .boardDigest(let digest) = message { digest } else { nil }
      }
      try await server.foreignSQL(
        "INSERT INTO frontdesk_shifts (therapist_id, weekday, from_time, until_time)"
          + " VALUES (4, 'thursday', '09:00:00', '12:00:00')")
      let unsure = try await desk.message { message -> ServerMessage.Digest? in
        if case .boardDigest(let digest) = message, digest.doubts != 0 { digest } else { nil }
      }
      #expect(sure.doubts == 0 && unsure.shifts == sure.shifts && unsure.facts == sure.facts)
    }
  }

  @Test func itComesAfterEverythingItCounts() async throws {
    try await TestServer.running({ $0.limits.heartbeat = .seconds(1) }) { server in
      let lan = try await server.deskWatching()
      for note in 1...20 {
        try await server.foreignSQL(
          "UPDATE bookings SET booking_notes = '\(note)' WHERE booking_id = 1")
      }
      let end = try await server.store.position()
      let received = try await lan.received.waits(for: "the digest of the end") { received in
        received.messages.contains { message in
          if case .boardDigest(let digest) = message { digest.position == end } else { false }
        } ? received : nil
      }
      var last = Int64(0)
      for message in received.messages {
        switch message {
        case .subscribed(let answer): last = answer.position.seq
        case .event(let event): last = event.seq
        case .boardDigest(let digest): #expect(digest.position.seq == last)
        default: break
        }
      }
    }
  }
}
