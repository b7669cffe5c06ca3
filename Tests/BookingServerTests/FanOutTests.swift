import BookingDomain
import BookingTesting
import NIOCore
import Testing
import WebSocket

@testable import BookingServer

/// Who is told an event together with whom.
@Suite struct FanOutTests {
  @Test func whoWasSentTheSameLastIsSentTheSameBytes() throws {
    var fanOut = FanOut()
    let early = [Board(), Board(), Board()]
    let late = Board()
    for board in early { fanOut.join(board, after: 3) }
    fanOut.join(late, after: 5)
    let told = Self.tell([Self.event(6)], &fanOut)
    #expect(told.count == 4)
    let frames = Set(told.filter { $0.socket !== late }.map(\.frames))
    #expect(frames.count == 1 && frames.allSatisfy { String(buffer: $0).contains("\"prev\":3") })
    let last = try #require(told.first { $0.socket === late }?.frames)
    #expect(String(buffer: last).contains("\"prev\":5"))
  }

  @Test func afterAnEventAllAreOneGroup() {
    var fanOut = FanOut()
    fanOut.join(Board(), after: 3)
    fanOut.join(Board(), after: 5)
    _ = Self.tell([Self.event(6)], &fanOut)
    #expect(Set(Self.tell([Self.event(7)], &fanOut).map(\.frames)).count == 1)
  }

  @Test func whoHasAnEventIsNotToldAgain() {
    var fanOut = FanOut()
    fanOut.join(Board(), after: 6)
    #expect(Self.tell([Self.event(6)], &fanOut).isEmpty)
    let told = Self.tell([Self.event(6), Self.event(7)], &fanOut)
    #expect(told.map(\.last) == [7])
    #expect(told.allSatisfy { !String(buffer: $0.frames).contains("\"seq\":6") })
  }

  @Test func otherDaysAreToldNothing() {
    var fanOut = FanOut()
    let elsewhere = Board(days: SampleSpa.date + 7...SampleSpa.date + 7)
    fanOut.join(elsewhere, after: 3)
    #expect(Self.tell([Self.event(6)], &fanOut).isEmpty)
    // Its next event follows what it has, not what others were told.
    let told = Self.tell([Self.event(8, on: SampleSpa.date + 7)], &fanOut)
    #expect(told.map { String(buffer: $0.frames).contains("\"prev\":3") } == [true])
  }

  @Test func whoLeavesWhileOthersAreToldIsNotTold() {
    var fanOut = FanOut()
    let boards = [Board(), Board(), Board()]
    for board in boards { fanOut.join(board, after: 3) }
    fanOut.begin([Self.event(6)])
    #expect(fanOut.tell(1)?.count == 1)
    fanOut.leave(boards[2])
    #expect(boards[2].fellOutAfter == 3)
    #expect(fanOut.tell(10)?.map { ObjectIdentifier($0.socket) } == [ObjectIdentifier(boards[1])])
    #expect(fanOut.tell(10) == nil)
  }

  @Test func whoComesBackIsToldOnce() {
    var fanOut = FanOut()
    let board = Board()
    fanOut.join(board, after: 3)
    for _ in 0..<200 {
      fanOut.leave(board)
      fanOut.join(board, after: 3)
    }
    #expect(Self.tell([Self.event(6)], &fanOut).count == 1)
  }

  private static func tell(_ events: [PreparedEvent], _ fanOut: inout FanOut) -> [FanOut.Unsent] {
    fanOut.begin(events)
    var all: [FanOut.Unsent] = []
    while let unsent = fanOut.tell(2) {
      for one in unsent { one.socket.lane.mark = one.last }
      all += unsent
    }
    return all
  }

  private static func event(_ seq: Int64, on date: LocalDate = SampleSpa.date) -> PreparedEvent {
    let booking = SampleSpa.booking(1, "Guest", "10:00", with: SampleSpa.linh, on: date)
    let event = BookingEvent(
      seq: seq, kind: .updated, booking: 1, version: seq, audience: .init(date: date), by: nil,
      byName: "", at: SampleSpa.now)
    return PreparedEvent(event, current: booking, now: SampleSpa.now)
  }

  /// A board without a connection: nothing can be sent to it the short way.
  private final class Board: ServedSocket {
    let waitingBytes = 0
    let number: Int64 = 1
    let viewer: Viewer?
    let lane = WebSocketLane()
    let behind: Int64? = nil
    let isOutOfDate = false
    let sessionDue: Timestamp? = nil
    private(set) var fellOutAfter: Int64?

    init(days: ClosedRange<LocalDate> = SampleSpa.date...SampleSpa.date) {
      viewer = Viewer(person: SampleSpa.reception, days: days)
    }

    func fallsOut(after last: Int64) { fellOutAfter = last }
    func receiveInStep(_ frames: ByteBuffer, upTo last: Int64) {}
    func finish(_ frames: ByteBuffer, _ taken: Int, _ last: Int64) {}
    func receive(_ prepared: PreparedEvent) -> Bool { false }
    func flush() {}
    func tell(_ frame: WebSocketFrameBytes) {}
    func subscribeAnew() {}
    func tick(at now: NIODeadline, wallClock: Timestamp) {}
    func sendDigest() {}
    func keepIfOpen(_ open: Set<String>, asOf listed: NIODeadline) {}
    func endSession(_ tokenHash: String, saying sentence: String) {}
    func drain(reason: String, slot: Int, after pause: TimeAmount) {}
  }
}
