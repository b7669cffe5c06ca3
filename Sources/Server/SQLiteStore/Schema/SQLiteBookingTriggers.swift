import BookingStore

/// Events of `bookings` and of `checkins`, which holds arrivals.
enum SQLiteBookingTriggers {
  static let statements = [
    mayReplace, created, mayReplaceByUpdate, updated, renumbered, deleted, checkedIn,
    checkinChanged, checkinDeleted,
  ]

  private static func status(_ row: String) -> String { "substr(\(row).booking_status, 1, 32)" }
  private static func date(_ row: String) -> String { "substr(\(row).appointment_date, 1, 32)" }

  /// The beginning of a statement that writes an event. The caller adds the rows it is about (`FROM
  /// …`) and the condition.
  private static func told(
    _ form: LogForm, _ kind: String, of booking: String,
    _ value: (LogForm.Field) -> String = { SQLiteTriggers.value($0) }
  ) -> String {
    SQLiteTriggers.inserted(form, kind, of: booking, into: OwnTables.numberedEvents, value)
  }

  /// The same for a line of a booking's history.
  static func remembered(
    _ form: LogForm, _ kind: ChangeKind, of booking: String = "NEW.booking_id"
  ) -> String {
    SQLiteTriggers.inserted(form, kind.sql, of: booking, into: OwnTables.changes)
  }

  /// For a booking `b` and its version `v`.
  static let touched = told(.touched, EventKind.updated.sql, of: "b.booking_id") {
    SQLiteTriggers.value($0, new: "b")
  }

  /// A REPLACE deletes rows without carrying out their delete triggers, unless the writer asked for
  /// that (`recursive_triggers`). So bookings that it may delete are written down before it, and
  /// events for those that are gone are written after it.
  private static let mayReplace = """
    CREATE TRIGGER frontdesk_booking_may_replace BEFORE INSERT ON bookings BEGIN
      \(victims)
    END
    """

  private static let mayReplaceByUpdate = """
    CREATE TRIGGER frontdesk_booking_may_replace_by_update BEFORE UPDATE ON bookings
    WHEN NEW.booking_id IS NOT OLD.booking_id
      OR NEW.therapist_user_id IS NOT OLD.therapist_user_id OR NEW.bed_id IS NOT OLD.bed_id
      OR NEW.appointment_date IS NOT OLD.appointment_date
      OR NEW.appointment_time IS NOT OLD.appointment_time
      OR NEW.booking_status IS NOT OLD.booking_status
    BEGIN
      \(victims)
      DELETE FROM frontdesk_victims WHERE booking_id = OLD.booking_id;
    END
    """

  /// Bookings that have the number, or begin at that minute with the same therapist or in the same
  /// bed.
  private static let victims = """
    DELETE FROM frontdesk_victims;
      INSERT INTO frontdesk_victims (booking_id, status, customer_id, therapist_id, date)
      SELECT b.booking_id, \(status("b")), CAST(b.customer_id AS INTEGER),
        CAST(b.therapist_user_id AS INTEGER), \(date("b"))
      FROM bookings b
      WHERE b.booking_id = NEW.booking_id
        OR b.therapist_user_id = NEW.therapist_user_id
          AND b.appointment_date = NEW.appointment_date
          AND b.appointment_time = NEW.appointment_time AND b.booking_status IN (\(active))
          AND NEW.booking_status IN (\(active))
        OR b.bed_id = NEW.bed_id AND b.appointment_date = NEW.appointment_date
          AND b.appointment_time = NEW.appointment_time AND b.booking_status IN (\(active))
          AND NEW.booking_status IN (\(active));
    """

  private static let active = "'SCHEDULED', 'CONFIRMED', 'IN_PROGRESS'"

  /// The bookings written down before that are gone now, or whose number another booking has now.
  private static let replaced = """
    UPDATE frontdesk_versions SET version = version + 1
        WHERE NOT is_gone AND booking_id IN (\(lost));
      \(told(.disappears, EventKind.gone.sql, of: "r.booking_id", victim))
      FROM frontdesk_victims r JOIN frontdesk_versions v ON v.booking_id = r.booking_id
      WHERE NOT v.is_gone AND r.booking_id IN (\(lost));
      DELETE FROM frontdesk_facts WHERE booking_id IN (\(lost));
      DELETE FROM frontdesk_visits WHERE booking_id IN (\(lost));
      DELETE FROM frontdesk_wishes WHERE booking_id IN (\(lost));
      UPDATE frontdesk_versions SET is_gone = 1 WHERE booking_id IN (\(lost));
      DELETE FROM frontdesk_victims;
    """

