/// What an error means for whoever asked, for the connection and for everybody else. This table is
/// the one place that says which error is which.
enum MySQLErrorClass: CaseIterable, Hashable, Sendable {
  /// The transaction was rolled back for the sake of another one, and may succeed when it is tried
  /// again as a whole.
  case rolledBack
  /// Another program keeps a row or a table locked for longer than we wait.
  case locked
  /// A unique key has this value already. It is tried again: somebody else may have taken a slot or
  /// a number meanwhile, and the next attempt sees that. If it fails again, the order is refused.
  case duplicate
  /// The connection cannot be used any more; the database itself may be well.
  case connectionLost
  /// The server at the other end may not write any more: after a failover every connection leads to
  /// the wrong place.
  case readOnly
  /// Nobody answers, there is no connection left for us, we are not let in, or there is no room
  /// left to write.
  case away
  /// The database is well and refuses this statement.
  case refused
  /// No line of this table says what it means. It is tried once more, on another connection: an
  /// order that can be carried out must not be refused. If it fails again, only this order is
  /// refused: to call it an outage would stop everybody.
  case unknown

  /// - Parameter state: the SQLSTATE. Its first two characters say what kind of error it is, where a
  ///   code is not named.
  init(code: UInt32, state: String) {
    let kind = String(state.prefix(2))
    // What the shop's own triggers and procedures raise is a refusal, whatever number of the
    // server's they give it. A number of the client library's range (2000 to 2999) cannot come from
    // them unchanged.
    guard kind != "45" else {
      self = .refused
      return
    }
    self =
      Self.table[code] ?? ((2000..<3000).contains(code) ? .away : Self.states[kind] ?? .unknown)
  }

  private static let states: [String: Self] = [
    "01": .refused,  // a warning that strict mode makes an error
    "02": .refused,  // a trigger's cursor at its end
    "08": .connectionLost,  // connection exception
    "0A": .refused,  // feature not supported
    "20": .refused,  // a trigger's CASE without a case
    "21": .refused,  // more rows or columns than fit
    "22": .refused,  // data exception
    "23": .refused,  // integrity constraint
    "24": .refused,  // a trigger's cursor that is not open
    "25": .connectionLost,  // not in this state of the transaction
    "40": .rolledBack,  // transaction rollback
    "42": .refused,  // no such name, no right, no such syntax
    "44": .refused,  // check option of a view
    "70": .connectionLost,  // interrupted
    "XA": .connectionLost,  // a distributed transaction that is not ours
  ]

  private static let table: [UInt32: Self] = {
    var table: [UInt32: Self] = [:]
    for (kind, codes) in codes { for code in codes.keys { table[code] = kind } }
    return table
  }()

