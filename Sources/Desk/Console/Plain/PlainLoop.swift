import BookingDomain
import DeskLanguage
import LinePromise
import Screen

/// The console in lines, for a screen reader or a line too poor for screens: what is typed is given
/// to the same model as key presses are, and what changes is said, a line each.
@MainActor
package final class PlainLoop {
  /// What the loop needs from outside.
  package struct Dependencies {
    package let line: any BookingLine
    package let clock: @Sendable () -> Timestamp
    /// What is typed, a line each; its end ends the console.
    package let typed: AsyncStream<String>
    /// Takes a line that is harmless on any terminal.
    package let say: (String) -> Void
    /// Whether what is typed next may be seen.
    package let show: (Bool) -> Void
    package let password: () throws(ConsoleProblem) -> String
    /// Gives a text to the printer that is set, or throws a `ConsoleProblem` with the sentence to say.
    package let print: @Sendable (String) async throws -> Void

    package init(
      line: any BookingLine, clock: @escaping @Sendable () -> Timestamp,
      typed: AsyncStream<String>, say: @escaping (String) -> Void, show: @escaping (Bool) -> Void,
      password: @escaping () throws(ConsoleProblem) -> String,
      print: @escaping @Sendable (String) async throws -> Void = { _ in }
    ) {
      self.line = line
      self.clock = clock
      self.typed = typed
      self.say = say
      self.show = show
      self.password = password
      self.print = print
    }
  }

  private enum Input {
    case message(Message)
    case typed(String)
    /// Nothing more is typed: what was is done, and its answers are heard.
    case endOfTyping
  }

  private var model: Model
  private var speaker: Speaker
  private let dependencies: Dependencies
  private let lineEffects: LineEffects
  private let dayPrinting: DayPrinting
  private let inbox: AsyncStream<Message>
  private let post: AsyncStream<Message>.Continuation
  private var alarm = Alarm()
  private var typedAhead: [String] = []
  private var hasEnded = false
  private var isOver = false

  package init(model: Model, theme: Theme, dependencies: Dependencies) {
    self.model = model
    self.dependencies = dependencies
    speaker = Speaker(theme: theme)
    (inbox, post) = AsyncStream.makeStream()
    lineEffects = LineEffects(line: dependencies.line, post: post)
    dayPrinting = DayPrinting(give: dependencies.print, post: post)
  }

  /// Runs until the person leaves or nothing more is typed.
  package func run() async {
    let pump = lineEffects.pump()
    let (inputs, give) = AsyncStream<Input>.makeStream()
    let messages = Task { [inbox] in
      for await message in inbox { give.yield(.message(message)) }
    }
    let typing = Task { [typed = dependencies.typed] in
      for await line in typed { give.yield(.typed(line)) }
      give.yield(.endOfTyping)
    }
    say([greeting])
    handle(.started)
    for await input in inputs {
      switch input {
      case .message(let message): handle(message)
      case .typed(let line): typedAhead.append(line)
      case .endOfTyping: hasEnded = true
      }
      while !isOver, let line = nextLine() { take(line) }
      if hasEnded, typedAhead.isEmpty, !model.isComing, model.orders.isEmpty { handle(.ended) }
      if isOver { break }
    }
    alarm.stop()
    [pump, messages, typing].forEach { $0.cancel() }
    dependencies.show(true)
  }

  private var greeting: String {
    model.wording(
      "What is typed is a key, its name (tab, esc), a number of the list, or an order in words. "
        + "Enter says where you are, . says all, \(model.key(.help)) lists the keys, "
        + "\(model.key(.quit)) leaves.")
  }

  /// What is typed before there is a day to type about waits for it.
  private func nextLine() -> String? {
    guard let line = typedAhead.first, line == model.key(.quit) || !model.isComing else {
      return nil
    }
    return typedAhead.removeFirst()
  }

  private func take(_ line: String) {
    switch TypedLine.read(line, model, choices: speaker.choices) {
    case .keys(let keys):
      var randomness = SystemRandomNumberGenerator()
      for key in keys { update(.key(key, id: .random(using: &randomness))) }
      speak()
    case .choose(let cursor): handle(.chosen(cursor))
    case .sayDetails: say(Speaker.details(model))
    case .sayEverything: say(speaker.everything(model))
    case .unknownNumber(let number):
      say([model.wording("There is no \(number) in the list; Enter says it again.")])
    }
  }

  private func handle(_ message: Message) {
    update(message)
    speak()
  }

  private func update(_ message: Message) {
    for effect in model.update(message, at: dependencies.clock()) { perform(effect) }
  }

  private func speak() {
    guard !isOver else { return }
    // Hidden before the question is read, so that a fast answer is hidden as well.
    if Speaker.hides(model) { dependencies.show(false) }
    say(speaker.lines(model))
    if !Speaker.hides(model) { dependencies.show(true) }
    let now = dependencies.clock()
    let wait = model.nextChange.map { due in
      Duration.milliseconds(max(1, due.milliseconds - now.milliseconds))
    }
    alarm.set(wait) { [post] in post.yield(.tick) }
  }

  private func say(_ lines: [String]) {
    for line in lines { dependencies.say(DisplayText(line).text) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .login, .watch, .send, .hold, .ask, .house: lineEffects.perform(effect)
    case .loginBySetup: lineEffects.login(as: model.setup.email, with: dependencies.password)
    case .printDay: dayPrinting.print(model, isUnicode: true)
    case .useTheme: say([model.wording("Lines have no colours.")])
    case .copy: say([model.wording("From lines nothing is copied: it stands above.")])
    // A terminal that is read aloud may not understand control sequences.
    case .previewTheme, .recallView, .keepView, .announceArrival, .redraw, .suspend: break
    case .quit: isOver = true
    }
  }
}

extension Model {
  /// Whether what the next line is about will be here in a moment: the day, or what the line that
  /// stands had to ask.
  fileprivate var isComing: Bool {
    if case .login(let form) = stage { return form.progress != .typing }
    switch typing.draft?.outcome {
    case .asks(let text): return !found.wasAskedInVain(text) && link.isCurrent
    case .asksFree, .asksDays: return !foundDays.wasAskedInVain && link.isCurrent
    case .needsDay, .needsDays, .needsFile: return link.isCurrent
    default: break
    }
    // What an order did is heard before the next line changes what is spoken of.
    if !orders.isEmpty { return link.isCurrent }
    guard !board.isLoaded else { return false }
    return link.state == .connecting || link.isCurrent
  }
}
