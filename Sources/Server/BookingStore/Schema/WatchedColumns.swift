/// What counts as a change in the web shop's tables, and in those of ours that a board is drawn from:
/// the triggers of both drivers look at these columns. Times of the last change do not count: the shop
/// writes them hours off and at any time.
package enum WatchedColumns {
  package static let booking = [
    "customer_id", "payment_item_id", "service_id", "therapist_user_id", "appointment_date",
    "appointment_time", "duration_minutes", "booking_status", "booking_notes",
    "cancellation_reason", "cancelled_by", "room_id", "bed_id",
  ]

  /// A booking that has another of these was moved.
  package static let slot = [
    "therapist_user_id", "appointment_date", "appointment_time", "duration_minutes", "room_id",
    "bed_id",
  ]

  package static let checkin = ["status", "checkin_time", "appointment_id"]
  package static let therapist = ["availability_status", "service_type_id"]
  /// Of a therapist's row in `users`.
  package static let person = ["full_name", "is_active", "role_id"]
  /// Of a payment, what its bookings show.
  package static let payment = ["payment_status"]
  package static let hours = ["day_of_week", "open_time", "close_time", "is_closed"]
  package static let room = ["name", "capacity", "is_active"]
  package static let bed = ["room_id", "name", "is_active"]
  /// Of our own tables, which other programs may write to.
  package static let block = ["therapist_id", "date", "time", "duration_minutes", "reason"]
  package static let timeOff = ["therapist_id", "from_date", "until_date", "reason"]
  package static let shifts = ["therapist_id", "weekday", "date", "from_time", "until_time"]
  /// Of a guest, what bookings show.
  package static let guest = ["full_name", "phone_number", "notes"]
  /// Of a customer, what the register is searched by.
  package static let register = ["full_name", "phone_number", "email"]
  /// What the sessions of staff rest on, in `users`.
  package static let account = ["is_active", "role_id", "user_id"]
  /// What the sessions of guests rest on, in `customers`.
  package static let guestAccount = ["is_active", "customer_id"]
  /// Sessions that a password has opened end with it.
  package static let password = ["hash_password"]
}
