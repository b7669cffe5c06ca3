import BookingStore

/// Events of the tables around bookings: who works when, who paid, and what guests are called.
enum SQLiteHouseTriggers {
  static let statements =
    therapists + businessHours + shifts + customers
    + [therapistRenamed, paid, becamePaid, paymentChanged, guestChanged, usageTouched]

  private static let therapists = [
    schedule("therapist_created", "AFTER INSERT ON therapists", of: "NEW.user_id"),
    schedule(
      "therapist_updated",
      """
      AFTER UPDATE ON therapists
      WHEN \(SQLiteTriggers.isChanged(WatchedColumns.therapist))
      """, of: "NEW.user_id"),
    schedule("therapist_deleted", "AFTER DELETE ON therapists", of: "OLD.user_id"),
  ]

  private static let therapistRenamed = schedule(
    "therapist_renamed",
    """
    AFTER UPDATE ON users
    WHEN (\(SQLiteTriggers.isChanged(WatchedColumns.person)))
      AND EXISTS (SELECT 1 FROM therapists WHERE user_id = NEW.user_id)
    """, of: "NEW.user_id")

  /// Changed business hours change the schedule of every therapist.
  private static let businessHours = [
    scheduleOfAll("hours_created", "AFTER INSERT ON business_hours"),
    scheduleOfAll(
      "hours_updated",
      """
      AFTER UPDATE ON business_hours
      WHEN \(SQLiteTriggers.isChanged(WatchedColumns.hours))
      """),
    scheduleOfAll("hours_deleted", "AFTER DELETE ON business_hours"),
  ]

  /// The table is ours; only what other programs write into it is told here. Of a desk's own change
  /// the server writes the event itself.
  private static let shifts = [
    schedule(
      "shift_created", "AFTER INSERT ON frontdesk_shifts WHEN \(isForeign)", of: "NEW.therapist_id"),
    schedule(
      "shift_updated",
      """
      AFTER UPDATE ON frontdesk_shifts
      WHEN \(isForeign) AND (\(SQLiteTriggers.isChanged(WatchedColumns.shifts)))
      """, of: "NEW.therapist_id"),
    schedule(
      "shift_deleted", "AFTER DELETE ON frontdesk_shifts WHEN \(isForeign)", of: "OLD.therapist_id"),
  ]

  private static let isForeign = "NOT EXISTS (SELECT 1 FROM frontdesk_writer)"

  private static func schedule(_ name: String, _ when: String, of therapist: String) -> String {
    event(name, when, .schedule, ["therapist_id": therapist])
  }

  /// A trigger that writes one event.
  /// - Parameters:
  ///   - values: for each column of the event.
  ///   - source: `FROM …`, where an event is written for each of several rows.
  private static func event(
    _ name: String, _ when: String, _ kind: EventKind, _ values: KeyValuePairs<String, String>,
    from source: String = ""
  ) -> String {
    """
    CREATE TRIGGER frontdesk_\(name) \(when)
    BEGIN
      INSERT INTO frontdesk_events
        (kind, \(values.map(\.key).joined(separator: ", ")), \(LogForm.author))
      SELECT \(kind.sql), \(values.map(\.value).joined(separator: ", ")), \(SQLiteTriggers.author)
        \(source);
    END
    """
  }

  private static func scheduleOfAll(_ name: String, _ when: String) -> String {
    event(
      name, when, .schedule, ["therapist_id": "user_id"], from: "FROM therapists ORDER BY user_id")
  }

  /// The shop and FrontDesk insert payments as PAID (`DeskSale.pay`). A payment that becomes PAID
  /// later is an event too.
  private static let paid = payment(
    "payment_created", "AFTER INSERT ON payments WHEN NEW.payment_status = 'PAID'")
  private static let becamePaid = payment(
    "payment_updated",
    """
    AFTER UPDATE ON payments
    WHEN NEW.payment_status = 'PAID' AND OLD.payment_status IS NOT 'PAID'
    """)

  private static func payment(_ name: String, _ when: String) -> String {
    event(
      name, when, .payment,
      ["payment_id": "NEW.payment_id", "customer_id": "CAST(NEW.customer_id AS INTEGER)"])
  }

  /// The state of a payment is part of every booking that it pays for. Of a desk's own change of a
  /// payment the server writes the events itself.
  private static let paymentChanged = """
    CREATE TRIGGER frontdesk_payment_changed AFTER UPDATE ON payments
    WHEN (\(SQLiteTriggers.isChanged(WatchedColumns.payment)))
      AND \(isForeign)
    BEGIN
      UPDATE frontdesk_versions SET version = version + 1
        WHERE NOT is_gone AND booking_id IN (\(paidBookings));
      \(SQLiteBookingTriggers.touched)
      FROM bookings b JOIN frontdesk_versions v ON v.booking_id = b.booking_id
      WHERE b.booking_id IN (\(paidBookings)) ORDER BY b.booking_id;
      \(SQLiteBookingTriggers.remembered(.paid, .payment, of: "b.booking_id"))
      FROM bookings b WHERE b.booking_id IN (\(paidBookings)) ORDER BY b.booking_id;
    END
    """

  private static let paidBookings = """
    SELECT x.booking_id FROM payment_items i JOIN bookings x
          ON x.payment_item_id = i.payment_item_id WHERE i.payment_id = NEW.payment_id
    """

  /// For the register: customers whose name, telephone or e-mail changed.
  private static let customers = [
    customer("customer_created", "AFTER INSERT ON customers", "NEW.customer_id"),
    customer(
      "customer_updated",
      """
      AFTER UPDATE ON customers
      WHEN \(SQLiteTriggers.isChanged(WatchedColumns.register))
      """, "NEW.customer_id"),
    customer("customer_deleted", "AFTER DELETE ON customers", "OLD.customer_id"),
  ]

  private static func customer(_ name: String, _ when: String, _ customer: String) -> String {
    event(name, when, .customer, ["customer_id": customer])
  }

  /// A guest's name, telephone and alert are part of every booking that is still to come. Yesterday
  /// counts as to come, since the spa's midnight is not that of UTC.
  private static let guestChanged = """
    CREATE TRIGGER frontdesk_guest_updated AFTER UPDATE ON customers
    WHEN \(SQLiteTriggers.isChanged(WatchedColumns.guest))
    BEGIN
      UPDATE frontdesk_versions SET version = version + 1
        WHERE booking_id IN (SELECT booking_id FROM bookings
          WHERE customer_id = NEW.customer_id AND appointment_date >= date('now', '-1 day'));
      \(SQLiteBookingTriggers.touched)
      FROM bookings b JOIN frontdesk_versions v ON v.booking_id = b.booking_id
      WHERE b.customer_id = NEW.customer_id AND b.appointment_date >= date('now', '-1 day')
      ORDER BY b.booking_id;
    END
    """

  /// The shop's `ON UPDATE CURRENT_TIMESTAMP`, which SQLite does not have.
  private static let usageTouched = """
    CREATE TRIGGER frontdesk_usage_updated AFTER UPDATE OF booked_quantity ON payment_item_usage
    WHEN NEW.last_updated IS OLD.last_updated
    BEGIN
      UPDATE payment_item_usage SET last_updated = CURRENT_TIMESTAMP
        WHERE usage_id = NEW.usage_id;
    END
    """
}
