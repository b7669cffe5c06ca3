import BookingTesting
import Foundation
import Glibc

/// How a board of the bench speaks: its handshake, its subscription and its orders.
struct WireBoard {
  let request: String
  let subscription: String
  private let booking: Int
  private let run = UInt32.random(in: 0 ..< .max)

  init(port: Int, date: String, booking: Int) throws {
    let answer = try Self.login(port)
    func value(_ key: String) throws -> String {
      guard let start = answer.range(of: "\"\(key)\":") else {
        throw WireCrowd.Failure(description: "no \(key) in the login's answer: \(answer)")
      }
      let rest = answer[start.upperBound...].drop { $0 == "\"" }
      return String(rest.prefix { $0 != "\"" && $0 != "," && $0 != "}" })
    }
    let path = "/websocket/booking/receptionist/\(try value("userId"))"
    request = """
      GET \(path) HTTP/1.1\r
      Host: 127.0.0.1\r
      Upgrade: websocket\r
      Connection: Upgrade\r
      Sec-WebSocket-Version: 13\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      Authorization: Bearer \(try value("token"))\r
      \r

      """
    subscription =
      #"{"type":"SUBSCRIBE_BOOKING_UPDATES","data":{"from":"\#(date)"},"timestamp":"\#(date)T10:00:00Z"}"#
    self.booking = booking
  }

  private static func login(_ port: Int) throws -> String {
    let body = #"{"email":"reception@demo.spa","password":"demo"}"#
    let socket = try LoopbackSocket.connect(to: port)
    defer { close(socket) }
    try WireSocketCalls.send(
      socket,
      Array(
        "POST /api/login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
          .utf8))
    return try WireSocketCalls.receive(socket)
  }

  static func mark(_ number: Int) -> String {
    let digits = String(number)
    return "-EV" + String(repeating: "0", count: 10 - digits.count) + digits
  }

  func order(_ number: Int) -> String {
    let id = String(format: "%08x-0000-4000-8000-%012d", run, number)
    return
      #"{"type":"WRITE_NOTES","id":"\#(id)","data":{"bookingId":\#(booking),"notes":"x\#(Self.mark(number))"},"timestamp":"2026-01-01T10:00:00Z"}"#
  }

  /// To another time of the same day; whether that may be is decided on the whole day.
  func move(_ number: Int, to time: String) -> String {
    let id = String(format: "%08x-0001-4000-8000-%012d", run, number)
    return
      #"{"type":"MOVE_BOOKING","id":"\#(id)","data":{"bookingId":\#(booking),"appointmentTime":"\#(time):00"},"timestamp":"2026-01-01T10:00:00Z"}"#
  }
}
