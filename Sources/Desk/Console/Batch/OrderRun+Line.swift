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
    let effects = LineEffects(line: line, post: post)
    let pump = effects.pump(endsAll: true)
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
      for effect in run.handle(message, at: clock()) where effect.isForScripts {
        effects.perform(effect)
      }
      if run.isOver { return run.answers }
    }
    return run.answers + [.unanswered("The server did not answer in time.")]
  }
}

extension Effect {
  /// A script shows nobody what it types, changes no house, and has logged in before it begins.
  fileprivate var isForScripts: Bool {
    switch self {
    case .hold, .house, .login: false
    default: true
    }
  }
}
