import BookingClient
import BookingDomain
import BookingProtocol
import BookingTesting
import LinePromise
import Testing

/// The picture told, compared with the server's.
@Suite struct VerificationTests {
  @Test func pictureThatIsTheServersIsVerified() {
    var story = Story.live()
    story.hears(.event(changed(1, version: 2, seq: 11, prev: 10)))
    _ = story.told()
    story.hears(digest([1: 2, 2: 1], at: 11))
    #expect(story.told() == [.verified(at: story.now)])
  }

  @Test func pictureThatDiffersTwiceIsTakenAnew() {
    var story = Story.live()
    story.hears(digest([1: 2, 2: 1], at: 10))
    #expect(story.told() == [] && story.said() == [], "an event may be on its way")
    story.hears(digest([1: 2, 2: 1], at: 10))
    #expect(story.said().subscriptions.map(\.after) == [nil])
    let notices = story.told().filter { if case .notice = $0 { true } else { false } }
    #expect(notices.count == 1)
    story.hears(.bookingSnapshot(snapshot([1: 2, 2: 1], seq: 10)))
    story.hears(subscribed(10), id: "days-2")
    _ = story.told()
    story.hears(digest([1: 2, 2: 1], at: 10))
    #expect(story.told() == [.verified(at: story.now)])
  }

  /// A therapist on leave, other hours, a bed that is out of order: no numbered event says so.
  @Test func pictureDrawnFromOtherFactsIsTakenAnewOnce() {
    var story = Story.live()
    story.hears(digest([1: 1, 2: 1], at: 10, spa: SampleSpa.spa))
    #expect(story.told() == [.verified(at: story.now)])
    var other = SampleSpa.spa
    other.hours = [:]
    story.hears(digest([1: 1, 2: 1], at: 10, spa: other))
    #expect(story.said().subscriptions.map(\.after) == [nil])
    // A server that names other facts than its own pictures have is not asked for ever.
    story.hears(.bookingSnapshot(snapshot([1: 1, 2: 1], seq: 10)))
    story.hears(subscribed(10), id: "days-2")
    _ = story.told()
    story.hears(digest([1: 1, 2: 1], at: 10, spa: other))
    #expect(story.said().subscriptions == [])
  }

  @Test func oneDoubtIsForgottenByTheNextProof() {
    var story = Story.live()
    for _ in 1...3 {
      story.hears(digest([1: 9], at: 10))
      story.hears(digest([1: 1, 2: 1], at: 10))
    }
    #expect(story.said() == [])
  }

  @Test func digestOfOtherDaysEpochsAndTimesProvesNothing() {
    var story = Story.live()
    let tomorrow = SampleSpa.date + 1
    for _ in 1...2 {
      story.hears(digest([1: 9], at: 10, days: tomorrow...tomorrow))
      story.hears(digest([1: 9], at: 10, epoch: "other"))
      story.hears(digest([1: 9], at: 9))
    }
    #expect(story.told() == [] && story.said() == [])
  }

  @Test func bookingThatLeftTheDayIsNoPartOfIt() {
    var story = Story.live()
    story.hearsOfAMoveToTomorrow()
    _ = story.told()
    story.hears(digest([2: 1], at: 11))
    #expect(story.told() == [.verified(at: story.now)])
  }
}
