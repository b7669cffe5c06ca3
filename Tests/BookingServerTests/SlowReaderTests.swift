import BookingDomain
import BookingLab
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
  private static let bookings = 300

  @Test func itIsClosedWithAReasonDelaysNobodyAndResumesWithoutALoss() async throws {
    try await TestServer.running({
      $0.limits.coalesceAboveBytes = 32_768
      $0.limits.closeAboveBytes = 131_072
      // On a busy machine it begins to read again only after a while.
      $0.limits.closing = .seconds(60)
    }) { server in
      let deaf = try await server.deskWatching()
      let hoa = try await server.deskWatching("both@spa.vn", user: 3)
      let start = try await server.store.position()
      try await deaf.stopReading()
      // At a pace at which whoever reads can follow.
      for first in stride(from: 1, through: Self.bookings, by: 10) {
        try await server.foreignSQL(Self.tenBookings(from: first))
        try await hoa.received.waits(for: "the ten") { received in
          received.events.count == first + 9 ? true : nil
        }
      }
      let all = hoa.received.value.events
      #expect(all.map(\.seq) == Array((start.seq + 1)...(start.seq + Int64(Self.bookings))))
      // One on each event loop, behind what the deaf one was told.
      for _ in 1...2 {
        let other = try await server.deskWatching("both@spa.vn", user: 3)
        _ = try await other.settled()
        other.leave()
      }
      try await deaf.readAgain()
      let close = try await deaf.closed()
      #expect(close.code == 1013 && close.reason.contains("too slowly"))
      let heard = deaf.received.value.events
      #expect(heard.count < Self.bookings)
      let again = try await server.socket("lan@spa.vn", "/websocket/booking/receptionist/2")
      let last = LogPosition(epoch: start.epoch, seq: heard.last?.seq ?? start.seq)
      again.send(.subscribeBookingUpdates(.init(from: ContractSpa.date, after: last)))
      let resumed = try await again.message { message -> ServerMessage.Subscribed? in
        if case .subscribed(let answer) = message { answer } else { nil }
      }
      #expect(resumed.replayed == Self.bookings - heard.count)
      #expect(heard.map(\.seq) + again.received.value.events.map(\.seq) == all.map(\.seq))
    }
  }

  @Test func whereOneBookingChangesOnAndOnOnlyItsNewestWaits() async throws {
    try await TestServer.running({
      $0.limits.coalesceAboveBytes = 32_768
      $0.limits.closeAboveBytes = 131_072
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

  /// The bound: 300 readers that never read cost at most 80 MB.
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

  /// Minh's afternoon in minutes, each with 4 KB of notes.
  private static func tenBookings(from first: Int) -> String {
    """
    WITH RECURSIVE n(i) AS (SELECT \(first) UNION ALL SELECT i + 1 FROM n WHERE i < \(first + 9))
    INSERT INTO bookings (booking_id, customer_id, payment_item_id, service_id, therapist_user_id,
      appointment_date, appointment_time, duration_minutes, booking_status, room_id, bed_id,
      booking_notes)
    SELECT 1000 + i, 6, 2, 1, 5, '\(ContractSpa.date)',
      time('15:00:00', '+' || i || ' minutes'), 1, 'SCHEDULED', 1, 2, hex(zeroblob(2000)) FROM n
    """
  }
}
