import BookingClient
import BookingDomain
import LinePromise
import TLS

/// What is asked of the server.
struct LoadPlan: Sendable {
  let address: ServerAddress
  let transport: TransportChoice
  let trust: TLSContext?
  let connections: Int
  let ordersPerSecond: Int
  let seconds: Int
  /// Nil is the spa's today.
  let date: LocalDate?

  /// More connections than this are not opened at the same time: a listening socket queues only so
  /// many, and a spa's consoles do not start in the same millisecond either.
  static let openedAtOnce = 100
  /// Connections that give the orders, beside those that watch.
  static let desks = 4
  /// Notes are written on at most so many bookings: as many as reception has in hand on a busy day.
  static let mostBookings = 50
  /// How long something may take before it counts as lost.
  static let patience = Duration.seconds(30)
}

/// When each order is due. It is fixed before the first is given, so that one that is late because
/// the server was slow counts in full.
struct Timetable: Sendable {
  let start: ContinuousClock.Instant
  let ordersPerSecond: Int
  let orders: Int
  /// What is written on, in turn.
  let bookings: [BookingID]
  /// Tells this run's notes from any other's.
  let run: String

  func due(_ order: Int) -> ContinuousClock.Instant {
    start + .seconds(Double(order) / Double(ordersPerSecond))
  }

  func booking(of order: Int) -> BookingID { bookings[order % bookings.count] }

  func notes(of order: Int) -> String { "load \(run) \(order)" }

  /// The order that wrote these notes; nil where none of this run did.
  func order(of notes: String?) -> Int? {
    let prefix = "load \(run) "
    guard let notes, notes.hasPrefix(prefix) else { return nil }
    return Int(notes.dropFirst(prefix.count)).flatMap { (0..<orders).contains($0) ? $0 : nil }
  }
}
