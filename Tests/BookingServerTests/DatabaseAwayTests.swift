import BookingDomain
import BookingLab
import BookingProtocol
import BookingStore
import BookingTesting
import SQLiteStore
import Testing

@testable import BookingServer

/// The database goes away under the running server, and comes back.
@Suite struct DatabaseAwayTests {
  private let order = ContractSpa.command(
    ContractSpa.morning, ContractSpa.change(.confirmed))

  @Test func ordersAreRefusedWhileItIsAwayAndTakenWhenItIsBack() async throws {
    try await TestServer.running { server in
      let lan = try await server.deskWatching()
      server.faults.fault = .away
      lan.send(.command(order))
      #expect(try await lan.refusal().refusal.code == .databaseUnavailable)
      // A read that was under way when it went may still say that it is there.
      var health = try await server.http("GET", "/health")
      for _ in 0..<2_000 where health.status != 503 {
        health = try await server.http("GET", "/health")
      }
      #expect(health.status == 503 && health.body.contains("\"database\":\"unavailable\""))
      let login = try await server.login("lan@spa.vn")
      #expect(login.status == 503 && login.body.contains("database"))
      // Without a key pressed the board says so too.
      #expect(try await sentence(lan).contains("nothing is changed"))
      server.faults.fault = .none
      let before = try await server.store.day(ContractSpa.date)
      #expect(before.bookings.first { $0.id == 1 }?.status == .scheduled)
      lan.send(.command(order))
      let accepted = try await lan.acceptance()
      #expect(!accepted.isReplayed)
      _ = try await lan.event()
      #expect(try await server.http("GET", "/health").status == 200)
      #expect(try await lan.settled().events.count == 1)
    }
  }

  @Test func anOrderByHTTPIsRefusedInTheSameWords() async throws {
    try await TestServer.running { server in
      let token = try await server.token("lan@spa.vn")
      server.faults.fault = .away
      let (answer, message) = try await server.post(order, token)
      #expect(answer.status == 200)
      guard case .commandRefused(let refused) = message else {
        Issue.record("\(answer)")
        return
      }
      #expect(refused.id == order.id && refused.refusal.code == .databaseUnavailable)
      #expect(try await server.post(order, nil).answer.status == 401)
    }
  }

  /// To staff and operators, without a path; guests hear that something is wrong, and no more.
  @Test func whatKeepsOrdersFromBeingDoneIsSaidAndThatItIsOver() async throws {
    try await TestServer.running { server in
      let lan = try await server.deskWatching()
      let guest = try await server.token("an@mail.vn")
      server.faults.fault = .isFull
      let words = "There is no room left on the booking database's disk"
      let told = try await state(lan) { $0 }
      #expect(told.hasPrefix("\(words): the board is as it last was"))
      #expect(try await sentence(lan) == told, "for clients that know no such message")
      let health = try await server.http("GET", "/health")
      #expect(health.status == 503 && health.body.contains("\"cause\":\"\(words).\""), "\(health)")
      #expect(!health.body.contains("/srv"))
      lan.send(.command(order))
      #expect(try await lan.refusal().refusal.sentence.hasPrefix("\(words), so this is not done."))
      let (_, refused) = try await server.post(order, guest)
      guard case .commandRefused(let refusal) = refused else {
        Issue.record("\(String(describing: refused))")
        return
      }
      #expect(refusal.refusal.sentence.hasPrefix("The booking database does not answer, so"))
      let bearer = "Authorization: Bearer \(try await server.token("lan@spa.vn"))"
      let day = "/api/events?from=\(ContractSpa.date)&to=\(ContractSpa.date)"
      #expect(try await server.http("GET", day, [bearer]).body.contains(words))
      server.faults.fault = .none
      _ = try await lan.message { message -> Bool? in
        if case .databaseState(nil) = message { true } else { nil }
      }
      let well = try await server.http("GET", day, [bearer])
      #expect(!well.body.contains("DATABASE_STATE"))
      #expect(!(try await server.http("GET", "/health").body.contains("cause")))
    }
  }

