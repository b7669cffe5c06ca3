/// Whose turn it is when somebody walks in: the one who was served longest ago comes first, and of
/// those the one with the fewest minutes today.
package struct TurnOrder: Sendable {
  package struct Line: Hashable, Sendable {
    package let therapist: UserID
    /// Of today's treatments that were begun, as they were planned.
    package let minutes: Minutes
    /// When the last of them ended, or will end; nil where there was none.
    package let lastServed: TimeOfDay?
  }

  /// Everybody who takes bookings.
  package let lines: [Line]

  package init(_ day: Availability, at now: Moment) {
    let begun = day.bookings.filter {
      $0.date == day.date && ($0.status == .inProgress || $0.status == .completed)
    }
    let byTherapist = Dictionary(grouping: begun, by: \.therapist)
    let lines = day.spa.therapists.filter(\.state.takesBookings).map { therapist in
      let served = byTherapist[therapist.id] ?? []
      return Line(
        therapist: therapist.id,
        minutes: Minutes(served.reduce(0) { $0 + $1.duration.count }),
        lastServed: served.map { $0.ended(in: now.zone) }.max())
    }
    self.lines = lines.enumerated().sorted {
      let (a, b) = ($0.element, $1.element)
      return (a.lastServed?.seconds ?? -1, a.minutes.count, $0.offset)
        < (b.lastServed?.seconds ?? -1, b.minutes.count, $1.offset)
    }.map(\.element)
  }

  package func line(of therapist: UserID) -> Line? { lines.first { $0.therapist == therapist } }
}

extension Booking {
  /// When it was completed; what goes on ends as it was planned.
  fileprivate func ended(in zone: SpaZone) -> TimeOfDay {
    guard let ended = endedAt.map(zone.local), ended.date == date else { return end }
    return ended.time
  }
}
