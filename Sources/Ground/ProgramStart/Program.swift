import ArgumentParser
import Glibc

/// How each of our programs runs: as its arguments say, and where something is wrong it ends with
/// one sentence on stderr and a code.
package enum Program {
  /// Of all programs together: they are made and installed as one.
  package static let version = "0.1.0"

  /// What is said at the end.
  package struct Failure: Sendable {
    let sentence: String
    let code: Int32

    /// - Parameter code: 1 is a "no" to what was asked for, 2 a mistake that somebody can put right.
    package init(_ sentence: String, code: Int32 = 2) {
      self.sentence = sentence
      self.code = code
    }
  }

  /// - Parameter explain: what the program's own errors mean; nil for any other.
  package static func run<Root: AsyncParsableCommand>(
    _ root: Root.Type, explain: @Sendable (any Error) -> Failure?
  ) async {
    do {
      var command = try root.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(root, error, explain(error))
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
    let name = root.configuration.commandName ?? "\(root)"
    let line = Array("\(name): \(sentence)\n".utf8)
    // There is nobody left to tell if this fails.
    _ = write(STDERR_FILENO, line, line.count)
  }
}
