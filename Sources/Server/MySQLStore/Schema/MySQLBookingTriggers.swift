import BookingStore

/// Events of `bookings` and of `checkins`, which holds arrivals.
enum MySQLBookingTriggers {
  static let all = [created, updated, deleted, checkedIn, checkinChanged, checkinDeleted]

  /// A number computed from the row. The slow check (`Reconciliation`) finds by it what no trigger
  /// saw.
  static func fingerprint(of row: String) -> String {
    let parts = WatchedColumns.booking.map { "IFNULL(CAST(\(row).\($0) AS BINARY), x'00')" }
    return "CRC32(CONCAT_WS('|', \(parts.joined(separator: ", "))))"
  }

  private static let created = MySQLTriggers.Trigger(
    name: "frontdesk_booking_created", table: "bookings", event: "AFTER INSERT",
    body: """
      BEGIN
        DECLARE new_version BIGINT;
        \(appears)
      END
      """)

  private static let updated = MySQLTriggers.Trigger(
    name: "frontdesk_booking_updated", table: "bookings", event: "AFTER UPDATE",
    body: """
      BEGIN
        DECLARE new_version BIGINT;
        IF NEW.booking_id <> OLD.booking_id THEN
          \(disappears)
          \(appears)
        ELSEIF \(MySQLTriggers.isChanged(WatchedColumns.booking)) THEN
          \(changes)
        END IF;
      END
      """)

  private static let deleted = MySQLTriggers.Trigger(
    name: "frontdesk_booking_deleted", table: "bookings", event: "AFTER DELETE",
    body: """
      BEGIN
        DECLARE new_version BIGINT;
        \(disappears)
      END
      """)

  private static func told(_ form: LogForm, _ kind: String, of row: String) -> String {
    MySQLTriggers.inserted(form, kind, of: "\(row).booking_id", into: OwnTables.outbox)
  }

  private static func remembered(
    _ form: LogForm, _ kind: ChangeKind, of booking: String = "NEW.booking_id"
  ) -> String {
    MySQLTriggers.inserted(form, kind.sql, of: booking, into: OwnTables.changes)
  }

  private static func countUp(_ row: String, isGone: Bool = false) -> String {
    let fingerprint = isGone ? "0" : fingerprint(of: row)
    let gone = isGone ? "1" : "0"
    return """
      INSERT INTO frontdesk_versions (booking_id, version, is_gone, fingerprint)
            VALUES (\(row).booking_id, 1, \(gone), \(fingerprint))
            ON DUPLICATE KEY UPDATE version = version + 1, is_gone = \(gone),
              fingerprint = \(fingerprint);
          SELECT version INTO new_version FROM frontdesk_versions
            WHERE booking_id = \(row).booking_id;
      """
  }

  private static let appears = """
    \(countUp("NEW"))
        INSERT INTO frontdesk_facts (booking_id) VALUES (NEW.booking_id)
          ON DUPLICATE KEY UPDATE started_at = NULL, ended_at = NULL;
        \(told(.appears, EventKind.created.sql, of: "NEW"))
        IF NOT (\(MySQLTriggers.isSilent)) THEN
          \(remembered(.made, .created))
        END IF;
    """

  private static let disappears = """
    \(countUp("OLD", isGone: true))
        \(told(.disappears, EventKind.gone.sql, of: "OLD"))
    """

  /// A booking that was given to another customer is gone for the former customer and new for the
  /// other.
  private static let changes = """
    IF NOT (NEW.customer_id <=> OLD.customer_id) THEN
            \(disappears)
          END IF;
          \(countUp("NEW"))
          \(told(.changes, kindOfChange, of: "NEW"))
          IF NOT (\(MySQLTriggers.isSilent)) THEN
            \(history)
          END IF;
          IF \(MySQLTriggers.isForeign) AND NOT (NEW.booking_status <=> OLD.booking_status) THEN
            \(foreignFacts)
          END IF;
    """

  private static let kindOfChange = """
    IF(NOT (NEW.customer_id <=> OLD.customer_id), \(EventKind.created.sql),
              IF(NEW.booking_status <=> OLD.booking_status, \(EventKind.updated.sql),
                \(EventKind.status.sql)))
    """

  /// One line of the history for each kind of change. Undo takes back the last line first, so that
  /// the most important change is written last.
  private static let history = """
    IF \(MySQLTriggers.isChanged(["booking_notes"])) THEN
              \(remembered(.noted, .notes))
            END IF;
            IF \(MySQLTriggers.isChanged(WatchedColumns.slot)) THEN
              \(remembered(.moved, .moved))
            END IF;
            IF NOT (NEW.booking_status <=> OLD.booking_status) THEN
              \(remembered(.decided, .status))
            END IF;
    """

  /// Other programs change only the status. The time of their change is the best that is known of
  /// when a treatment began or ended; a status that takes a start or end back removes these times.
  /// Every booking has its row of facts: at the isolation level that most programs use, to look for
  /// a missing row locks the gap between others.
  private static let foreignFacts = """
    UPDATE frontdesk_facts SET
                  started_at = CASE NEW.booking_status
                    WHEN 'IN_PROGRESS' THEN COALESCE(started_at, \(MySQLTriggers.now))
                    WHEN 'COMPLETED' THEN started_at END,
                  ended_at = CASE NEW.booking_status
                    WHEN 'COMPLETED' THEN COALESCE(ended_at, \(MySQLTriggers.now)) END
                WHERE booking_id = NEW.booking_id;
    """
}

extension MySQLBookingTriggers {
  /// An arrival is an update of its booking, whether the desk or the shop's check-in wrote it. An
  /// arrival that is written together with a start has no event of its own: the event of the start
  /// shows it.
  private static let checkedIn = MySQLTriggers.Trigger(
    name: "frontdesk_checkin_created", table: "checkins", event: "AFTER INSERT",
    body: """
      BEGIN
        IF NEW.status = 'SUCCESS' AND NOT (\(MySQLTriggers.isArrivalImplied)) THEN
          \(touched("NEW"))
          IF NOT (\(MySQLTriggers.isSilent)) THEN
            \(remembered(.arrived, .arrival, of: "NEW.appointment_id"))
          END IF;
        END IF;
      END
      """)

  private static let checkinChanged = MySQLTriggers.Trigger(
    name: "frontdesk_checkin_updated", table: "checkins", event: "AFTER UPDATE",
    body: """
      BEGIN
        IF (\(MySQLTriggers.isChanged(WatchedColumns.checkin)))
            AND NOT (\(MySQLTriggers.isArrivalImplied)) THEN
          \(touched("NEW"))
          IF NEW.appointment_id <> OLD.appointment_id THEN
            \(touched("OLD"))
          END IF;
        END IF;
      END
      """)

  private static let checkinDeleted = MySQLTriggers.Trigger(
    name: "frontdesk_checkin_deleted", table: "checkins", event: "AFTER DELETE",
    body: """
      BEGIN
        IF OLD.status = 'SUCCESS' AND NOT (\(MySQLTriggers.isArrivalImplied)) THEN
          \(touched("OLD", as: .unarrived))
        END IF;
      END
      """)

  /// The relay counts the booking's version up, since a check-in must not lock a booking.
  private static func touched(_ row: String, as kind: OutboxKind = .touched) -> String {
    """
    INSERT INTO frontdesk_outbox (kind, booking_id, \(LogForm.author))
            VALUES (\(kind.sql), \(row).appointment_id, \(MySQLTriggers.author));
    """
  }
}
