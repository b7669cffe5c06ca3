import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import Foundation
import LinePromise
import Screen
import Testing

/// Every line of the language's table at a desk: what it means does not hang on how it came there, and
/// Enter sends what its chips said.
@Suite struct EveryLineTests {
  struct Line: Hashable, Sendable {
    let verb: Verb
    let text: String

    var typed: String { "\(verb.rawValue) \(text)" }
  }

  static let lines: [Line] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("DeskLanguageTests/Lines/lines.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let read = text.split(separator: "\n").compactMap { row -> Line? in
      let parts = row.components(separatedBy: " | ")
      guard !row.hasPrefix("# "), parts.count >= 2, let verb = Verb(rawValue: parts[0]) else {
        return nil
      }
      return Line(verb: verb, text: parts[1])
    }
    return Array(Set(read)).sorted { ($0.verb.rawValue, $0.text) < ($1.verb.rawValue, $1.text) }
  }()

  @Test func allLinesOfTheTableAreTried() { #expect(Self.lines.count > 900) }

  /// One after the other at one desk: of each line as much is erased as the next does not share with it,
  /// and the rest is typed, letter by letter. Beside it stands the same line pasted at another desk.
  @Test(arguments: Verb.allCases)
  func aLineTypedErasedAndTypedAgainIsTheLinePasted(verb: Verb) throws {
    let fresh = CounterDesk.opened(for: verb)
    var typing = fresh
    typing.press(.character(":"))
    typing.write("\(verb.rawValue) ")
    var stands = ""
    for line in Self.lines where line.verb == verb {
      let shared = stands.commonPrefix(with: line.text)
      for _ in stands.dropFirst(shared.count) { typing.press(.backspace) }
      typing.write(String(line.text.dropFirst(shared.count)))
      stands = line.text
      #expect(typing.line == line.typed)
      var pasted = fresh
      pasted.press(.character(":"), .paste(line.typed))
      let (one, other) = try (#require(typing.draft), #require(pasted.draft))
      #expect(
        one.outcome == other.outcome && one.words == other.words,
        "\(line.typed): \(one.says), pasted \(other.says)")
      #expect(one.chips == other.chips && one.warning == other.warning, "\(line.typed)")
      #expect(typing.model.board.date == pasted.model.board.date, "\(line.typed)")
    }
  }

  /// What is sent by Enter, or by `frontdesk do`, is what the draft beside the line was.
  @Test(arguments: Verb.allCases)
  func enterAndAScriptSendWhatIsShown(verb: Verb) throws {
    let fresh = CounterDesk.opened(for: verb)
    for line in Self.lines where line.verb == verb {
      var desk = fresh
      desk.press(.character(":"), .paste(line.typed))
      let shown = try #require(desk.draft)
      desk.effects = []
      desk.press(.enter)
      #expect(desk.sent.map(\.order) == shown.orders, "\(line.typed)")
      var script = CounterScript(line)
      script.run()
      #expect(script.sent == shown.orders, "\(line.typed): \(script.said)")
      if case .problem(let sentence, _) = shown.outcome {
        #expect(script.said.contains(sentence), "\(line.typed): \(script.said)")
      }
    }
  }
}

/// A desk of that spa, which is answered at once.
private struct CounterDesk {
  var desk: PaperDesk

  static func opened(for verb: Verb) -> CounterDesk {
    var desk = PaperDesk(
      as: person(for: verb), at: SampleSpa.at("08:30"), bookings: CounterSpa.bookings,
      spa: CounterSpa.spa)
    desk.tell(.line(.waiting(CounterSpa.waiting, on: SampleSpa.date)))
    desk.select(CounterSpa.bookings[0].id)
    return CounterDesk(desk: desk)
  }

  static func person(for verb: Verb) -> Person {
    verb == .shift ? SampleSpa.manager : SampleSpa.reception
  }

