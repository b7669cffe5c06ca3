import BookingClient
import BookingDomain
import BookingProtocol
import BookingTesting
import LinePromise
import Testing

/// The line over WebSocket, from login to the end of a session.
@Suite struct LineRulesTests {
  @Test func lineBecomesLiveWhenThePictureIsThere() {
    var story = Story()
    story.happens(.loggedIn(login(), server: 0))
    story.happens(.watch(Story.days))
    #expect(story.told().links == [.connecting])
    story.opens()
    #expect(story.told().links == [], "a socket that opened proves nothing yet")
    story.comesLevel()
    let told = story.told()
    #expect(told.links == [.live])
    guard case .snapshot(let snapshot) = told.first else {
      Issue.record("no snapshot: \(told)")
      return
    }
    #expect(snapshot.bookings.map(\.id) == [1, 2])
  }

  @Test func welcomeTellsTheClocksDifference() {
    var story = Story()
    story.happens(.loggedIn(login(), server: 0))
    story.happens(.socket(story.socket, .opened))
    story.hears(welcome(serverTime: at(90_000)))
    #expect(
      story.told().contains(
        .welcome(
          ClientEvent.Welcome(
            person: SampleSpa.reception, zone: SampleSpa.zone, clockOffset: 90_000))))
  }

  @Test func lostConnectionResumesWhereItStood() {
    var story = Story.live()
    story.hears(.event(changed(1, version: 2, seq: 11, prev: 10)))
    story.breaks()
    guard case .reconnecting(1, let next, "the connection was lost") = story.told().links.last
    else {
      Issue.record("not reconnecting")
      return
    }
    #expect(next <= at(1_000))
    story.passes(milliseconds: 1_000)
    story.opens()
    let wanted = story.said().subscriptions
    #expect(wanted.map(\.after) == [position(11)])
    story.hears(.event(changed(2, version: 2, seq: 12, prev: 11)))
    story.hears(subscribed(12), id: "days-2")
    let told = story.told()
    #expect(told.links == [.live])
    #expect(
      told.contains { if case .booking(let booking, _) = $0 { booking.id == 2 } else { false } })
  }

  @Test func gapIsAskedForOnceAndFilled() {
    var story = Story.live()
    story.hears(.event(changed(2, version: 5, seq: 14, prev: 13)))
    story.hears(.event(changed(2, version: 6, seq: 15, prev: 14)))
    #expect(story.said().subscriptions.map(\.after) == [position(10)])
    #expect(story.told() == [], "nothing is told before what came first")
    for seq: Int64 in 11...15 {
      story.hears(.event(changed(2, version: seq - 9, seq: seq, prev: seq - 1)))
    }
    story.hears(subscribed(15), id: "days-2")
    let versions = story.told().compactMap { event -> Int64? in
      if case .booking(let booking, _) = event { booking.version } else { nil }
    }
    #expect(versions == [2, 3, 4, 5, 6])
  }

  @Test func answerThatLostAnEventOnTheWayIsAskedForWhole() {
    var story = Story.live()
    story.comesBack()
    // Two were missed, one of them does not arrive.
    story.hears(.event(changed(1, version: 2, seq: 11, prev: 10)))
    story.hears(subscribed(12, replayed: 2), id: "days-2")
    #expect(story.told().links.last != .live)
    story.passes(milliseconds: 2_000)
    #expect(story.said().subscriptions.map(\.after) == [nil])
    story.hears(.bookingSnapshot(snapshot([1: 2, 2: 2], seq: 12)))
    story.hears(subscribed(12), id: "days-3")
    #expect(story.told().links.last == .live)
  }

  @Test func snapshotThatWasLostOnTheWayIsAskedForAgain() {
    var story = Story.live()
    story.comesBack()
    story.hears(subscribed(40, hasSnapshot: true), id: "days-2")
    story.passes(milliseconds: 2_000)
    #expect(story.said().subscriptions.map(\.after) == [nil])
  }

  /// Found by the simulation: the second `SUBSCRIBED` called the next question off, and the board
  /// stood still.
  @Test func answerInPartThatComesTwiceIsAskedForWholeAllTheSame() {
    var story = Story.live()
    story.comesBack()
    for _ in 1...2 { story.hears(subscribed(12, replayed: 2), id: "days-2") }
    story.passes(milliseconds: 2_000)
    #expect(story.said().subscriptions.map(\.after) == [nil])
  }

  /// Found by the simulation: the picture asked for before was taken for the one that was lost.
  @Test func newPictureThatTheServerGivesUnaskedIsAskedForWhereItIsLost() {
    var story = Story.live()
    story.hears(subscribed(17, hasSnapshot: true))
    story.passes(milliseconds: 2_000)
    #expect(story.said().subscriptions.map(\.after) == [nil])
  }

  /// Found by the simulation: a connection whose welcome was lost stayed open, alive, and silent.
  @Test func daysAreAskedForAlsoWhereTheWelcomeWasLost() {
    var story = Story.live()
    story.breaks()
    story.retries()
    _ = story.said()
    story.happens(.socket(story.socket, .opened))
    story.hears(.event(changed(1, version: 2, seq: 11, prev: nil)))
    #expect(story.said().subscriptions.map(\.after) == [position(10)])
    story.hears(welcome())
    #expect(story.said().subscriptions == [], "once is enough")
  }

  private static let full = "There is no room left: the board is as it last was."

  /// Once, though older clients are told in another message too; and that it is over.
  @Test func whyTheDatabaseTakesNothingIsToldUntilItDoes() {
    var story = Story.live()
    story.hears(.databaseState(trouble: Self.full))
    story.hears(.error(message: Self.full, detail: nil))
    #expect(story.told() == [.database(trouble: Self.full)])
    story.hears(.databaseState(trouble: nil))
    story.hears(.databaseState(trouble: nil))
    #expect(story.told() == [.database(trouble: nil)])
  }

  @Test func aServerThatIsFoundWellAgainNeedNotSaySo() {
    var story = Story.live()
    story.hears(.databaseState(trouble: Self.full))
    story.comesBack()
    _ = story.told()
    story.hears(.databaseState(trouble: Self.full))
    story.hears(subscribed(10), id: "days-2")
    #expect(story.told() == [.link(.live)], "it is as it was")
    story.comesBack()
    _ = story.told()
    story.hears(subscribed(10), id: "days-3")
    #expect(story.told().contains(.database(trouble: nil)))
  }

  /// Found by the simulation: a copy that was still on its way was carried out after the person
  /// had read that it was refused.
  @Test func databaseThatIsAwayIsNoAnswerToACommand() {
    var story = Story.live()
    story.happens(.send(order(1)))
    _ = story.said()
    let away = Refusal(.databaseUnavailable, "The booking database does not answer.")
    let refused = ServerMessage.commandRefused(
      .init(id: order(1).id, refusal: away, current: nil, isReplayed: false))
    story.hears(refused)
    #expect(story.told() == [.postponed(order(1).id)], "the person is told why nothing happens")
    story.passes(milliseconds: 2_000)
    #expect(story.said().commands == [order(1)])
    story.hears(refused)
    #expect(story.told() == [], "said once")
    story.passes(milliseconds: 2_000)
    #expect(story.said().commands == [order(1)])
    story.hears(accepted(order(1), isReplayed: true))
    #expect(story.told() == [.accepted(order(1).id, nil)])
  }

  @Test func questionWhoseAnswerIsLostIsAskedAgain() {
    var story = Story.live()
    story.hears(.event(changed(2, version: 5, seq: 14, prev: 13)))
    #expect(story.said().subscriptions.count == 1)
    for _ in 0..<3 {
      story.passes(milliseconds: 10_000)
      story.hears(.pong)
    }
    #expect(story.said().subscriptions.map(\.after) == [position(10)])
  }

  @Test func ownBookingsOfOtherDaysStayOutOfThePicture() {
    var story = Story.live()
    story.hearsOfAMoveToTomorrow()
    #expect(story.told() == [.gone(1)])
  }

  @Test func otherDaysAreAskedForWhole() {
    var story = Story.live()
    let tomorrow = SampleSpa.date + 1
    story.happens(.watch(tomorrow...tomorrow))
    let wanted = story.said().subscriptions
    #expect(wanted.map(\.after) == [nil])
    #expect(wanted.map(\.from) == [tomorrow])
    story.hears(.bookingSnapshot(snapshot([9: 9], seq: 10)))
    #expect(story.told() == [], "an old answer to a question that was replaced")
  }

  @Test func commandIsSentOnceAndAnsweredOnce() {
    var story = Story.live()
    story.happens(.send(order(1)))
    story.happens(.send(order(1)))
    #expect(story.said().commands == [order(1)])
    story.hears(accepted(order(1)))
    story.hears(accepted(order(1), isReplayed: true))
    #expect(story.told() == [.accepted(order(1).id, nil)])
  }

  @Test func commandOutlivesTheConnectionUnderItsID() {
    var story = Story.live()
    story.happens(.send(order(1)))
    story.breaks()
    story.happens(.send(order(2)))
    _ = story.said()
    story.passes(milliseconds: 1_000)
    story.opens()
    #expect(story.said().commands == [order(1), order(2)])
  }

  @Test func commandGivenOfflineExpiresVisibly() {
    var story = Story.live()
    story.breaks()
    story.happens(.send(order(1, notAfter: at(30_000))))
    story.passes(milliseconds: 33_000)
    #expect(story.told().contains(.expired(order(1).id)))
    story.opens()
    #expect(story.said().commands == [])
  }

  /// `notAfter` is the server's time; this machine's clock may be wrong by hours.
  @Test func expiryIsByTheServersClock() {
    var story = Story()
    story.happens(.loggedIn(login(), server: 0))
    story.happens(.socket(story.socket, .opened))
    story.hears(welcome(serverTime: at(7_200_000)))
    story.happens(.send(order(1, notAfter: at(7_200_000 + 60_000))))
    _ = story.told()
    story.passes(milliseconds: 5_000)
    #expect(!story.told().contains(.expired(order(1).id)))
  }

  @Test func halfOpenConnectionIsAskedThenStaleThenDropped() {
    var story = Story.live()
    story.passes(milliseconds: 15_000)
    #expect(story.count { if case .ping = $0 { true } else { false } } == 1)
    story.passes(milliseconds: 3_000)
    #expect(story.told().links == [.stale(since: at(0))])
    story.passes(milliseconds: 7_000)
    #expect(story.count { if case .dropSocket = $0 { true } else { false } } == 1)
    guard case .reconnecting(1, _, _) = story.told().links.last else {
      Issue.record("not reconnecting")
      return
    }
  }

  @Test func staleLineIsLiveAgainWithTheNextByte() {
    var story = Story.live()
    story.passes(milliseconds: 18_000)
    _ = story.told()
    story.happens(.socket(story.socket, .heard))
    #expect(story.told().links == [.live])
  }

  @Test func refreshIsAskedForOnceBeforeTheSessionExpires() {
    var story = Story.live()
    story.hears(.sessionExpiring(expiresAt: at(300_000)))
    story.hears(.sessionExpiring(expiresAt: at(300_000)))
    #expect(story.said().filter { $0 == .refreshSession }.count == 1)
    story.hears(.sessionRefreshed(expiresAt: at(9_000_000)))
    story.hears(.sessionExpiring(expiresAt: at(9_000_000)))
    #expect(story.said().filter { $0 == .refreshSession }.count == 1)
  }

  @Test func aServerOfAnotherProtocolIsNotGuessedAt() {
    var story = Story()
    story.happens(.loggedIn(login(), server: 0))
    story.happens(.watch(Story.days))
    story.happens(.socket(story.socket, .opened))
    _ = story.told()
    story.hears(welcome(version: 2))
    #expect(
      story.told() == [
        .sessionEnded(
          reason: "The server speaks version 2 of the booking protocol and this program version 1: "
            + "bring the older of the two up to date.")
      ])
    #expect(story.said().isEmpty, "nothing is asked of it")
  }

  @Test func endedSessionWaitsForALoginAndLosesNothing() {
    var story = Story.live()
    story.happens(.send(order(1)))
    story.ends(.closed(code: 1008, reason: "Your session has expired; log in again."))
    #expect(
      story.told() == [.sessionEnded(reason: "Your session has expired; log in again.")])
    _ = story.said()
    story.passes(milliseconds: 60_000)
    #expect(story.count { if case .openSocket = $0 { true } else { false } } == 1)
    story.happens(.loggedIn(login(), server: 0))
    story.opens()
    let said = story.said()
    #expect(said.commands == [order(1)])
    #expect(said.subscriptions.map(\.after) == [position(10)])
  }

  @Test func anotherPersonDoesNotGiveTheFirstOnesOrders() {
    var story = Story.live()
    story.happens(.send(order(1)))
    story.ends(.closed(code: 1008, reason: "Your session was ended; log in again."))
    _ = story.said()
    story.happens(.loggedIn(login(SampleSpa.manager), server: 0))
    #expect(story.told().contains(.expired(order(1).id)))
    story.opens()
    let said = story.said()
    #expect(said.commands == [])
    #expect(said.subscriptions.map(\.after) == [nil], "another person may see other things")
  }

  @Test func untrustedServerIsRefusedAndNotTriedInARush() {
    var story = Story.live()
    story.breaks()
    story.passes(milliseconds: 1_000)
    story.ends(.distrusted(sentence: "the server's certificate expired on 2026-01-01"))
    #expect(
      story.told().links.last == .refused(reason: "the server's certificate expired on 2026-01-01"))
    let opened = story.count { if case .openSocket = $0 { true } else { false } }
    story.passes(milliseconds: 59_000)
    #expect(story.count { if case .openSocket = $0 { true } else { false } } == opened)
  }

  @Test func failedServerGivesWayToTheNext() {
    var story = Story(servers: 3)
    story.happens(.loggedIn(login(), server: 1))
    #expect(story.server == 1)
    story.breaks()
    story.passes(milliseconds: 1_000)
    #expect(story.server == 2)
    story.breaks()
    story.passes(milliseconds: 2_000)
    #expect(story.server == 0)
  }

  @Test func whatWasLiveGoesOnAtTheNextServerUnderTheSameIDsFromTheSamePlace() {
    var story = Story.live(servers: 2)
    story.happens(.send(order(1)))
    #expect(story.said().commands == [order(1)])
    story.breaks()
    story.passes(milliseconds: 1_000)
    #expect(story.server == 1)
    story.opens()
    let said = story.said()
    #expect(said.subscriptions.map(\.after) == [position(10)])
    #expect(said.commands == [order(1)])
  }

  @Test func onWebSocketAloneNothingIsEverPolled() {
    var story = Story(transport: .websocket)
    story.happens(.loggedIn(login(), server: 0))
    story.happens(.watch(Story.days))
    story.fallsBack()
    story.passes(milliseconds: 60_000)
    #expect(story.poll == nil)
  }

  @Test func drainingServersSlotIsKept() {
    var story = Story.live()
    story.hears(.serverDraining(reason: "The server restarts.", slot: 700))
    story.ends(.closed(code: 1012, reason: "The server restarts."))
    #expect(
      story.told().links == [
        .reconnecting(attempt: 1, nextTry: at(700), reason: "The server restarts.")
      ])
  }

  @Test func whereThereIsAnotherServerNobodyWaitsForTheDrainingOne() {
    var story = Story.live(servers: 2)
    story.hears(.serverDraining(reason: "The server restarts.", slot: 2_700))
    story.ends(.closed(code: 1012, reason: "The server restarts."))
    story.passes(milliseconds: 50)
    #expect(story.server == 1)
  }

  @Test func whatAnOldSocketSaysIsIgnored() {
    var story = Story.live()
    let old = story.socket
    story.breaks()
    story.passes(milliseconds: 1_000)
    _ = story.told()
    story.happens(.socket(old, .ended(.closed(code: 1008, reason: "late"))))
    #expect(story.told() == [])
  }

  @Test func refusedSubscriptionIsSaidOnceAndAskedAgain() {
    var story = Story()
    story.happens(.loggedIn(login(), server: 0))
    story.happens(.watch(Story.days))
    story.opens()
    _ = story.told()
    _ = story.said()
    let sentence = "The booking database does not answer at the moment. Try again shortly."
    for request in 1...3 {
      story.hears(.error(message: sentence, detail: nil), id: "days-\(request)")
      story.passes(milliseconds: 9_000)
      story.happens(.socket(story.socket, .heard))
    }
    #expect(story.told() == [.notice(sentence)])
    #expect(story.said().subscriptions.count == 3)
  }

  @Test func eventsAreAcknowledgedTogether() {
    var story = Story.live()
    for seq: Int64 in 11...13 {
      story.hears(.event(changed(1, version: seq, seq: seq, prev: seq - 1)))
    }
    story.passes(milliseconds: 1_500)
    #expect(story.said() == [.eventAck(seq: 13)])
    story.passes(milliseconds: 5_000)
    #expect(story.said() == [])
  }

  @Test func tokenIsInNoDescription() {
    let session = ClientSession(login())
    var text = ""
    dump(session, to: &text)
    text += "\(session) \(String(reflecting: session))"
    #expect(!text.contains("token-of"))
  }
}
