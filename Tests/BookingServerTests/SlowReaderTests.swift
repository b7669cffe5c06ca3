import BookingDomain
import BookingProtocol
import BookingStore
import BookingTesting
import Foundation
import SQLiteStore
import Testing
import WebSocket

@testable import BookingServer

/// Real sockets whose clients take nothing.
@Suite struct SlowReaderTests {
  @Test func whereOneBookingChangesOnAndOnOnlyItsNewestWaits() async throws {
    try await TestServer.running({
      $0.limits.queueLatestWins = 32_768
      $0.limits.queueClose = 131_072
    }) { server in
      let deaf = try await server.deskWatching()
      try await deaf.stopReading()
      for round in 1...300 {
        try await server.foreignSQL(
          "UPDATE bookings SET booking_notes = '\(round) ' || hex(zeroblob(2000)) WHERE booking_id = 1"
        )
      }
      let newest = try await server.store.bookings([1]).first
      let last = try await server.store.position().seq
      try await deaf.readAgain()
      _ = try await deaf.event { $0.seq == last }
      let received = try await deaf.settled()
      #expect(received.close == nil)
      #expect(received.events.count < 300, "what was overtaken was not sent")
      let versions = received.events.compactMap(\.current?.version)
      #expect(versions == versions.sorted() && versions.last == newest?.version)
    }
  }

  /// The bound of issue 3: 300 readers that never read cost at most 80 MB.
  @Test func threeHundredOfThemFillNoMemory() async throws {
    let spa = try await DemoSpa.open()
    let address = try #require(FaultProxy.Address(url: spa.url))
    let body = #"{"email":"reception@demo.spa","password":"demo"}"#
    let login = try await WireAnswer.of(
      "POST /api/login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)", port: address.port)
    let session = try LoginCoding.decodeAnswer(Array(login.body.utf8))
    let path = "/websocket/booking/receptionist/\(session.person.id.number)"
    let today = SpaClock.noon.today
    var deaf: [WireSocket] = []
    for _ in 1...300 {
      let socket = try await WireSocket.open(
        port: address.port, path: path, headers: ["Authorization: Bearer \(session.token)"])
      socket.send(.subscribeBookingUpdates(.init(from: today)))
      _ = try await socket.message { if case .subscribed = $0 { true } else { nil } }
      try await socket.stopReading()
      deaf.append(socket)
    }
    let listening = try await WireSocket.open(
      port: address.port, path: path, headers: ["Authorization: Bearer \(session.token)"])
    listening.send(.subscribeBookingUpdates(.init(from: today)))
    _ = try await listening.message { if case .subscribed = $0 { true } else { nil } }
    let before = try Self.residentKilobytes(of: spa.server.pid)
    for round in 1...30 {
      try await spa.database.sql(
        "UPDATE bookings SET booking_notes = '\(round) ' || hex(zeroblob(2000))"
          + " WHERE appointment_date = '\(today)'")
      let count = round
      _ = try await listening.event { $0.current?.notes?.hasPrefix("\(count) ") == true }
    }
    let after = try Self.residentKilobytes(of: spa.server.pid)
    print("300 readers that never read: \(after - before) kB more")
    #expect(after - before < 80_000)
    for socket in deaf { socket.leave() }
    listening.leave()
    await spa.close()
  }

  private static func residentKilobytes(of pid: pid_t) throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
    return try #require(Int(line.split(whereSeparator: \.isWhitespace)[1]))
  }
}
