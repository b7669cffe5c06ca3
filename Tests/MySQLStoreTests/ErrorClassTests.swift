import BookingDomain
import BookingStore
import BookingTesting
import Foundation
import Testing

@testable import MySQLStore

/// Every error is raised by a real server: what a code means is not ours to remember.
@Suite struct ErrorClassTests {
  struct Raised: Sendable, CustomStringConvertible {
    let code: UInt32
    let kind: MySQLErrorClass
    let preparation: [String]
    let statement: String

    init(
      _ code: UInt32, _ statement: String, after preparation: [String] = [],
      kind: MySQLErrorClass = .refused
    ) {
      self.code = code
      self.kind = kind
      self.preparation = preparation
      self.statement = statement
    }

    var description: String { "\(code) \(statement.prefix(60))" }
  }

  static let refused = [
    Raised(
      1406, "UPDATE rooms SET description = 'far too long' WHERE room_id = 1",
      after: ["ALTER TABLE rooms MODIFY description VARCHAR(3)"]),
    Raised(1366, "UPDATE bookings SET duration_minutes = 'long' WHERE booking_id = 1"),
    Raised(
      1366, "UPDATE rooms SET description = '💆' WHERE room_id = 1",
      after: ["ALTER TABLE rooms MODIFY description TEXT CHARACTER SET utf8mb3"]),
    Raised(1264, "UPDATE bookings SET duration_minutes = 99999999999 WHERE booking_id = 1"),
    Raised(1292, "UPDATE bookings SET appointment_date = '2026-02-31' WHERE booking_id = 1"),
    Raised(
      PrivateMariaDB.isMySQL ? 3819 : 4025,
      "UPDATE payment_item_usage SET booked_quantity = -1 WHERE payment_item_id = 1"),
    Raised(1452, "UPDATE bookings SET room_id = 999 WHERE booking_id = 1"),
    Raised(1451, "DELETE FROM customers WHERE customer_id = 5"),
    Raised(1048, "UPDATE bookings SET room_id = NULL WHERE booking_id = 1"),
    Raised(
      1644, "UPDATE rooms SET capacity = 3 WHERE room_id = 1",
      after: [
        "CREATE TRIGGER shop_no BEFORE UPDATE ON rooms FOR EACH ROW"
          + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'stocktaking'"
      ]),
    Raised(
      1062,
      "UPDATE customers SET phone_number = (SELECT p FROM"
        + " (SELECT phone_number AS p FROM customers WHERE customer_id = 6) AS x)"
        + " WHERE customer_id = 5", kind: .duplicate),
    Raised(1054, "UPDATE bookings SET no_such_column = 1 WHERE booking_id = 1"),
    Raised(1146, "UPDATE no_such_table SET a = 1"),
    Raised(
      1449, "UPDATE rooms SET capacity = 3 WHERE room_id = 1",
      after: [
        "CREATE DEFINER = nobody_at_all@localhost TRIGGER shop_lost BEFORE UPDATE ON rooms"
          + " FOR EACH ROW SET NEW.capacity = 2"
      ]),
    Raised(1365, "UPDATE bookings SET duration_minutes = 1 / 0 WHERE booking_id = 1"),
  ]

  @Test(arguments: refused)
  func aRowThatIsNotTakenIsNoOutage(_ raised: Raised) async throws {
    let database = try await TestDatabase()
    try database.runForeignSQL(ContractSpa.statements + raised.preparation)
    let connection = try database.connection()
    let error = #expect(throws: MySQLError.self) { try connection.run(raised.statement) }
    #expect(error?.code == raised.code, "\(error?.description ?? "nothing")")
    #expect(error?.kind == raised.kind)
    #expect(connection.isBroken == false)
    try connection.run("SELECT 1")
    try database.drop()
  }

  /// What cannot be brought about at will: a server raises it all the same, with the number and state
  /// that its manual gives.
  static let raised: [(MySQLErrorClass, state: String, [UInt32])] = [
    // A server that is going down, or has lost the way to us.
    (.connectionLost, "08S01", [1053, 1077, 1080, 1152, 1158, 1159, 1160, 1161, 1184, 1047]),
    (.connectionLost, "70100", [1317, 1927, 1969]),
    (.connectionLost, "HY000", [1615, 3024, 3168, 3169]),
    (.rolledBack, "40001", [1213]),
    (.rolledBack, "HY000", [1020, 3101]),
    (.locked, "HY000", [1205, 1027, 1689]),
    (.readOnly, "HY000", [1290, 1836, 3100]),
    (.away, "HY000", [1021, 1026, 1030, 1114, 1180, 1181, 1194, 1195, 1206]),
    (.away, "08004", [1040]),
    (.away, "42000", [1203, 1226, 1286]),
    (.duplicate, "23000", [1062, 1022, 1169]),
    // No line is theirs: the state says it.
    (.connectionLost, "08S01", [39_001]),
    (.rolledBack, "40001", [39_001]),
    (.refused, "22003", [39_001]),
    (.refused, "23000", [39_001]),
    (.refused, "42000", [39_001]),
    // Nor does the state say anything.
    (.unknown, "HY000", [39_001, 1105, 1815]),
    (.unknown, "08S01", [1153]),
    // The shop's own no, whatever number it takes for it.
    (.refused, "45000", [1644, 1205, 1053, 1062, 39_001]),
    (.refused, "08S01", [1644]), (.refused, "70100", [1644]), (.refused, "XA100", [1644]),
  ]

