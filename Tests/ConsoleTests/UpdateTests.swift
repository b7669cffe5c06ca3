import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen
import Testing

@Suite struct OrderTests {
  @Test func confirmingSendsOneOrderWithWhatWasSeen() throws {
    var desk = PaperDesk()
    let command = try desk.presses("c", on: 9)
    #expect(desk.sent.count == 1)
    #expect(command.booking == 9)
    #expect(
      command.order
        == .change(
          .changeStatus(to: .confirmed, reason: nil), of: 9,
          seen: Sight(status: .scheduled, version: 1)))
    #expect(command.notAfter == Timestamp(milliseconds: desk.now.milliseconds + 60_000))
    #expect(desk.model.orders.order(on: 9) != nil)
  }

  @Test func aSecondKeyWaitsForTheFirstAnswer() {
    var desk = PaperDesk()
    desk.select(9)
    desk.press(.character("c"), .character("c"))
    #expect(desk.sent.count == 1)
    #expect(desk.toasts.last?.hasPrefix("Wait:") == true)
  }

  @Test func anImpossibleKeySaysWhy() {
    var desk = PaperDesk()
    desk.select(9)
    desk.press(.character("d"))
    #expect(desk.sent.isEmpty)
    #expect(desk.toasts.count == 1)
  }

  /// Nobody has to press a key for it: an idle desk would say what is not so for hours.
  @Test func whatIsSaidOfTheDatabaseGoesWhenItIsBack() throws {
    var desk = PaperDesk()
    let command = try desk.presses("c", on: 9)
    desk.tell(.line(.database(trouble: "It is away: nothing is changed.")))
    desk.tell(.line(.postponed(command.id)))
    desk.tell(.line(.database(trouble: "It is full: nothing is changed.")))
    #expect(desk.toasts.count == 2 && desk.toasts.contains { $0.contains("the order waits") })
    desk.tell(.line(.database(trouble: nil)))
    #expect(desk.toasts == ["The booking database is back."])
    desk.pass(milliseconds: 60_000)
    #expect(desk.toasts.isEmpty)
    desk.tell(.line(.postponed(command.id)))
    desk.tell(.line(.accepted(command.id, nil)))
    #expect(desk.toasts.isEmpty, "it waits no longer")
  }

  @Test func acceptanceBringsTheNewRowAndEndsTheWaiting() throws {
    var desk = PaperDesk()
    let (command, now) = try desk.presses("c", on: 9) { $0.status = .confirmed }
    desk.tell(.line(.accepted(command.id, now)))
    #expect(desk.model.orders.isEmpty)
    #expect(desk.model.board.bookings[9]?.status == .confirmed)
    #expect(desk.toasts.isEmpty)
  }

  @Test func refusalShowsTheServersSentenceAndTheRowAsItIs() throws {
    var desk = PaperDesk()
    let (command, now) = try desk.presses("c", on: 9) { $0.status = .cancelled }
    desk.tell(
      .line(
        .refused(
          command.id, Refusal(.changedMeanwhile, "Mai cancelled it at 14:06."), current: now)))
    #expect(desk.model.orders.isEmpty)
    #expect(desk.model.board.bookings[9]?.status == .cancelled)
    #expect(desk.model.freshChanges.isFlashing(9))
    #expect(desk.toasts.last?.contains("Mai cancelled it at 14:06.") == true)
  }

  @Test func aRowThatJustChangedRefusesTheFirstKeyOnly() {
    var desk = pressing("c", milliseconds: 399)
    #expect(desk.sent.isEmpty)
    #expect(desk.model.freshChanges.isFlashing(9))
    #expect(desk.toasts.last?.contains("Mai Trần") == true)
    desk.press(.character("c"))
    #expect(desk.sent.count == 1)
  }

  @Test func aRowThatChangedLongerAgoTakesTheKey() {
    #expect(pressing("c", milliseconds: 400).sent.count == 1)
  }

  /// So long after the row was changed by somebody else.
  private func pressing(_ key: Character, milliseconds: Int64) -> PaperDesk {
    var desk = PaperDesk()
    desk.select(9)
    desk.change(9) { $0.notes = "changed" }
    desk.pass(milliseconds: milliseconds)
    desk.press(.character(key))
    return desk
  }

  @Test func anOrderMadeOfflineIsKeptAndAnsweredLater() throws {
    var desk = PaperDesk()
    desk.tell(
      .line(.link(.reconnecting(attempt: 1, nextTry: desk.now, reason: "connection lost"))))
    let command = try desk.presses("c", on: 9)
    #expect(desk.model.orders.order(on: 9)?.wasOffline == true)
    desk.tell(.line(.expired(command.id)))
    #expect(desk.model.orders.isEmpty)
    #expect(desk.toasts.last?.contains("Sofia Rossi") == true)
  }

  @Test func threeKeysConfirmAnyBookingOnTheScreenByItsTag() throws {
    var desk = PaperDesk()
    let tag = try #require(desk.model.layout.block(of: 9)?.tag)
    desk.select(1)
    desk.type("C" + tag.text)
    #expect(desk.sent.map(\.booking) == [9])
    #expect(desk.model.selection == 9)
  }

  @Test func anUnknownTagAndEscapeOrderNothing() {
    var desk = PaperDesk()
    desk.type("Czz")
    desk.press(.character("C"), .escape)
    #expect(desk.sent.isEmpty)
    #expect(desk.model.mode == .normal)
  }

  @Test func quittingAsksOnlyWhileOrdersAreUnanswered() {
    var desk = PaperDesk()
    desk.press(.character("q"))
    #expect(desk.effects == [.quit])
    desk = PaperDesk()
    desk.select(9)
    desk.press(.character("c"), .character("q"), .character("q"))
    #expect(!desk.effects.contains(.quit))
    desk.press(.character("q"), .character("y"))
    #expect(desk.effects.contains(.quit))
  }
}