  /// The values as they were written down in `frontdesk_victims`.
  private static func victim(_ field: LogForm.Field) -> String {
    switch field {
    case .number("customer_id", _): "r.customer_id"
    case .number("therapist_user_id", _): "r.therapist_id"
    case .text("booking_status", _, _): "r.status"
    case .text("appointment_date", _, _): "r.date"
    default: SQLiteTriggers.value(field)
    }
  }

  private static let lost = """
    SELECT r.booking_id FROM frontdesk_victims r WHERE r.booking_id = NEW.booking_id
          OR NOT EXISTS (SELECT 1 FROM bookings b WHERE b.booking_id = r.booking_id)
    """

  private static func notYetCounted(_ field: LogForm.Field) -> String {
    if case .version = field { "v.version + 1" } else { SQLiteTriggers.value(field) }
  }

  private static let created = """
    CREATE TRIGGER frontdesk_booking_created AFTER INSERT ON bookings BEGIN
      \(replaced)
      \(SQLiteTriggers.ensureVersion(of: "NEW.booking_id"))
      \(told(
        .appears, "CASE WHEN v.is_gone THEN \(EventKind.created.sql) ELSE \(EventKind.updated.sql) END",
        of: "NEW.booking_id", notYetCounted))
      FROM frontdesk_versions v WHERE v.booking_id = NEW.booking_id;
      \(remembered(.made, .created))
      FROM frontdesk_versions v WHERE v.booking_id = NEW.booking_id AND v.is_gone AND \(isTold);
      \(SQLiteTriggers.countUp("NEW.booking_id"))
    END
    """

  private static let updated = """
    CREATE TRIGGER frontdesk_booking_updated AFTER UPDATE ON bookings
    WHEN NEW.booking_id = OLD.booking_id AND (
        \(SQLiteTriggers.isChanged(WatchedColumns.booking)))
    BEGIN
      \(replaced)
      \(SQLiteTriggers.ensureVersion(of: "NEW.booking_id"))
      \(leftItsGuest)
      \(SQLiteTriggers.countUp("NEW.booking_id"))
      \(told(.changes, kindOfChange, of: "NEW.booking_id"))
      FROM frontdesk_versions v WHERE v.booking_id = NEW.booking_id;

      \(history)
      \(foreignFacts)
      UPDATE bookings SET updated_at = CURRENT_TIMESTAMP
        WHERE booking_id = NEW.booking_id AND NEW.updated_at IS OLD.updated_at;
    END
    """

  private static let kindOfChange = """
    CASE WHEN NEW.customer_id IS NOT OLD.customer_id THEN \(EventKind.created.sql)
          WHEN NEW.booking_status IS NOT OLD.booking_status THEN \(EventKind.status.sql)
          ELSE \(EventKind.updated.sql) END
    """

  /// A booking that was given to another customer is gone for the former customer and new for the
  /// other.
  private static let leftItsGuest = """
    UPDATE frontdesk_versions SET version = version + 1
        WHERE booking_id = NEW.booking_id AND NEW.customer_id IS NOT OLD.customer_id;
      \(toldAsGone)
      WHERE v.booking_id = OLD.booking_id AND NEW.customer_id IS NOT OLD.customer_id;
    """

  /// One line of the history for each kind of change. Undo takes back the last line first, so that
  /// the most important change is written last.
  private static let history = """
    \(remembered(.noted, .notes))
      WHERE NEW.booking_notes IS NOT OLD.booking_notes AND \(isTold);
      \(remembered(.moved, .moved))
      WHERE (\(SQLiteTriggers.isChanged(WatchedColumns.slot))) AND \(isTold);
      \(remembered(.decided, .status))
      WHERE NEW.booking_status IS NOT OLD.booking_status AND \(isTold);
    """

  private static let isTold = "NOT EXISTS (SELECT 1 FROM frontdesk_writer WHERE is_silent)"
  /// Other programs change only the status. The time of their change is the best that is known of
  /// when a treatment began or ended; a status that takes a start or end back removes these times.
  private static let foreignFacts = """
    INSERT INTO frontdesk_facts (booking_id)
      SELECT NEW.booking_id
      WHERE NEW.booking_status IS NOT OLD.booking_status
        AND NEW.booking_status IN ('IN_PROGRESS', 'COMPLETED')
        AND NOT EXISTS (SELECT 1 FROM frontdesk_writer)
        AND NOT EXISTS (SELECT 1 FROM frontdesk_facts WHERE booking_id = NEW.booking_id);
    UPDATE frontdesk_facts SET
        started_at = CASE NEW.booking_status
          WHEN 'IN_PROGRESS' THEN COALESCE(started_at, \(SQLiteTriggers.now))
          WHEN 'COMPLETED' THEN started_at END,
        ended_at = CASE NEW.booking_status
          WHEN 'COMPLETED' THEN COALESCE(ended_at, \(SQLiteTriggers.now)) END
      WHERE booking_id = NEW.booking_id
        AND NEW.booking_status IS NOT OLD.booking_status
        AND NOT EXISTS (SELECT 1 FROM frontdesk_writer);
    """

