import BookingDomain
import BookingProtocol
import BookingTesting
import Testing

@testable import BookingServer

/// What desks see of each other beside bookings: blocked time, the waiting list, soft holds.
@Suite struct DeskTests {
  private func command(_ order: Order) -> ClientMessage {
    var randomness = SystemRandomNumberGenerator()
    return .command(Command(id: .random(using: &randomness), order: order))
  }

  private let lunch = NewBlock(
    therapist: 4, date: ContractSpa.date, time: TimeOfDay(hour: 12), duration: 30,
    reason: "lunch")

  private func watching(_ server: TestServer, _ email: String, _ path: String) async throws
    -> WireSocket
  {
    let socket = try await server.socket(email, "/websocket/booking/\(path)")
    socket.send(.subscribeBookingUpdates(.init(from: ContractSpa.date)))
    _ = try await socket.message { if case .subscribed = $0 { true } else { nil } }
    return socket
  }

  @Test func blockedTimeIsOnEveryBoardThatMaySeeItAndInNewSnapshots() async throws {
    try await TestServer.running { server in
      let lan = try await watching(server, "lan@spa.vn", "receptionist/2")
      let own = try await watching(server, "thu@spa.vn", "therapist/4")
      let other = try await watching(server, "minh@spa.vn", "therapist/5")
      lan.send(command(.block(lunch)))
      for socket in [lan, own] {
        let blocks = try await socket.message { message -> [Block]? in
          guard case .event(let event) = message,
            case .blocksChanged(4, ContractSpa.date, let blocks) = event.kind
          else { return nil }
          return blocks
        }
        #expect(blocks.map(\.reason) == ["lunch"] && blocks.map(\.byName) == ["Lan"])
      }
      let late = try await watching(server, "mai@spa.vn", "manager/1")
      #expect(try await snapshot(late).blocks.map(\.reason) == ["lunch"])
      let block = try #require(try await snapshot(late).blocks.first)
      lan.send(command(.unblock(block.id)))
      let left = try await late.message { message -> [Block]? in
        guard case .event(let event) = message, case .blocksChanged(_, _, let left) = event.kind
        else { return nil }
        return left
      }
      #expect(left.isEmpty)
      #expect(try await other.settled().texts.allSatisfy { !$0.contains("lunch") })
    }
  }

  @Test func somebodyWaitingIsOnEveryDesksListAndOffItOnceBooked() async throws {
    try await TestServer.running { server in
      let lan = try await watching(server, "lan@spa.vn", "receptionist/2")
      let therapist = try await watching(server, "thu@spa.vn", "therapist/4")
      lan.send(
        command(
          .wait(
            NewWaiting(
              customer: 5, service: 1, therapist: nil, date: ContractSpa.date,
              from: TimeOfDay(hour: 11), until: TimeOfDay(hour: 20), note: "rings back"))))
      let guest = try #require(try await waiting(lan, after: 0).first)
      #expect(guest.customer.name == "An" && guest.note == "rings back")
      let start = lan.received.value.messages.count
      lan.send(
        command(
          .book([
            NewBooking(
              customer: .known(5), service: 1, therapist: 4, date: ContractSpa.date,
              time: TimeOfDay(hour: 12), payment: .paidSession, waiting: guest.id)
          ])))
      #expect(try await waiting(lan, after: start).isEmpty)
      #expect(try await therapist.settled().texts.allSatisfy { !$0.contains("rings back") })
    }
  }

  @Test func whatOneDeskTypesTheOtherSeesUntilItGoes() async throws {
    try await TestServer.running { server in
      let lan = try await watching(server, "lan@spa.vn", "receptionist/2")
      let mai = try await watching(server, "mai@spa.vn", "manager/1")
      let therapist = try await watching(server, "thu@spa.vn", "therapist/4")
      let slot = HeldSlot(
        therapist: 4, date: ContractSpa.date, time: TimeOfDay(hour: 12), duration: 60)
      lan.send(.hold(slot))
      let hold = try await mai.message { message -> SlotHold? in
        if case .slotHeld(let hold) = message { hold } else { nil }
      }
      #expect(hold.slot == slot && hold.byName == "Lan")
      lan.leave()
      let released = try await mai.message { message -> Int64? in
        if case .slotReleased(let holder) = message { holder } else { nil }
      }
      #expect(released == hold.holder)
      #expect(try await therapist.settled().texts.allSatisfy { !$0.contains("SLOT_HELD") })
    }
  }

  private func snapshot(_ socket: WireSocket) async throws -> ServerMessage.Snapshot {
    try await socket.message {
      if case .bookingSnapshot(let snapshot) = $0 { snapshot } else { nil }
    }
  }

  private func waiting(_ socket: WireSocket, after start: Int) async throws -> [WaitingGuest] {
    try await socket.message(from: start) { message in
      guard case .event(let event) = message, case .waitingChanged(_, let guests) = event.kind
      else { return nil }
      return guests
    }
  }
}
