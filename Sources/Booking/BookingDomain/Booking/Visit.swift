package typealias VisitID = Identifier<Visit>
package typealias SeriesID = Identifier<Series>

/// Bookings of one day that were made to belong together: treatments of one guest in a row, and
/// guests who come together. A visit has the number of its first booking.
package enum Visit: Sendable {
  /// At one moment: two for a couple; four is a family. More is a mistake.
  package static let largestParty = 4
  /// Treatments of a day: a family that goes on to another one each.
  package static let most = 8
}

/// Visits that were booked in one order, again and again. A series has the number of its first
/// booking.
package enum Series: Sendable {
  /// Half a year, week by week.
  package static let longest = 26
  /// Bookings that one order makes or changes: a couple's half year.
  package static let mostBookings = 52
}

extension Booking {
  /// Whether both belong to one visit. A visit is on one day: what was moved to another one alone
  /// goes its own way.
  package func isOnVisit(with other: Booking) -> Bool {
    visit != nil && visit == other.visit && date == other.date
  }

  package func isOfSeries(with other: Booking) -> Bool { series != nil && series == other.series }

  /// Whether one order made the last change of both. What one order does to a visit or a series has
  /// one author and one instant.
  package func wasLastChanged(with other: Booking) -> Bool {
    guard id != other.id else { return lastChange == other.lastChange }
    guard visit != nil && visit == other.visit || isOfSeries(with: other),
      let mine = lastChange, let theirs = other.lastChange, mine.by != nil
    else { return false }
    return mine.by == theirs.by && mine.at == theirs.at
  }
}
