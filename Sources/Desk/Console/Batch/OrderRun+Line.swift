import BookingDomain
import DeskLanguage
import LinePromise

extension OrderRun {
  /// An order waits a minute for its answer; what takes longer than this in all has failed.
  private static let patience = Duration.seconds(75)

  /// Gives `lines` over a line on which `person` is logged in.
  /// - Returns: an answer for each that was given, in order.
  package static func give(
    _ lines: [String], day: DayWord, isDryRun: Bool, on line: any BookingLine, as person: Person,
    clock: @escaping @Sendable () -> Timestamp
  ) async -> [Answer] {
    let (inbox, post) = AsyncStream<Message>.makeStream()
    let pump = Task {
      for await event in line.events { post.yield(.line(event)) }
      post.finish()
    }
    let limit = Task {
      try await Task.sleep(for: patience)
      post.finish()
    }
    defer {
      pump.cancel()
      limit.cancel()
    }
    var run = OrderRun(lines, day: day, isDryRun: isDryRun, now: clock()) {
      var randomness = SystemRandomNumberGenerator()
      return .random(using: &randomness)
    }
    post.yield(.loggedIn(person))
    for await message in inbox {
      for effect in run.handle(message, at: clock()) { perform(effect, on: line, post) }
      if run.isOver { return run.answers }
    }
    return run.answers + [.unanswered("The server did not answer in time.")]
  }

  private static func perform(
    _ effect: Effect, on line: any BookingLine, _ post: AsyncStream<Message>.Continuation
  ) {
    switch effect {
    case .watch(let days): line.watch(from: days.lowerBound, to: days.upperBound)
    case .send(let command): line.send(command)
    case .ask(let question):
      Task {
        var randomness = SystemRandomNumberGenerator()
        let answer = await line.answer(question)
        post.yield(.answered(question, answer, id: .random(using: &randomness)))
      }
    // A script shows nobody what it types, has no screen, and changes no house.
    case .hold, .house, .login, .loginBySetup, .useTheme, .previewTheme, .redraw, .suspend, .quit:
      break
    }
  }
}