  @Test func whatAServerRaisesIsWhatItsCodeAndItsStateSay() async throws {
    let database = try await TestDatabase.lent()
    for (kind, state, codes) in Self.raised {
      for code in codes {
        let connection = try database.connection()
        try connection.run("DROP PROCEDURE IF EXISTS raises")
        try connection.run(
          "CREATE PROCEDURE raises() SIGNAL SQLSTATE '\(state)' SET MYSQL_ERRNO = \(code)")
        let typed = #expect(throws: MySQLError.self) { try connection.run("CALL raises()") }
        let prepared = #expect(throws: MySQLError.self) {
          try connection.execute("CALL raises()", [])
        }
        for error in [typed, prepared] {
          #expect(error?.code == code && error?.state == state && error?.kind == kind)
        }
        let isLost = [.connectionLost, .readOnly, .unknown].contains(kind)
        #expect(connection.isBroken == isLost, "\(code) \(state)")
      }
    }
    try database.runForeignSQL(["DROP PROCEDURE raises"])
    try database.giveBack()
  }

  @Test func whoeverIsKilledNeedsAnotherConnection() async throws {
    let database = try await TestDatabase()
    let victim = try database.connection()
    let number = try victim.row("SELECT CONNECTION_ID() AS n")?.int64("n") ?? 0
    try database.connection().run("KILL \(number)")
    let error = #expect(throws: MySQLError.self) { try victim.run("SELECT 1") }
    #expect(error?.kind == .connectionLost, "\(error?.description ?? "nothing")")
    #expect(victim.isBroken)
    try database.drop()
  }

  @Test func aDeniedRightIsARefusalAndAWrongPasswordIsNot() async throws {
    let database = try await TestDatabase()
    let user = "reader_\(database.name)"
    try database.runForeignSQL([
      "CREATE USER \(user)@localhost", "GRANT SELECT ON \(database.name).* TO \(user)@localhost",
      "CREATE USER \(user)_x@localhost IDENTIFIED BY 'secret'",
    ])
    let reader = try MySQLConnection(
      MySQLAddress(database.server.url(database.name, user: user)))
    let denied = #expect(throws: MySQLError.self) { try reader.run("DELETE FROM bookings") }
    #expect(denied?.code == 1142 && denied?.kind == .refused)
    let shut = #expect(throws: MySQLError.self) {
      try MySQLConnection(MySQLAddress(database.server.url(database.name, user: "\(user)_x")))
    }
    #expect(shut?.code == 1045 && shut?.kind == .away)
    try database.runForeignSQL(["DROP USER \(user)@localhost, \(user)_x@localhost"])
    try database.drop()
  }

  @Test func onlyReadingIsTheWrongServer() async throws {
    let database = try await TestDatabase()
    let connection = try database.connection()
    try connection.run("START TRANSACTION READ ONLY")
    let error = #expect(throws: MySQLError.self) { try connection.run("DELETE FROM bookings") }
    #expect(error?.code == 1792 && error?.kind == .readOnly)
    try database.drop()
  }

  @Test func aServerThatMayNotBeWrittenIsTheWrongServer() async throws {
    let server = try await PrivateMariaDB()
    let root = try MySQLConnection(MySQLAddress(server.url("mysql")))
    for statement in [
      "CREATE DATABASE spa", "CREATE TABLE spa.notes (note INT) ENGINE = InnoDB",
      "CREATE USER desk@localhost", "GRANT ALL ON spa.* TO desk@localhost",
      "SET GLOBAL read_only = 1",
    ] {
      try root.run(statement)
    }
    let desk = try MySQLConnection(MySQLAddress(server.url("spa", user: "desk")))
    let demoted = #expect(throws: MySQLError.self) {
      try desk.run("INSERT INTO notes VALUES (1)")
    }
    #expect(demoted?.code == 1290 && demoted?.kind == .readOnly)
    await server.stop()
    let frozen = try await PrivateMariaDB(copying: server, options: ["--innodb-read-only=1"])
    let there = try MySQLConnection(MySQLAddress(frozen.url("spa")))
    let error = #expect(throws: MySQLError.self) { try there.run("INSERT INTO notes VALUES (1)") }
    // MySQL cannot lock the table for it.
    let (code, kind): (UInt32, MySQLErrorClass) =
      PrivateMariaDB.isMySQL ? (1015, .away) : (1036, .readOnly)
    #expect(error?.code == code && error?.kind == kind)
    await frozen.stop()
  }

  @Test func aFullTableIsAnOutage() async throws {
    let database = try await TestDatabase()
    let connection = try database.connection()
    for statement in [
      "SET max_heap_table_size = 16384",
      "CREATE TABLE small (note VARCHAR(1000)) ENGINE = MEMORY",
    ] {
      try connection.run(statement)
    }
    let error = #expect(throws: MySQLError.self) {
      try connection.run(
        "INSERT INTO small WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n"
          + " WHERE i < 900) SELECT REPEAT('x', 1000) FROM n")
    }
    #expect(error?.code == 1114 && error?.kind == .away)
    try database.drop()
  }

  @Test func tooManyConnectionsAreAnOutage() async throws {
    let server = try await PrivateMariaDB(options: ["--max-connections=10"])
    try MySQLConnection(MySQLAddress(server.url("mysql"))).run("CREATE USER desk@localhost")
    var open: [MySQLConnection] = []
    var met: MySQLError?
    while met == nil, open.count < 20 {
      do {
        open.append(try MySQLConnection(MySQLAddress(server.url("mysql", user: "desk"))))
      } catch let error as MySQLError {
        if error.code == 1044 {
          open.append(try MySQLConnection(MySQLAddress(server.url("mysql"))))
        } else {
          met = error
        }
      }
    }
    #expect(met?.code == 1040 && met?.kind == .away)
    open = []
    await server.stop()
  }
}

