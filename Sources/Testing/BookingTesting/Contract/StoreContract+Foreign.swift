import BookingDomain
import BookingStore

extension StoreContract {
  static let foreignPromises = [
    Promise("a foreign status change is an event and history without an author") {
      let event = try await only($0) {
        "UPDATE bookings SET booking_status = 'COMPLETED' WHERE booking_id = 1"
      }
      try requireEqual(event.kind, .statusChanged(from: .scheduled, to: .completed))
      try requireEqual(event.by, nil)
      try requireEqual(event.byName, "")
      let booking = try await $0.store.booking(ContractSpa.morning)
      try requireEqual(booking.status, .completed)
      try requireEqual(booking.version, 2)
      let last = try requireValue(booking.lastChange, "the change")
      try requireEqual(last.by, nil)
      try requireEqual(last.kind, .status(from: .scheduled, to: .completed))
    },
    Promise("a refusal after a foreign change says that another program made it") {
      try await $0.runForeignSQL([
        "UPDATE bookings SET booking_status = 'CANCELLED' WHERE booking_id = 1"
      ])
      let answer = try await $0.store.perform(
        ContractSpa.command(
          ContractSpa.morning, ContractSpa.change(.confirmed), expectedStatus: .scheduled),
        by: ContractSpa.lan, now: ContractSpa.now)
      let sentence = try requireValue(refusal(answer)?.sentence, "the sentence")
      try require(sentence.contains("nother program"), sentence)
    },
    Promise("a foreign move tells the old and the new therapist and day") {
      let event = try await only($0) {
        "UPDATE bookings SET therapist_user_id = 5, appointment_date = '2026-03-11'"
          + " WHERE booking_id = 1"
      }
      try requireEqual(event.kind, .updated)
      try requireEqual(event.audience.therapist, 5)
      try requireEqual(event.audience.formerTherapist, 4)
      try requireEqual(event.audience.date, ContractSpa.date + 1)
      try requireEqual(event.audience.formerDate, ContractSpa.date)
    },
    Promise("a foreign booking is created, a foreign delete is gone") {
      let created = try await only($0) {
        ContractSpa.booking(9, customer: 6, item: 2, therapist: 5, "16:00:00", "SCHEDULED", bed: 2)
      }
      try requireEqual(created.kind, .created)
      try requireEqual(created.version, 1)
      let gone = try await only($0) { "DELETE FROM bookings WHERE booking_id = 9" }
      try requireEqual(gone.kind, .gone)
      try requireEqual(gone.version, 2)
      try requireEqual(gone.audience.therapist, 5)
      let again = try await only($0) {
        ContractSpa.booking(9, customer: 6, item: 2, therapist: 5, "16:00:00", "SCHEDULED", bed: 2)
      }
      try requireEqual(again.version, 3, "a number used again is never older")
    },
    Promise("a booking that is another guest's by SQL is gone for the one and new for the other") {
      let events = try await goneAndCreated($0) {
        "UPDATE bookings SET customer_id = 6 WHERE booking_id = 1"
      }
      try requireEqual(events.map(\.audience.customer), [5, 6])
      try requireEqual(events.map(\.version), [2, 3])
      try await requireEqual($0.store.booking(ContractSpa.morning).version, 3)
    },
    Promise("a replaced booking is gone and made anew, to whoever saw the former one") {
      let events = try await goneAndCreated($0) {
        ContractSpa.booking(1, customer: 6, item: 2, therapist: 5, "16:00:00", "SCHEDULED", bed: 2)
          .replacing("INSERT", with: "REPLACE")
      }
      try requireEqual(events.map(\.audience.customer), [5, 6])
      try requireEqual(events.map(\.audience.therapist), [4, 5])
    },
    Promise("who is replaced by another booking at the same minute is gone") {
      let events = try await goneAndCreated($0) {
        ContractSpa.booking(60, customer: 6, item: 2, therapist: 4, "10:00:00", "SCHEDULED", bed: 2)
          .replacing("INSERT", with: "REPLACE")
      }
      try requireEqual(events.map(\.booking), [ContractSpa.morning, 60])
    },
    Promise("a foreign change of what is watched is one event; of the place, a line of history") {
      for (column, value) in [
        ("booking_notes", "'x'"), ("cancellation_reason", "'x'"), ("duration_minutes", "45"),
        ("appointment_time", "'10:15:00'"), ("bed_id", "NULL"),
      ] {
        try requireEqual(WatchedColumns.booking.contains(column), true, column)
        let lines = try await $0.store.history(of: ContractSpa.morning).count
        let event = try await only($0) {
          "UPDATE bookings SET \(column) = \(value) WHERE booking_id = 1"
        }
        try requireEqual(event.kind, .updated, column)
        let isTold = WatchedColumns.slot.contains(column) || column == "booking_notes"
        let added = try await $0.store.history(of: ContractSpa.morning).count - lines
        try requireEqual(added, isTold ? 1 : 0, column)
      }
      let before = try await $0.store.position()
      try await $0.runForeignSQL([
        "UPDATE bookings SET updated_at = '2000-01-01 00:00:00' WHERE booking_id = 1"
      ])
      try await requireEqual($0.store.position(), before, "updated_at is no news")
    },
    Promise("another number is a line in the new one's history") {
      try await $0.runForeignSQL(["UPDATE bookings SET booking_id = 50 WHERE booking_id = 2"])
      let history = try await $0.store.history(of: 50)
      try requireEqual(history.map(\.change.kind), [.created])
    },
    Promise("an update that changes nothing is no event") {
      let before = try await $0.store.position()
      try await $0.runForeignSQL([
        "UPDATE bookings SET booking_status = 'SCHEDULED', booking_notes = NULL"
          + " WHERE booking_id = 1",
        "UPDATE bookings SET updated_at = '2020-01-01 00:00:00' WHERE booking_id = 1",
        "UPDATE therapists SET availability_status = 'AVAILABLE' WHERE user_id = 4",
        "UPDATE payments SET payment_status = 'PAID' WHERE payment_id = 1",
      ])
      try await requireEqual($0.store.position(), before)
    },
    Promise("a therapist's state and the business hours are schedule events") {
      let leave = try await only($0) {
        "UPDATE therapists SET availability_status = 'ON_LEAVE' WHERE user_id = 4"
      }
      try requireEqual(leave.kind, .therapistScheduleUpdated(4))
      let before = try await $0.store.position()
      try await $0.runForeignSQL([
        "UPDATE business_hours SET close_time = '20:00:00' WHERE day_of_week = 'TUESDAY'"
      ])
      let events = try await $0.store.events(after: before, limit: 10)
      try requireEqual(
        events?.map(\.kind), [.therapistScheduleUpdated(4), .therapistScheduleUpdated(5)])
    },
    Promise("a payment is told when it is paid, once") {
      let before = try await $0.store.position()
      try await $0.runForeignSQL([
        "INSERT INTO payments (payment_id, customer_id, total_amount, tax_amount,"
          + " subtotal_amount, payment_method, payment_status, reference_number)"
          + " VALUES (7, 6, 1, 0, 1, 'CASH', 'PENDING', 'R7')"
      ])
      try await requireEqual($0.store.position(), before, "pending is no news")
      let paid = try await only($0) {
        "UPDATE payments SET payment_status = 'PAID' WHERE payment_id = 7"
      }
      try requireEqual(paid.kind, .paymentCompleted(paymentID: 7, customer: 6))
    },
    Promise("the shop's own check-in is an arrival") {
      let event = try await only($0) {
        "INSERT INTO checkins (appointment_id, customer_id, checkin_time)"
          + " VALUES (1, 5, '2026-03-10 09:45:00')"
      }
      try requireEqual(event.kind, .updated)
      try requireEqual(event.booking, ContractSpa.morning)
      let booking = try await $0.store.booking(ContractSpa.morning)
      try requireEqual(booking.arrivedAt, ContractSpa.moment(9, 45).instant)
    },
  ]

  /// The one event that a foreign statement makes.
  private static func only(_ subject: Subject, _ statement: () -> String) async throws
    -> BookingEvent
  {
    let events = try await events(subject, of: statement())
    try requireEqual(events.count, 1, "events of \(statement())")
    return try requireValue(events.first)
  }

  /// The two events of a foreign statement that takes one booking away and makes another.
  private static func goneAndCreated(
    _ subject: Subject, _ statement: () -> String
  ) async throws -> [BookingEvent] {
    let events = try await events(subject, of: statement())
    try requireEqual(events.map(\.kind), [.gone, .created])
    return events
  }

  private static func events(
    _ subject: Subject, of statement: String
  ) async throws -> [BookingEvent] {
    let before = try await subject.store.position()
    try await subject.runForeignSQL([statement])
    return try requireValue(
      try await subject.store.events(after: before, limit: 10), "the events")
  }
}
