import BookingClient
import BookingDomain
import BookingProtocol
import BookingTesting
import LinePromise
import Testing

/// The line where WebSockets do not get through.
@Suite struct PollingTests {
  @Test func fiveFailuresGoOverToPolling() {
    var story = Story.live()
    story.breaks()
    for _ in 2...5 {
      #expect(story.poll == nil)
      story.retries()
      story.breaks()
    }
    #expect(story.poll?.wanted.after == position(10), "what is shown already is not asked again")
    _ = story.told()
    story.polls([.event(changed(1, version: 2, seq: 11, prev: 10)), subscribed(11)])
    #expect(story.told().links == [.polling])
    #expect(story.poll?.wanted.after == position(11))
  }

  /// Somebody who says that there is no WebSocket needs not be asked five times.
  @Test(arguments: [
    (404, true), (400, true), (403, true), (426, true), (501, true), (302, true), (429, false),
    (408, false), (500, false), (502, false), (503, false),
  ])
  func whoSaysThatThereIsNoWebSocketIsPolledAtOnce(status: Int, isPolled: Bool) {
    var story = Story()
    story.happens(.loggedIn(login(), server: 0))
    story.happens(.watch(Story.days))
    story.ends(.refused(status: status, sentence: "switched off"))
    #expect((story.poll != nil) == isPolled)
    let before = story.socket
    story.passes(milliseconds: 60_000)
    #expect(story.socket > before, "they may be switched on again")
  }

  @Test func whoWantsNothingButWebSocketsIsNotPolled() {
    var story = Story(transport: .websocket)
    story.happens(.loggedIn(login(), server: 0))
    story.ends(.refused(status: 404, sentence: "switched off"))
    #expect(story.poll == nil)
  }

  @Test func proxyThatOpensAndCarriesNothingIsSeenThrough() {
    var story = Story()
    story.happens(.loggedIn(login(), server: 0))
    story.happens(.watch(Story.days))
    for _ in 1...3 {
      #expect(story.poll == nil)
      story.happens(.socket(story.socket, .opened))
      story.passes(milliseconds: 10_000)
      story.passes(milliseconds: 4_000)
    }
    #expect(story.poll?.wanted.from == SampleSpa.date)
    story.polls([
      welcome(), .bookingSnapshot(snapshot([1: 1], seq: 10)), subscribed(10),
    ])
    #expect(story.told().links.last == .polling)
  }

  @Test func commandsGoByHTTPOneAfterTheOtherUnderTheirIDs() {
    var story = Story.live()
    story.happens(.send(order(1)))
    story.happens(.send(order(2)))
    story.fallsBack()
    #expect(story.posted() == [order(1)])
    let answer = ServerEnvelope(accepted(order(1)), timestamp: at(0))
    story.happens(.posted(order(1).id, .answered([answer])))
    #expect(story.posted() == [order(2)])
    #expect(story.told().contains(.accepted(order(1).id, nil)))
  }

  @Test func failedPostIsTriedAgain() {
    var story = Story.live()
    story.happens(.send(order(1)))
    story.fallsBack()
    _ = story.posted()
    story.happens(.posted(order(1).id, .refused(status: 503, sentence: "away")))
    #expect(story.posted() == [])
    story.passes(milliseconds: 2_000)
    #expect(story.posted() == [order(1)])
  }

  /// An order that could not be posted and ran out leaves nothing to wake up for.
  @Test func aLineThatPollsRestsWhenItsFailedOrderHasExpired() {
    var story = Story.live()
    story.happens(.send(order(1, notAfter: at(60_000))))
    story.fallsBack()
    story.happens(.posted(order(1).id, .refused(status: 503, sentence: "away")))
    story.passes(milliseconds: 1)
    story.happens(.posted(order(1).id, .failed(sentence: "away")))
    for _ in 1...90 {
      story.passes(milliseconds: 1_000)
      for id in story.posted().map(\.id) {
        story.happens(.posted(id, .refused(status: 503, sentence: "away")))
      }
    }
    #expect(story.told().contains(.expired(order(1).id)))
  }

  @Test func webSocketIsTriedOnAndTakesOver() {
    var story = Story.live()
    story.fallsBack()
    story.polls([subscribed(10)])
    _ = story.told()
    story.retries()
    #expect(story.told().links == [], "polling has the word while it works")
    story.happens(.send(order(1)))
    _ = story.posted()
    story.opens()
    let said = story.said()
    #expect(said.subscriptions.last?.after == position(10))
    #expect(said.commands == [order(1)], "the answer by HTTP may be lost: the same id again")
    #expect(story.count { if case .cancelPoll = $0 { true } else { false } } == 1)
    story.hears(subscribed(10), id: "days-2")
    #expect(story.told().links == [.live])
  }

  @Test func pollThatFailsSaysSoAndIsTriedOn() {
    var story = Story.live()
    story.fallsBack()
    _ = story.told()
    story.happens(.polled(story.poll?.number ?? 0, .failed(sentence: "connection refused")))
    guard case .reconnecting(_, _, "connection refused") = story.told().links.last else {
      Issue.record("the person is not told")
      return
    }
    let number = story.poll?.number ?? 0
    story.passes(milliseconds: 2_000)
    #expect(story.poll?.number ?? 0 > number)
  }

