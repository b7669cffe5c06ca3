import BookingStore

/// Keeps which rows that a board is drawn from were added and removed, whoever did it.
///
/// A REPLACE deletes rows without carrying out their delete triggers. So the rows that it may
/// delete are written down before it as lines that do not count yet (`came` is 2). After the write
/// they count: a write that succeeded has deleted these rows. Where nothing was written (OR IGNORE,
/// an upsert), the next write removes the lines.
enum SQLiteHousePastTriggers {
  static let statements = HouseRowKind.allCases.flatMap { kind in
    let keys = [kind.key] + kind.uniqueColumns
    let changed = SQLiteTriggers.isChanged([kind.key] + kind.columns)
    let updated = "UPDATE OF \(keys.joined(separator: ", ")) ON \(kind.table)"
    let others = "r.\(kind.key) <> OLD.\(kind.key) AND"
    return [
      trigger("may_replace", "BEFORE INSERT ON \(kind.table)", kind, [forget, mayGo(kind, keys)]),
      trigger("came", "AFTER INSERT ON \(kind.table)", kind, [count, came(kind)]),
      trigger(
        "may_replace_by_update", "BEFORE \(updated)", kind, [forget, mayGo(kind, keys, others)]),
      trigger("replaced_by_update", "AFTER \(updated)", kind, [count]),
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

  private static let forget = "DELETE FROM frontdesk_house_past WHERE came = 2"
  private static let count = "UPDATE frontdesk_house_past SET came = 0 WHERE came = 2"

  private static func mayGo(_ kind: HouseRowKind, _ keys: [String], _ condition: String = "")
    -> String
  {
    SQLiteTriggers.inserted(
      kind.went, kind.sql, of: "r.\(kind.key)", into: OwnTables.housePast
    ) { if case .came = $0 { "2" } else { SQLiteTriggers.value($0, old: "r") } }
      + "\n    FROM \(kind.table) r WHERE \(condition)"
      + " (\(keys.map { "r.\($0) = NEW.\($0)" }.joined(separator: " OR ")))"
  }
}

extension HouseRowKind {
  /// The columns beside the key in which no two rows may have the same value (`SQLiteShopTables`).
  fileprivate var uniqueColumns: [String] {
    switch self {
    case .person: ["email", "phone_number"]
    case .hours: ["day_of_week"]
    case .room: ["name"]
    case .block, .timeOff, .shift, .therapist, .bed: []
    }
  }
}
