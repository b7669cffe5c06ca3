import BookingDomain
import Screen

/// One day for a pipe or a printer: the board without a terminal.
package struct DayReport: Hashable, Sendable {
  package let date: LocalDate
  package let spa: Spa
  package let zone: SpaZone
  /// In order of time, then therapist's column.
  package let bookings: [Booking]
  /// By time.
  package let blocks: [Block]
  /// Whoever waits longest first; nobody where one therapist's day was asked for.
  package let waiting: [WaitingGuest]

  /// - Parameter therapist: a part of the name, accents and case do not matter, or the number.
  package init(
    date: LocalDate, spa: Spa, zone: SpaZone, bookings: [Booking], blocks: [Block] = [],
    waiting: [WaitingGuest] = [], therapist: String? = nil
  ) throws(ConsoleProblem) {
    let wanted = try therapist.map { name throws(ConsoleProblem) in
      try Self.therapists(called: name, in: spa)
    }
    self.init(date, spa, zone, bookings, blocks, waiting, of: wanted)
  }

  private init(
    _ date: LocalDate, _ spa: Spa, _ zone: SpaZone, _ bookings: [Booking], _ blocks: [Block],
    _ waiting: [WaitingGuest], of wanted: Set<UserID>?
  ) {
    self.date = date
    self.spa = spa
    self.zone = zone
    let columns = Dictionary(
      spa.therapists.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    self.bookings = bookings.filter { booking in
      booking.date == date && (wanted?.contains(booking.therapist) ?? true)
    }.sorted { a, b in
      (a.time, columns[a.therapist] ?? .max, a.id) < (b.time, columns[b.therapist] ?? .max, b.id)
    }
    self.blocks = blocks.filter { block in
      block.date == date && (wanted?.contains(block.therapist) ?? true)
    }.sorted { a, b in
      (a.time, columns[a.therapist] ?? .max, a.id) < (b.time, columns[b.therapist] ?? .max, b.id)
    }
    self.waiting =
      wanted == nil
      ? waiting.filter { $0.date == date }.sorted { ($0.since, $0.id) < ($1.since, $1.id) } : []
  }

  /// The same day of each therapist who has anything on it, in the order of the board's columns.
  package var byTherapist: [(therapist: Therapist, report: DayReport)] {
    let busy = Set(bookings.map(\.therapist) + blocks.map(\.therapist))
    return spa.therapists.filter { busy.contains($0.id) }.map { therapist in
      (therapist, DayReport(date, spa, zone, bookings, blocks, [], of: [therapist.id]))
    }
  }

  private static func therapists(called name: String, in spa: Spa) throws(ConsoleProblem)
    -> Set<UserID>
  {
    let folded = FoldedText(name).text
    let found = spa.therapists.filter { therapist in
      FoldedText(therapist.name).text.contains(folded) || therapist.id.description == name
    }
    guard !found.isEmpty else {
      let names = spa.therapists.map(\.name).joined(separator: ", ")
      throw ConsoleProblem("There is no therapist \"\(name)\"; there are: \(names).")
    }
    return Set(found.map(\.id))
  }

  func therapistName(_ id: UserID) -> String {
    spa.therapists.first { $0.id == id }?.name ?? "Therapist \(id)"
  }

  func clock(_ at: Timestamp?) -> String {
    at.map { zone.local($0).time.hourMinute } ?? ""
  }
}
