import BookingClient
import BookingDomain
import LinePromise

/// What a person sees, built from nothing but what the client library tells.
struct SimulatedBoard {
  private(set) var bookings: [BookingID: Booking] = [:]
  private var blocks: [LocalDate: [UserID: [Block]]] = [:]
  private var waiting: [LocalDate: [WaitingGuest]] = [:]
  private(set) var tasks: [DeskTask] = []
  private(set) var link: LinkState?
  private(set) var zoneOffset: Int64 = 0
  /// Newest version shown of each booking, also of those gone.
  private var shown: [BookingID: Int64] = [:]

  /// - Returns: what is wrong with it, if something is.
  mutating func apply(_ event: ClientEvent) -> String? {
    switch event {
    case .link(let state): link = state
    case .welcome(let welcome): zoneOffset = welcome.clockOffset
    case .clock(let offset): zoneOffset = offset
    case .snapshot(let snapshot):
      let older = snapshot.bookings.first { $0.version < shown[$0.id] ?? 0 }
      bookings = Dictionary(uniqueKeysWithValues: snapshot.bookings.map { ($0.id, $0) })
      for booking in snapshot.bookings { shown[booking.id] = booking.version }
      blocks = Dictionary(grouping: snapshot.blocks, by: \.date)
        .mapValues { Dictionary(grouping: $0, by: \.therapist) }
      waiting = Dictionary(grouping: snapshot.waiting, by: \.date)
      tasks = snapshot.tasks
      if let older { return "a snapshot shows booking \(older.id) older than it was shown" }
    case .booking(let booking, _):
      let last = shown[booking.id] ?? 0
      bookings[booking.id] = booking
      shown[booking.id] = booking.version
      if booking.version < last { return "booking \(booking.id) went back from version \(last)" }
    case .gone(let id): bookings[id] = nil
    case .blocks(let told, let therapist, let date): blocks[date, default: [:]][therapist] = told
    case .waiting(let told, let date): waiting[date] = told
    case .tasks(let told): tasks = told
    default: break
    }
    return nil
  }

  /// By number.
  var allBlocks: [Block] {
    blocks.values.flatMap { $0.values.flatMap(\.self) }.sorted { $0.id < $1.id }
  }
  var allWaiting: [WaitingGuest] { waiting.values.flatMap(\.self).sorted { $0.id < $1.id } }

  mutating func clear() {
    bookings = [:]
    blocks = [:]
    waiting = [:]
    tasks = []
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
