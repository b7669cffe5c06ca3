import BookingDomain
import LinePromise
import Screen

/// The console running: one loop on the main actor, fed by one stream of key presses, the line's
/// events and the clock. It changes the model by `update`, carries the effects out, and paints
/// what changed: what a key did at once, all else at most 60 times a second, and never when nothing
/// did.
@MainActor
package final class ConsoleLoop {
  package struct KeptViews {
    let recall: (Person) -> DayView?
    let keep: (DayView, Person) -> Void

    package init(recall: @escaping (Person) -> DayView?, keep: @escaping (DayView, Person) -> Void)
    {
      self.recall = recall
      self.keep = keep
    }
  }

  /// What the loop needs from outside.
  package struct Dependencies {
    package let terminal: any Terminal
    package let line: any BookingLine
    package let clock: @Sendable () -> Timestamp
    /// The theme of that name, or a `ConsoleProblem` with the sentence to show.
    package let loadTheme: (String) throws(ConsoleProblem) -> LoadedTheme
    /// The password that the program was started with, read anew every time.
    package let password: () throws(ConsoleProblem) -> String
    /// Something about the terminal that the person should know.
    package let greeting: String?
    /// Bytes that the last frame cost, for `F12`.
    package let frameBytes: () -> Int
    /// The view that a person looked at last on this machine, and keeping it.
    package let views: KeptViews?
    /// How an arrival is announced that was not said here; nil is by the board alone.
    package let arrivals: TerminalCall?
    /// Gives a text to the printer that is set, or throws a `ConsoleProblem` with the sentence to show.
    package let print: @Sendable (String) async throws -> Void
    /// Where what happens is noted, if anywhere; never with a guest's data.
    package let log: ((String) -> Void)?

    package init(
      terminal: any Terminal, line: any BookingLine, clock: @escaping @Sendable () -> Timestamp,
      loadTheme: @escaping (String) throws(ConsoleProblem) -> LoadedTheme,
      password: @escaping () throws(ConsoleProblem) -> String, greeting: String? = nil,
      frameBytes: @escaping () -> Int = { 0 },
      views: KeptViews? = nil, arrivals: TerminalCall? = nil,
      print: @escaping @Sendable (String) async throws -> Void = { _ in },
      log: ((String) -> Void)? = nil
    ) {
      self.terminal = terminal
      self.line = line
      self.clock = clock
      self.loadTheme = loadTheme
      self.password = password
      self.greeting = greeting
      self.frameBytes = frameBytes
      self.views = views
      self.arrivals = arrivals
      self.print = print
      self.log = log
    }
  }

  private var model: Model
  private var look: LoadedTheme
  /// Worn while its name stands in the command line.
  private var preview: Theme?
  private let dependencies: Dependencies
  private let inbox: AsyncStream<Message>
  private let post: AsyncStream<Message>.Continuation
  private let lineEffects: LineEffects
  private let dayPrinting: DayPrinting
  private var painter: Painter
  private var alarm = Alarm()
  /// Pressed, and not obeyed yet.
  private var waitingKeys = 0
  private var isOver = false

  package init(model: Model, look: LoadedTheme, dependencies: Dependencies) {
    self.model = model
    self.look = look
    self.dependencies = dependencies
    painter = Painter(terminal: dependencies.terminal, frameBytes: dependencies.frameBytes)
    (inbox, post) = AsyncStream.makeStream()
    lineEffects = LineEffects(line: dependencies.line, post: post)
    dayPrinting = DayPrinting(give: dependencies.print, post: post)
  }

  /// Runs until the person leaves or the terminal goes away. Whoever made terminal and line gives
  /// the one back and closes the other, in this order: a person who leaves does not wait for a
  /// server.
  package func run() async {
    let pumps = [pumpTerminal(), lineEffects.pump()]
    handle(.started)
    if let greeting = dependencies.greeting { handle(.line(.notice(greeting))) }
    for await message in inbox {
      handle(message)
      if isOver { break }
    }
    alarm.stop()
    pumps.forEach { $0.cancel() }
  }

  private func pumpTerminal() -> Task<Void, Never> {
    let input = dependencies.terminal.input
    return Task { [post, weak self] in
      var randomness = SystemRandomNumberGenerator()
      for await event in input {
        switch event {
        case .key(let key):
          self?.waitingKeys += 1
          post.yield(.key(key, id: .random(using: &randomness)))
        case .resized(let size): post.yield(.resized(size))
        case .resumed: post.yield(.resumed)
        case .ended: post.yield(.ended)
        }
      }
      post.yield(.ended)
    }
  }

  private func handle(_ message: Message) {
    let now = dependencies.clock()
    if case .key = message { waitingKeys -= 1 }
    // Of keys that come faster than they are obeyed, as pasted ones do, the last one's picture is of all.
    let isAwaited = if case .key = message { waitingKeys == 0 } else { false }
    painter.begin(at: .now)
    if let log = dependencies.log, let entry = LogLine(message) { log(entry.text) }
    for effect in model.update(message, at: now) {
      if let log = dependencies.log, let entry = LogLine(effect) { log(entry.text) }
      perform(effect)
    }
    guard !isOver else { return }
    readSavedTheme()
    let paintDue = painter.paint(model, preview ?? look.theme, atOnce: isAwaited)
    let changeDue = model.nextChange.map { due in
      Duration.milliseconds(max(1, due.milliseconds - now.milliseconds))
    }
    alarm.set([paintDue, changeDue].compactMap { $0 }.min()) { [post] in post.yield(.tick) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .login, .watch, .send, .hold, .ask, .house: lineEffects.perform(effect)
    case .loginBySetup: lineEffects.login(as: model.setup.email, with: dependencies.password)
    case .useTheme(let name): useTheme(name)
    case .previewTheme(let name):
      preview = name.flatMap { try? dependencies.loadTheme($0) }?.theme
    case .recallView:
      if let person = model.person, let view = dependencies.views?.recall(person) {
        post.yield(.viewRecalled(view))
      }
    case .keepView(let view):
      if let person = model.person { dependencies.views?.keep(view, person) }
    case .copy(let text): dependencies.terminal.copy(text)
    case .announceArrival:
      if let call = dependencies.arrivals { dependencies.terminal.call(call) }
    case .printDay:
      dayPrinting.print(model, isUnicode: dependencies.terminal.capabilities.isUnicode)
    case .redraw: painter.repaintAll()
    case .suspend: dependencies.terminal.suspend()
    case .quit: isOver = true
    }
  }

  private func useTheme(_ name: String) {
    preview = nil
    do throws(ConsoleProblem) {
      look = try dependencies.loadTheme(name)
      post.yield(.themeChanged(name: look.theme.name))
    } catch {
      post.yield(.themeRefused(sentence: error.sentence))
    }
  }

  /// Whoever works on a theme sees it as soon as anything happens after it was saved; looking costs
  /// less than painting a cell. One that turned out wrong leaves the old one on.
  private func readSavedTheme() {
    guard look.hasChanged else { return }
    do throws(ConsoleProblem) {
      look = try dependencies.loadTheme(look.name)
    } catch {
      look.keep()
      post.yield(.themeRefused(sentence: error.sentence))
    }
  }
}
