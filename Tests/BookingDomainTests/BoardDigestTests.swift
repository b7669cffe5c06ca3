import BookingDomain
import BookingTesting
import Testing

@Suite struct BoardDigestTests {
  @Test func orderPlaysNoPart() {
    let bookings = SampleSpa.bookings
    #expect(BoardDigest(bookings).value == BoardDigest(bookings.reversed()).value)
    #expect(BoardDigest(bookings).value != BoardDigest(bookings.dropLast()).value)
    #expect(BoardDigest([]).value == 0)
  }

  @Test func everyFactOfABookingCounts() throws {
    let booking = try #require(SampleSpa.bookings.last)
    let changes: [(inout Booking) -> Void] = [
      { $0.version += 1 }, { $0.status = .confirmed }, { $0.therapist = 99 },
      { $0.date = $0.date + 1 }, { $0.time = $0.time + 15 }, { $0.duration = $0.duration + 15 },
      { $0.place = Place(room: 7, roomName: "") },
      { $0.place = Place(room: $0.place.room, roomName: "", bed: 77) },
    ]
    let digests = changes.map { change in
      var changed = booking
      change(&changed)
      return BoardDigest([changed]).value
    }
    #expect(Set(digests + [BoardDigest([booking]).value]).count == changes.count + 1)
  }

  @Test(arguments: Visibility.Mask.allCases)
  func aMaskChangesNothing(mask: Visibility.Mask) {
    let masked = SampleSpa.bookings.map { Visibility.masked($0, for: mask) }
    #expect(BoardDigest(masked).value == BoardDigest(SampleSpa.bookings).value)
  }

  @Test func changingIsTheSameAsBeginningAnew() throws {
    var digest = BoardDigest(SampleSpa.bookings)
    var changed = try #require(SampleSpa.bookings.first)
    changed.version += 1
    digest.put(changed)
    #expect(digest.value == BoardDigest([changed] + SampleSpa.bookings.dropFirst()).value)
    digest.remove(changed.id)
    digest.remove(changed.id)
    #expect(digest.value == BoardDigest(SampleSpa.bookings.dropFirst()).value)
  }
}
