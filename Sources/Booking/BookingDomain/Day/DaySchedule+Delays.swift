extension DaySchedule {
  /// By how much each booking still to come will begin late, as things stand: one that runs over
  /// or has not begun in time pushes those after it, until a gap takes the delay up. Bookings that
  /// are on time are left out.
  ///
  /// - Parameter bookings: one therapist's, of one day.
  package static func delays(of bookings: [Booking], at moment: Moment) -> [BookingID: Minutes] {
    let ahead = bookings.filter { $0.status.isAhead || $0.status == .inProgress }
      .sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    // What is in progress comes first, whatever its planned time was.
    let ordered =
      ahead.filter { $0.status == .inProgress } + ahead.filter { $0.status != .inProgress }
    var freeAt: Timestamp?
    var delays: [BookingID: Minutes] = [:]
    for booking in ordered {
      let planned = moment.zone.timestamp(booking.start)
      var begins = booking.startedAt ?? planned
      if booking.status != .inProgress {
        begins = max(planned, moment.instant, freeAt ?? planned)
        // How late its own guest is, its own timer says; counted here is only the delay that other
        // bookings cause.
        if let freeAt, freeAt > max(planned, moment.instant) {
          delays[booking.id] = freeAt - planned
        }
      }
      let ends = max(
        begins + booking.duration, booking.status == .inProgress ? moment.instant : begins)
      freeAt = max(freeAt ?? ends, ends + booking.buffer)
    }
    return delays.filter { $0.value > 0 }
  }
}