@Suite struct BoardUpdateTests {
  @Test func olderPicturesNeverReplaceNewerOnes() throws {
    var desk = PaperDesk()
    let old = try #require(desk.model.board.bookings[9])
    desk.change(9) { $0.status = .confirmed }
    desk.tell(
      .line(.booking(old, BookingNews(kind: .updated, byName: "", at: desk.now))))
    #expect(desk.model.board.bookings[9]?.status == .confirmed)
  }

  @Test func theSelectionStaysOnItsBookingWhenThingsChange() {
    var desk = PaperDesk()
    desk.select(9)
    desk.change(9) { $0.therapist = SampleSpa.linh }
    #expect(desk.model.selection == 9)
    desk.tell(.line(.gone(9)))
    #expect(desk.model.selection != 9 && desk.model.selectedBooking != nil)
  }

  @Test func theBoardOpensAtTheNextGuest() {
    #expect(PaperDesk().model.selection == 8)
  }

  @Test func arrowsFindTheNextBookingInTheirDirection() {
    var desk = PaperDesk()
    desk.select(5)
    desk.press(.right)
    #expect(desk.model.selection == 9)
    desk.press(.character("h"))
    #expect(desk.model.selection == 5)
    desk.press(.character("j"))
    #expect(desk.model.selection == 6)
    desk.press(.home)
    #expect(desk.model.selection == 1)
    desk.press(.up, .end)
    #expect(desk.model.selection == 6)
  }

  @Test func tabGoesThroughThoseWhoNeedSomebody() {
    var desk = PaperDesk()
    desk.select(1)
    var visited: [BookingID] = []
    for _ in 0..<4 {
      desk.press(.tab)
      visited += [desk.model.selection].compactMap { $0 }
    }
    // By time: the overrunning one, the late one, the unconfirmed one, the one who waits.
    #expect(visited == [4, 8, 9, 5])
  }

  /// What is not paid yet and still to come needs nobody.
  @Test func tabGoesToWhomTheTitleCountsAsUnpaid() {
    let unpaid = SampleSpa.bookings.filter { [1, 6, 11].contains($0.id.number) }.map { booking in
      var booking = booking
      booking.payment = BookingPayment(
        number: booking.id.number, standing: PaymentStanding(.pending, .cash), sum: .zero,
        sessions: 1)
      return booking
    }
    var desk = PaperDesk(bookings: unpaid)
    #expect(desk.picture().frame.text.contains("1  unpaid"))
    for _ in 0..<3 {
      desk.press(.tab)
      #expect(desk.model.selection == 1)
    }
  }

  @Test func otherDaysAreAskedForAndToday() {
    var desk = PaperDesk()
    desk.press(.character("]"))
    #expect(desk.effects == [.watch(SampleSpa.date + 1...SampleSpa.date + 1)])
    #expect(!desk.model.board.isLoaded)
    desk.press(.character("t"))
    #expect(desk.effects.last == .watch(SampleSpa.date...SampleSpa.date))
    desk.type(":date 2026-12-24")
    desk.press(.enter)
    #expect(desk.model.board.date.description == "2026-12-24")
  }

  @Test func todayRollsAtMidnightButAChosenDayStays() {
    var desk = PaperDesk(at: SampleSpa.at("23:59"))
    desk.pass(milliseconds: 60_000)
    #expect(desk.effects == [.watch(SampleSpa.date...SampleSpa.date + 1)])
    desk = PaperDesk(at: SampleSpa.at("23:59"))
    desk.press(.character("["))
    desk.effects = []
    desk.pass(milliseconds: 60_000)
    #expect(desk.effects.isEmpty)
  }

