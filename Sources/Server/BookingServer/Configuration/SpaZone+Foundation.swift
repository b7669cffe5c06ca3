import BookingDomain
import Foundation

extension SpaZone {
  /// The zone of this name from the system's zone database, with the offsets that hold from two
  /// years before `now` to ten years after: what a spa looks back at and plans ahead.
  /// - Throws: `OperatingError` where no zone has that name.
  package init(named name: String, around now: Timestamp) throws(OperatingError) {
    guard let zone = TimeZone(identifier: name) else {
      throw OperatingError(
        "There is no time zone \"\(name)\"; use a name of the zone database such as "
          + "Asia/Ho_Chi_Minh or Europe/Berlin.")
    }
    let year = 365.25 * 86_400
    let present = Date(timeIntervalSince1970: Double(now.milliseconds) / 1000)
    let last = present.addingTimeInterval(10 * year)
    var moment = present.addingTimeInterval(-2 * year)
    var offsets = [Self.offset(of: zone, at: moment)]
    while let next = zone.nextDaylightSavingTimeTransition(after: moment), next < last,
      next > moment
    {
      offsets.append(Self.offset(of: zone, at: next))
      moment = next
    }
    self.init(name: name, offsets: offsets)
  }

  private static func offset(of zone: TimeZone, at moment: Date) -> Offset {
    // Transitions happen at whole seconds; rounding up keeps the second of the change itself.
    let seconds = Int64(moment.timeIntervalSince1970.rounded(.up))
    return Offset(
      from: Timestamp(seconds: seconds),
      seconds: zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
  }
}
