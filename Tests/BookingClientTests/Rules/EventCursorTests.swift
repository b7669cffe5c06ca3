import BookingClient
import BookingDomain
import BookingProtocol
import BookingTesting
import LinePromise
import Testing

@Suite struct EventCursorTests {
  private var cursor = EventCursor()

  init() {
    cursor.took(snapshot([1: 4, 2: 1], seq: 10))
    cursor.subscribed(at: position(10))
  }

  @Test mutating func newerPictureIsDeliveredWithItsNews() {
    let event = changed(1, version: 5, seq: 11, prev: 10)
    guard case .deliver(let booking, let news) = cursor.take(event) else {
      Issue.record("not delivered")
      return
    }
    #expect(booking.version == 5)
    #expect(news.kind == .statusChanged(from: .scheduled, to: .confirmed))
    #expect(news.byName == "Anna Lee")
    #expect(cursor.position == position(11))
  }

  @Test mutating func repeatedEventIsPassedOver() {
    _ = cursor.take(changed(1, version: 5, seq: 11, prev: 10))
    #expect(cursor.take(changed(1, version: 5, seq: 11, prev: 10)) == .pass)
  }

  /// Found by the simulation: a server that lagged behind told of a booking that the picture no
  /// longer shows.
  @Test mutating func whatLiesBeforeThePositionIsNoNewsWithoutPrevEither() {
    #expect(cursor.take(changed(3, version: 9, seq: 9, prev: nil)) == .pass)
    guard case .deliver = cursor.take(changed(3, version: 9, seq: 11, prev: nil)) else {
      Issue.record("news of an own booking is passed over")
      return
    }
    #expect(cursor.position == position(10))
  }

  @Test mutating func olderPictureNeverReplacesANewerOne() {
    #expect(cursor.take(changed(1, version: 3, seq: 11, prev: 10)) == .pass)
    #expect(cursor.position == position(11))
  }

  @Test mutating func missingEventIsAGapUntilItIsFilled() {
    #expect(cursor.take(changed(2, version: 3, seq: 13, prev: 12)) == .gap)
    #expect(cursor.position == position(10))
    #expect(cursor.take(changed(2, version: 2, seq: 12, prev: 10)) != .gap)
    #expect(cursor.take(changed(2, version: 3, seq: 13, prev: 12)) != .gap)
    #expect(cursor.position == position(13))
  }

  @Test mutating func eventOutsideTheSubscriptionDoesNotMoveThePosition() {
    let event = changed(1, version: 5, seq: 20, prev: nil)
    #expect(cursor.take(event) != .pass)
    #expect(cursor.position == position(10))
  }

  @Test mutating func overtakenPictureDoesNotBringABookingBack() {
    let gone = EventMessage(
      kind: .gone, booking: 1, current: nil, customer: nil, therapist: nil, seq: 11, prev: 10,
      byName: "", at: at(0))
    #expect(cursor.take(gone) == .gone(1))
    #expect(cursor.take(changed(1, version: 4, seq: 12, prev: 11)) == .pass)
    #expect(cursor.take(changed(1, version: 6, seq: 13, prev: 12)) != .pass)
  }

  /// Found by the simulation: the picture was read after a deleted booking had been made anew, and
  /// the deletion was told after it.
  @Test mutating func aGoingThatIsOlderThanThePictureTakesNothingAway() {
    func gone(at version: Int64, seq: Int64) -> EventMessage {
      EventMessage(
        kind: .gone, booking: 1, current: nil, version: version, customer: nil, therapist: nil,
        seq: seq, prev: seq - 1, byName: "", at: at(0))
    }
    #expect(cursor.take(gone(at: 3, seq: 11)) == .pass)
    #expect(cursor.take(changed(1, version: 4, seq: 12, prev: 11)) == .pass)
    #expect(cursor.take(gone(at: 5, seq: 13)) == .gone(1))
    #expect(cursor.take(changed(1, version: 5, seq: 14, prev: 13)) == .pass)
    #expect(cursor.take(changed(1, version: 6, seq: 15, prev: 14)) != .pass)
  }

  /// A restored database counts from lower versions: they are the truth now.
  @Test mutating func snapshotReplacesEverything() {
    cursor.took(snapshot([1: 2], seq: 3, epoch: "restored"))
    #expect(cursor.position == LogPosition(epoch: "restored", seq: 3))
    #expect(cursor.take(changed(1, version: 3, seq: 4, prev: 3)) != .pass)
    #expect(cursor.take(changed(2, version: 1, seq: 5, prev: 4)) != .pass)
  }
}
