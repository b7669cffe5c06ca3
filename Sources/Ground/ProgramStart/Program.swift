import ArgumentParser
import Glibc
import Settings

/// How each of our programs runs: as its arguments say, and where something is wrong it ends with
/// one sentence on stderr and a code.
package enum Program {
  /// Of all programs together: they are made and installed as one.
  package static let version = "0.1.0"

  /// What a program ends with (the last two as sysexits.h has them).
  package enum ExitStatus: Int32, Sendable {
    /// A "no" to what was asked for.
    case refused = 1
    /// A mistake that somebody can put right: an order that was not understood, a wrong password.
    case mistake = 2
    /// What it needs is away: another try may succeed later.
    case tryAgainLater = 75
    /// A setting is wrong: another try with the same one fails as well.
    case wrongSettings = 78
  }

  /// What is said at the end, and with what the program ends.
  package struct Failure: Error, Sendable {
    package let sentence: String
    package let code: Int32

    package init(_ sentence: String, _ status: ExitStatus = .mistake) {
      self.init(sentence, code: status.rawValue)
    }

    package init(_ sentence: String, code: Int32) { (self.sentence, self.code) = (sentence, code) }
  }

  /// - Parameter explain: what the program's own errors mean beside `Failure` and `SettingsProblem`;
  ///   nil for any other.
  package static func run<Root: AsyncParsableCommand>(
    _ root: Root.Type, explain: @Sendable (any Error) -> Failure? = { _ in nil }
  ) async {
    do {
      var command = try root.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      let failure =
        switch error {
        case let failure as Failure: failure
        case let problem as SettingsProblem: Failure(problem.sentence, code: problem.exitCode)
        default: explain(error)
        }
      end(root, error, failure)
    }
  }

  private static func end<Root: ParsableCommand>(
    _ root: Root.Type, _ error: any Error, _ failure: Failure?
  ) -> Never {
    if let failure {
      complain(failure.sentence, by: root)
      exit(failure.code)
    }
    if root.exitCode(for: error).isSuccess {
      print(root.fullMessage(for: error))
      exit(0)
    }
    let message = root.fullMessage(for: error)
    complain(message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message, by: root)
    exit(2)
  }

  /// Says a sentence beside the output: on stderr, behind the program's name.
  package static func complain<Root: ParsableCommand>(_ sentence: String, by root: Root.Type) {
    complain(sentence, as: root.configuration.commandName ?? "\(root)")
  }

  package static func complain(_ sentence: String, as name: String) {
    // What was typed may stand in it.
    let harmless = sentence.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).harmless }.joined(separator: "\n")
    let line = Array("\(name): \(harmless)\n".utf8)
    // There is nobody left to tell if this fails.
    _ = write(STDERR_FILENO, line, line.count)
  }
}