  @Test func serverThatDoesNotWaitIsNotFlooded() {
    var story = Story.live()
    story.fallsBack()
    let first = story.poll?.number ?? 0
    for _ in 0..<10 {
      story.polls([subscribed(10)])
      story.passes(milliseconds: 500)
    }
    #expect((story.poll?.number ?? 0) - first <= 6)
  }

  @Test func endedSessionIsTheSameOverHTTP() {
    var story = Story.live()
    story.fallsBack()
    _ = story.told()
    story.happens(
      .polled(story.poll?.number ?? 0, .refused(status: 401, sentence: "Log in first.")))
    #expect(story.told() == [.sessionEnded(reason: "Log in first.")])
  }

  @Test func afterAFailureOnePollIsAnsweredAtOnceSoThatTheLineIsKnownToWork() {
    var story = Story.live()
    story.fallsBack()
    #expect(story.pollWait == 0)
    story.polls([subscribed(10)])
    story.passes(milliseconds: 1_000)
    #expect(story.pollWait == 25)
    story.happens(.polled(story.poll?.number ?? 0, .failed(sentence: "connection refused")))
    story.passes(milliseconds: 2_000)
    #expect(story.pollWait == 0)
  }

  @Test func onPollingAloneNoSocketIsEverOpened() {
    var story = Story(servers: 2, transport: .polling)
    story.happens(.loggedIn(login(), server: 0))
    story.happens(.watch(Story.days))
    story.polls([welcome(), .bookingSnapshot(snapshot([1: 1], seq: 10)), subscribed(10)])
    #expect(story.told().links == [.connecting, .polling])
    story.passes(milliseconds: 1_000)
    #expect(story.polledServer == 0)
    story.happens(.polled(story.poll?.number ?? 0, .failed(sentence: "connection refused")))
    guard case .reconnecting(1, _, "connection refused") = story.told().links.last else {
      Issue.record("the person is not told")
      return
    }
    story.passes(milliseconds: 1_000)
    #expect(story.polledServer == 1, "the other one may be there")
    #expect(story.poll?.wanted.after == position(10))
    story.happens(.polled(story.poll?.number ?? 0, .distrusted(sentence: "it expired")))
    #expect(story.told().links.last == .refused(reason: "it expired"))
    let number = story.poll?.number ?? 0
    story.passes(milliseconds: 59_000)
    #expect(story.poll?.number == number, "a person has to put it right first")
    story.passes(milliseconds: 1_000)
    #expect(story.poll?.number ?? 0 > number)
    #expect(story.count { if case .openSocket = $0 { true } else { false } } == 0)
  }

  /// Found by the simulation: the poll's own position, beyond what was missing, was taken over.
  @Test func answerWithAGapIsAskedForWhole() {
    var story = Story.live()
    story.fallsBack()
    story.polls([.event(changed(1, version: 3, seq: 12, prev: 11)), subscribed(12, replayed: 1)])
    story.passes(milliseconds: 1_000)
    #expect(story.poll?.wanted.after == nil)
    let shown = story.told().contains { if case .booking = $0 { true } else { false } }
    #expect(!shown)
  }

  @Test func answerThatLostAPartIsAskedForWhole() {
    for part in [
      [.event(changed(1, version: 2, seq: 11, prev: 10)), subscribed(12, replayed: 2)],
      [subscribed(12, hasSnapshot: true)],
    ] as [[ServerMessage]] {
      var story = Story.live()
      story.fallsBack()
      _ = story.told()
      story.polls(part)
      #expect(story.told().links == [], "it does not work yet")
      story.passes(milliseconds: 1_000)
      #expect(story.poll?.wanted.after == nil)
      story.polls([.bookingSnapshot(snapshot([1: 2], seq: 12)), subscribed(12, hasSnapshot: true)])
      #expect(story.told().links == [.polling])
    }
  }

  @Test func boardIsComparedWithTheServersToo() {
    var story = Story.live()
    story.fallsBack()
    story.polls([subscribed(10), digest([1: 1, 2: 1], at: 10)])
    #expect(story.told().contains(.verified(at: story.now)))
    for _ in 1...2 {
      #expect(story.poll?.wanted.after == position(10))
      story.passes(milliseconds: 1_000)
      story.polls([subscribed(10), digest([1: 2, 2: 1], at: 10)])
    }
    story.passes(milliseconds: 1_000)
    #expect(story.poll?.wanted.after == nil)
  }

  @Test func anAnswerThatSaysNothingOfTheDatabaseSaysThatItIsWell() {
    var story = Story.live()
    story.fallsBack()
    _ = story.told()
    for _ in 1...2 {
      story.polls([.databaseState(trouble: "It is full."), subscribed(10)])
      story.passes(milliseconds: 1_000)
    }
    story.polls([subscribed(10)])
    let told = story.told().filter { if case .database = $0 { true } else { false } }
    #expect(told == [.database(trouble: "It is full."), .database(trouble: nil)])
  }

  @Test func otherDaysInterruptThePoll() {
    var story = Story.live()
    story.fallsBack()
    let number = story.poll?.number ?? 0
    let tomorrow = SampleSpa.date + 1
    story.happens(.watch(tomorrow...tomorrow))
    #expect(story.poll?.number ?? 0 > number)
    #expect(story.poll?.wanted.from == tomorrow)
    #expect(story.poll?.wanted.after == nil)
  }
}
