import Foundation
import Glibc
import Synchronization

/// A MariaDB server of this test run's own: its own data directory, a socket that only this user can
/// reach, no network. One serves all tests of a process; each takes a database of its own. It is
/// gone with the run, however that ends.
///
/// Where `FRONTDESK_TEST_MYSQL` names a `mysqld`, it is MySQL instead (`.make/mysql`). Where that is
/// the URL of a server that stands, with an account that may do everything, the shared one is that.
package final class PrivateMariaDB: Sendable {
  /// Started when the first test asks.
  package static let shared = Task {
    if let standing { PrivateMariaDB(standing: standing) } else { try await PrivateMariaDB() }
  }

  /// Whether the servers that tests start are MySQL, for tests of what is different there.
  package static let isMySQL = mysqld != nil

  private static let named = ProcessInfo.processInfo.environment["FRONTDESK_TEST_MYSQL"].flatMap {
    $0.isEmpty ? nil : $0
  }
  private static let standing = named.flatMap {
    $0.hasPrefix("mysql://") ? URLComponents(string: $0) : nil
  }
  private static let mysqld = standing == nil ? named : nil

  /// MariaDB's own settings: every commit is forced to the disk, and pages are written twice. For
  /// measuring how long a commit takes.
  package static let usualOptions = [
    "--innodb-flush-log-at-trx-commit=1", "--innodb-doublewrite=1",
    "--innodb-buffer-pool-size=128M", "--innodb-log-file-size=96M",
  ]

  package let socket: String
  private let directory: String
  private let options: [String]
  /// Nil where the server is not ours to start and stop.
  private let running: Mutex<RunningProgram?>
  private let base: URLComponents

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

  private init(standing: URLComponents) {
    base = standing
    socket = standing.queryItems?.first { $0.name == "socket" }?.value ?? ""
    directory = ""
    options = []
    running = Mutex(nil)
  }

  private init(data: String, options: [String]) async throws {
    directory = try TestRun.privateDirectory("mariadb")
    socket = directory + "/socket"
    var base = URLComponents()
    base.scheme = "mysql"
    base.user = "root"
    base.host = "localhost"
    base.queryItems = [URLQueryItem(name: "socket", value: socket)]
    self.base = base
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

  /// For the account that may do everything. On our own server it has no password, since nobody
  /// else can reach it; other accounts have none either.
  package func url(_ database: String, user: String? = nil) -> String {
    var url = base
    url.path = "/" + database
    if let user { (url.user, url.password) = (user, nil) }
    return url.string ?? ""
  }

  /// The options with which the database's own programs connect here, as that account.
  package var clientArguments: [String] {
    let place =
      socket.isEmpty
      ? ["--host=\(base.host ?? "127.0.0.1")", "--port=\(base.port ?? 3306)"]
      : ["--socket=\(socket)"]
    return ["--no-defaults", "--user=\(base.user ?? "root")", "--password=\(base.password ?? "")"]
      + place
  }

  /// Its files, of one that was started here.
  package var dataDirectory: String { directory + "/data" }

  /// The folder of the database's own programs, where they are not the system's.
  package static var programs: String {
    mysqld.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path } ?? "/usr/bin"
  }

  package func stop() async { await running.withLock(\.self)?.stop() }

  /// Ends it like a crash: nothing is written back.
  package func kill() async throws {
    guard let server = running.withLock(\.self) else { return }
    server.signal(SIGKILL)
    _ = try await server.finishes()
  }

  /// Starts a server again on the same data and the same socket.
  package func startAgain() async throws {
    let started = try await Self.started(in: directory, options: options)
    running.withLock { $0 = started }
  }

  private static func makeData(in directory: String) async throws {
    let place = ["--datadir=\(directory)/data", temporary(in: directory)]
    let (program, arguments) =
      if let mysqld {
        (mysqld, ["--initialize-insecure", "--innodb-redo-log-capacity=8M"] + place)
      } else {
        (
          "mariadb-install-db",
          ["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db"] + place
        )
      }
    let made = try await RunningProgram.run(program, arguments, within: .seconds(120))
    guard made.ending == .exited(0) else { throw NotStarted(what: "\(program): \(made)") }
  }

  private static func started(in directory: String, options: [String]) async throws
    -> RunningProgram
  {
    let own =
      mysqld == nil
      ? ["--no-defaults", "--innodb-log-file-size=32M", "--sync-frm=0"]
      // What README asks of a server with a binary log, which MySQL has from the beginning.
      : ["--innodb-redo-log-capacity=32M", "--log-bin-trust-function-creators=1"]
    let server = try RunningProgram(
      mysqld ?? "mariadbd",
      own + [
        "--datadir=\(directory)/data",
        temporary(in: directory), "--socket=\(directory)/socket", "--pid-file=\(directory)/pid",
        "--skip-networking", "--innodb-buffer-pool-size=32M", "--max-connections=400",
        // A commit has to survive a crash of the server; a crash of the machine is not tested.
        "--innodb-flush-log-at-trx-commit=2", "--innodb-doublewrite=0",
      ] + options)
    let record = try await server.record.waits(
      for: "the database to be ready", within: .seconds(60)
    ) {
      $0.ending != nil || $0.errors.contains("ready for connections") ? $0 : nil
    }
    if let ending = record.ending {
      throw NotStarted(what: "\(mysqld ?? "mariadbd") \(ending): \(record)")
    }
    return server
  }

  /// A server that starts removes all temporary tables in its directory, also those of others: two
  /// that are set up at the same time in the machine's own directory would fail.
  private static func temporary(in directory: String) -> String { "--tmpdir=\(directory)" }

  private struct NotStarted: Error, CustomStringConvertible {
    let what: String
    var description: String { "The tests' own database could not be started: \(what)" }
  }
}
