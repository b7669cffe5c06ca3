import GRDB

/// Sessions that end in the transaction that ends what they rest on: before, they came back with
/// their account where nobody looked meanwhile.
enum SixthLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE INDEX frontdesk_idx_person_sessions
          ON frontdesk_sessions (person_number, person_kind)
        """)
  }
}
