import BookingStore

/// Events of the tables around bookings: who works when, who paid, and what guests are called.
enum MySQLHouseTriggers {
  static let all =
    therapists + businessHours + shifts + customers + [personChanged, paid, becamePaid]

  private static let therapists = [
    note(
      "therapist_created", "AFTER INSERT", "therapists", EventKind.schedule.rawValue,
      "therapist_id", "NEW.user_id"),
    note(
      "therapist_updated", "AFTER UPDATE", "therapists", EventKind.schedule.rawValue,
      "therapist_id", "NEW.user_id",
      when: MySQLTriggers.isChanged(WatchedColumns.therapist)),
    note(
      "therapist_deleted", "AFTER DELETE", "therapists", EventKind.schedule.rawValue,
      "therapist_id", "OLD.user_id"),
  ]

  /// The relay finds out whether the user is a therapist.
  private static let personChanged = MySQLTriggers.Trigger(
    name: "frontdesk_person_updated", table: "users", event: "AFTER UPDATE",
    body: """
      BEGIN
        \(noted(
          OutboxKind.person.rawValue, "therapist_id", "NEW.user_id",
          when: MySQLTriggers.isChanged(WatchedColumns.person)))
        \(MySQLAccountTriggers.ended(
          "USER", "OLD.user_id", ifChanged: WatchedColumns.account))
      END
      """)

  /// Changed business hours change the schedule of every therapist; the relay writes an event for
  /// each.
  private static let businessHours = [
    note(
      "hours_created", "AFTER INSERT", "business_hours", OutboxKind.hours.rawValue, "therapist_id",
      "NULL"),
    note(
      "hours_updated", "AFTER UPDATE", "business_hours", OutboxKind.hours.rawValue, "therapist_id",
      "NULL",
      when: MySQLTriggers.isChanged(WatchedColumns.hours)),
    note(
      "hours_deleted", "AFTER DELETE", "business_hours", OutboxKind.hours.rawValue, "therapist_id",
      "NULL"),
  ]

  /// The table is ours; only what other programs write into it is told here. Of a desk's own change
  /// the server writes the event itself.
  private static let shifts = [
    note(
      "shift_created", "AFTER INSERT", "frontdesk_shifts", EventKind.schedule.rawValue,
      "therapist_id", "NEW.therapist_id", when: MySQLTriggers.isForeign),
    note(
      "shift_updated", "AFTER UPDATE", "frontdesk_shifts", EventKind.schedule.rawValue,
      "therapist_id", "NEW.therapist_id",
      when: "\(MySQLTriggers.isForeign) AND (\(MySQLTriggers.isChanged(WatchedColumns.shifts)))"),
    note(
      "shift_deleted", "AFTER DELETE", "frontdesk_shifts", EventKind.schedule.rawValue,
      "therapist_id", "OLD.therapist_id", when: MySQLTriggers.isForeign),
  ]

  /// For the register. A guest's name, telephone and alert are part of bookings as well; the relay
  /// finds those to come.
  private static let customers = [
    note(
      "customer_created", "AFTER INSERT", "customers", EventKind.customer.rawValue, "customer_id",
      "NEW.customer_id"),
    MySQLTriggers.Trigger(
      name: "frontdesk_guest_updated", table: "customers", event: "AFTER UPDATE",
      body: """
        BEGIN
          \(noted(
            OutboxKind.guest.rawValue, "customer_id", "NEW.customer_id",
            when: MySQLTriggers.isChanged(WatchedColumns.guest)))
          \(noted(
            EventKind.customer.rawValue, "customer_id", "NEW.customer_id",
            when: MySQLTriggers.isChanged(WatchedColumns.register)))
          \(MySQLAccountTriggers.ended(
            "CUSTOMER", "OLD.customer_id", ifChanged: WatchedColumns.guestAccount))
        END
        """),
    MySQLTriggers.Trigger(
      name: "frontdesk_customer_deleted", table: "customers", event: "AFTER DELETE",
      body: """
        BEGIN
          \(noted(
            EventKind.customer.rawValue, "customer_id", "OLD.customer_id", when: "TRUE"))
          \(MySQLAccountTriggers.ended("CUSTOMER", "OLD.customer_id"))
        END
        """),
  ]

  /// The shop and FrontDesk insert payments as PAID (`DeskSale.pay`). A payment that becomes PAID
  /// later is an event too.
  private static let paid = payment(
    "payment_created", "AFTER INSERT", when: "NEW.payment_status = 'PAID'")
  /// The state of a payment is part of every booking that it pays for; the relay finds these
  /// bookings. Of a desk's own change of a payment the server writes the events itself.
  private static let becamePaid = payment(
    "payment_updated", "AFTER UPDATE",
    when: "NEW.payment_status = 'PAID' AND NOT (OLD.payment_status <=> 'PAID')",
    further: """
      IF \(MySQLTriggers.isForeign) AND (\(MySQLTriggers.isChanged(WatchedColumns.payment))) THEN
            \(MySQLTriggers.inserted(
              .settled, OutboxKind.settled.sql, of: "NEW.payment_id", into: OwnTables.outbox))
          END IF;
      """)

  private static func note(
    _ name: String, _ event: String, _ table: String, _ kind: String, _ column: String,
    _ value: String, when condition: String = "TRUE"
  ) -> MySQLTriggers.Trigger {
    MySQLTriggers.Trigger(
      name: "frontdesk_\(name)", table: table, event: event,
      body: """
        BEGIN
          \(noted(kind, column, value, when: condition))
        END
        """)
  }

  private static func noted(
    _ kind: String, _ column: String, _ value: String, when condition: String
  ) -> String {
    """
    IF \(condition) THEN
            INSERT INTO frontdesk_outbox (kind, \(column), \(LogForm.author))
              VALUES ('\(kind)', \(value), \(MySQLTriggers.author));
          END IF;
    """
  }

  private static func payment(
    _ name: String, _ event: String, when condition: String, further: String = ""
  ) -> MySQLTriggers.Trigger {
    MySQLTriggers.Trigger(
      name: "frontdesk_\(name)", table: "payments", event: event,
      body: """
        BEGIN
          IF \(condition) THEN
            INSERT INTO frontdesk_outbox
              (kind, payment_id, customer_id, \(LogForm.author))
              VALUES (\(EventKind.payment.sql), NEW.payment_id, NEW.customer_id, \(MySQLTriggers.author));
          END IF;
          \(further)
        END
        """)
  }
}