  /// A poll that waits is answered when it goes, and again when it is back.
  @Test func whoPollsHearsItAsSoonAsOthers() async throws {
    try await TestServer.running { server in
      let bearer = "Authorization: Bearer \(try await server.token("lan@spa.vn"))"
      let end = try await server.store.position()
      let held =
        "/api/events?from=\(ContractSpa.date)&to=\(ContractSpa.date)&wait=25&after=\(end.epoch):\(end.seq)"
      async let answer = server.http("GET", held, [bearer])
      server.faults.fault = .isFull
      #expect(try await answer.body.contains("no room left"))
      async let next = server.http("GET", held, [bearer])
      server.faults.fault = .none
      #expect(try await next.status == 200)
    }
  }

  private func state<T: Sendable>(
    _ socket: WireSocket, _ body: @escaping @Sendable (String) -> T
  ) async throws -> T {
    try await socket.message { message in
      guard case .databaseState(let trouble?) = message else { return nil }
      return body(trouble)
    }
  }

  /// Everywhere else orders would wait as well, and boards are as they should be.
  @Test func aLockThatAnotherProgramHoldsIsSaidAndSendsNobodyAway() async throws {
    try await TestServer.running { server in
      let lan = try await server.deskWatching()
      server.faults.fault = .isLocked
      let health = try await server.http("GET", "/health")
      #expect(health.status == 200 && health.body.contains(#""status":"waiting""#), "\(health)")
      try await server.foreignSQL(
        "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 1")
      _ = try await lan.event()
      let told = try await lan.settled().messages
      #expect(!told.contains { if case .error(_, _) = $0 { true } else { false } })
      server.faults.fault = .none
      #expect(try await server.http("GET", "/health").body.contains(#""status":"ok""#))
    }
  }

  @Test func anOrderWhoseAnswerWasLostIsDoneOnce() async throws {
    try await TestServer.running { server in
      let lan = try await server.deskWatching()
      server.faults.fault = .losesAnswers
      lan.send(.command(order))
      #expect(try await lan.refusal().refusal.code == .databaseUnavailable)
      server.faults.fault = .none
      lan.send(.command(order))
      let accepted = try await lan.acceptance()
      #expect(accepted.isReplayed)
      _ = try await lan.event()
      #expect(try await lan.settled().events.count == 1)
    }
  }

  @Test func theLastBoardIsServedSaidToBeOldAndRenewedByItself() async throws {
    try await TestServer.running { server in
      let lan = try await server.deskWatching()
      let hoa = try await server.socket("both@spa.vn", "/websocket/booking/receptionist/3")
      let mai = try await server.socket("mai@spa.vn", "/websocket/booking/manager/1")
      try await server.foreignSQL(
        "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 1")
      let event = try await lan.event()
      server.faults.fault = .away
      // What is at hand is from before the event, and nobody will tell the event again.
      hoa.send(.subscribeBookingUpdates(.init(from: ContractSpa.date)))
      let old = try await snapshot(hoa) { _ in true }
      #expect(old.bookings.first { $0.id == 1 }?.status == .scheduled)
      #expect(try await sentence(hoa).contains("as it last was"))
      // Whoever has a newer picture keeps it.
      let position = LogPosition(epoch: old.position.epoch, seq: event.seq)
      mai.send(.subscribeBookingUpdates(.init(from: ContractSpa.date, after: position)))
      let resumed = try await mai.message { message -> ServerMessage.Subscribed? in
        if case .subscribed(let answer) = message { answer } else { nil }
      }
      #expect(resumed.position == position && resumed.replayed == 0)
      // A day that was never read cannot be shown.
      lan.send(.subscribeBookingUpdates(.init(from: ContractSpa.date + 9)))
      #expect(try await sentence(lan) { $0 == StoreFailure.Trouble.away.onQuestions } != "")
      server.faults.fault = .none
      for socket in [hoa, mai] {
        let renewed = try await snapshot(socket) { $0.position.seq >= event.seq }
        #expect(renewed.bookings.first { $0.id == 1 }?.status == .confirmed)
      }
    }
  }

  private func snapshot(
    _ socket: WireSocket, where isWanted: @escaping @Sendable (ServerMessage.Snapshot) -> Bool
  ) async throws -> ServerMessage.Snapshot {
    try await socket.message { message in
      guard case .bookingSnapshot(let snapshot) = message, isWanted(snapshot) else { return nil }
      return snapshot
    }
  }

  private func sentence(
    _ socket: WireSocket, where isWanted: @escaping @Sendable (String) -> Bool = { _ in true }
  ) async throws -> String {
    try await socket.message { message in
      guard case .error(let sentence, _) = message, isWanted(sentence) else { return nil }
      return sentence
    }
  }
}
