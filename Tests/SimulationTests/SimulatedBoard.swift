import BookingClient
import BookingDomain

/// What a person sees, built from nothing but what the client library tells.
struct SimulatedBoard {
  private(set) var bookings: [BookingID: Booking] = [:]
  private(set) var link: LinkState?
  private(set) var zoneOffset: Int64 = 0
  /// Newest version shown of each booking, also of those gone.
  private var shown: [BookingID: Int64] = [:]

  /// - Returns: what is wrong with it, if something is.
  mutating func apply(_ event: ClientEvent) -> String? {
    switch event {
    case .link(let state): link = state
    case .welcome(let welcome): zoneOffset = welcome.clockOffset
    case .snapshot(let snapshot):
      let older = snapshot.bookings.first { $0.version < shown[$0.id] ?? 0 }
      bookings = Dictionary(uniqueKeysWithValues: snapshot.bookings.map { ($0.id, $0) })
      for booking in snapshot.bookings { shown[booking.id] = booking.version }
      if let older { return "a snapshot shows booking \(older.id) older than it was shown" }
    case .booking(let booking, _):
      let last = shown[booking.id] ?? 0
      bookings[booking.id] = booking
      shown[booking.id] = booking.version
      if booking.version < last { return "booking \(booking.id) went back from version \(last)" }
    case .gone(let id): bookings[id] = nil
    default: break
    }
    return nil
  }

  mutating func clear() {
    bookings = [:]
    shown = [:]
  }

  /// What a board that forgets to clear itself would show.
  mutating func keep(_ vanished: [BookingID: Booking]) {
    bookings.merge(vanished) { now, _ in now }
  }
}

extension Booking {
  var line: String {
    "\(id) v\(version) \(status) \(date) \(time.hourMinute) therapist \(therapist)"
      + (notes.map { " “\($0)”" } ?? "")
  }
}
