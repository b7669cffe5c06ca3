import BookingDomain
import BookingStore

/// Writes a new spa's rows, inside the transaction of `db`.
package struct SpaFounding {
  private let db: any SQLConnection

  package init(_ db: any SQLConnection) { self.db = db }

  /// - Parameter managerHash: of the first manager's password.
  /// - Throws: `Complaint` where the database is a spa already; nothing is changed then.
  package func found(_ plan: SpaPlan, managerHash: String, at now: Timestamp) throws {
    if let table = try SpaRows.inhabitedTable(db) {
      throw Complaint(
        "This database is a spa already (there are rows in \(table)); setup begins only a new one. "
          + "`frontdesk-server edit` changes one that stands.")
    }
    try writeHouse(plan)
    try writeServices(plan)
    try writePeople(plan, managerHash)
    try db.execute(
      "UPDATE frontdesk_settings SET zone_name = ?, currency = ? WHERE id = 1",
      [.text(plan.zone), .text(plan.currency.code)])
    try HousePastRows.beginAnew(at: "\(now.milliseconds)", db)
  }

  private func writeHouse(_ plan: SpaPlan) throws {
    let contact = plan.contact
    try db.execute("DELETE FROM spa_information")
    try db.execute(
      """
      INSERT INTO spa_information
        (name, address_line1, city, country, phone_number_main, email_main, vat_percentage)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [plan.name, contact.address, contact.city, contact.country, contact.phone, contact.email]
        .map { .text($0) } + [.text(plan.tax.description)])
    try db.execute("DELETE FROM business_hours")
    for day in Weekday.allCases {
      let hours = plan.hours[day]
      try db.execute(
        """
        INSERT INTO business_hours (day_of_week, open_time, close_time, is_closed)
        VALUES (?, ?, ?, ?)
        """,
        [
          .text(day.rawValue), StoredValue(hours?.open.description),
          StoredValue(hours?.closeOnClock.description), StoredValue(hours == nil),
        ])
    }
    var bed: Int64 = 0
    for (index, room) in plan.rooms.enumerated() {
      let number = Int64(index + 1)
      try db.execute(
        "INSERT INTO rooms (room_id, name, capacity, is_active) VALUES (?, ?, ?, 1)",
        [.integer(number), .text(room.name), .integer(Int64(room.seats))])
      for name in room.beds {
        bed += 1
        try db.execute(
          "INSERT INTO beds (bed_id, room_id, name, is_active) VALUES (?, ?, ?, 1)",
          [.integer(bed), .integer(number), .text(name)])
      }
    }
  }

  private func writeServices(_ plan: SpaPlan) throws {
    try db.execute("DELETE FROM service_types")
    var service: Int64 = 0
    for (index, kind) in plan.kinds.enumerated() {
      let number = Int64(index + 1)
      try db.execute(
        "INSERT INTO service_types (service_type_id, name) VALUES (?, ?)",
        [.integer(number), .text(kind.name)])
      for one in kind.services {
        service += 1
        try db.execute(
          """
          INSERT INTO services
            (service_id, service_type_id, name, price, duration_minutes,
             buffer_time_after_minutes, is_active)
          VALUES (?, ?, ?, ?, ?, ?, 1)
          """,
          [
            .integer(service), .integer(number), .text(one.name),
            .text(one.price.amount.description),
            .integer(Int64(one.duration.count)), .integer(Int64(one.buffer.count)),
          ])
      }
    }
  }

  private func writePeople(_ plan: SpaPlan, _ managerHash: String) throws {
    let accounts = StaffAccounts(db)
    if let manager = plan.manager {
      try accounts.add(
        StaffAccounts.New(email: manager.email, name: manager.name, role: .manager),
        hash: managerHash)
    }
    for therapist in plan.therapists {
      let number = try add(therapist, accounts)
      if let week = therapist.week { try ShiftRows.setWeek(week, of: number, db) }
    }
  }

  private func add(_ therapist: SpaPlan.Therapist, _ accounts: StaffAccounts) throws -> UserID {
    guard let email = therapist.email else {
      return try accounts.addTherapist(
        therapist.name, does: therapist.does, phone: therapist.phone?.text
      ).id
    }
    try accounts.add(
      StaffAccounts.New(
        email: email, name: therapist.name, role: .therapist, phone: therapist.phone?.text,
        does: therapist.does), hash: StaffAccounts.noPassword)
    return try accounts.one(email.text).id
  }
}
