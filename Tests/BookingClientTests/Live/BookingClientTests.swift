import BookingClient
import BookingDomain
import BookingProtocol
import BookingTesting
import LinePromise
import Testing
import WebSocket

/// The live client over real sockets, against a server that does as it is told.
@Suite struct BookingClientTests {
  /// A server that does as it is told, and somebody who has logged in there.
  private static func atADesk(_ story: (ScriptedServer, LineDesk) async throws -> Void) async throws
  {
    let server = try await ScriptedServer()
    let desk = try await LineDesk.open(server.url)
    try await story(server, desk)
    await desk.close()
    try await server.stop()
  }

  @Test func dayIsShownAndChangesArrive() async throws {
    let server = try await ScriptedServer()
    let desk = try await LineDesk.open(server.url)
    try await desk.waits(for: .live)
    #expect(desk.board == [1: 1, 2: 1])
    server.say(.event(changed(1, version: 2, seq: 11, prev: 10)))
    try await desk.waits(for: "the change") { $0.isBooking(1, version: 2) }
    #expect(server.script.value.tokens == ["Bearer token-of-Anna Lee"])
    #expect(!server.script.value.requests.joined().contains("token-of"))
    await desk.close()
    #expect(server.script.value.requests.last == "/api/logout")
    try await server.stop()
  }

  @Test func commandIsAnswered() async throws {
    let server = try await ScriptedServer()
    let desk = try await LineDesk.open(server.url)
    try await desk.waits(for: .live)
    desk.client.send(order(1))
    try await desk.waits(for: "acceptance") { $0 == .accepted(order(1).id, nil) }
    await desk.close()
    try await server.stop()
  }

  @Test func restartedServerIsSimplyFoundAgain() async throws {
    try await Self.atADesk { server, desk in
      let live = try await desk.waits(for: .live)
      try await server.crash()
      try await desk.waits(for: "reconnecting", from: live) { $0.isReconnecting }
      desk.client.send(order(1))
      server.script.change { $0.log = [changed(1, version: 2, seq: 11, prev: 10)] }
      try await server.restart()
      try await desk.waits(for: .live, from: live)
      try await desk.waits(for: "acceptance", from: live) { $0 == .accepted(order(1).id, nil) }
      #expect(desk.board == [1: 2, 2: 1])
      #expect(server.script.value.said.resumes == [position(10)])
    }
  }

  @Test func repeatedAndReorderedEventsEndInTheNewestPicture() async throws {
    try await Self.atADesk { server, desk in
      try await desk.waits(for: .live)
      let log = (11...13).map { changed(1, version: $0 - 9, seq: $0, prev: $0 - 1) }
      server.script.change { $0.log = log }
      for index in [0, 0, 2, 1, 2] { server.say(.event(log[index])) }
      try await desk.waits(for: "the newest picture") { $0.isBooking(1, version: 4) }
      let versions = desk.told.value.compactMap { event -> Int64? in
        if case .booking(let booking, _) = event { booking.version } else { nil }
      }
      // A reader that is late finds only the newest of several.
      #expect(versions.last == 4 && versions == Set(versions).sorted())
      let resumes = try await server.script.waits(for: "resume") { script in
        script.said.resumes.isEmpty ? nil : script.said.resumes
      }
      #expect(resumes == [position(11)], "the gap was asked for once")
    }
  }

  @Test func halfOpenConnectionIsSaidToBeStaleAndReplaced() async throws {
    try await Self.atADesk { server, desk in
      let live = try await desk.waits(for: .live)
      try await server.stall()
      let stale = try await desk.waits(for: "stale", from: live) {
        if case .link(.stale) = $0 { true } else { false }
      }
      try await desk.waits(for: .live, from: stale)
      #expect(server.script.value.opened == 2)
    }
  }