  @Test func searchFoldsAccentsAndEscapeComesBack() {
    var desk = PaperDesk()
    desk.select(1)
    desk.type("/tran quoc")
    #expect(desk.model.selection == 5)
    desk.press(.escape)
    #expect(desk.model.selection == 1)
    desk.type("/ph")
    desk.press(.enter)
    #expect(desk.model.selection == 8)
  }

  @Test func nothingWakesTheConsoleMoreThanOnceAMinuteWhenAllIsQuiet() throws {
    var desk = PaperDesk()
    desk.pass(milliseconds: 6_000)
    let next = try #require(desk.model.nextChange)
    #expect(next.milliseconds - desk.now.milliseconds > 50_000)
  }

  /// A look at the own day ends after two minutes, but not while the help is open.
  @Test func aTherapistsOpenHelpLetsTheConsoleRest() throws {
    var desk = PaperDesk(as: SampleSpa.therapistLinh)
    desk.press(.character("?"))
    #expect(desk.model.overlay != nil)
    desk.pass(milliseconds: Model.lookTime + 6_000)
    let next = try #require(desk.model.nextChange)
    #expect(next.milliseconds > desk.now.milliseconds)
    desk.press(.escape)
    desk.pass(milliseconds: Model.lookTime)
    #expect(try #require(desk.model.nextChange) > desk.now)
  }

  @Test func aMouseClickSelectsWhatItHits() {
    var desk = PaperDesk()
    desk.click(6)
    #expect(desk.model.selection == 6)
  }
}

@Suite struct LinkUpdateTests {
  @Test func aLineIsNotCalledLiveBeforeTheFirstPictureIsHere() {
    var model = Model(
      setup: Model.Setup(server: "http://spa", email: ""), size: Size(columns: 80, rows: 24),
      now: SampleSpa.now, theme: Model.ThemeChoice(name: "default", available: []))
    let welcome = ClientEvent.Welcome(
      person: SampleSpa.reception, zone: SampleSpa.zone, clockOffset: 0)
    for message in [.loggedIn(SampleSpa.reception), .line(.welcome(welcome)), .line(.link(.live))]
      as [Message]
    {
      _ = model.update(message, at: SampleSpa.now)
    }
    let capabilities = TerminalCapabilities(colors: .mono, isUnicode: true)
    let text = DeskPicture(model, theme: .standard, capabilities: capabilities).frame.text
    #expect(text.contains("LOADING") && !text.contains("LIVE"))
    #expect(PaperDesk().picture().frame.text.contains("LIVE"))
  }

  @Test func theLinesFactsSayHowFarInTheLogWeAre() {
    var desk = PaperDesk()
    let booking = SampleSpa.booking(99, "New", "18:00", with: SampleSpa.linh)
    let news = BookingNews(
      kind: .created, byName: "", at: desk.now, position: LogPosition(epoch: "e1", seq: 4711))
    desk.tell(.line(.booking(booking, news)))
    desk.press(.function(12))
    #expect(desk.picture().frame.text.contains("4711, epoch e1"))
  }

  @Test func losingTheLineKeepsThePictureWithItsAge() {
    var desk = PaperDesk()
    let before = desk.model.board
    desk.tell(
      .line(.link(.reconnecting(attempt: 1, nextTry: desk.now, reason: "connection lost"))))
    #expect(desk.model.board == before)
    #expect(desk.model.link.currentUntil == desk.now)
    #expect(desk.effects.isEmpty)
  }

  @Test func anEndedSessionAsksForALoginAndForgetsNothing() {
    var desk = PaperDesk()
    desk.select(9)
    desk.press(.character("c"))
    desk.tell(.line(.sessionEnded(reason: "it was revoked.")))
    guard case .login(let form) = desk.model.stage else {
      Issue.record("no login screen")
      return
    }
    #expect(form.sentence?.contains("it was revoked.") == true)
    desk.tell(.loggedIn(SampleSpa.reception))
    #expect(desk.model.stage == .day)
    #expect(desk.model.orders.count == 1)
    #expect(desk.model.selection == 9)
  }

  @Test func anotherPersonHearsNothingOfTheFirstOnesOrders() throws {
    var desk = PaperDesk()
    let command = try desk.presses("c", on: 9)
    desk.tell(.line(.sessionEnded(reason: "it was revoked.")))
    desk.tell(.loggedIn(SampleSpa.manager))
    desk.tell(.line(.expired(command.id)))
    #expect(desk.model.orders.isEmpty)
    #expect(desk.toasts.isEmpty)
  }

