import BookingDomain
import BookingLab
import BookingProtocol
import BookingStore
import BookingTesting
import NIOCore
import Testing
import WebSocket

@testable import BookingServer

/// One account asks for more than everybody else together, over many connections.
@Suite struct FloodTests {
  private static let today = ContractSpa.date
  private static let guests = Turns.Share.guestsQuestions(.init()).all

  /// - Parameter days: from today, for which free time is asked at once.
  private func guest(
    _ server: TestServer, _ token: String, asking days: [Int] = []
  ) async throws -> WireSocket {
    let socket = try await server.open(
      "/websocket/booking/customer/5", ["Authorization: Bearer \(token)"])
    for day in days {
      socket.send(.requestAvailability(service: 1, therapist: nil, date: Self.today + day))
    }
    return socket
  }

  private func answers(_ sockets: [WireSocket]) -> Int {
    sockets.reduce(0) { count, socket in
      count
        + socket.received.value.messages.count {
          if case .availabilityUpdated = $0 { true } else { false }
        }
    }
  }

  /// Days that are read stay read for as long as the test wants: what has begun is counted.
  @Test func whatGuestsAskNeverDelaysADesk() async throws {
    try await TestServer.running { server in
      let desk = try await server.socket("lan@spa.vn", "/websocket/booking/receptionist/2")
      let token = try await server.token("an@mail.vn")
      server.faults.days.shut()
      var sockets: [WireSocket] = []
      for day in 1...15 {
        sockets.append(try await guest(server, token, asking: [day, day + 20, day + 40]))
        _ = try await sockets.last?.settled()
      }
      #expect(server.faults.days.waiting <= Self.guests, "one account has one thing read")

      let order = ContractSpa.order(
        .change(.changeStatus(to: .confirmed, reason: nil), of: 1, seen: Sight(status: .scheduled)))
      desk.send(.command(order))
      _ = try await desk.message { message in
        if case .commandAccepted(let accepted) = message, accepted.id == order.id {
          true
        } else {
          nil
        }
      }
      let before = server.faults.days.waiting
      desk.send(.subscribeBookingUpdates(.init(from: Self.today + 80)))
      try await Polled.until("the desk's day is read") { server.faults.days.waiting == before + 1 }
      #expect(answers(sockets) == 0)

      server.faults.days.open()
      _ = try await desk.message { if case .subscribed = $0 { true } else { nil } }
      try await Polled.until("everything is answered in the end") { answers(sockets) == 45 }
    }
  }

  @Test func theDaysThatAnAccountAskedForLastAreAnswered() async throws {
    try await TestServer.running { server in
      let bearer = "Authorization: Bearer \(try await server.token("lan@spa.vn"))"
      server.faults.days.shut()
      var sockets: [WireSocket] = []
      for day in 1...Turns.Share.staffsQuestions.perAccount {
        let socket = try await server.open("/websocket/booking/receptionist/2", [bearer])
        socket.send(.subscribeBookingUpdates(.init(from: Self.today + day)))
        sockets.append(socket)
      }
      try await Polled.until("all turns are taken") {
        server.faults.days.waiting == sockets.count
      }
      let last = try await server.open("/websocket/booking/receptionist/2", [bearer])
      for day in 20...25 { last.send(.subscribeBookingUpdates(.init(from: Self.today + day))) }
      _ = try await last.settled()
      server.faults.days.open()
      let told = try await last.message { message -> ServerMessage.Subscribed? in
        if case .subscribed(let told) = message { told } else { nil }
      }
      #expect(told.from == Self.today + 25)
      let all = try await last.settled().messages
      #expect(all.count { if case .subscribed = $0 { true } else { false } } == 1)
    }
  }

