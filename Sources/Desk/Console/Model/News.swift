import BookingDomain
import DeskLanguage
import LinePromise

/// The newest change on the board: who did what, when.
package struct News: Hashable, Sendable {
  package let booking: Booking
  package let kind: BookingNews.Kind
  package let byName: String
  package let at: Timestamp
  /// What of it was taken back, here or at another desk.
  package internal(set) var takenBack: String?
  /// What this desk ordered for several days at once: all of it in one sentence.
  var ofSeveralDays: String?
  /// Of a visit, from its first start to its last end.
  var span: Range<TimeOfDay>?
  /// What of the guest's record is another now, where nothing happened to the booking itself.
  private var record: String?
  /// What another program changed, which says only that it did.
  private var unsaid: BookingChange.Kind?
  /// Whether the last change that is known is older than this.
  private var isOfUnknown = false

  init(
    booking: Booking, kind: BookingNews.Kind, byName: String, at: Timestamp,
    takenBack: String? = nil, ofSeveralDays: String? = nil
  ) {
    self.booking = booking
    self.kind = kind
    self.byName = byName
    self.at = at
    self.takenBack = takenBack
    self.ofSeveralDays = ofSeveralDays
  }

  /// The day that it is about, where that is another than today and `what` does not name it.
  package func day(_ today: LocalDate) -> String? {
    guard booking.date != today, ofSeveralDays == nil, record == nil else { return nil }
    let day = booking.date.short
    if let takenBack { return takenBack.contains(day) ? nil : day }
    if kind == .created || kind == .updated && done?.saysItsDay(booking) ?? false { return nil }
    return day
  }

  /// What was done last, where it is known.
  private var done: BookingChange.Kind? {
    unsaid ?? (isOfUnknown ? nil : booking.lastChange?.kind)
  }

  /// `Linh Nguyen confirmed`, without who and when.
  package func what(_ today: LocalDate, on board: Board) -> String {
    if let takenBack { return "Taken back: \(takenBack)" }
    if let ofSeveralDays { return ofSeveralDays }
    let guest = booking.customer.name
    if let record { return record }
    let day = booking.date == today ? "" : "\(booking.date.short) "
    let time = span.map { "\($0.lowerBound.hourMinute)–\($0.upperBound.hourMinute)" }
    return switch kind {
    case .created: "\(guest) booked for \(day)\(time ?? booking.time.hourMinute)"
    case .statusChanged(_, let to): "\(guest) \(to.word)"
    case .updated: "\(guest) \(done?.now(booking, span, on: board) ?? "changed")"
    }
  }

  /// Parts of one order are told one after the other, within this (milliseconds).
  private static let atOnce: Int64 = 1_000

  /// Whether it says what the other says already: the same change, whose answer came before the
  /// news of it; another day of a series; or another part of a visit that was taken back.
  func says(_ other: News) -> Bool {
    guard byName == other.byName else { return false }
    if booking.id == other.booking.id, booking.version == other.booking.version {
      return takenBack != nil && takenBack == other.takenBack
    }
    if ofSeveralDays != nil, let series = booking.series {
      return series == other.booking.series
        && booking.lastChange?.at == other.booking.lastChange?.at
    }
    return booking.id != other.booking.id && takenBack != nil && other.takenBack != nil
      && booking.visit != nil
      && booking.visit == other.booking.visit
      && abs(other.at.milliseconds - at.milliseconds) < Self.atOnce
  }

  /// An old change is no news where something else changed since: the guest's record, or what another
  /// program wrote into the booking.
  mutating func compare(with known: Booking) {
    guard takenBack == nil, kind == .updated, known.lastChange == booking.lastChange else { return }
    record = booking.customer.news(since: known.customer)
    unsaid = record == nil ? booking.difference(from: known) : nil
    isOfUnknown = booking.version > known.version
  }
}

extension Board {
  /// From the first start to the last end of those of a visit to which the same was done at the same
  /// moment; nil for one alone.
  func span(ofVisitOf booking: Booking) -> Range<TimeOfDay>? {
    let parts =
      [booking]
      + others(onVisitOf: booking).filter {
        $0.date == booking.date && $0.lastChange?.at == booking.lastChange?.at
          && $0.status == booking.status
      }
    guard parts.count > 1, let from = parts.map(\.time).min(), let to = parts.map(\.end).max(),
      from < to
    else { return nil }
    return from..<to
  }
}
