import BookingDomain

/// What one booking belongs to.
package struct VisitLink: Hashable, Sendable {
  package var visit: VisitID?
  package var series: SeriesID?
}

extension [Decision.Booked] {
  /// What each of them belongs to: those of one day are one visit, those of several days a series.
  /// - Parameters:
  ///   - numbers: theirs, in the same order.
  ///   - joined: what those belong to whom somebody joins.
  package func links(_ numbers: [BookingID], joining joined: (BookingID) -> Booking?) -> [VisitLink]
  {
    let days = Dictionary(grouping: indices) { self[$0].slot.date }
    let series = days.count > 1 ? numbers.first.map { SeriesID($0.number) } : nil
    return indices.map { index in
      let together = days[self[index].slot.date] ?? []
      let standing = together.compactMap { self[$0].joins }.first.flatMap(joined)
      let own = together.count > 1 ? together.first.map { VisitID(numbers[$0].number) } : nil
      return VisitLink(
        visit: standing.map { $0.visit ?? VisitID($0.id.number) } ?? own,
        series: standing?.series ?? series)
    }
  }
}
