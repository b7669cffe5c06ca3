import BookingDomain

/// What is waited for while the load goes on, counted by the one who waits.
struct Signs {
  enum Sign: Sendable {
    /// A connection came about.
    case live
    /// A connection has heard of the last order on each booking.
    case level
    case spa(SpaZone, clockOffset: Int64)
    case bookings([Booking])
    /// An order was answered, or given up.
    case settled
    case stopped
    case timeIsUp(Int)
  }

  typealias Sender = AsyncStream<Sign>.Continuation

  let sender: Sender
  private(set) var live = 0
  private(set) var level = 0
  private(set) var settled = 0
  private(set) var spa: (zone: SpaZone, clockOffset: Int64)?
  private(set) var bookings: [Booking]?
  /// Somebody wants it to end.
  private(set) var isStopped = false

  private var signs: AsyncStream<Sign>.Iterator
  private var waits = 0

  init() {
    let (stream, sender) = AsyncStream.makeStream(of: Sign.self)
    self.sender = sender
    signs = stream.makeAsyncIterator()
  }

  /// - Returns: whether it came to that in time, and before somebody wanted an end.
  mutating func wait(
    within limit: Duration = LoadPlan.patience, until isSo: (Signs) -> Bool
  ) async -> Bool {
    waits += 1
    let timer = Task { [sender, waits] in
      try await Task.sleep(for: limit)
      sender.yield(.timeIsUp(waits))
    }
    defer { timer.cancel() }
    while !isSo(self) {
      guard let sign = await signs.next() else { return false }
      switch sign {
      case .live: live += 1
      case .level: level += 1
      case .settled: settled += 1
      case .spa(let zone, let offset): spa = (zone, offset)
      case .bookings(let found): bookings = bookings ?? found
      case .stopped:
        isStopped = true
        return false
      case .timeIsUp(let number) where number == waits: return false
      case .timeIsUp: break
      }
    }
    return true
  }
}