  @Test func errorsStayUntilAKeyIsPressedAndInformationGoes() {
    var desk = PaperDesk()
    desk.tell(.line(.notice("Something was wrong.")))
    desk.pass(milliseconds: 60_000)
    #expect(desk.toasts == ["Something was wrong."])
    desk.press(.character("j"))
    #expect(desk.toasts.isEmpty)
    #expect(desk.model.notices.history.map(\.sentence) == ["Something was wrong."])
  }
}

@Suite struct LoginUpdateTests {
  private func console(hasPassword: Bool = false) -> Model {
    Model(
      setup: Model.Setup(server: "http://spa", email: "", hasPassword: hasPassword),
      size: Size(columns: 80, rows: 24), now: SampleSpa.now,
      theme: Model.ThemeChoice(name: "default", available: []))
  }

  @Test func emailAndPasswordAreTypedAndSent() {
    var model = console()
    var effects: [Effect] = []
    let keys = "a@b".map(KeyPress.character) + [.enter] + "pw".map(KeyPress.character) + [.enter]
    for key in keys {
      effects += model.update(.key(key, id: PaperDesk.requestID(1)), at: SampleSpa.now)
    }
    #expect(effects == [.login(email: "a@b", password: "pw")])
  }

  @Test func aWrongPasswordIsSaidAndForgotten() {
    var model = console()
    for key in "a@b".map(KeyPress.character) + [.enter, .character("x"), .enter] {
      _ = model.update(.key(key, id: PaperDesk.requestID(1)), at: SampleSpa.now)
    }
    _ = model.update(
      .loginFailed(LoginFailure(.wrongPassword, "Wrong e-mail or password.")), at: SampleSpa.now)
    guard case .login(let form) = model.stage else { return }
    #expect(form.sentence == "Wrong e-mail or password.")
    #expect(form.password.isEmpty && form.email.text == "a@b" && form.progress == .typing)
  }

  @Test func aConsoleThatKnowsItsPasswordTriesAgainByItself() throws {
    var model = console(hasPassword: true)
    #expect(model.update(.started, at: SampleSpa.now) == [.loginBySetup])
    let failure = LoginFailure(.unreachable, "Nobody answers.")
    #expect(model.update(.loginFailed(failure), at: SampleSpa.now).isEmpty)
    var waits: [Int64] = []
    var now = SampleSpa.now
    for _ in 0..<6 {
      guard case .login(let form) = model.stage, case .tryingAgain(let at, _) = form.progress
      else { break }
      waits.append(at.milliseconds - now.milliseconds)
      now = at
      #expect(model.update(.tick, at: now) == [.loginBySetup])
      #expect(model.update(.loginFailed(failure), at: now).isEmpty)
    }
    #expect(waits == [1_000, 2_000, 4_000, 8_000, 15_000, 15_000])
  }

  @Test func guestsAreSentToTheWebShop() {
    var model = console()
    let guest = Person(id: .customer(1), role: .customer, name: "Guest")
    _ = model.update(.loggedIn(guest), at: SampleSpa.now)
    #expect(model.stage != .day)
  }
}

@Suite struct LockTests {
  private func lockedDesk() -> PaperDesk {
    var desk = PaperDesk()
    desk.select(9)
    desk.press(.character("L"))
    return desk
  }

  @Test func aLockedDeskShowsNoNamesAndTakesNoOrders() {
    var desk = lockedDesk()
    let text = desk.picture().frame.text
    // One guest is called as the receptionist is.
    #expect(SampleSpa.bookings.dropFirst().allSatisfy { !text.contains($0.customer.name) })
    #expect(text.contains("Anna Lee has locked this desk."))
    desk.press(.character("c"), .escape, .character("q"))
    #expect(desk.effects.isEmpty)
  }

  @Test func thePasswordUnlocksItAndTheBoardHasGoneOnBehindIt() {
    var desk = lockedDesk()
    desk.change(9) { $0.status = .confirmed }
    desk.type("demo")
    desk.press(.enter)
    #expect(desk.effects == [.login(email: "reception@demo.spa", password: "demo")])
    desk.tell(.loggedIn(SampleSpa.reception))
    #expect(desk.model.selectedBooking?.status == .confirmed)
    #expect(desk.picture().frame.text.contains("Sofia Rossi"))
  }

  @Test func whoIsNotThePersonWhoLockedItSeesNothingOfTheirs() {
    var desk = lockedDesk()
    desk.tell(.loggedIn(SampleSpa.therapistLinh))
    #expect(!desk.picture().frame.text.contains("Sofia Rossi"))
  }

  @Test func aSessionThatEndsMeanwhileDoesNotOpenIt() {
    var desk = lockedDesk()
    desk.tell(.line(.sessionEnded(reason: "it was revoked.")))
    #expect(desk.effects.isEmpty)
    #expect(desk.picture().frame.text.contains("has locked this desk."))
  }
}
