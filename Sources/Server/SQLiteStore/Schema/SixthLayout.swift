import GRDB

/// Sessions end in the same transaction as what they depend on (`SQLiteAccountTriggers`). Before
/// this layout a session was valid again when its account was switched off and on and nobody had
/// asked in between.
enum SixthLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE INDEX frontdesk_idx_person_sessions
          ON frontdesk_sessions (person_number, person_kind)
        """)
  }
}
