import BookingDomain

/// Days that a line is about beside the board's, and the bookings of guests, as they were asked for
/// it. They are pictures of a moment: the server has the last word, and they go with the line.
package struct OtherDays: Hashable, Sendable {
  /// At once: whoever asks for half a year leaves the line free for others.
  private static let mostAtOnce = 4
  /// A series' days, and as many where it could be instead.
  private static let most = 3 * Series.longest

  private(set) var days: [LocalDate: Availability] = [:]
  private(set) var files: [CustomerID: [Booking]] = [:]
  private var asked: Set<LocalDate> = []
  private var askedFiles: Set<CustomerID> = []
  private var hasFailed = false

  /// - Returns: those to be asked for now.
  mutating func ask(for wanted: [LocalDate]) -> [LocalDate] {
    let missing = wanted.filter { days[$0] == nil && !asked.contains($0) }
    let next = Array(missing.prefix(max(0, Self.mostAtOnce - asked.count)))
    asked.formUnion(next)
    return next
  }

  /// - Returns: whether it has to be asked now.
  mutating func ask(forFileOf customer: CustomerID) -> Bool {
    files[customer] == nil && askedFiles.insert(customer).inserted
  }

  mutating func take(_ day: DaySnapshot) {
    asked.remove(day.date)
    if days.count >= Self.most { days.removeAll() }
    days[day.date] = Availability(
      spa: day.spa, date: day.date, bookings: day.bookings, blocks: day.blocks)
  }

  mutating func take(_ file: CustomerFile) {
    let id = file.card.customer.id
    askedFiles.remove(id)
    files[id] = file.bookings
  }

  /// Asked in vain: not again before somebody presses a key, or a server that is away would be asked
  /// without end.
  mutating func failed() { hasFailed = true }

  mutating func mayAskAgain() {
    guard hasFailed else { return }
    (asked, askedFiles, hasFailed) = ([], [], false)
  }

  /// What was done may have changed them.
  mutating func forget() { self = OtherDays() }
}