/// What a person at the desk meets, on a whole store.
@Suite struct RefusedRowTests {
  /// Carries the order out on a spa that was prepared so.
  private static func failure(
    _ order: Command, after preparation: [String]
  ) async throws -> StoreFailure? {
    let database = try await TestDatabase()
    let store = try await database.openContractSpa()
    try database.runForeignSQL(preparation)
    var met: StoreFailure?
    do {
      _ = try await store.perform(order, by: ContractSpa.lan, now: ContractSpa.now)
    } catch let failure as StoreFailure {
      met = failure
    }
    #expect(store.obstacle() == nil, "nobody else notices")
    let other = try await store.perform(
      ContractSpa.command(ContractSpa.other, ContractSpa.change(.confirmed)), by: ContractSpa.lan,
      now: ContractSpa.now)
    guard case .accepted = other.result else {
      Issue.record("\(other.result)")
      return met
    }
    await store.close()
    try database.drop()
    return met
  }

  @Test func aNoteThatDoesNotFitIsRefusedInTheDatabasesWords() async throws {
    let failure = try await Self.failure(
      ContractSpa.command(ContractSpa.morning, .writeNotes("much longer than that")),
      after: ["ALTER TABLE bookings MODIFY booking_notes VARCHAR(5)"])
    #expect(failure?.code == .refused)
    #expect(failure?.words?.contains("Data too long for column 'booking_notes'") == true)
  }

  @Test func anEmojiInAnOldColumnIsRefused() async throws {
    let failure = try await Self.failure(
      ContractSpa.command(ContractSpa.morning, .writeNotes("💆")),
      after: ["ALTER TABLE bookings MODIFY booking_notes TEXT CHARACTER SET utf8mb3"])
    #expect(failure?.code == .refused)
  }

  @Test func whatTheShopsOwnTriggerForbidsIsRefusedWithItsMessage() async throws {
    let failure = try await Self.failure(
      ContractSpa.command(ContractSpa.morning, .writeNotes("x")),
      after: [
        """
        CREATE TRIGGER shop_no BEFORE UPDATE ON bookings FOR EACH ROW
          IF NOT (NEW.booking_notes <=> OLD.booking_notes) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'No notes during stocktaking';
          END IF
        """
      ])
    #expect(failure?.words == "No notes during stocktaking")
  }

  private static func signalling(_ raised: String, only condition: String = "TRUE") -> String {
    """
    CREATE TRIGGER shop_no BEFORE UPDATE ON bookings FOR EACH ROW
      IF NOT (NEW.booking_notes <=> OLD.booking_notes) AND \(condition) THEN
        SIGNAL \(raised);
      END IF
    """
  }

  @Test func anErrorThatNobodyKnowsIsRefusedToWhoOrdered() async throws {
    let failure = try await Self.failure(
      ContractSpa.command(ContractSpa.morning, .writeNotes("x")),
      after: [
        Self.signalling("SQLSTATE 'HY000' SET MYSQL_ERRNO = 39001, MESSAGE_TEXT = 'Out of tune'")
      ])
    #expect(failure?.code == .refused && failure?.mark == 39_001)
    #expect(failure?.words == "Out of tune")
  }

