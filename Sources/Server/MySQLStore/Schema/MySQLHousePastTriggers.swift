import BookingStore

/// Keeps which rows that a board is drawn from were added and removed, whoever did it.
enum MySQLHousePastTriggers {
  static let all = HouseRowKind.allCases.flatMap { kind in
    [
      trigger("came", "AFTER INSERT", kind, came(kind)),
      trigger(
        "altered", "AFTER UPDATE", kind,
        """
        IF \(MySQLTriggers.isChanged([kind.key] + kind.columns)) THEN
            \(went(kind))
            \(came(kind))
          END IF;
        """),
      trigger("went", "AFTER DELETE", kind, went(kind)),
    ]
  }

  private static func trigger(
    _ name: String, _ event: String, _ kind: HouseRowKind, _ line: String
  ) -> MySQLTriggers.Trigger {
    MySQLTriggers.Trigger(
      name: "frontdesk_\(kind.rawValue.lowercased())_\(name)", table: kind.table, event: event,
      body: """
        BEGIN
          \(line)
        END
        """)
  }

  private static func came(_ kind: HouseRowKind) -> String {
    MySQLTriggers.inserted(
      kind.came, kind.sql, of: "NEW.\(kind.key)", into: OwnTables.housePast)
  }

  private static func went(_ kind: HouseRowKind) -> String {
    MySQLTriggers.inserted(
      kind.went, kind.sql, of: "OLD.\(kind.key)", into: OwnTables.housePast)
  }
}
