import BookingDomain
import BookingStore

/// A database as the server of an older layout left it, after orders of reception. Every driver promises
/// the same of what it makes of it.
package protocol OldBooks: Sendable {
  var layout: Int { get }
  /// A few minutes after the last order.
  static var now: Moment { get }
  /// The day's bookings, as `ContractSpa.line(of:)` writes them.
  var lines: [String] { get }
  /// Booking 3 was confirmed, cancelled, taken back and cancelled again. Servers of the first layouts took
  /// a cancellation back to SCHEDULED, whatever the booking had been before.
  var statusBeforeTheCancellation: BookingStatus { get }
}

extension OldBooks {
  /// A Tuesday.
  package static var date: LocalDate { LocalDate(dayNumber: 20_788) }

  /// Boards, orders and sessions go on from where they were.
  /// - Parameters:
  ///   - store: on the upgraded database.
  ///   - end: of the log before the upgrade.
  package func requireGoingOn(in store: some BookingStore, from end: LogPosition) async throws {
    let day = try await store.day(Self.date)
    try requireEqual(day.position, end, "readers go on")
    try requireEqual(day.bookings.map(ContractSpa.line(of:)).sorted(), lines)
    try requireEqual(day.blocks.map(\.reason), layout == 1 ? [] : ["lunch"])
    try requireEqual(try await store.waiting(on: Self.date).count, layout == 1 ? 0 : 1)
    // The confirmation of the first booking.
    let id = try requireValue(RequestID("0000000\(layout)-0000-4000-8000-000000000001"))
    let again = try await store.perform(
      Command(id: id, booking: 1, change: .changeStatus(to: .confirmed, reason: nil)),
      by: ContractSpa.lan, now: Self.now)
    try require(again.isReplayed, "an order that was answered is not done again")
    try requireEqual(
      try await store.openSessionHashes(now: Self.now.instant).count, 1, "nobody is logged out")
  }

  package func requireUndo(in store: some BookingStore) async throws {
    let undone = try await store.perform(
      ContractSpa.command(3, .undo), by: ContractSpa.lan, now: Self.now)
    try requireEqual(
      undone.current?.status, statusBeforeTheCancellation, "\(undone.result)")
  }
}
