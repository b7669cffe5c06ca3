import BookingDomain
import BookingStore

// MARK: - Other programs

extension RandomDesk {
  /// Writes what no rule of ours allows. A statement that the shop's own keys forbid is simply not
  /// written.
  mutating func writeFromOutside() async throws {
    let statement = try await statement()
    try? await subject.runForeignSQL([statement])
  }

  private mutating func statement() async throws -> String {
    let ids = known.keys.sorted()
    let id = ids[below(ids.count)]
    let condition = "WHERE booking_id = \(id)"
    switch below(10) {
    case 0: return insertion()
    case 1: return "DELETE FROM bookings \(condition)"
    case 2...3:
      let status = BookingStatus.allCases[below(BookingStatus.allCases.count)]
      // A booking that comes back in this way does not ask whether its slot is still free.
      let standing = try await subject.store.bookings([id]).first?.status.occupies ?? false
      if status.occupies, !standing { forced.insert(id) }
      return "UPDATE bookings SET booking_status = '\(status.rawValue)' \(condition)"
    case 4:
      forced.insert(id)
      let date = day()
      days.insert(date)
      return "UPDATE bookings SET appointment_date = '\(date)', appointment_time = '\(time())'"
        + ", therapist_user_id = \(therapist()) \(condition)"
    case 5:
      return "UPDATE payment_item_usage SET booked_quantity = total_quantity"
        + " WHERE payment_item_id = \(1 + below(2))"
    case 6:
      return "UPDATE payment_item_usage SET booked_quantity = booked_quantity - 1"
        + " WHERE payment_item_id = \(1 + below(2)) AND booked_quantity > 0"
    case 7:
      let state = below(6) == 0 ? "ON_LEAVE" : "AVAILABLE"
      return "UPDATE therapists SET availability_status = '\(state)' WHERE user_id = \(therapist())"
    case 8:
      let status = PaymentStatus.allCases[below(PaymentStatus.allCases.count)]
      return "UPDATE payments SET payment_status = '\(status.rawValue)' WHERE payment_id = "
        + "(SELECT payment_id FROM payment_items i JOIN bookings b ON b.payment_item_id"
        + " = i.payment_item_id WHERE b.booking_id = \(id))"
    default: return "UPDATE bookings SET booking_notes = 'web \(below(9))' \(condition)"
    }
  }

  private mutating func insertion() -> String {
    lastForeignNumber += 1
    let id = BookingID(Int64(lastForeignNumber))
    let date = day()
    days.insert(date)
    forced.insert(id)
    known.updateValue(nil, forKey: id)
    return "INSERT INTO bookings (booking_id, customer_id, payment_item_id, service_id,"
      + " therapist_user_id, appointment_date, appointment_time, duration_minutes,"
      + " booking_status, room_id, bed_id) VALUES (\(id), 6, 2, 1, \(therapist()), '\(date)',"
      + " '\(time())', \(length().count), 'SCHEDULED', 1, \(1 + below(2)))"
  }
}