  /// A server in trouble may say of a connection what nobody has heard of before.
  @Test func anErrorThatNobodyKnowsIsTriedAgainOnAnotherConnection() async throws {
    let database = try await TestDatabase.lent()
    let store = try await database.openContractSpa()
    _ = try await store.confirms(ContractSpa.other)
    let newest = try database.connection().row("SELECT CONNECTION_ID() AS n")?.int64("n") ?? 0
    try database.runForeignSQL([
      Self.signalling(
        "SQLSTATE 'HY000' SET MYSQL_ERRNO = 39001", only: "CONNECTION_ID() <= \(newest)")
    ])
    let answer = try await store.perform(
      ContractSpa.command(ContractSpa.morning, .writeNotes("x")), by: ContractSpa.lan,
      now: ContractSpa.now)
    guard case .accepted = answer.result else {
      Issue.record("\(answer.result)")
      return
    }
    #expect(store.obstacle() == nil)
    await store.close()
    try database.runForeignSQL(["DROP TRIGGER shop_no"])
    try database.giveBack()
  }

  @Test func aKeyThatIsNotOursIsRefused() async throws {
    let failure = try await Self.failure(
      ContractSpa.command(ContractSpa.morning, .writeNotes("once")),
      after: [
        "UPDATE bookings SET booking_notes = 'once' WHERE booking_id = 3",
        "UPDATE bookings SET booking_notes = 'twice' WHERE booking_id = 2",
        "ALTER TABLE bookings ADD UNIQUE KEY shop_notes (booking_notes(10))",
      ])
    #expect(failure?.code == .refused)
    #expect(failure?.words?.contains("Duplicate entry 'once'") == true)
  }

  @Test func aKilledConnectionIsReplacedAndTheOrderCarriedOut() async throws {
    try await TestDatabase.withContractSpa { database, store in
      let root = try database.connection()
      let own = try root.row("SELECT CONNECTION_ID() AS n")?.int64("n")
      let others = try root.rows(
        "SELECT id FROM information_schema.processlist WHERE db = ?", [.text(database.name)])
      for id in others.compactMap({ $0.int64("id") }) where id != own {
        try? root.run("KILL \(id)")
      }
      #expect(try await store.confirms(ContractSpa.morning))
      #expect(store.obstacle() == nil)
    }
  }

  /// The address leads to a server that was demoted, and then to the new primary.
  @Test func aDemotedPrimaryIsLeft() async throws {
    let old = try await PrivateMariaDB()
    let root = try MySQLConnection(MySQLAddress(old.url("mysql")))
    for statement in [
      "CREATE DATABASE spa", "CREATE USER desk@localhost",
      "GRANT SELECT, INSERT, UPDATE, DELETE ON spa.* TO desk@localhost",
    ] {
      try root.run(statement)
    }
    let migration = Migration(try MySQLAddress(old.url("spa")))
    try migration.carryOut(migration.creating()) { _ in }
    try migration.carryOut(migration.installing()) { _ in }
    let filling = try MySQLConnection(MySQLAddress(old.url("spa")))
    for statement in ContractSpa.statements { try filling.run(statement) }
    await old.stop()
    let new = try await PrivateMariaDB(copying: old)
    try await old.startAgain()

    let name = try TestRun.privateDirectory("address") + "/socket"
    try FileManager.default.createSymbolicLink(atPath: name, withDestinationPath: old.socket)
    let store = try await MySQLStore.open(
      MySQLAddress("mysql://desk@localhost/spa?socket=\(name)"))
    try MySQLConnection(MySQLAddress(old.url("mysql"))).run("SET GLOBAL read_only = 1")
    let order = ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed))
    let failure = await #expect(throws: StoreFailure.self) {
      try await store.perform(order, by: ContractSpa.lan, now: ContractSpa.now)
    }
    #expect(failure?.code == .unavailable)
    #expect(store.obstacle() != nil, "nobody can order")
    try FileManager.default.removeItem(atPath: name)
    try FileManager.default.createSymbolicLink(atPath: name, withDestinationPath: new.socket)
    let answer = try await store.perform(order, by: ContractSpa.lan, now: ContractSpa.now)
    guard case .accepted = answer.result else {
      Issue.record("\(answer.result)")
      return
    }
    let there = try MySQLConnection(MySQLAddress(new.url("spa"))).row(
      "SELECT booking_status AS s FROM bookings WHERE booking_id = 1")
    #expect(there?.text("s") == "CONFIRMED")
    #expect(store.obstacle() == nil)
    await store.close()
    await old.stop()
    await new.stop()
  }
}