  @Test func aGuestsConnectionsShareOneRate() async throws {
    try await TestServer.running({
      $0.limits.messageBurst = 6
      $0.limits.messagesPerSecond = 0.001
    }) { server in
      let token = try await server.token("an@mail.vn")
      var sockets: [WireSocket] = []
      for _ in 0..<3 { sockets.append(try await guest(server, token)) }
      for socket in sockets { for _ in 0..<3 { socket.send(.ping) } }
      let kinds = Watched((pongs: 0, problems: 0))
      try await Polled.until("the rate is answered, and told to whoever sent too much") {
        let messages = sockets.flatMap(\.received.value.messages)
        kinds.change { kinds in
          kinds.pongs = messages.count { if case .pong = $0 { true } else { false } }
          kinds.problems = messages.count { if case .error = $0 { true } else { false } }
        }
        return kinds.value.pongs >= 6 && kinds.value.problems >= 1
      }
      #expect(kinds.value.pongs == 6 && kinds.value.problems <= 3)
      let polled = try await server.http("GET", "/api/events", ["Authorization: Bearer \(token)"])
      #expect(polled.status == 429)
      let desks = try await server.deskWatching()
      let other = try await server.deskWatching("both@spa.vn", user: 3)
      for desk in [desks, other] {
        for _ in 0..<4 { desk.send(.ping) }
        _ = try await desk.settled()
      }
    }
  }

  /// RFC 6455, 5.5.2: a masked ping without a payload is six bytes.
  @Test func aFloodOfPingsIsReadFromLessAndLess() async throws {
    try await TestServer.running { server in
      let flooder = try await guest(server, try await server.token("an@mail.vn"))
      let sent = 100_000
      let pings = Array(repeating: [0x89, 0x80, 0, 0, 0, 0] as [UInt8], count: sent).flatMap(\.self)
      flooder.send(bytes: pings)
      flooder.send(.ping)
      let desk = try await server.deskWatching()
      _ = try await desk.settled()
      #expect(
        flooder.received.value.messages.allSatisfy { if case .pong = $0 { false } else { true } })
    }
  }

  @Test func aGuestHasFewerSocketsThanADesk() async throws {
    try await TestServer.running { server in
      let token = try await server.token("an@mail.vn")
      var sockets: [WireSocket] = []
      for _ in 0..<20 {
        let socket = try await guest(server, token)
        _ = try await socket.settled()
        sockets.append(socket)
      }
      let another = try await guest(server, token)
      #expect(try await another.closed().code == 1013)
    }
  }

  @Test func heldPollsCountWithTheAccountsSockets() async throws {
    try await TestServer.running({ $0.limits.socketsPerAccount = 4 }) { server in
      let bearer = "Authorization: Bearer \(try await server.token("an@mail.vn"))"
      let end = try await server.store.position()
      let path = "/api/events?after=\(end.epoch):\(end.seq)&wait=25"
      try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<4 {
          group.addTask { try await server.http("GET", path, [bearer]).status ?? 0 }
        }
        try await Polled.until("the polls are held") {
          server.server.parts.announcements.waitingCount == 4
        }
        let fifth = try await server.http("GET", path, [bearer])
        #expect(fifth.status == 429 && fifth.body.contains("too much at once"), "\(fifth)")
        let another = "Authorization: Bearer \(try await server.token("lan@spa.vn"))"
        let day = "/api/events?from=\(ContractSpa.date)"
        #expect(try await server.http("GET", day, [another]).status == 200)
        try await server.foreignSQL(
          "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 1")
        for try await status in group { #expect(status == 200) }
        // Whoever was answered has their place again.
        #expect(try await server.http("GET", "/api/events", [bearer]).status == 200)
      }
    }
  }

  /// Each is answered again whenever its day changes, for as long as anybody looks.
  @Test func aGuestsStandingQuestionsAreBoundedAndEndWithTheirConnections() async throws {
    try await TestServer.running({ $0.limits.standingQuestions = 4 }) { server in
      let token = try await server.token("an@mail.vn")
      var sockets: [WireSocket] = []
      for day in 1...3 {
        sockets.append(try await guest(server, token, asking: [day, day + 10, day + 20]))
      }
      try await Polled.until("the rate is answered, and told to whoever sent too much") {
        answers(sockets) == 9
      }
      #expect(await server.server.parts.questions.count == 4)
      // Also what is answered after its asker has left.
      server.faults.days.shut()
      let hasty = try await guest(server, token, asking: [60])
      try await Polled.until("it is being answered") { server.faults.days.waiting > 0 }
      hasty.leave()
      for socket in sockets { socket.leave() }
      try await Polled.until("they have left") { server.server.parts.hub.sockets == 0 }
      server.faults.days.open()
      try await Polled.until("nothing is left") {
        await server.server.parts.questions.count == 0
      }
    }
  }
}
