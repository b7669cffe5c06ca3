/// What an error means for whoever asked, for the connection and for everybody else. This table is
/// the one place that says which error is which.
enum MySQLErrorClass: CaseIterable, Hashable, Sendable {
  /// The transaction was rolled back for the sake of another one, and may succeed when it is tried
  /// again as a whole.
  case rolledBack
  /// Another program keeps a row or a table locked for longer than we wait.
  case locked
  /// A unique key has this value already. Tried again, since somebody else may have taken a slot or
  /// a number meanwhile and the next decision sees it; where it stays, the row is refused.
  case duplicate
  /// The connection is of no use any more, while the database may be well.
  case connectionLost
  /// The server at the other end may not write any more: after a failover every connection leads to
  /// the wrong place.
  case readOnly
  /// Nobody there, nobody who has room for us or lets us in, or no room left to write.
  case away
  /// The database is well and does not take this statement.
  case refused

  init(code: UInt32) {
    self = Self.table[code] ?? ((2000..<3000).contains(code) ? .away : .refused)
  }

  private static let table: [UInt32: Self] = {
    var table: [UInt32: Self] = [:]
    for (kind, codes) in codes { for code in codes.keys { table[code] = kind } }
    return table
  }()

  /// The client library's codes (2000 to 2999) that are not named are `away`; the server's are
  /// `refused`.
  private static let codes: [(Self, [UInt32: String])] = [
    (
      .rolledBack,
      [
        1213: "deadlock", 1020: "record has changed since it was read (MariaDB's snapshot check)",
        1412: "table altered since the transaction began",
      ]
    ),
    (
      .locked,
      [
        1205: "lock wait timeout", 3572: "NOWAIT", 1099: "LOCK TABLES READ", 1100: "LOCK TABLES",
        1223: "read lock",
      ]
    ),
    (.duplicate, [1062: "duplicate entry", 1586: "duplicate entry, with the key's name"]),
    (
      .connectionLost,
      [
        1047: "Galera node not ready", 1053: "server shutdown in progress", 1077: "normal shutdown",
        1079: "shutdown complete", 1152: "aborted connection", 1158: "error reading packets",
        1159: "timeout reading packets", 1160: "error writing packets",
        1161: "timeout writing packets", 1184: "new aborted connection",
        1243: "unknown prepared statement (a proxy changed servers)",
        1317: "query interrupted (KILL QUERY)", 1461: "too many prepared statements",
        1927: "connection killed", 1969: "max_statement_time", 3024: "max_execution_time",
        2006: "server has gone away", 2013: "lost connection during a query",
        2014: "commands out of sync", 2027: "malformed packet", 2055: "lost connection at …",
        2057: "table altered since its statement was prepared",
        4031: "idle for too long",
      ]
    ),
    (
      .readOnly,
      [
        1290: "running with --read-only", 1792: "read-only transaction or server",
        1836: "read-only mode", 3750: "read-only because of group replication",
        1036: "table is read only (innodb_read_only, innodb_force_recovery)",
        1881: "not while innodb_force_recovery > 0", 3989: "schema is in read only mode",
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
        1021: "disk full", 1026: "error writing a file", 1030: "error of the storage engine",
        1037: "out of memory", 1041: "out of memory", 1114: "table full",
        1135: "no new thread", 1180: "error during COMMIT", 1015: "cannot lock a file",
        1016: "cannot open a file", 1023: "error closing a file", 1024: "error reading a file",
        1033: "wrong information in a file", 1034: "wrong key file", 1194: "table crashed",
        1195: "table crashed, repair failed", 1712: "index corrupt", 1877: "table corrupt",
        1932: "table missing in the engine", 3675: "tablespace full",
      ]
    ),
  ]
}
