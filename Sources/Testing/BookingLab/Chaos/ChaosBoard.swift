import BookingClient
import BookingDomain
import BookingTesting
import LinePromise

/// What one client would draw, made from its events alone.
struct ChaosBoard: Sendable {
  private(set) var bookings: [BookingID: Booking] = [:]
  private(set) var days: ClosedRange<LocalDate>?
  /// Where an event brought something older than what was there.
  private(set) var stepsBack: [String] = []

  mutating func take(_ event: ClientEvent) {
    switch event {
    case .snapshot(let snapshot):
      days = snapshot.from...snapshot.to
      bookings = Dictionary(snapshot.bookings.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    case .booking(let booking, _):
      if let known = bookings[booking.id], known.version >= booking.version {
        stepsBack.append("booking \(booking.id) went from \(known.version) to \(booking.version)")
      }
      bookings[booking.id] = booking
    case .gone(let id): bookings[id] = nil
    case .link, .welcome, .clock, .verified, .accepted, .refused, .postponed, .expired,
      .sessionEnded,
      .notice, .database, .blocks, .waiting, .tasks, .held, .released:
      break
    }
  }

  /// The rows as a person sees them, by number.
  var rows: [Int64: BoardRow] {
    Dictionary(uniqueKeysWithValues: bookings.map { ($0.key.number, BoardRow($0.value)) })
  }
}

/// One booking in plain words, for a comparison that shares no code with the server's.
struct BoardRow: Hashable, Sendable, CustomStringConvertible {
  let fields: [String]

  static let names = [
    "id", "version", "status", "date", "time", "minutes", "therapist", "customer", "name", "phone",
    "notes", "room", "bed", "cancelled because", "started", "ended", "arrived", "last change",
  ]

  init(fields: [String]) { self.fields = fields }

  init(_ booking: Booking) {
    func text(_ time: Timestamp?) -> String { time.map { "\($0.milliseconds)" } ?? "" }
    fields = [
      "\(booking.id)", "\(booking.version)", booking.status.rawValue, "\(booking.date)",
      "\(booking.time)", "\(booking.duration.count)", "\(booking.therapist)",
      "\(booking.customer.id)", booking.customer.name, booking.customer.phone ?? "",
      booking.notes ?? "", "\(booking.place.room)", booking.place.bed.map { "\($0)" } ?? "",
      booking.cancellationReason ?? "", text(booking.startedAt), text(booking.endedAt),
      booking.arrivedAt == nil ? "0" : "1", text(booking.lastChange?.at),
    ]
  }

  var description: String {
    zip(Self.names, fields).map { "\($0): \($1)" }.joined(separator: ", ")
  }

  /// Which fields differ, `here` being ours.
  func difference(from other: BoardRow) -> String {
    zip(Self.names, zip(fields, other.fields)).filter { $1.0 != $1.1 }
      .map { "\($0): \"\($1.0)\" instead of \"\($1.1)\"" }.joined(separator: ", ")
  }
}
