import BookingStore

/// How rows came and went that a board is drawn from, whoever wrote them.
enum SQLiteHousePastTriggers {
  static let statements = HouseRowKind.allCases.flatMap { kind in
    let changed = SQLiteTriggers.isChanged([kind.key] + kind.columns)
    return [
      trigger("replaced", "BEFORE INSERT ON \(kind.table)", kind, [replaced(kind)]),
      trigger("came", "AFTER INSERT ON \(kind.table)", kind, [came(kind)]),
      trigger(
        "altered", "AFTER UPDATE ON \(kind.table) WHEN \(changed)", kind, [went(kind), came(kind)]),
      trigger("went", "AFTER DELETE ON \(kind.table)", kind, [went(kind)]),
    ]
  }

  private static func trigger(
    _ name: String, _ when: String, _ kind: HouseRowKind, _ lines: [String]
  ) -> String {
    """
    CREATE TRIGGER frontdesk_\(kind.rawValue.lowercased())_\(name) \(when)
    BEGIN
      \(lines.map { $0 + ";" }.joined(separator: "\n  "))
    END
    """
  }

  private static func came(_ kind: HouseRowKind) -> String {
    SQLiteTriggers.inserted(
      kind.came, kind.sql, of: "NEW.\(kind.key)", into: OwnTables.housePast)
  }

  private static func went(_ kind: HouseRowKind) -> String {
    SQLiteTriggers.inserted(
      kind.went, kind.sql, of: "OLD.\(kind.key)", into: OwnTables.housePast)
  }

  /// A REPLACE deletes what has the number without a word.
  private static func replaced(_ kind: HouseRowKind) -> String {
    SQLiteTriggers.inserted(
      kind.went, kind.sql, of: "r.\(kind.key)", into: OwnTables.housePast
    ) { SQLiteTriggers.value($0, old: "r") }
      + "\n    FROM \(kind.table) r WHERE r.\(kind.key) = NEW.\(kind.key)"
  }
}
