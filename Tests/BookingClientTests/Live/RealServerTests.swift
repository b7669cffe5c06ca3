import BookingClient
import BookingDomain
import BookingLab
import BookingTesting
import LinePromise
import Testing

/// The client against the program that it is for.
@Suite struct RealServerTests {
  @Test func changeOfOneDeskIsSeenAtTheOther() async throws {
    let spa = try await DemoSpa.open()
    let anna = try await LineDesk.demo(spa.url)
    let manager = try await LineDesk.demo(spa.url, as: "manager@demo.spa")
    try await anna.waits(for: .live)
    try await manager.waits(for: .live)
    let booking = try #require(anna.scheduled)
    let command = confirmation(of: booking)
    anna.client.send(command)
    try await anna.waits(for: "acceptance") { $0.isAcceptance(of: command) }
    try await manager.waits(for: "the change") { event in
      if case .booking(let seen, let news) = event {
        seen.id == booking.id && news.kind == .statusChanged(from: .scheduled, to: .confirmed)
      } else {
        false
      }
    }
    await anna.close()
    await manager.close()
    await spa.close()
  }

  @Test func crashedServerIsFoundAgainAndNothingIsMissing() async throws {
    let spa = try await DemoSpa.open()
    let desk = try await LineDesk.demo(spa.url)
    let live = try await desk.waits(for: .live)
    let booking = try #require(desk.scheduled)
    try await spa.crash()
    try await desk.waits(for: "reconnecting", from: live) { $0.isReconnecting }
    let command = confirmation(of: booking)
    desk.client.send(command)
    try await spa.restart()
    try await desk.waits(for: .live, from: live)
    try await desk.waits(for: "acceptance", from: live) { $0.isAcceptance(of: command) }
    let query = "SELECT booking_status FROM bookings WHERE booking_id = \(booking.id)"
    #expect(try await spa.database.value(query) == "CONFIRMED")
    await desk.close()
    await spa.close()
  }

  @Test func behindAProxyThatCarriesNoWebSocketsEverythingWorksByPolling() async throws {
    let spa = try await DemoSpa.open()
    let upstream = try #require(FaultProxy.Address(url: spa.url))
    let script = FaultScript(seed: 1, [FaultRule(.close, from: .server, .response(101))])
    let proxy = try await FaultProxy.start(to: upstream, script)
    let desk = try await LineDesk.demo(proxy.url)
    let polling = try await desk.waits(for: .polling)
    #expect(desk.told.value.contains { if case .welcome = $0 { true } else { false } })
    let booking = try #require(desk.scheduled)
    let command = confirmation(of: booking)
    desk.client.send(command)
    try await desk.waits(for: "acceptance", from: polling) { $0.isAcceptance(of: command) }
    try await desk.waits(for: "the change", from: polling) { event in
      if case .booking(let seen, _) = event { seen.status == .confirmed } else { false }
    }
    await proxy.calm()
    try await desk.waits(for: .live, from: polling)
    await desk.close()
    await proxy.stop()
    await spa.close()
  }

  @Test func overTLSItIsTheSame() async throws {
    let authority = try await TestAuthority()
    let identity = try await authority.identity()
    var setting = DemoSpa.Setting()
    setting.flags = [
      "--tls-certificate", identity.certificateFile, "--tls-key", identity.keyFile,
    ]
    let spa = try await DemoSpa.open(setting)
    #expect(spa.url.hasPrefix("https://"))
    let desk = try await LineDesk.demo(spa.url, caFile: authority.caFile)
    try await desk.waits(for: .live)
    let command = confirmation(of: try #require(desk.scheduled))
    desk.client.send(command)
    try await desk.waits(for: "acceptance") { $0.isAcceptance(of: command) }
    await desk.close()
    await spa.close()
  }

  private func confirmation(of booking: Booking) -> Command {
    var randomness = SystemRandomNumberGenerator()
    return Command(
      id: .random(using: &randomness), booking: booking.id,
      change: .changeStatus(to: .confirmed, reason: nil), expectedStatus: booking.status,
      expectedVersion: booking.version)
  }
}

extension LineDesk {
  /// Logged in to the demo spa and seeing tomorrow, when at any hour there is much to confirm.
  static func demo(_ url: String, as email: String = "reception@demo.spa", caFile: String? = nil)
    async throws -> LineDesk
  {
    let desk = try LineDesk(url, caFile: caFile)
    _ = try await desk.client.login(email: email, password: "demo")
    let tomorrow = SpaClock.noon.today + 1
    desk.client.watch(from: tomorrow, to: tomorrow)
    try await desk.waits(for: "the day") { if case .snapshot = $0 { true } else { false } }
    return desk
  }

  /// A booking that can still be confirmed.
  var scheduled: Booking? {
    for case .snapshot(let snapshot) in told.value {
      return snapshot.bookings.last { $0.status == .scheduled }
    }
    return nil
  }
}

extension ClientEvent {
  func isAcceptance(of command: Command) -> Bool {
    if case .accepted(command.id, _) = self { true } else { false }
  }
}
