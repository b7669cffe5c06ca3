import BookingStore

extension Installation {
  /// - Throws: `StoreFailure.unusable` where orders would fail.
  func checkComplete() throws {
    try checkLayout()
    let complaints = try complaints()
    guard complaints.isEmpty else {
      throw StoreFailure(.unusable, complaints.joined(separator: " "))
    }
  }

  /// What makes orders fail, or the shop's own writes because of our triggers: a sentence each,
  /// with what to do. Empty where all is well.
  func complaints() throws -> [String] {
    let remedy = "`frontdesk-server migrate --database mysql://…` mends that."
    let found = try tables()
    let missing = MySQLOwnTables.all.map(\.name).filter { !found.contains($0) }
    guard missing.isEmpty else {
      return [
        "FrontDesk is only half installed in \(place): it lacks \(missing.listed). \(remedy)"
      ]
    }
    for table in ["frontdesk_settings", "frontdesk_log"]
    where try db.row("SELECT id FROM \(table) WHERE id = 1") == nil {
      return ["\(table) in \(place) has lost its row. \(remedy)"]
    }
    var complaints = try columnComplaints()
    if let triggers = try triggerComplaint() { complaints.append("\(triggers) \(remedy)") }
    guard complaints.isEmpty else { return complaints }
    switch try updateTrial() {
    case .well: return []
    case .fails(let failure): return [try explained(failure, remedy: remedy)]
    case .isNotTold:
      return [
        "\(place) lacks triggers of FrontDesk's: what is written there is not told to the desks. \(remedy)"
      ]
    }
  }

  private func columnComplaints() throws -> [String] {
    do {
      try checkShop()
      return []
    } catch let failure as StoreFailure {
      return [failure.sentence]
    }
  }

  private func triggerComplaint() throws -> String? {
    let found = try triggers()
    guard try isShown(found) else { return nil }
    let missing = MySQLTriggers.all.filter { $0.standing(in: found) == nil }.map(\.name)
    guard !missing.isEmpty else { return nil }
    let what =
      "\(place) lacks \(missing.count) of FrontDesk's \(MySQLTriggers.all.count) triggers, or has "
      + "them otherwise (\(missing.listed)), so that what is written there is not told to the desks."
    guard try needsTrust() else { return what }
    return "\(what) \(MissingGrant(error: MySQLError(code: 1419, message: "")).sentence) Then"
  }

  /// Without the right to make triggers a user cannot see what they do (MariaDB), or that there are
  /// any (MySQL).
  func isShown(_ triggers: [String: Found]) throws -> Bool {
    if triggers.values.contains(where: { !$0.body.isEmpty }) { return true }
    return try maySeeTriggers()
  }

  private func maySeeTriggers() throws -> Bool {
    try db.row(
      """
      SELECT 1 AS one FROM information_schema.user_privileges WHERE privilege_type = 'TRIGGER'
      UNION ALL
      SELECT 1 FROM information_schema.schema_privileges WHERE privilege_type = 'TRIGGER'
        AND (table_schema = DATABASE() OR DATABASE() LIKE table_schema)
      UNION ALL
      SELECT 1 FROM information_schema.table_privileges WHERE privilege_type = 'TRIGGER'
        AND table_schema = DATABASE()
      LIMIT 1
      """) != nil
  }

  /// Whether the binary log keeps this user from making triggers.
  private func needsTrust() throws -> Bool {
    let row = try db.row(
      """
      SELECT @@log_bin AS logs, @@log_bin_trust_function_creators AS trusts,
        (SELECT COUNT(*) FROM information_schema.user_privileges
          WHERE privilege_type IN ('SUPER', 'SET USER', 'SET_USER_ID')) AS powers
      """)
    return (row?.bool("logs") ?? false) && !(row?.bool("trusts") ?? true)
      && !(row?.bool("powers") ?? true)
  }

  /// What happens when a booking is changed.
  enum UpdateTrial {
    case well
    /// The change fails, for the shop too.
    case fails(MySQLError)
    /// No trigger was carried out. A user that may only serve cannot see which triggers there are,
    /// so that it has to be tried.
    case isNotTold
  }

  /// Changes one booking and rolls that back. `well` also where it cannot be found out now.
  func updateTrial() throws -> UpdateTrial {
    do {
      let isTold = try db.takenBack {
        let known = try db.row("SELECT MIN(booking_id) AS id FROM bookings")
        guard let booking = known?.int64("id") else { return true }
        let before = try version(of: booking)
        try db.execute(
          """
          UPDATE bookings SET booking_notes = IF(COALESCE(booking_notes, '') = '', '-', '')
            WHERE booking_id = ?
          """, [.integer(booking)])
        return try version(of: booking) != before
      }
      return isTold ? .well : .isNotTold
    } catch let error as MySQLError {
      return error.kind == .refused ? .fails(error) : .well
    }
  }

  private func version(of booking: Int64) throws -> Int64? {
    try db.row(
      "SELECT version FROM frontdesk_versions WHERE booking_id = ?", [.integer(booking)])?
      .int64("version")
  }

  private func explained(_ failure: MySQLError, remedy: String) throws -> String {
    let what = "Nobody can change a booking in \(place): \(failure)."
    guard failure.code == 1449 else { return what }
    let isOurs = try triggers().values.contains { found in
      let parts = found.definer.split(separator: "@", omittingEmptySubsequences: false)
      return failure.message.contains("'\(parts.first ?? "")'@'\(parts.last ?? "")'")
    }
    return isOurs
      ? "\(what) FrontDesk's triggers were made by a user that is gone. \(remedy)"
      : "\(what) A trigger that is not FrontDesk's was made by a user that is gone; make it anew."
  }
}

extension [String] {
  /// The first few of them.
  fileprivate var listed: String {
    prefix(3).joined(separator: ", ") + (count > 3 ? ", …" : "")
  }
}
