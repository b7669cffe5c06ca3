import Foundation
import Glibc
import Synchronization

/// A MariaDB server of this test run's own: its own data directory, a socket that only this user can
/// reach, no network. One serves all tests of a process; each takes a database of its own. It is
/// gone with the run, however that ends.
package final class PrivateMariaDB: Sendable {
  /// Started when the first test asks.
  package static let shared = Task { try await PrivateMariaDB() }

  package let socket: String
  private let directory: String
  private let options: [String]
  private let running: Mutex<RunningProgram>

  package convenience init(options: [String] = []) async throws {
    try await self.init(data: try await Self.emptyData.value, options: options)
  }

  /// Another server with the same data to begin with.
  /// - Parameter original: stopped, so that its files stand still.
  package convenience init(copying original: PrivateMariaDB, options: [String]? = nil)
    async throws
  {
    try await self.init(
      data: original.directory + "/data", options: options ?? original.options)
  }

  private init(data: String, options: [String]) async throws {
    directory = try TestRun.privateDirectory("mariadb")
    socket = directory + "/socket"
    self.options = options
    try FileManager.default.copyItem(atPath: data, toPath: directory + "/data")
    running = Mutex(try await Self.started(in: directory, options: options))
  }

  /// Made once in a run: making it takes seconds, copying it does not.
  private static let emptyData = Task {
    let directory = try TestRun.privateDirectory("mariadb-data")
    try await makeData(in: directory)
    return directory + "/data"
  }

  private var server: RunningProgram { running.withLock(\.self) }

  /// For the account that may do everything; it has no password, since nobody else gets here.
  package func url(_ database: String, user: String = "root") -> String {
    "mysql://\(user)@localhost/\(database)?socket=\(socket)"
  }

  package func stop() async { await server.stop() }

  /// As a crash: nothing is written back, nothing is said.
  package func kill() async throws {
    server.signal(SIGKILL)
    _ = try await server.finishes()
  }

  /// The same data at the same socket, served once more.
  package func startAgain() async throws {
    let started = try await Self.started(in: directory, options: options)
    running.withLock { $0 = started }
  }

  private static func makeData(in directory: String) async throws {
    let made = try await RunningProgram.run(
      "mariadb-install-db",
      [
        "--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db",
        "--datadir=\(directory)/data", temporary(in: directory),
      ], within: .seconds(120))
    guard made.ending == .exited(0) else { throw NotStarted(what: "mariadb-install-db: \(made)") }
  }

  private static func started(in directory: String, options: [String]) async throws
    -> RunningProgram
  {
    let server = try RunningProgram(
      "mariadbd",
      [
        "--no-defaults", "--datadir=\(directory)/data",
        temporary(in: directory), "--socket=\(directory)/socket", "--pid-file=\(directory)/pid",
        "--skip-networking",
        "--innodb-buffer-pool-size=32M", "--innodb-log-file-size=32M", "--max-connections=400",
        // What the server was told survives its crash, and of the machine's nobody asks here.
        "--innodb-flush-log-at-trx-commit=2", "--innodb-doublewrite=0", "--sync-frm=0",
      ] + options)
    let record = try await server.record.waits(for: "MariaDB to be ready", within: .seconds(60)) {
      $0.ending != nil || $0.errors.contains("ready for connections") ? $0 : nil
    }
    if let ending = record.ending { throw NotStarted(what: "mariadbd \(ending): \(record)") }
    return server
  }

  /// Whatever starts on a directory of temporary tables clears it first, of others' tables too: two
  /// that are set up at once in the machine's own would fail.
  private static func temporary(in directory: String) -> String { "--tmpdir=\(directory)" }

  private struct NotStarted: Error, CustomStringConvertible {
    let what: String
    var description: String { "The tests' own MariaDB could not be started: \(what)" }
  }
}
