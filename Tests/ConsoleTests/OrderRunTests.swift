import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Testing

/// Orders from a script: named before they are given, answered in a sentence each.
@Suite struct OrderRunTests {
  @Test func aNamedBookingTakesOrders() throws {
    var script = Script("search sofia", "confirm")
    let command = try #require(script.sent.only)
    #expect(command.booking == 9 && !script.run.isOver)
    var now = try #require(SampleSpa.bookings.first { $0.id == 9 })
    now.status = .confirmed
    now.version += 1
    script.tell(.line(.accepted(command.id, now)))
    #expect(script.run.isOver)
    guard case .done(let sentence)? = script.run.answers.last else {
      Issue.record("\(script.run.answers)")
      return
    }
    #expect(sentence.contains("Sofia Rossi") && sentence.hasSuffix("confirmed."))
  }

  @Test func anOrderThatNobodyAnswersIsNoRefusal() throws {
    var script = Script("search sofia", "confirm")
    script.tell(.line(.expired(try #require(script.sent.only).id)))
    guard case .unanswered? = script.run.answers.last else {
      Issue.record("\(script.run.answers)")
      return
    }
  }

  @Test func nothingIsDoneToABookingThatWasNotNamed() {
    for line in ["confirm", "cancel ill", "move 1800", "notes hello"] {
      let script = Script(line)
      #expect(script.sent.isEmpty)
      guard case .wrong? = script.run.answers.only else {
        Issue.record("\(line): \(script.run.answers)")
        continue
      }
    }
  }

  @Test func whatIsForTheScreenIsNoOrderWhateverStandsBehindIt() {
    for line in ["theme ascii", "theme", "help", "menu", "board", "zoom", "lock"] {
      let script = Script(line)
      guard case .wrong(let sentence)? = script.run.answers.only else {
        Issue.record("\(line): \(script.run.answers)")
        continue
      }
      #expect(sentence == "\"\(line)\" is for the screen; a script gives orders.")
    }
  }

  @Test func aNameThatCouldBeTwoIsAskedAbout() {
    let script = Script("search sofia", "search guest")
    #expect(script.run.answers.count == 2)
    let others = Script("search 14:15", "search 0901234567", "search minh")
    #expect(!others.run.answers.contains { !$0.isDone }, "\(others.run.answers)")
    let two = Script("search 9")
    guard case .refused? = two.run.answers.only else {
      Issue.record("\(two.run.answers)")
      return
    }
    let part = Script("search sof")
    guard case .refused(let sentence)? = part.run.answers.only else {
      Issue.record("\(script.run.answers)")
      return
    }
    #expect(sentence.contains("Sofia Rossi 14:15"), "whole words are asked for")
  }

  @Test func aBookingIsMadeAsOnTheScreen() throws {
    let script = Script("book 7714 sw tran 17:30")
    guard case .book(let wanted)? = script.sent.only?.order else {
      Issue.record("\(script.run.answers)")
      return
    }
    #expect(wanted.map(\.customer) == [.known(71)])
  }

  @Test func aDryRunSaysAndDoesNothing() {
    let script = Script("book 7714 sw tran 17:30", "search sofia", "confirm", isDryRun: true)
    #expect(script.sent.isEmpty && script.run.isOver)
    #expect(script.run.answers.count == 3 && script.run.answers.allSatisfy(\.isDone))
  }

  @Test func aRefusalEndsTheScriptWithItsAlternatives() {
    let script = Script("book 7714 sw linh 16:15", "search sofia", "confirm")
    #expect(script.run.isOver && script.sent.isEmpty)
    guard case .refused(let sentence)? = script.run.answers.only else {
      Issue.record("\(script.run.answers)")
      return
    }
    #expect(sentence.contains("Free: "))
  }

  @Test func whatIsForTheScreenIsWrongInAScript() {
    for line in ["quit", "zoom", "frobnicate", "", "date nonsense"] {
      let script = Script(line)
      guard case .wrong? = script.run.answers.only else {
        Issue.record("\(line): \(script.run.answers)")
        continue
      }
    }
  }
}

/// Orders given to the same house as a script gives them.
struct Script {
  var run: OrderRun
  var effects: [Effect] = []

  init(_ lines: String..., isDryRun: Bool = false) {
    run = OrderRun(lines, day: .today, isDryRun: isDryRun, now: SampleSpa.now) {
      var randomness = SystemRandomNumberGenerator()
      return .random(using: &randomness)
    }
    tell(.loggedIn(SampleSpa.reception))
    tell(.line(.link(.live)))
    tell(
      .line(
        .welcome(
          ClientEvent.Welcome(
            person: SampleSpa.reception, zone: SampleSpa.zone, clockOffset: 0))))
    tell(
      .line(
        .snapshot(
          ClientEvent.Snapshot(
            from: SampleSpa.date, to: SampleSpa.date, spa: SampleSpa.spa,
            bookings: SampleSpa.bookings))))
  }

  mutating func tell(_ message: Message) {
    let new = run.handle(message, at: SampleSpa.now)
    effects += new
    for case .ask(.customers(let text)) in new {
      let answer = Answer.customers(Reception.matching(text))
      tell(.answered(.customers(text), .success(answer), id: PaperDesk.requestID(1)))
    }
  }

  var sent: [Command] {
    effects.compactMap { if case .send(let command) = $0 { command } else { nil } }
  }
}