  var model: Model { desk.model }
  var draft: Draft? { desk.draft }
  var line: String? { desk.line }
  var sent: [Command] { desk.sent }
  var effects: [Effect] {
    get { desk.effects }
    set { desk.effects = newValue }
  }

  mutating func press(_ keys: KeyPress...) {
    for key in keys {
      desk.press(key)
      hear()
    }
  }

  mutating func write(_ text: String) { for letter in text { press(.character(letter)) } }

  private mutating func hear() {
    while true {
      let asked = desk.effects.compactMap { effect -> Question? in
        if case .ask(let question) = effect { question } else { nil }
      }
      desk.effects.removeAll { if case .ask = $0 { true } else { false } }
      for question in asked {
        desk.tell(.answered(question, CounterSpa.answer(question), id: PaperDesk.requestID(7_000)))
      }
      guard !desk.model.board.isLoaded, let days = desk.model.board.watched else {
        if asked.isEmpty { return }
        continue
      }
      desk.tell(.line(.snapshot(CounterSpa.snapshot(of: days))))
    }
  }
}

/// The line as a script gives it.
private struct CounterScript {
  private var orders: OrderRun
  private var effects: [Effect] = []
  private let verb: Verb

  init(_ line: EveryLineTests.Line) {
    verb = line.verb
    let guest = CounterSpa.bookings[0].customer.name
    // At the desk the cursor stands on it.
    orders = OrderRun(
      ["search \(guest)", line.typed], day: .today, isDryRun: false, now: SampleSpa.at("08:30")
    ) {
      var randomness = SystemRandomNumberGenerator()
      return .random(using: &randomness)
    }
  }

  var sent: [Order] {
    effects.compactMap { if case .send(let command) = $0 { command.order } else { nil } }
  }

  var said: String {
    orders.answers.map { answer in
      switch answer {
      case .done(let words), .refused(let words), .wrong(let words), .unanswered(let words): words
      }
    }.joined(separator: "\n")
  }

  mutating func run() {
    let person = CounterDesk.person(for: verb)
    tell(.loggedIn(person))
    tell(.line(.link(.live)))
    tell(
      .line(
        .welcome(ClientEvent.Welcome(person: person, zone: SampleSpa.zone, clockOffset: 0))))
    tell(.line(.snapshot(CounterSpa.snapshot(of: SampleSpa.date...SampleSpa.date))))
  }

  private mutating func tell(_ message: Message) {
    let new = orders.handle(message, at: SampleSpa.at("08:30"))
    effects += new
    for effect in new {
      switch effect {
      case .ask(let question):
        tell(.answered(question, CounterSpa.answer(question), id: PaperDesk.requestID(1)))
      case .watch(let days): tell(.line(.snapshot(CounterSpa.snapshot(of: days))))
      default: break
      }
    }
  }
}

extension CounterSpa {
  fileprivate static func snapshot(of days: ClosedRange<LocalDate>) -> ClientEvent.Snapshot {
    ClientEvent.Snapshot(
      from: days.lowerBound, to: days.upperBound, spa: spa,
      bookings: bookings.filter { days.contains($0.date) },
      waiting: waiting.filter { days.contains($0.date) })
  }

  fileprivate static func answer(_ question: Question) -> Result<Answer, QuestionFailure> {
    switch question {
    case .customers(let text): .success(.customers(matching(text)))
    case .free(let wanted): .success(.free(starts(wanted)))
    case .fullness(let days): .success(.fullness(days.map(fullness)))
    case .day(let date):
      .success(
        .day(
          DaySnapshot(
            date: date, position: LogPosition(epoch: "", seq: 0), spa: spa,
            bookings: bookings.filter { $0.date == date })))
    case .customerFile(let id):
      .success(
        .customerFile(
          CustomerFile(
            card: register.first { $0.customer.id == id } ?? register[0],
            bookings: bookings.filter { $0.customer.id == id })))
    case .history, .changes, .takings, .past, .unscheduled: .success(.customers([]))
    }
  }
}
