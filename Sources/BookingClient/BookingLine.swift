import BookingDomain

/// The line to one booking server: logs in, keeps connected, delivers events once and in order,
/// and sees every command through to its answer.
///
/// The front door of this module. Sockets and clocks stand inside; the rules over time are the
/// plain values beside this file.
package protocol BookingLine: Sendable {
  /// Everything that happens, for one reader.
  var events: AsyncStream<ClientEvent> { get }

  /// Opens a session. Returns who it is for.
  /// - Throws: `LoginFailure` with the sentence to show.
  func login(email: String, password: String) async throws -> Person

  /// Shows these days from now on: a snapshot, then every change. Replaces what was watched.
  func watch(from: LocalDate, to: LocalDate)

  /// Sees `command` through: sent now or after the reconnect, under the one request id, until it
  /// is accepted, refused or past its `notAfter`. The outcome comes as an event.
  func send(_ command: Command)

  /// Logs out and closes. `events` ends.
  func close() async
}

package struct LoginFailure: Error, Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    case wrongPassword
    case unreachable
    /// The server's certificate is not to be trusted, and why.
    case untrusted
    case rejected
  }

  package let code: Code
  package let sentence: String

  package init(_ code: Code, _ sentence: String) {
    self.code = code
    self.sentence = sentence
  }
}