  /// Codes of the client library (2000 to 2999) that are not named here are `away`. Codes of the
  /// server that are not named here go by their SQLSTATE. So those whose SQLSTATE says nothing
  /// (`HY000`), or the wrong thing, are named here.
  private static let codes: [(Self, [UInt32: String])] = [
    (
      .rolledBack,
      [
        1213: "deadlock", 1020: "record has changed since it was read (MariaDB's snapshot check)",
        1412: "table altered since the transaction began",
        3101: "rolled back during COMMIT (group replication)",
      ]
    ),
    (
      .locked,
      [
        1205: "lock wait timeout", 3572: "NOWAIT", 1099: "LOCK TABLES READ", 1100: "LOCK TABLES",
        1223: "read lock", 1027: "file locked against change", 1689: "lock aborted",
      ]
    ),
    (
      .duplicate,
      [
        1062: "duplicate entry", 1586: "duplicate entry, with the key's name",
        1022: "duplicate key", 1169: "unique constraint",
      ]
    ),
    (
      .connectionLost,
      [
        1042: "bad host", 1043: "bad handshake", 1047: "Galera node not ready",
        1053: "server shutdown in progress", 1077: "normal shutdown", 1078: "got a signal",
        1079: "shutdown complete", 1080: "forcing a thread closed", 1152: "aborted connection",
        1154: "error reading the pipe", 1155: "error of the socket",
        1156: "packets out of order", 1157: "packet not uncompressed",
        1158: "error reading packets", 1159: "timeout reading packets",
        1160: "error writing packets", 1161: "timeout writing packets",
        1184: "new aborted connection",
        1243: "unknown prepared statement (a proxy changed servers)",
        1317: "query interrupted (KILL QUERY)", 1461: "too many prepared statements",
        1615: "statement has to be prepared anew",
        1927: "connection killed", 1969: "max_statement_time", 3024: "max_execution_time",
        2006: "server has gone away", 2013: "lost connection during a query",
        2014: "commands out of sync", 2027: "malformed packet", 2055: "lost connection at …",
        2057: "table altered since its statement was prepared",
        3168: "server is not available", 3169: "session was killed",
        4031: "idle for too long",
      ]
    ),
    (
      .readOnly,
      [
        1290: "running with --read-only", 1792: "read-only transaction or server",
        1836: "read-only mode", 3750: "read-only because of group replication",
        1036: "table is read only (innodb_read_only, innodb_force_recovery)",
        1874: "InnoDB is in read only mode",
        1881: "not while innodb_force_recovery > 0", 3989: "schema is in read only mode",
        3100: "group replication does not let it commit",
      ]
    ),
    (
      .away,
      [
        1040: "too many connections", 1203: "too many connections of this user",
        1226: "user's limit of resources", 1129: "host blocked", 1130: "host not allowed",
        1044: "no right on this database", 1045: "access denied", 1049: "no such database",
        1698: "access denied without password", 1820: "password has to be changed",
        1862: "password expired", 3118: "account locked", 4151: "account locked (MariaDB)",
        3032: "offline mode",
        1021: "disk full", 1026: "error writing a file", 1030: "error of the storage engine",
        1037: "out of memory", 1038: "out of memory to sort", 1041: "out of memory",
        1114: "table full", 1135: "no new thread", 1180: "error during COMMIT",
        1181: "error during ROLLBACK", 1015: "cannot lock a file", 1016: "cannot open a file",
        1017: "cannot find a file", 1018: "cannot read a directory",
        1023: "error closing a file", 1024: "error reading a file",
        1033: "wrong information in a file", 1034: "wrong key file", 1035: "old key file",
        1194: "table crashed", 1195: "table crashed, repair failed",
        1197: "no room for the transaction in the binary log's cache",
        1206: "no room for more locks", 1286: "storage engine was not loaded",
        1296: "error of the storage engine, in its words", 1297: "passing error of the engine",
        1598: "cannot write the binary log", 1637: "too many transactions at once",
        1712: "index corrupt", 1812: "tablespace missing", 1814: "tablespace discarded",
        1877: "table corrupt", 1878: "error writing a temporary file",
        1932: "table missing in the engine", 3185: "no key to decrypt with",
        3675: "tablespace full",
      ]
    ),
    (
      .refused,
      [
        1364: "no value for a column without a default", 1366: "value does not fit the column",
        1093: "same table read and written", 1193: "unknown system variable",
        1267: "collations mixed", 1271: "collations mixed", 1288: "not updatable",
        1300: "not a text of this character set", 1356: "view of something that has gone",
        1369: "check option of a view", 1411: "value does not fit the function",
        1418: "function without its kind", 1419: "binary log without SUPER",
        1442: "trigger writes its own table", 1449: "definer has gone",
        1456: "recursion too deep", 1467: "no further number for a row",
        1526: "no partition for the value", 1642: "a trigger's SIGNAL, whatever its state",
        1643: "the same", 1644: "the same", 1748: "row outside its partition",
        1906: "value for a generated column", 3105: "value for a generated column",
        3819: "check constraint",
      ]
    ),
    // The database closes the connection because of it, and the packet is too large for the next
    // one too.
    (.unknown, [1153: "packet larger than max_allowed_packet"]),
  ]
}
