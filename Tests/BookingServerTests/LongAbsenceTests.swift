import BookingDomain
import BookingProtocol
import BookingStore
import BookingTesting
import NIOCore
import SQLiteStore
import Testing

@testable import BookingServer

/// Coming back after much has happened.
@Suite struct LongAbsenceTests {
  /// Each of these events would carry the whole list.
  @Test func theWaitingListIsRepeatedOnceADay() async throws {
    try await TestServer.running { server in
      let before = try await server.store.position()
      let lan = try await server.socket("lan@spa.vn", "/websocket/booking/receptionist/2")
      for customer: CustomerID in [5, 6] {
        let guest = NewWaiting(
          customer: customer, service: 1, therapist: nil, date: ContractSpa.date,
          from: TimeOfDay(hour: 12), until: TimeOfDay(hour: 18), note: "")
        let order = ContractSpa.order(.wait(guest))
        lan.send(.command(order))
        _ = try await lan.message { message -> ServerMessage.Accepted? in
          if case .commandAccepted(let accepted) = message, accepted.id == order.id {
            accepted
          } else {
            nil
          }
        }
      }
      let end = try await server.store.position()
      try #require(end.seq == before.seq + 2, "every change is an event")
      lan.send(.subscribeBookingUpdates(.init(from: ContractSpa.date, after: before)))
      let answer = try await lan.message { message -> ServerMessage.Subscribed? in
        if case .subscribed(let answer) = message { answer } else { nil }
      }
      #expect(answer.replayed == 1 && answer.position == end && !answer.hasSnapshot)
      let lists = lan.received.value.messages.compactMap { message -> [WaitingGuest]? in
        if case .event(let event) = message, case .waitingChanged(_, let guests) = event.kind {
          guests
        } else {
          nil
        }
      }
      #expect(lists.map(\.count) == [2])
    }
  }

  @Test func aGuestWhoMissedTooMuchGetsTheOwnBookingsAnew() async throws {
    try await TestServer.running({ $0.limits.replay = 3 }) { server in
      let before = try await server.store.position()
      for number in 0..<6 {
        try await server.foreignSQL(
          "UPDATE bookings SET duration_minutes = \(60 + number % 2 * 15) WHERE booking_id = 1")
      }
      let an = try await server.socket("an@mail.vn", "/websocket/booking/customer/5")
      an.send(.subscribeBookingUpdates(.init(from: ContractSpa.date, after: before)))
      let picture = try await an.message { message -> ServerMessage.Snapshot? in
        if case .bookingSnapshot(let snapshot) = message { snapshot } else { nil }
      }
      #expect(!picture.bookings.isEmpty && picture.bookings.allSatisfy { $0.customer.id == 5 })
      let told = try await an.message { message -> ServerMessage.Subscribed? in
        if case .subscribed(let answer) = message { answer } else { nil }
      }
      #expect(told.hasSnapshot && told.replayed == 0)

      let token = try await server.token("an@mail.vn")
      let polled = try await server.http(
        "GET", "/api/events?from=\(ContractSpa.date)&after=\(before.epoch):\(before.seq)",
        ["Authorization: Bearer \(token)"])
      let messages = try ServerCoding.decodeArray(polled.body.utf8).map(\.message)
      #expect(messages.contains { if case .bookingSnapshot = $0 { true } else { false } })
    }
  }

  @Test func daysInALoopWaitAndTheLastAskedAreAnswered() {
    var budget = ReadingBudget(ReadingBudget.connection, now: .uptimeNanoseconds(0))
    for _ in 0..<3 { budget.pay(42.0, at: .uptimeNanoseconds(0)) }
    #expect(budget.pause(at: .uptimeNanoseconds(0)) == .zero, "three months at once")
    budget.pay(42, at: .uptimeNanoseconds(0))
    let pause = budget.pause(at: .uptimeNanoseconds(0))
    #expect(pause > .seconds(2) && pause < .seconds(3), "then a month in two seconds")
    #expect(budget.pause(at: .uptimeNanoseconds(0) + pause) == .zero)
  }
}
