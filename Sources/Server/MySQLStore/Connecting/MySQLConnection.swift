import BookingStore
import CMariaDB

/// One connection to the database. Its calls block, which is why each connection has a queue of its
/// own (`MySQLSession`).
package final class MySQLConnection: SQLConnection {
  /// How long a connection waits.
  enum Purpose {
    case serving
    /// To make triggers and to fill tables takes long.
    case migrating
  }

  private let address: MySQLAddress
  private let handle: UnsafeMutablePointer<MYSQL>
  /// Prepared statements by their text; each is prepared once.
  private var statements: [String: MySQLStatement] = [:]
  /// We have fewer statements. If there are more, the text of some must vary, and all are prepared
  /// anew.
  private static let mostStatements = 128
  private(set) var isBroken = false

  private static let library = frontdesk_mariadb_begin()

  /// `CLIENT_MULTI_STATEMENTS` is for `run`. A prepared statement is still only one statement.
  private static let severalStatements: UInt = 1 << 16

  init(_ address: MySQLAddress, for purpose: Purpose = .serving) throws {
    guard Self.library == 0, let handle = mysql_init(nil) else {
      throw MySQLError(code: 2008, message: "The client library could not be started")
    }
    self.address = address
    self.handle = handle
    Self.setOptions(handle, address, purpose)
    let made = mysql_real_connect(
      handle, address.socket == nil ? address.host : nil, address.user, address.password,
      address.database, address.port, address.socket, Self.severalStatements)
    guard made != nil else { throw MySQLError(of: handle) }
    try run(Self.settings(purpose).joined(separator: "; "))
  }

  package func explained(_ error: any Error) -> StoreFailure {
    StoreFailure(of: error, at: address)
  }

  deinit {
    // Statements are closed before their connection.
    statements = [:]
    mysql_close(handle)
  }

  private static func setOptions(
    _ handle: UnsafeMutablePointer<MYSQL>, _ address: MySQLAddress, _ purpose: Purpose
  ) {
    var connectSeconds: UInt32 = 5
    // Longer than any wait for a lock; a database that says nothing for so long is away.
    var silentSeconds: UInt32 = purpose == .serving ? 15 : 600
    var no: UInt32 = 0
    var yes: my_bool = 1
    mysql_options(handle, MYSQL_OPT_CONNECT_TIMEOUT, &connectSeconds)
    mysql_options(handle, MYSQL_OPT_READ_TIMEOUT, &silentSeconds)
    mysql_options(handle, MYSQL_OPT_WRITE_TIMEOUT, &silentSeconds)
    // A hostile server may not ask for our files.
    mysql_options(handle, MYSQL_OPT_LOCAL_INFILE, &no)
    mysql_options(handle, MYSQL_SET_CHARSET_NAME, "utf8mb4")
    if address.socket == nil {
      var way = MYSQL_PROTOCOL_TCP.rawValue
      mysql_options(handle, MYSQL_OPT_PROTOCOL, &way)
    }
    if let authority = address.certificateAuthority {
      mysql_options(handle, MYSQL_OPT_SSL_CA, authority)
      mysql_options(handle, MYSQL_OPT_SSL_ENFORCE, &yes)
      mysql_options(handle, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &yes)
    }
  }

  private static func settings(_ purpose: Purpose) -> [String] {
    let common = [
      "SET SESSION time_zone = '+00:00'",
      "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
      "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
    ]
    switch purpose {
    case .serving:
      return common + [
        // Together with one more try this is as long as a person waits patiently.
        "SET SESSION innodb_lock_wait_timeout = 2",
        "SET SESSION lock_wait_timeout = 5",
        // If a server freezes in the middle of an order, the database ends its connection after
        // this time, and its locks with it.
        "SET SESSION wait_timeout = 60",
      ]
    case .migrating:
      return common + [
        // To make a trigger, the database waits for open transactions on its table, and everybody
        // else waits behind it. So it waits only a short time, and more often.
        "SET SESSION lock_wait_timeout = 1"
      ]
    }
  }
}

extension MySQLConnection {
  /// Statements without values whose rows nobody reads, separated by semicolons: they cost one
  /// round trip. The first that fails ends them.
  func run(_ sql: String) throws {
    guard mysql_real_query(handle, sql, UInt(sql.utf8.count)) == 0 else {
      throw noted(MySQLError(of: handle))
    }
    while true {
      if let result = mysql_store_result(handle) { mysql_free_result(result) }
      switch mysql_next_result(handle) {
      case 0: continue
      case -1: return
      default: throw noted(MySQLError(of: handle))
      }
    }
  }

  package func rows(_ sql: String, _ values: [StoredValue]) throws -> [TolerantRow] {
    do {
      return try prepared(sql).run(values)
    } catch let error as MySQLError {
      throw noted(error)
    }
  }

  package func execute(_ sql: String, _ values: [StoredValue]) throws { _ = try rows(sql, values) }

  /// Whether the database answers.
  func isAlive() -> Bool { !isBroken && mysql_ping(handle) == 0 }

  var serverVersion: String {
    mysql_get_server_info(handle).map { String(cString: $0) } ?? ""
  }

  private func prepared(_ sql: String) throws -> MySQLStatement {
    if let known = statements[sql] { return known }
    if statements.count >= Self.mostStatements { statements = [:] }
    let statement = try MySQLStatement(sql, on: handle)
    statements[sql] = statement
    return statement
  }

  private func noted(_ error: MySQLError) -> MySQLError {
    if error.isBroken { isBroken = true }
    return error
  }
}

extension MySQLConnection {
  /// One transaction that either commits or leaves nothing behind.
  func writing<T>(_ work: () throws -> T) throws -> T {
    try transaction("START TRANSACTION", work)
  }

  /// One snapshot: every statement sees the database as it was at the same instant.
  func reading<T>(_ work: () throws -> T) throws -> T {
    try transaction(
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; "
        + "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY", work)
  }

  /// One transaction that is always rolled back.
  func takenBack<T>(_ work: () throws -> T) throws -> T {
    try transaction("START TRANSACTION", end: "ROLLBACK", work)
  }

  private func transaction<T>(_ begin: String, end: String = "COMMIT", _ work: () throws -> T)
    throws
    -> T
  {
    try run(begin)
    do {
      let result = try work()
      try run(end)
      return result
    } catch {
      // Where even this fails the connection is lost, and the transaction with it.
      if (try? run("ROLLBACK")) == nil { isBroken = true }
      throw error
    }
  }
}
