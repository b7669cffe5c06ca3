import BookingClient
import BookingDomain
import BookingProtocol
import BookingTesting
import Foundation
import LinePromise
import NIOCore
import NIOPosix

/// Clients that subscribe and then never read another byte, and what they cost the server.
package enum DeafReaders {
  package struct Report: Sendable, CustomStringConvertible {
    let readers: Int
    let events: Int
    package let megabytes: Double
    let healthySeconds: Double

    package var description: String {
      "\(readers) readers that never read, \(events) events: the server grew by "
        + "\((megabytes * 10).rounded() / 10) MB; a healthy board was level "
        + "\((healthySeconds * 100).rounded() / 100) s after the last"
    }
  }

  package static func run(readers count: Int) async throws -> Report {
    var setting = DemoSpa.Setting()
    setting.flags = ["--log-level", "critical"]
    let date = setting.date
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    return try await DemoSpa.during(setting) { spa in
      spa.atClosing { try? await group.shutdownGracefully() }
      return try await run(count, spa, date, group)
    }
  }

  private static func run(
    _ count: Int, _ spa: DemoSpa, _ today: LocalDate, _ group: MultiThreadedEventLoopGroup
  ) async throws -> Report {
    let desk = try ChaosDesk(email: "manager@demo.spa", at: spa.url, days: today...today)
    try await desk.begin()
    try await desk.state.waits(for: "a live board") { $0.isLive ? true : nil }
    let opener = BookingClient(servers: [try ServerAddress(spa.url)], on: group.next())
    let session = try await opener.openSession(email: "reception@demo.spa", password: "demo")
    guard let address = FaultProxy.Address(url: spa.url) else {
      throw SystemFailure("read the address \(spa.url)", EINVAL)
    }
    let before = try memory(of: spa.server.pid)
    var channels: [any Channel] = []
    for _ in 0..<count {
      channels.append(try await deaf(address, session, on: group))
    }
    let events = try await changeAll(in: spa, today)
    let last = ContinuousClock.now
    let prefix = "\(rounds) "
    try await desk.state.waits(for: "the last event", within: .seconds(60)) { state in
      state.board.bookings.values.allSatisfy { $0.notes?.hasPrefix(prefix) ?? false } ? true : nil
    }
    let time = ContinuousClock.now - last
    let after = try memory(of: spa.server.pid)
    for channel in channels { try? await channel.close() }
    await desk.finish()
    await opener.abandon()
    return Report(
      readers: count, events: events, megabytes: after - before,
      healthySeconds: time / .seconds(1))
  }

  private static let rounds = 100

  /// Changes the notes of every booking of the day, in as many rounds.
  /// - Returns: how many changes that were.
  private static func changeAll(in spa: DemoSpa, _ today: LocalDate) async throws -> Int {
    var events = 0
    for round in 1...rounds {
      let changed = try await spa.database.value(
        """
        UPDATE bookings SET booking_notes = '\(round) ' || hex(randomblob(1500))
          WHERE appointment_date = '\(today)';
        SELECT changes();
        """)
      events += Int(changed) ?? 0
    }
    return events
  }

  /// A WebSocket with a subscription of the day, by hand, with a small window and no reading.
  private static func deaf(
    _ address: FaultProxy.Address, _ session: LoginAnswer, on group: MultiThreadedEventLoopGroup
  ) async throws -> any Channel {
    let channel = try await ClientBootstrap(group: group)
      .channelOption(.autoRead, value: false)
      .channelOption(.socketOption(.so_rcvbuf), value: 4096)
      .connect(host: address.host, port: address.port).get()
    let person = "\(session.person.role.userType)/\(session.person.id.number)"
    var opening = ByteBuffer(
      string: """
        GET /websocket/booking/\(person) HTTP/1.1\r
        Host: \(address.host)\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Authorization: Bearer \(session.token)\r
        \r\n
        """)
    // A mask of zeros leaves the text as it is (RFC 6455, 5.3).
    let text = #"{"type":"SUBSCRIBE_BOOKING_UPDATES","data":{},"timestamp":"2024-01-15T10:30:00Z"}"#
    opening.writeBytes([0x81, 0x80 | UInt8(text.utf8.count), 0, 0, 0, 0])
    opening.writeString(text)
    try await channel.writeAndFlush(opening)
    return channel
  }

  /// Resident memory in MB.
  private static func memory(of pid: Int32) throws -> Double {
    let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    let kilobytes = line?.split(separator: " ").compactMap { Double($0) }.first
    guard let kilobytes else { throw SystemFailure("read the memory of \(pid)", ESRCH) }
    return kilobytes / 1024
  }
}
