import BookingDomain
import Glibc

extension StoreContract {
  /// Days with 23 and with 25 hours, from the evening before until the morning after, and an
  /// ordinary week in which everything begins around midnight.
  static let walkPromises = walks + [lookingBack]

  private static let walks =
    [
      ("the clock goes forward", LocalDate(dayNumber: 20_540), false),  // 2026-03-28
      ("the clock goes back", LocalDate(dayNumber: 20_750), false),  // 2026-10-24
      ("everybody comes at midnight", LocalDate(dayNumber: 20_582), true),  // 2026-05-09
    ].map { name, eve, isNightly in
      Promise("whoever orders what while \(name), the books hold together") {
        var desk = RandomDesk(
          randomness: .announced(for: "random desk, \(name)"), eve: eve, isNightly: isNightly,
          subject: $0)
        try await desk.run(steps: walkLength)
      }
    }

  private static let lookingBack = Promise("each day is seen as it stood at any moment before") {
    var desk = RandomDesk(
      randomness: .announced(for: "random desk, looking back"),
      eve: LocalDate(dayNumber: 20_582), isNightly: false, subject: $0)
    desk.isAlone = true
    try await desk.run(steps: walkLength)
  }

  /// `FRONTDESK_WALK=5000` walks longer; this is what takes two or three seconds.
  private static let walkLength =
    getenv("FRONTDESK_WALK").flatMap { Int(String(cString: $0)) } ?? 250
}
