/// The present, as rules need it: the instant and what the spa's calendar and clock show.
package struct Moment: Hashable, Sendable {
  package let instant: Timestamp
  package let zone: SpaZone

  package init(_ instant: Timestamp, in zone: SpaZone) {
    (self.instant, self.zone) = (instant, zone)
  }

  package var local: LocalMoment { zone.local(instant) }
  package var today: LocalDate { local.date }

  /// Minutes until the spa's clock shows `moment`, negative when it is past. Counted in elapsed
  /// time, so that a day with 23 or 25 hours counts right.
  package func minutesUntil(_ moment: LocalMoment) -> Minutes {
    zone.timestamp(moment) - instant
  }
}
