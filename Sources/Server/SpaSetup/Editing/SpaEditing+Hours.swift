import BookingDomain
import BookingStore

extension SpaEditing {
  /// - Parameter hours: nil is closed.
  /// - Returns: how many bookings of those weekdays, from `today` on, stand outside of them.
  func set(hours: BusinessHours?, on days: [Weekday], from today: LocalDate) throws -> Int {
    for day in days { try set(hours: hours, on: day) }
    let spa = try spa()
    return try outside(from: today) { date, _ in
      days.contains(date.weekday) ? spa.openings(on: date) : nil
    }
  }

  private func set(hours: BusinessHours?, on day: Weekday) throws {
    let found = try db.row(
      "SELECT 1 AS one FROM business_hours WHERE day_of_week = ?", [.text(day.rawValue)])
    let values: [StoredValue] = [
      StoredValue(hours?.open.description), StoredValue(hours?.closeOnClock.description),
      StoredValue(hours == nil), .text(day.rawValue),
    ]
    try db.execute(
      found == nil
        ? "INSERT INTO business_hours (open_time, close_time, is_closed, day_of_week) VALUES (?, ?, ?, ?)"
        : "UPDATE business_hours SET open_time = ?, close_time = ?, is_closed = ? WHERE day_of_week = ?",
      values)
  }

  /// Bookings from `today` on that stand outside of what is open for them.
  /// - Parameter openings: nil for those that are not looked at.
  func outside(
    from today: LocalDate, _ openings: (LocalDate, UserID) -> [DaySchedule.Interval]?
  ) throws -> Int {
    try db.rows(
      """
      SELECT appointment_date, appointment_time, duration_minutes, therapist_user_id FROM bookings
      WHERE appointment_date >= ? AND booking_status IN ('SCHEDULED', 'CONFIRMED')
      """, [.text(today.description)]
    ).count { row in
      guard let date = row.date("appointment_date"), let time = row.time("appointment_time"),
        let length = row.int("duration_minutes", in: Ranges.duration),
        let therapist: UserID = row.id("therapist_user_id"),
        let openings = openings(date, therapist)
      else { return false }
      return !openings.contains { $0.start <= time && time + Minutes(length) <= $0.end }
    }
  }
}
