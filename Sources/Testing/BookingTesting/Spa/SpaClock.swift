import BookingDomain
import Glibc

/// A place on earth where it is early afternoon while the tests run, so that a story about "the
/// booking at half past twelve" is true at any hour: neither midnight nor closing time comes near.
package struct SpaClock: Sendable {
  /// The zone database's name.
  package let zone: String
  package let today: LocalDate

  /// Chosen once for the whole run, so that every story has the same day.
  package static let noon = SpaClock(now: Int64(time(nil)))

  /// The same for a place where the day has just begun.
  package static let midnight = SpaClock(now: Int64(time(nil)), hour: 0)

  /// - Parameters:
  ///   - now: seconds since 1970 UTC.
  ///   - hour: the hour there, at most twelve hours from UTC.
  package init(now: Int64, hour: Int = 12) {
    let away = hour - Int(now / 3600 % 24)
    let east = away < -12 ? away + 24 : away > 12 ? away - 24 : away
    // POSIX counts zones westwards, so that "Etc/GMT-5" is five hours east of Greenwich.
    zone = east == 0 ? "Etc/GMT" : east > 0 ? "Etc/GMT-\(east)" : "Etc/GMT+\(-east)"
    today = LocalDate(dayNumber: Int((now + Int64(east) * 3600) / 86_400))
  }
}
