import BookingDomain
import BookingTesting
import NIOCore
import Testing
import WebSocket

@testable import BookingServer

@Suite struct OutboundQueueTests {
  private typealias Queue = OutboundQueue<WebSocketFrameBytes>

  @Test func whatWaitsLeavesInOrder() {
    var queue = Queue(coalesceAboveBytes: 1_000, closeAboveBytes: 2_000)
    for seq in 1...3 as ClosedRange<Int64> { #expect(fits(event(seq, of: 1), 10, &queue)) }
    #expect(sequence(&queue) == [1, 2, 3])
    #expect(queue.isEmpty)
  }

  @Test func pastTheFirstLimitABookingsNewestNewsWins() {
    var queue = Queue(coalesceAboveBytes: 20, closeAboveBytes: 1_000)
    #expect(fits(event(1, of: 1), 10, &queue))
    #expect(fits(event(2, of: 2), 10, &queue))
    #expect(fits(event(3, of: 1), 10, &queue))
    #expect(fits(event(4, of: 1), 10, &queue))
    #expect(sequence(&queue) == [2, 4])
  }

  @Test func aThousandChangesOfOneBookingNeverFillIt() {
    var queue = Queue(coalesceAboveBytes: 100, closeAboveBytes: 200)
    for seq in 1...1_000 as ClosedRange<Int64> {
      #expect(fits(event(seq, of: 7), 50, &queue))
    }
    #expect(sequence(&queue).last == 1_000)
  }

  @Test func pastTheSecondLimitThereIsNoRoom() {
    var queue = Queue(coalesceAboveBytes: 20, closeAboveBytes: 40)
    for booking in 1...4 as ClosedRange<Int64> {
      #expect(fits(event(booking, of: BookingID(booking)), 10, &queue))
    }
    #expect(!fits(event(5, of: 5), 10, &queue))
  }

  @Test func aLargeAnswerIsAlwaysTakenAndDoesNotCountAsNews() {
    var queue = Queue(coalesceAboveBytes: 20, closeAboveBytes: 40)
    #expect(fits(.answer(.text(ByteBuffer(string: "{}"))), 10_000, &queue))
    #expect(queue.hasAnswers)
    #expect(fits(event(1, of: 1), 30, &queue))
    _ = queue.popFirst()
    #expect(!queue.hasAnswers && !queue.isEmpty)
  }

  @Test func aSecondAnswerIsCountedWithWhatWaits() {
    var queue = Queue(coalesceAboveBytes: 20, closeAboveBytes: 40)
    let answer = WebSocketFrameBytes.text(ByteBuffer(string: "{}"))
    #expect(fits(.answer(answer), 20, &queue))
    #expect(fits(event(1, of: 1), 10, &queue))
    #expect(fits(.answer(answer), 10, &queue))
    #expect(!fits(.answer(answer), 10, &queue))
  }

  @Test func aSubscriptionHoldsWhatComesAndSkipsWhatItCovers() {
    var stream = SocketStream()
    #expect(stream.prev == nil)
    let first = stream.take(prepared(1, of: 1))
    #expect(first == .tell)
    stream.beginCatchingUp()
    let during = (5...6).map { stream.take(prepared($0, of: 1)) }
    #expect(during == [.postpone, .postpone])
    let held = stream.caughtUp(at: 5)
    #expect(held.map(\.event.seq) == [5, 6])
    let taken = held.map { stream.take($0) }
    #expect(taken == [.skip, .tell])
    #expect(stream.prev == 5)
    stream.sent(6)
    let again = stream.take(prepared(6, of: 1))
    #expect(stream.prev == 6 && again == .skip)
  }

  @Test func aSubscriptionThatFailsLosesNothing() {
    var stream = SocketStream()
    _ = stream.caughtUp(at: 3)
    stream.beginCatchingUp()
    _ = stream.take(prepared(4, of: 1))
    let taken = stream.endCatchingUp().map { stream.take($0) }
    #expect(taken == [.tell])
  }

  /// Found by the simulation: what was told on top of an old picture took the client's position past
  /// what it had never seen, and a connection that broke then never asked for it.
  @Test func nothingIsToldOnTopOfAnOldPicture() {
    var stream = SocketStream()
    _ = stream.caughtUp(at: 3, isOld: true)
    let onTop = stream.take(prepared(9, of: 1))
    #expect(onTop == .skip && !stream.isFresh)
    let asks = [stream.beginRenewing(), stream.beginRenewing()]
    #expect(asks == [true, false], "one new picture is enough")
    stream.beginCatchingUp()
    _ = stream.endCatchingUp()
    let asksAgain = stream.beginRenewing()
    #expect(asksAgain, "the database was away still")
    _ = stream.caughtUp(at: 9)
    let next = stream.take(prepared(10, of: 1))
    #expect(next == .tell && stream.prev == 9)
  }

  private func prepared(_ seq: Int64, of booking: BookingID) -> PreparedEvent {
    let event = BookingEvent(
      seq: seq, kind: .updated, booking: booking, version: seq, audience: .init(), by: nil,
      byName: "", at: Timestamp(seconds: seq))
    return PreparedEvent(event, current: nil, now: Timestamp(seconds: seq))
  }

  private func event(_ seq: Int64, of booking: BookingID) -> Queue.Item {
    .event(prepared(seq, of: booking), .gone)
  }

  private func fits(_ item: Queue.Item, _ size: Int, _ queue: inout Queue) -> Bool {
    queue.append(item, size: size)
  }

  private func sequence(_ queue: inout Queue) -> [Int64] {
    var found: [Int64] = []
    while let item = queue.popFirst() {
      if case .event(let prepared, _) = item { found.append(prepared.event.seq) }
    }
    return found
  }
}
