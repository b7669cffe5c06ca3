import BookingDomain
import BookingTesting
import NIOCore
import Testing
import WebSocket

@testable import BookingServer

@Suite struct OutboundQueueTests {
  @Test func whatWaitsLeavesInOrder() {
    var queue = OutboundQueue(latestWins: 1_000, close: 2_000)
    for seq in 1...3 as ClosedRange<Int64> { #expect(queue.append(event(seq, of: 1), size: 10)) }
    #expect(sequence(&queue) == [1, 2, 3])
    #expect(queue.isEmpty)
  }

  @Test func pastTheFirstLimitABookingsNewestNewsWins() {
    var queue = OutboundQueue(latestWins: 20, close: 1_000)
    #expect(queue.append(event(1, of: 1), size: 10))
    #expect(queue.append(event(2, of: 2), size: 10))
    #expect(queue.append(event(3, of: 1), size: 10))
    #expect(queue.append(event(4, of: 1), size: 10))
    #expect(sequence(&queue) == [2, 4])
  }

  @Test func aThousandChangesOfOneBookingNeverFillIt() {
    var queue = OutboundQueue(latestWins: 100, close: 200)
    for seq in 1...1_000 as ClosedRange<Int64> {
      #expect(queue.append(event(seq, of: 7), size: 50))
    }
    #expect(sequence(&queue).last == 1_000)
  }

  @Test func pastTheSecondLimitThereIsNoRoom() {
    var queue = OutboundQueue(latestWins: 20, close: 40)
    for booking in 1...4 as ClosedRange<Int64> {
      #expect(queue.append(event(booking, of: BookingID(booking)), size: 10))
    }
    #expect(!queue.append(event(5, of: 5), size: 10))
  }

  @Test func aLargeAnswerIsAlwaysTakenAndDoesNotCountAsNews() {
    var queue = OutboundQueue(latestWins: 20, close: 40)
    #expect(queue.append(.answer(.text(ByteBuffer(string: "{}"))), size: 10_000))
    #expect(queue.holdsAnswers)
    #expect(queue.append(event(1, of: 1), size: 30))
    _ = queue.popFirst()
    #expect(!queue.holdsAnswers && !queue.isEmpty)
  }

  @Test func aSubscriptionHoldsWhatComesAndSkipsWhatItCovers() {
    var stream = SocketStream()
    #expect(stream.take(prepared(1, of: 1)) == .tell && stream.prev == nil)
    stream.beginCatchingUp()
    #expect(stream.take(prepared(5, of: 1)) == .hold)
    #expect(stream.take(prepared(6, of: 1)) == .hold)
    let held = stream.caughtUp(at: 5)
    #expect(held.map(\.event.seq) == [5, 6])
    let taken = held.map { stream.take($0) }
    #expect(taken == [.skip, .tell])
    #expect(stream.prev == 5)
    stream.sent(6)
    #expect(stream.prev == 6 && stream.take(prepared(6, of: 1)) == .skip)
  }

  @Test func aSubscriptionThatFailsLosesNothing() {
    var stream = SocketStream()
    _ = stream.caughtUp(at: 3)
    stream.beginCatchingUp()
    #expect(stream.take(prepared(4, of: 1)) == .hold)
    let taken = stream.endCatchingUp().map { stream.take($0) }
    #expect(taken == [.tell])
  }

  private func prepared(_ seq: Int64, of booking: BookingID) -> PreparedEvent {
    let event = BookingEvent(
      seq: seq, kind: .updated, booking: booking, version: seq, audience: .init(), by: nil,
      byName: "", at: Timestamp(seconds: seq))
    return PreparedEvent(event, current: nil, now: Timestamp(seconds: seq))
  }

  private func event(_ seq: Int64, of booking: BookingID) -> OutboundQueue.Item {
    .event(prepared(seq, of: booking), .gone)
  }

  private func sequence(_ queue: inout OutboundQueue) -> [Int64] {
    var found: [Int64] = []
    while let item = queue.popFirst() {
      if case .event(let prepared, _) = item { found.append(prepared.event.seq) }
    }
    return found
  }
}
