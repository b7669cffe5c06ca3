import BookingDomain
import BookingStore

/// The house as the database has it, read in one snapshot, for whoever wants to see or change it.
package struct HouseRecord: Sendable {
  struct Kind: Hashable, Sendable {
    let id: ServiceTypeID
    let name: String
    let isActive: Bool
  }

  let spa: Spa
  let kinds: [Kind]
  let facts: [SpaFact: String]
  /// The zone that the database's times are in; nil where no server has run on it yet.
  let zone: String?
  /// Services that ask for a consultation before them.
  let consultations: Set<ServiceID>
  /// How long somebody has done it; nobody is missing who has any.
  let years: [UserID: Int]
  /// What the web shop says of something, by what it is and its number.
  let abouts: [HouseThing: [Int64: String]]

  /// Days of which hours that are set for them alone are listed.
  private static let listedDays = 60

  /// - Parameter today: what is set for single days before it is not listed.
  package init(_ db: any SQLConnection, today: LocalDate) throws {
    spa = try SpaRows.fetch(db, shiftsOn: today...today + Self.listedDays)
    kinds = try db.rows(
      """
      SELECT service_type_id, substr(name, 1, 200) AS name, is_active FROM service_types ORDER BY 1
      """
    ).compactMap { row in
      guard let id: ServiceTypeID = row.id("service_type_id") else { return nil }
      return Kind(
        id: id, name: row.nonBlankText("name") ?? "Kind \(id)",
        isActive: row.int64("is_active") != 0)
    }
    facts = try SpaEditing(db).facts()
    zone = try db.row("SELECT zone_name FROM frontdesk_settings WHERE id = 1")?.text("zone_name")
    consultations = Set(
      try db.rows("SELECT service_id FROM services WHERE requires_consultation <> 0")
        .compactMap { row -> ServiceID? in row.id("service_id") })
    years = Dictionary(
      try db.rows(
        "SELECT user_id, years_of_experience AS years FROM therapists WHERE years_of_experience > 0"
      ).compactMap { row -> (UserID, Int)? in
        guard let id: UserID = row.id("user_id") else { return nil }
        return row.int("years", in: 1...200).map { (id, $0) }
      }, uniquingKeysWith: { first, _ in first })
    abouts = try Dictionary(
      uniqueKeysWithValues: HouseThing.allCases.map { ($0, try Self.abouts(of: $0, db)) })
  }

  /// Letters of a description that a list shows.
  private static let shownLetters = 200

  private static func abouts(of thing: HouseThing, _ db: any SQLConnection) throws
    -> [Int64: String]
  {
    let (table, column) = thing.about
    let rows = try db.rows(
      """
      SELECT \(thing.number) AS n, substr(\(column), 1, \(shownLetters)) AS about FROM \(table)
      WHERE \(column) IS NOT NULL
      """)
    return Dictionary(
      rows.compactMap { row in
        row.int64("n").flatMap { number in
          row.nonBlankText("about").map {
            (number, $0.split(whereSeparator: \.isNewline).joined(separator: " "))
          }
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  package var name: String { spa.name }

  func kind(_ id: ServiceTypeID?) -> String {
    id.flatMap { id in kinds.first { $0.id == id }?.name } ?? ""
  }
}
