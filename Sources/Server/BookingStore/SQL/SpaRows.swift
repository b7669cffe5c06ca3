import BookingDomain

/// The spa's people, places and services.
package enum SpaRows {
  /// A table with rows that are somebody's: whoever begins a spa there would lose them. What a web
  /// shop's own installation brings (opening hours, kinds of service, the spa's name) may be replaced.
  /// - Returns: nil where nobody has a spa yet.
  package static func inhabitedTable(_ db: some SQLConnection) throws -> String? {
    try ["bookings", "users", "customers", "services", "rooms"].first {
      try db.row("SELECT 1 AS one FROM \($0) LIMIT 1") != nil
    }
  }

  /// - Parameter days: single days outside, for which somebody's hours are set, are left out; nil is
  ///   all of them.
  package static func fetch(
    _ db: some SQLConnection, shiftsOn days: ClosedRange<LocalDate>? = nil
  ) throws -> Spa {
    Spa(
      name: try name(db), therapists: try therapists(db), services: try services(db),
      rooms: try rooms(db), beds: try beds(db), hours: try hours(db),
      shifts: try ShiftRows.all(on: days, db))
  }

  /// The spa as it is drawn on a day: with whoever has bookings then, also people who have left
  /// or never were therapists, since a booking is drawn and never hidden.
  package static func fetch(
    _ db: some SQLConnection, for bookings: [Booking],
    shiftsOn days: ClosedRange<LocalDate>? = nil
  ) throws -> Spa {
    var spa = try fetch(db, shiftsOn: days)
    let known = Set(spa.therapists.map(\.id))
    for id in Set(bookings.map(\.therapist)).subtracting(known).sorted() {
      let user = try db.row(
        "SELECT substr(full_name, 1, 200) AS name FROM users WHERE user_id = ?",
        [.integer(id.number)])
      spa.therapists.append(
        Therapist(
          id: id, name: user?.nonBlankText("name") ?? "User \(id)",
          serviceType: nil, state: .offline))
    }
    return spa
  }

  /// The spa's own, as `name`.
  package static let nameQuery =
    "SELECT substr(name, 1, 200) AS name FROM spa_information ORDER BY spa_id LIMIT 1"

  private static func name(_ db: some SQLConnection) throws -> String {
    let row = try db.row(nameQuery)
    return row?.nonBlankText("name") ?? "Spa"
  }

  /// Therapist users without a `therapists` row exist; they can do no service but may be booked.
  private static func therapists(_ db: some SQLConnection) throws -> [Therapist] {
    try rows(
      db,
      """
      SELECT u.user_id, substr(u.full_name, 1, 200) AS full_name, t.service_type_id,
        t.availability_status
      FROM users u JOIN roles r ON r.role_id = u.role_id
      LEFT JOIN therapists t ON t.user_id = u.user_id
      WHERE r.name = 'THERAPIST' AND u.is_active <> 0
      ORDER BY u.user_id
      """
    ) { therapist(person: $0, $0) }
  }

  /// - Parameters:
  ///   - person: of `users`.
  ///   - row: of `therapists`, where there is one.
  static func therapist(person: TolerantRow, _ row: TolerantRow?) -> Therapist? {
    guard let id: UserID = person.id("user_id") else { return nil }
    return Therapist(
      id: id, name: person.nonBlankText("full_name") ?? "Therapist \(id)",
      serviceType: row?.id("service_type_id"),
      state: row?.text("availability_status").flatMap { Therapist.State(rawValue: $0) } ?? .offline)
  }

  private static func services(_ db: some SQLConnection) throws -> [Service] {
    try rows(
      db,
      """
      SELECT s.service_id, substr(s.name, 1, 200) AS name, s.service_type_id, s.duration_minutes,
        s.buffer_time_after_minutes, s.is_active, s.bookable_online,
        CAST(s.price AS CHAR(20)) AS price,
        CAST(\(DeskPrice.total) AS CHAR(20)) AS charge
      FROM services s, \(DeskPrice.tax) ORDER BY s.service_id
      """
    ) { row in
      guard let id: ServiceID = row.id("service_id"),
        let type: ServiceTypeID = row.id("service_type_id"),
        let duration = row.int("duration_minutes", in: 1...1440)
      else { return nil }
      return Service(
        id: id, name: row.nonBlankText("name") ?? "Service \(id)", type: type,
        duration: Minutes(duration),
        buffer: Minutes(row.int("buffer_time_after_minutes", in: 0...240) ?? 0),
        isActive: row.bool("is_active"),
        // As the column's own default has it: a service of which nothing is said is offered online.
        isBookableOnline: row.int64("bookable_online") != 0,
        price: row.text("price").flatMap { Money($0) },
        charge: row.text("charge").flatMap { Money($0) })
    }
  }

  private static func rooms(_ db: some SQLConnection) throws -> [Room] {
    try rows(
      db,
      "SELECT room_id, substr(name, 1, 200) AS name, capacity, is_active FROM rooms ORDER BY 1",
      room)
  }

  static func room(_ row: TolerantRow) -> Room? {
    guard let id: RoomID = row.id("room_id") else { return nil }
    return Room(
      id: id, name: row.nonBlankText("name") ?? "Room \(id)",
      capacity: row.int("capacity", in: 0...1000) ?? 1, isActive: row.bool("is_active"))
  }

  private static func beds(_ db: some SQLConnection) throws -> [Bed] {
    try rows(
      db,
      "SELECT bed_id, room_id, substr(name, 1, 200) AS name, is_active FROM beds ORDER BY 1", bed)
  }

  static func bed(_ row: TolerantRow) -> Bed? {
    guard let id: BedID = row.id("bed_id"), let room: RoomID = row.id("room_id") else {
      return nil
    }
    return Bed(
      id: id, room: room, name: row.nonBlankText("name") ?? "Bed \(id)",
      isActive: row.bool("is_active"))
  }

  static func hours(_ db: some SQLConnection) throws -> [Weekday: BusinessHours] {
    hours(
      try db.rows(
        "SELECT day_of_week, open_time, close_time FROM business_hours WHERE is_closed = 0"))
  }

  /// - Parameter rows: of days that are not closed.
  static func hours(_ rows: [TolerantRow]) -> [Weekday: BusinessHours] {
    let open = rows.compactMap { row -> (Weekday, BusinessHours)? in
      guard let day = row.text("day_of_week").flatMap({ Weekday(rawValue: $0) }),
        let open = row.time("open_time"), let close = row.time("close_time"), open < .endOfDay
      else { return nil }
      return (day, BusinessHours(open: open, close: close))
    }
    return Dictionary(open) { first, _ in first }
  }

  private static func rows<T>(
    _ db: some SQLConnection, _ sql: String, _ map: (TolerantRow) -> T?
  ) throws -> [T] {
    try db.rows(sql).compactMap(map)
  }
}
