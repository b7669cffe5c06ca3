import BookingDomain
import BookingTesting

/// What one race is about, and what another program does meanwhile.
struct Race {
  /// The thing for which the two desks race: only one of them can have it.
  enum Prize: CaseIterable {
    case therapist
    case bed
    case session
    case everything
  }

  /// What the two desks do at the same moment.
  enum Errand: CaseIterable {
    /// Each takes a cancellation back.
    case undo
    /// Each books anew.
    case book
  }

  enum Intruder: CaseIterable {
    case none
    /// Books the slot itself.
    case books
    /// Uses the paid session for something else.
    case takesTheSession
    /// Writes the first booking back as it was on a stale page.
    case writesBack
    /// Takes the first cancellation back.
    case reopens
    /// Changes the slot's booking and rolls that back.
    case rollsBack
  }

  /// Numbers for the bookings of the two desks and of the intruder.
  let bookings: [Int]
  let errand: Errand
  let prize: Prize
  let intruder: Intruder

  /// - Parameter item: of the paid sessions.
  func order(_ desk: Int, item: Int) -> Order {
    switch errand {
    case .undo: return .change(.undo, of: desks[desk], seen: Sight())
    case .book:
      return .book([
        NewBooking(
          customer: .known(5), service: 1, therapist: UserID(Int64(therapist(desk))),
          date: ContractSpa.date, time: TimeOfDay(time(desk)) ?? .midnight,
          bed: BedID(Int64(bed(desk))), payment: .item(PaymentItemID(Int64(item))))
      ])
    }
  }

  var desks: [BookingID] { bookings.prefix(2).map { BookingID(Int64($0)) } }

  var isForOneSlot: Bool { prize != .session }
  var isForOneSession: Bool { prize == .session || prize == .everything }

  /// Overlapping, never equal: the shop's own keys stop only equal starts.
  func time(_ desk: Int) -> String {
    if prize == .session { return desk == 0 ? "16:00:00" : "18:00:00" }
    return desk == 0 ? "16:00:00" : "16:20:00"
  }

  func therapist(_ desk: Int) -> Int { prize == .bed ? 4 + desk : 4 }
  func bed(_ desk: Int) -> Int { prize == .therapist ? 1 + desk : 1 }

  /// Of three sessions.
  var booked: Int { isForOneSession ? 2 : 0 }

  func statements(item: Int) -> [String] {
    let first = bookings[0]
    return switch intruder {
    case .none: []
    case .books:
      [
        ContractSpa.booking(
          bookings[2], customer: 6, item: item, therapist: 4, "16:40:00", "SCHEDULED", bed: 1)
      ]
    case .takesTheSession:
      [
        "UPDATE payment_item_usage SET booked_quantity = booked_quantity + 1"
          + " WHERE payment_item_id = \(item) AND booked_quantity < total_quantity"
      ]
    case .writesBack:
      [
        "UPDATE bookings SET booking_status = 'CANCELLED', appointment_time = '\(time(0))',"
          + " therapist_user_id = \(therapist(0)), bed_id = \(bed(0)), booking_notes = 'stale'"
          + " WHERE booking_id = \(first)"
      ]
    case .reopens:
      ["UPDATE bookings SET booking_status = 'SCHEDULED' WHERE booking_id = \(first)"]
    case .rollsBack:
      [
        "BEGIN",
        "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = \(first)",
        "ROLLBACK",
      ]
    }
  }
}
