import BookingDomain

extension Model {
  /// The spa's clock at that instant: `11:20`, or where that was not today `Wed 25 Nov 11:20`.
  func clock(_ at: Timestamp) -> String {
    let local = zone.local(at)
    let day = local.date == moment.today ? "" : "\(local.date.short) "
    return day + local.time.hourMinute
  }

  package var wording: Wording { setup.wording }

  /// The same as this person reads it.
  func said(_ at: Timestamp) -> String { wording(clock(at)) }
}
