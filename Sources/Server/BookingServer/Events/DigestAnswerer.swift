import BookingDomain
import BookingProtocol
import BookingStore

/// What the days look like to one viewer, in one number.
struct DigestAnswerer: Sendable {
  let days: Days
  let end: LogEnd
  let database: DatabaseState

  /// What a poll's answer ends with, so that a board without a WebSocket proves itself too; nil for
  /// whoever has no board, and where the log has moved on since.
  func digest(after caughtUp: CatchUp, for person: Person) async -> ServerMessage.Digest? {
    if case .nothing = caughtUp.content { return nil }
    guard !caughtUp.isOld, let digest = await digest(of: caughtUp.days, for: person),
      digest.position == caughtUp.position
    else { return nil }
    return digest
  }

  /// Nil where the days cannot be read at one position just now; the next heartbeat tries again.
  func digest(of range: ClosedRange<LocalDate>, for person: Person) async -> ServerMessage.Digest? {
    let level = end.current
    var digest = BoardDigest()
    for date in range {
      guard let day = try? await days.day(date, atLeast: level), day.position == level else {
        return nil
      }
      for booking in day.bookings where Visibility.maySee(booking, person) { digest.put(booking) }
      let blocks = day.blocks.filter { Visibility.maySee($0, person) }
      for (therapist, blocks) in Dictionary(grouping: blocks, by: \.therapist) {
        digest.put(blocks, of: therapist, on: date)
      }
    }
    // Of the last picture at hand nobody knows whether it is still the truth.
    guard database.isAvailable else { return nil }
    return ServerMessage.Digest(
      from: range.lowerBound, to: range.upperBound, position: level, value: digest.value)
  }
}
