import BookingClient
import BookingDomain
import BookingProtocol
import BookingTesting
import LinePromise
import Testing

/// Messages that cannot be read, and a clock that is set: what a person must not be told wrongly.
@Suite struct UnreadableTests {
  private func cannotRead(_ story: inout Story) {
    story.happens(.socket(story.socket, .unreadable(detail: "data.status is none of …")))
  }

  @Test func theBoardIsNoLongerLiveUntilItHasComeAnew() {
    var story = Story.live()
    cannotRead(&story)
    let told = story.told()
    #expect(told.links.count == 1 && told.links.last?.isIncomplete == true)
    #expect(told.notices.count == 1 && told.notices[0].contains("data.status"))
    #expect(story.said().subscriptions.map(\.after) == [nil], "only the whole will do")

    story.hears(.bookingSnapshot(snapshot([1: 2, 2: 1], seq: 11)))
    #expect(story.told().links == [])
    story.hears(subscribed(11), id: "days-2")
    #expect(story.told().links == [.live])
  }

  /// Once at once, then ever more rarely: not in a circle with a server that keeps sending it.
  @Test func aServerThatKeepsSendingItIsNotAskedInACircle() {
    var story = Story.live()
    cannotRead(&story)
    var asked = 0
    for _ in 1...600 {
      story.passes(milliseconds: 100)
      story.happens(.socket(story.socket, .heard))
      for wanted in story.said() {
        guard case .subscribeBookingUpdates = wanted else { continue }
        asked += 1
        story.hears(.bookingSnapshot(snapshot([1: 1, 2: 1], seq: 10)))
        story.hears(subscribed(10), id: "days-\(asked + 1)")
        cannotRead(&story)
      }
    }
    #expect((2...8).contains(asked), "\(asked) questions in a minute")
    #expect(story.told().links.last?.isIncomplete == true)
  }

  @Test func aServerThatNamesBookingsWithoutEndIsNotBelieved() {
    var story = Story.live()
    let versions = Dictionary(uniqueKeysWithValues: (1...Int64(50_000)).map { ($0, Int64(1)) })
    story.hears(.bookingSnapshot(snapshot(versions, seq: 11)))
    #expect(story.told().links == [])
    story.hears(.event(changed(50_001, version: 1, seq: 12, prev: 11)))
    #expect(story.told().links.last?.isIncomplete == true)
    #expect(story.said().subscriptions.map(\.after) == [nil])
  }

  @Test func holdsThatNobodyReleasesAreBounded() {
    var story = Story.live()
    let slot = HeldSlot(
      therapist: SampleSpa.linh, date: SampleSpa.date, time: TimeOfDay(hour: 9), duration: 60)
    func held(_ events: [ClientEvent]) -> Int {
      events.count { if case .held = $0 { true } else { false } }
    }
    for holder: Int64 in 1...3_000 {
      story.hears(.slotHeld(SlotHold(holder: holder, slot: slot, byName: "An")))
    }
    #expect(held(story.told()) == 1_000)
    story.hears(.slotReleased(holder: 2_000))
    story.hears(.slotReleased(holder: 1))
    #expect(story.told() == [.released(holder: 1)])
    story.hears(.slotHeld(SlotHold(holder: 5_000, slot: slot, byName: "An")))
    #expect(held(story.told()) == 1)
  }

  @Test func aPictureThatCannotBeReadIsAskedForAgainAndNotCalledLive() {
    var story = Story(servers: 1)
    story.happens(.loggedIn(login(), server: 0))
    story.happens(.watch(Story.days))
    story.opens()
    #expect(story.said().subscriptions.count == 1)
    cannotRead(&story)
    story.hears(subscribed(10), id: "days-1")
    #expect(!story.told().links.contains(.live))
    #expect(story.said().subscriptions.count == 1)
  }

  @Test func aWelcomeThatCannotBeReadIsAnotherServersLanguage() {
    var story = Story()
    story.happens(.loggedIn(login(), server: 0))
    story.happens(.watch(Story.days))
    story.happens(.socket(story.socket, .opened))
    cannotRead(&story)
    guard case .reconnecting(_, _, let reason) = story.told().links.last else {
      Issue.record("it has to try again")
      return
    }
    #expect(reason.contains("cannot be read"))
  }

  @Test func aPollThatCannotBeReadIsAskedForWhole() {
    var story = Story(transport: .polling)
    story.happens(.loggedIn(login(), server: 0))
    story.happens(.watch(Story.days))
    story.polls([
      welcome(serverTime: story.now), .bookingSnapshot(snapshot([1: 1, 2: 1], seq: 10)),
      subscribed(10),
    ])
    #expect(story.told().links.last == .polling)
    story.passes(milliseconds: 2_000)
    #expect(story.poll?.wanted.after != nil)
    story.happens(.polled(story.poll?.number ?? 0, .unreadable(detail: "data is missing")))
    guard case .reconnecting(_, _, let reason) = story.told().links.last else {
      Issue.record("it is not to be called current")
      return
    }
    #expect(reason.contains("data is missing"))
    story.passes(milliseconds: 2_000)
    #expect(story.poll?.wanted.after == nil)
  }

  /// The server's clock is set a minute on: one order meets it, the next goes by the new time.
  @Test func aSteppedClockCostsOneRefusalAtMost() throws {
    var story = Story.live()
    story.passes(milliseconds: 1_000)
    let step: Int64 = 61_000
    let refusal = Refusal(.tooOld, "This was meant for 13:08 at the latest.")
    let order = order(1)
    story.happens(.send(order))
    _ = story.told()
    story.happens(
      .socket(
        story.socket,
        .message(
          ServerEnvelope(
            .commandRefused(.init(id: order.id, refusal: refusal, current: nil, isReplayed: false)),
            timestamp: Timestamp(milliseconds: story.now.milliseconds - step)))))
    #expect(story.told().contains(.clock(offset: -step)), "back, since the answer is fresh")

    story.happens(
      .socket(
        story.socket,
        .message(
          ServerEnvelope(.pong, timestamp: Timestamp(milliseconds: story.now.milliseconds + step))))
    )
    #expect(story.told().contains(.clock(offset: step)), "on, with whatever comes")
  }

  /// A board that gives no orders hears of it from the server.
  @Test func aClockThatIsSetBackIsSeenByWhoOnlyWatches() {
    var story = Story.live()
    let back = Timestamp(milliseconds: story.now.milliseconds - 7_200_000)
    story.happens(.socket(story.socket, .message(ServerEnvelope(.pong, timestamp: back))))
    #expect(story.told().contains(.clock(offset: -7_200_000)))
  }

  /// And one that polls, from answers that go on saying so.
  @Test func aClockThatIsSetBackIsSeenByWhoPolls() {
    var story = Story.live()
    story.fallsBack()
    _ = story.told()
    let digest = ServerMessage.boardDigest(
      ServerMessage.Digest(
        from: SampleSpa.date, to: SampleSpa.date, position: position(10), value: 0))
    for _ in 0..<3 {
      story.passes(milliseconds: 6_000)
      story.happens(
        .polled(
          story.poll?.number ?? 0,
          .answered([
            ServerEnvelope(
              digest, timestamp: Timestamp(milliseconds: story.now.milliseconds - 3_600_000))
          ])))
    }
    #expect(story.told().contains(.clock(offset: -3_600_000)))
  }
}

extension [ClientEvent] {
  fileprivate var notices: [String] {
    compactMap { if case .notice(let sentence) = $0 { sentence } else { nil } }
  }
}