  /// For everybody who knows a booking, one whose number was changed is gone, and another one was
  /// made.
  private static let renumbered = """
    CREATE TRIGGER frontdesk_booking_renumbered AFTER UPDATE OF booking_id ON bookings
    WHEN NEW.booking_id <> OLD.booking_id
    BEGIN
      \(replaced)
      \(gone)
      \(SQLiteTriggers.ensureVersion(of: "NEW.booking_id"))
      \(SQLiteTriggers.countUp("NEW.booking_id"))
      \(told(.appears, EventKind.created.sql, of: "NEW.booking_id"))
      FROM frontdesk_versions v WHERE v.booking_id = NEW.booking_id;
      \(remembered(.made, .created)) WHERE \(isTold);
    END
    """

  /// The caller adds a condition.
  private static let toldAsGone = """
    \(told(.disappears, EventKind.gone.sql, of: "OLD.booking_id"))
      FROM frontdesk_versions v
    """

  private static let deleted = """
    CREATE TRIGGER frontdesk_booking_deleted AFTER DELETE ON bookings BEGIN
      \(gone)
    END
    """

  private static let gone = """
    \(SQLiteTriggers.ensureVersion(of: "OLD.booking_id"))
      \(SQLiteTriggers.countUp("OLD.booking_id", isGone: true))
      DELETE FROM frontdesk_facts WHERE booking_id = OLD.booking_id;
      DELETE FROM frontdesk_visits WHERE booking_id = OLD.booking_id;
      DELETE FROM frontdesk_wishes WHERE booking_id = OLD.booking_id;
      \(toldAsGone) WHERE v.booking_id = OLD.booking_id;
    """
}

extension SQLiteBookingTriggers {
  /// An arrival is an update of its booking, whether the desk or the shop's check-in wrote it. An
  /// arrival that is written together with a start has no event of its own: the event of the start
  /// shows it.
  private static let checkedIn = """
    CREATE TRIGGER frontdesk_checkin_created AFTER INSERT ON checkins
    WHEN NEW.status = 'SUCCESS' AND \(isNotImplied)
    BEGIN
      \(told("NEW.appointment_id"))
      \(remembered(.arrived, .arrival, of: "b.booking_id"))
      FROM bookings b WHERE b.booking_id = NEW.appointment_id
        AND \(isTold);
    END
    """

  private static let checkinChanged = """
    CREATE TRIGGER frontdesk_checkin_updated AFTER UPDATE ON checkins
    WHEN (\(SQLiteTriggers.isChanged(WatchedColumns.checkin)))
      AND \(isNotImplied)
    BEGIN
      \(told("NEW.appointment_id"))
      \(told("OLD.appointment_id", andIf: "NEW.appointment_id IS NOT OLD.appointment_id"))
    END
    """

  private static let checkinDeleted = """
    CREATE TRIGGER frontdesk_checkin_deleted AFTER DELETE ON checkins
    WHEN OLD.status = 'SUCCESS' AND \(isNotImplied)
    BEGIN
      \(told("OLD.appointment_id"))
      UPDATE frontdesk_changes SET undone_at = \(SQLiteTriggers.now),
          undone_by_name = (SELECT name FROM frontdesk_writer)
        WHERE booking_id = OLD.appointment_id AND kind = \(ChangeKind.arrival.sql) AND undone_at IS NULL;
    END
    """

  private static let isNotImplied =
    "NOT EXISTS (SELECT 1 FROM frontdesk_writer WHERE is_arrival_implied)"

  /// Counts the booking's version up and says that it was updated.
  private static func told(_ booking: String, andIf condition: String = "1") -> String {
    """
    UPDATE frontdesk_versions SET version = version + 1
        WHERE booking_id = \(booking) AND NOT is_gone AND \(condition);
      \(touched)
      FROM bookings b JOIN frontdesk_versions v ON v.booking_id = b.booking_id
      WHERE b.booking_id = \(booking) AND \(condition);
    """
  }
}
