import BookingStore

extension Installation {
  /// - Throws: `StoreFailure.unusable` where serving would fail its orders.
  func checkComplete() throws {
    try checkLayout()
    let complaints = try complaints()
    guard complaints.isEmpty else {
      throw StoreFailure(.unusable, complaints.joined(separator: " "))
    }
  }

  /// What makes orders or the shop's own writes fail through us, a sentence each with its remedy;
  /// nothing where all is well.
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
    if complaints.isEmpty, let failure = try updateFailure() {
      complaints.append(try explained(failure, remedy: remedy))
    }
    return complaints
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
    // Only who may make triggers is shown what they do (MariaDB), or any at all (MySQL).
    let isShown = found.values.contains { !$0.body.isEmpty }
    guard try isShown || maySeeTriggers() else { return nil }
    let missing = MySQLTriggers.all.filter { $0.standing(in: found) == nil }.map(\.name)
    guard !missing.isEmpty else { return nil }
    let what =
      "\(place) lacks \(missing.count) of FrontDesk's \(MySQLTriggers.all.count) triggers, or has "
      + "them otherwise (\(missing.listed)), so that what is written there is not told to the desks."
    guard try needsTrust() else { return what }
    return "\(what) \(MissingGrant(error: MySQLError(code: 1419, message: "")).sentence) Then"
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

  /// What an update of a booking meets, tried on one and taken back; nil where it works or nothing
  /// can be said now.
  func updateFailure() throws -> MySQLError? {
    do {
      try db.run("START TRANSACTION")
      try db.run(
        "UPDATE bookings SET duration_minutes = duration_minutes ORDER BY booking_id LIMIT 1")
      try db.run("ROLLBACK")
      return nil
    } catch let error as MySQLError {
      if (try? db.run("ROLLBACK")) == nil { throw error }
      return error.kind == .refused ? error : nil
    }
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
