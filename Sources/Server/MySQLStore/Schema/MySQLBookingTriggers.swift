import BookingStore

/// Events of `bookings` and of `checkins`, which holds arrivals.
enum MySQLBookingTriggers {
  static let all = [created, updated, deleted, checkedIn, checkinChanged, checkinDeleted]

  /// A number for the row's content, by which the slow check sees what no trigger saw.
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
        INSERT INTO frontdesk_outbox
          (kind, booking_id, version, new_status, customer_id, therapist_id, date,
           by_kind, by_number, by_name, at)
          VALUES (\(EventKind.created.sql), NEW.booking_id, new_version, LEFT(NEW.booking_status, 32),
            NEW.customer_id, NEW.therapist_user_id, LEFT(NEW.appointment_date, 32),
            \(MySQLTriggers.author));
        IF NOT (\(MySQLTriggers.isSilent)) THEN
          INSERT INTO frontdesk_changes
            (booking_id, kind, new_status, reason, by_kind, by_number, by_name, at)
            VALUES (NEW.booking_id, \(ChangeKind.created.sql), LEFT(NEW.booking_status, 32), @frontdesk_reason,
              \(MySQLTriggers.author));
        END IF;
    """

  private static let disappears = """
    \(countUp("OLD", isGone: true))
        INSERT INTO frontdesk_outbox
          (kind, booking_id, version, old_status, customer_id, therapist_id, former_therapist_id,
           date, former_date, by_kind, by_number, by_name, at)
          VALUES (\(EventKind.gone.sql), OLD.booking_id, new_version, LEFT(OLD.booking_status, 32),
            OLD.customer_id, OLD.therapist_user_id, OLD.therapist_user_id,
            LEFT(OLD.appointment_date, 32), LEFT(OLD.appointment_date, 32), \(MySQLTriggers.author));
    """

  /// A booking that is another guest's now is gone for the one and new for the other.
  private static let changes = """
    IF NOT (NEW.customer_id <=> OLD.customer_id) THEN
            \(disappears)
          END IF;
          \(countUp("NEW"))
          INSERT INTO frontdesk_outbox
            (kind, booking_id, version, old_status, new_status, customer_id, therapist_id,
             former_therapist_id, date, former_date, by_kind, by_number, by_name, at)
            VALUES (IF(NOT (NEW.customer_id <=> OLD.customer_id), \(EventKind.created.sql),
                IF(NEW.booking_status <=> OLD.booking_status, \(EventKind.updated.sql), \(EventKind.status.sql))),
              NEW.booking_id, new_version, LEFT(OLD.booking_status, 32),
              LEFT(NEW.booking_status, 32), NEW.customer_id, NEW.therapist_user_id,
              OLD.therapist_user_id, LEFT(NEW.appointment_date, 32),
              LEFT(OLD.appointment_date, 32), \(MySQLTriggers.author));
          IF NOT (\(MySQLTriggers.isSilent)) THEN
            \(history)
          END IF;
          IF \(MySQLTriggers.isForeign) AND NOT (NEW.booking_status <=> OLD.booking_status) THEN
            \(foreignFacts)
          END IF;
    """

  /// One line for each kind of change. What takes precedence comes last: it is what undo takes
  /// back first.
  private static let history = """
    IF \(MySQLTriggers.isChanged(["booking_notes"])) THEN
              INSERT INTO frontdesk_changes
                (booking_id, kind, old_notes, reason, by_kind, by_number, by_name, at)
                VALUES (NEW.booking_id, \(ChangeKind.notes.sql), LEFT(OLD.booking_notes, 4000),
                  @frontdesk_reason, \(MySQLTriggers.author));
            END IF;
            IF \(MySQLTriggers.isChanged(WatchedColumns.slot)) THEN
              INSERT INTO frontdesk_changes
                (booking_id, kind, old_therapist_id, old_date, old_time, old_duration_minutes,
                 old_room_id, old_bed_id, swapped_with, reason, by_kind, by_number, by_name, at)
                VALUES (NEW.booking_id, \(ChangeKind.moved.sql), OLD.therapist_user_id,
                  LEFT(OLD.appointment_date, 32), LEFT(OLD.appointment_time, 32),
                  OLD.duration_minutes, OLD.room_id, OLD.bed_id, @frontdesk_swapped_with,
                  @frontdesk_reason, \(MySQLTriggers.author));
            END IF;
            IF NOT (NEW.booking_status <=> OLD.booking_status) THEN
              INSERT INTO frontdesk_changes
                (booking_id, kind, old_status, new_status, reason, by_kind, by_number, by_name, at)
                VALUES (NEW.booking_id, \(ChangeKind.status.sql), LEFT(OLD.booking_status, 32),
                  LEFT(NEW.booking_status, 32), @frontdesk_reason, \(MySQLTriggers.author));
            END IF;
    """

  /// A foreign writer changes the status alone. When it did is the best that is known of start and
  /// end; what its status takes back is taken back. Every booking has its row: at the isolation
  /// level that most programs use, looking for one that is missing locks the gap between others.
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
  /// An arrival, ours or from the shop's own check-in, is an update of its booking. One that a
  /// start implies is not told twice: the start's event shows it.
  private static let checkedIn = MySQLTriggers.Trigger(
    name: "frontdesk_checkin_created", table: "checkins", event: "AFTER INSERT",
    body: """
      BEGIN
        IF NEW.status = 'SUCCESS' AND NOT (\(MySQLTriggers.isArrivalImplied)) THEN
          \(touched("NEW"))
          IF NOT (\(MySQLTriggers.isSilent)) THEN
            INSERT INTO frontdesk_changes (booking_id, kind, by_kind, by_number, by_name, at)
              VALUES (NEW.appointment_id, \(ChangeKind.arrival.sql), \(MySQLTriggers.author));
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

  /// The relay counts the booking's version up: a check-in must not lock a booking.
  private static func touched(_ row: String, as kind: OutboxKind = .touched) -> String {
    """
    INSERT INTO frontdesk_outbox (kind, booking_id, by_kind, by_number, by_name, at)
            VALUES (\(kind.sql), \(row).appointment_id, \(MySQLTriggers.author));
    """
  }
}
