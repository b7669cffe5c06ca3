import BookingDomain
import BookingTesting
import LinePromise
import Testing

@testable import BookingClient

/// A reader that stalls and comes back.
@Suite struct EventQueueTests {
  private let queue = EventQueue()
  private let news = BookingNews(kind: .updated, byName: "", at: at(0))

  @Test func eventsComeInOrder() async {
    let events: [ClientEvent] = [
      .link(.connecting), .booking(picture(1, version: 1), news), .gone(2), .notice("a"),
    ]
    for event in events { queue.append(event) }
    queue.end()
    #expect(await drained() == events)
  }

  @Test func tenThousandChangesOfOneBookingWaitAsOne() async {
    for version: Int64 in 1...10_000 { queue.append(.booking(picture(1, version: version), news)) }
    queue.append(.booking(picture(2, version: 1), news))
    queue.end()
    #expect(
      await drained() == [
        .booking(picture(1, version: 10_000), news), .booking(picture(2, version: 1), news),
      ])
  }

  @Test func snapshotReplacesThePicturesBeforeIt() async {
    let snapshot = ClientEvent.Snapshot(
      from: SampleSpa.date, to: SampleSpa.date, spa: SampleSpa.spa, bookings: [])
    queue.append(.booking(picture(1, version: 1), news))
    queue.append(.accepted(order(1).id, nil))
    queue.append(.snapshot(snapshot))
    queue.end()
    #expect(await drained() == [.accepted(order(1).id, nil), .snapshot(snapshot)])
  }

  @Test func endlessBookingsDoNotFillAConsoleThatStalls() async {
    for number: Int64 in 1...200_000 {
      queue.append(number % 2 == 0 ? .gone(BookingID(number)) : .released(holder: number))
    }
    queue.append(.link(.live))
    queue.end()
    let events = await drained()
    #expect(events.count == 50_000 && events.last == .link(.live))
    #expect(events.first == .gone(150_002), "the newest are there, in order")
  }

  @Test func onlyTheNewestStateOfTheLinkWaits() async {
    queue.append(.link(.connecting))
    queue.append(.link(.live))
    queue.end()
    #expect(await drained() == [.link(.live)])
  }

  @Test func floodOfNoticesIsBounded() async {
    for number in 1...1_000 { queue.append(.notice("\(number)")) }
    queue.end()
    let events = await drained()
    #expect(events.count == 50)
    #expect(events.last == .notice("1000"))
  }

  @Test func cancelledReaderLosesNothing() async {
    let reader = Task { await queue.next() }
    reader.cancel()
    #expect(await reader.value == nil)
    queue.append(.notice("still here"))
    #expect(await queue.next() == .notice("still here"))
  }

  private func drained() async -> [ClientEvent] {
    var events: [ClientEvent] = []
    while let event = await queue.next() { events.append(event) }
    return events
  }
}