  @Test func webSocketsThatAreRefusedGiveWayToPolling() async throws {
    let server = try await ScriptedServer()
    server.script.change { $0.sockets = .refused(403) }
    let desk = try await LineDesk.open(server.url)
    try await desk.waits(for: .polling)
    #expect(desk.board == [1: 1, 2: 1])
    server.script.change { $0.log = [changed(1, version: 2, seq: 11, prev: 10)] }
    try await desk.waits(for: "the change by polling") { $0.isBooking(1, version: 2) }
    desk.client.send(order(1))
    let polling = try await desk.waits(for: "acceptance") { $0 == .accepted(order(1).id, nil) }
    server.script.change { $0.sockets = .served }
    try await desk.waits(for: .live, from: polling)
    await desk.close()
    try await server.stop()
  }

  @Test func endedSessionIsToldAndWhatWaitsSurvivesTheLogin() async throws {
    let server = try await ScriptedServer()
    server.script.change { $0.answersCommands = false }
    let desk = try await LineDesk.open(server.url)
    try await desk.waits(for: .live)
    desk.client.send(order(1))
    _ = try await server.script.waits(for: "command") { $0.commands.first }
    server.close(.policy("Your session was ended; log in again."))
    let ended = try await desk.waits(for: "the end of the session") {
      $0 == .sessionEnded(reason: "Your session was ended; log in again.")
    }
    server.script.change { $0.answersCommands = true }
    _ = try await desk.client.login(email: "reception@demo.spa", password: "demo")
    try await desk.waits(for: "acceptance", from: ended) { $0 == .accepted(order(1).id, nil) }
    #expect(server.script.value.commands == [order(1), order(1)])
    await desk.close()
    try await server.stop()
  }

  @Test func wrongPasswordIsSaid() async throws {
    let server = try await ScriptedServer()
    server.script.change { $0.loginStatus = 401 }
    let desk = try LineDesk(server.url)
    await desk.expectNoLogin(
      LoginFailure(.wrongPassword, "The e-mail or the password is wrong."), password: "guess")
    try await server.stop()
  }

  @Test func serverThatIsAwayIsSaidToBe() async throws {
    let server = try await ScriptedServer()
    try await server.crash()
    let desk = try LineDesk(server.url)
    await desk.expectNoLogin(
      LoginFailure(.unreachable, "\(server.url) cannot be reached: connection refused"))
    try await server.stop()
  }

  @Test func secondServerTakesOver() async throws {
    let first = try await ScriptedServer()
    let second = try await ScriptedServer()
    let desk = try LineDesk(first.url, second.url)
    _ = try await desk.client.login(email: "reception@demo.spa", password: "demo")
    desk.client.watch(from: SampleSpa.date, to: SampleSpa.date)
    let live = try await desk.waits(for: .live)
    #expect(second.script.value.opened == 0)
    try await first.crash()
    try await desk.waits(for: .live, from: live)
    #expect(second.script.value.opened == 1)
    await desk.close()
    try await first.stop()
    try await second.stop()
  }

  /// Nobody reads `events` for longer than the heartbeat allows silence.
  @Test func stalledReaderKeepsItsConnection() async throws {
    let server = try await ScriptedServer()
    let client = try BookingClient(servers: [ServerAddress(server.url)])
    _ = try await client.login(email: "reception@demo.spa", password: "demo")
    client.watch(from: SampleSpa.date, to: SampleSpa.date)
    _ = try await server.script.waits(for: "subscription") { $0.said.first }
    for seq: Int64 in 11...1_010 {
      server.say(.event(changed(1, version: seq, seq: seq, prev: seq - 1)))
    }
    _ = try await server.script.waits(for: "acknowledgement of all") { script in
      script.said.contains(.eventAck(seq: 1_010)) ? true : nil
    }
    var shown: [ClientEvent] = []
    for await event in client.events {
      shown.append(event)
      if event.isBooking(1, version: 1_010) { break }
    }
    #expect(shown.count < 10)
    #expect(server.script.value.opened == 1)
    await client.close()
    try await server.stop()
  }
}

extension ClientEvent {
  func isBooking(_ id: BookingID, version: Int64) -> Bool {
    if case .booking(let booking, _) = self {
      booking.id == id && booking.version == version
    } else {
      false
    }
  }

  var isReconnecting: Bool {
    if case .link(.reconnecting) = self { true } else { false }
  }
}

extension [ClientMessage] {
  /// The positions that were resumed after.
  var resumes: [LogPosition] { subscriptions.compactMap(\.after) }
}
