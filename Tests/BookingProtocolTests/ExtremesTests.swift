import BookingDomain
import BookingProtocol
import BookingTesting
import Foundation
import Testing

/// Every whole number of every message, at its extremes: read within its range or refused with the
/// field's name, at once.
@Suite struct ExtremesTests {
  @Test(.timeLimit(.minutes(2)), arguments: ProtocolSamples.client.map(\.bytes))
  func ofClients(_ bytes: [UInt8]) {
    for number in WireExtremes.numbers {
      for variant in WireExtremes.variants(of: bytes, number) {
        check(variant.field) { () throws(MessageProblem) in
          _ = try ClientCoding.decode(Array(variant.text.utf8))
        }
      }
    }
  }

  @Test(.timeLimit(.minutes(2)), arguments: ProtocolSamples.server.map(\.bytes))
  func ofServers(_ bytes: [UInt8]) {
    for number in WireExtremes.numbers {
      for variant in WireExtremes.variants(of: bytes, number) {
        check(variant.field, mayBeUnnamed: true) { () throws(MessageProblem) in
          _ = try ServerCoding.decode(Array(variant.text.utf8))
        }
      }
    }
  }

  private func check(
    _ field: String, mayBeUnnamed: Bool = false, _ read: () throws(MessageProblem) -> Void
  ) {
    do throws(MessageProblem) {
      try read()
    } catch {
      guard case .malformed(let detail) = error else {
        Issue.record("\(error)")
        return
      }
      // A payment is read as a whole; a row's number past 64 bits is no number to the reader.
      let isNamed = detail.contains(field) || field == "itemId" && detail.contains("payment")
      #expect(isNamed || mayBeUnnamed && detail == "not JSON", "\(field): \(detail)")
    }
  }

  /// What a hostile server could say to make a console draw, measure or search for ever.
  @Test func textsAndTablesWithoutEndAreNotRead() throws {
    func problem(_ text: String) -> String? {
      do throws(MessageProblem) {
        _ = try ServerCoding.decode(Array(text.utf8))
        return nil
      } catch {
        if case .malformed(let detail) = error { return detail }
        return "\(error)"
      }
    }
    let welcome = try #require(
      ProtocolSamples.server.map { String(decoding: $0.bytes, as: UTF8.self) }
        .first { $0.contains("CONNECTION_ESTABLISHED") })
    #expect(problem(welcome) == nil)
    let offsets = try #require(welcome.firstMatch(of: /"offsets"\s*:\s*\[([^\]]*)\]/))
    let entry = String(offsets.output.1)
    let many = Array(repeating: entry, count: 1_001).joined(separator: ",")
    #expect(
      problem(welcome.replacing(entry, with: many))?.contains("zone.offsets has") == true)
    let long = String(repeating: "x", count: 131_073)
    #expect(
      problem(#"{"type":"ERROR","data":{"message":"\#(long)"}}"#)?.contains("a text of more than")
        == true)
    #expect(problem(#"{"type":"ERROR","data":{"message":"\#(long.prefix(100_000))"}}"#) != long)
  }

  @Test func aRefusalSaysTheRange() {
    let id = #""id":"919108f7-52d1-4320-9bac-f847db4148a8""#
    for number in ["0", "1441", "100000000000000000", "9223372036854775807"] {
      #expect(
        ClientCoding.problem(
          #"{"type":"MOVE_BOOKING",\#(id),"data":{"bookingId":1,"durationMinutes":\#(number)}}"#)
          == .malformed(detail: "durationMinutes must be between 1 and 1440"))
    }
    #expect(
      ClientCoding.problem(#"{"type":"EVENT_ACK","data":{"seq":-9223372036854775808}}"#)
        == .malformed(detail: "seq must be between 0 and 9007199254740991"))
    #expect(
      ClientCoding.problem(#"{"type":"UNDO",\#(id),"data":{"bookingId":"-5"}}"#)
        == .malformed(detail: "bookingId must be between 1 and 9223372036854775807"))
    #expect(
      ClientCoding.problem(
        #"{"type":"CREATE_BOOKING",\#(id),"data":{"bookings":[{"serviceId":1,"therapistId":1,"appointmentDate":"2024-01-15","appointmentTime":"09:00:00","durationMinutes":-1,"payment":{"kind":"PAID"}}]}}"#
      ) == .malformed(detail: "bookings.0.durationMinutes must be between 1 and 1440"))
  }
}
