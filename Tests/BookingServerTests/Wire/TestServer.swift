import BookingDomain
import BookingLab
import BookingProtocol
import BookingTesting
import Foundation
import Logging
import NIOCore
import SQLiteStore
import Testing

@testable import BookingServer

/// The real server on a free port, in front of a real SQLite file with the contract's spa, whose
/// people all have the password `demo`. Its clock shows 09:50 of the spa's day and stands still
/// until a test moves it.
struct TestServer {
  /// Of `demo`, at bcrypt's lowest cost so that tests are quick.
  static let demoHash = "$2a$04$abcdefghijklmnopqrstuukpT6/rAWFFcbBfEblfGqmNEecvFUNVy"

  let server: BookingServer
  let store: SQLiteStore
  /// Between the server and its store.
  let faults: FaultyStore
  let clock: ManualClock
  private let path: String

  var port: Int { server.port }

  /// Starts a server, lets `body` use it, and stops it whatever happens.
  static func running(
    _ configure: (inout ServerConfiguration) -> Void = { _ in },
    _ body: (TestServer) async throws -> Void
  ) async throws {
    let path = try TestRun.privateDirectory("server") + "/spa.db"
    let store = try await SQLiteStore.open(path: path, createIfMissing: true)
    let clock = ManualClock(ContractSpa.now.instant)
    try await ForeignSQLite.run(ContractSpa.statements, on: path)
    try await ForeignSQLite.run(
      [
        "UPDATE users SET hash_password = '\(demoHash)'",
        "UPDATE customers SET hash_password = '\(demoHash)'",
      ], on: path)
    var configuration = ServerConfiguration()
    configuration.port = 0
    configuration.drainTime = .seconds(2)
    configure(&configuration)
    var log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    log.logLevel = .critical
    let faults = FaultyStore(store)
    let server = try await BookingServer.start(
      configuration, store: faults,
      clock: Clock(
        { clock.now },
        uptime: { .uptimeNanoseconds(UInt64(clock.now.milliseconds) * 1_000_000) }),
      log: log, threads: 2)
    let test = TestServer(
      server: server, store: store, faults: faults, clock: clock, path: path)
    do { try await body(test) } catch {
      await server.drain()
      store.close()
      throw error
    }
    await server.drain()
    store.close()
  }

  /// As another program would write.
  func foreignSQL(_ statements: String...) async throws {
    try await ForeignSQLite.run(statements, on: path)
  }

  // MARK: People

  func login(_ email: String, _ password: String = "demo") async throws -> WireAnswer {
    try await http(
      "POST", "/api/login", body: #"{"email":"\#(email)","password":"\#(password)"}"#)
  }

  func token(_ email: String) async throws -> String {
    let answer = try await login(email)
    try #require(answer.status == 200, "\(answer)")
    return try LoginCoding.decodeAnswer(answer.body.utf8).token
  }

  /// A socket of somebody who has logged in, its welcome received.
  func socket(_ email: String, _ path: String) async throws -> WireSocket {
    let socket = try await open(path, ["Authorization: Bearer \(try await token(email))"])
    _ = try await socket.message { if case .connectionEstablished = $0 { true } else { nil } }
    return socket
  }

  /// Lan of the reception, watching the spa's day.
  func deskWatching(_ email: String = "lan@spa.vn", user: Int = 2) async throws -> WireSocket {
    let socket = try await socket(email, "/websocket/booking/receptionist/\(user)")
    socket.send(.subscribeBookingUpdates(.init(from: ContractSpa.date)))
    _ = try await socket.message { if case .subscribed = $0 { true } else { nil } }
    return socket
  }

  func open(_ path: String, _ headers: [String] = []) async throws -> WireSocket {
    try await WireSocket.open(port: port, path: path, headers: headers)
  }

  func http(_ method: String, _ path: String, _ headers: [String] = [], body: String = "")
    async throws -> WireAnswer
  {
    let lines =
      ["\(method) \(path) HTTP/1.1", "Host: localhost", "Connection: close"]
      + headers + ["Content-Length: \(body.utf8.count)"]
    return try await raw(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
  }

  /// Gives an order over HTTP.
  /// - Parameter token: nil for somebody who shows none.
  func post(_ order: Command, _ token: String?) async throws
    -> (answer: WireAnswer, message: ServerMessage?)
  {
    let body = ClientCoding.encode(ClientEnvelope(.command(order)), timestamp: clock.now)
    let answer = try await http(
      "POST", "/api/commands", token.map { ["Authorization: Bearer \($0)"] } ?? [],
      body: String(decoding: body, as: UTF8.self))
    return (answer, try? ServerCoding.decodeArray(answer.body.utf8).first?.message)
  }

  /// Sends exactly these bytes and takes everything until the server closes.
  func raw(_ text: String) async throws -> WireAnswer {
    try await WireAnswer.of(text, port: port)
  }
}
