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
    if kind == .created || kind == .updated && booking.lastChange?.saysItsDay(booking) ?? false {
      return nil
    }
    return day
  }

  /// `Linh Nguyen confirmed`, without who and when.
  package func what(_ today: LocalDate) -> String {
    if let takenBack { return "Taken back: \(takenBack)" }
    if let ofSeveralDays { return ofSeveralDays }
    let guest = booking.customer.name
    if let record { return record }
    let day = booking.date == today ? "" : "\(booking.date.short) "
    let time = span.map { "\($0.lowerBound.hourMinute)–\($0.upperBound.hourMinute)" }
    return switch kind {
    case .created: "\(guest) booked for \(day)\(time ?? booking.time.hourMinute)"
    case .statusChanged(_, let to): "\(guest) \(to.word)"
    case .updated: "\(guest) \(booking.lastChange?.now(booking, span) ?? "changed")"
    }
  }

  /// Parts of one order are told one after the other, within this (milliseconds).
  private static let atOnce: Int64 = 1_000

  /// Whether it says what the other is about already: the same, once its answer was here before the
  /// news of it; another day of a series, or another part of a visit that was taken back.
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

  /// An old change is no news where the guest's record is what changed.
  mutating func compare(with known: Booking) {
    guard takenBack == nil, kind == .updated, known.lastChange == booking.lastChange,
      known.customer != booking.customer
    else { return }
    let (old, new) = (known.customer, booking.customer)
    record =
      if old.name != new.name {
        "\(new.name): called \(old.name) before"
      } else if old.phone != new.phone {
        "\(new.name): another phone number"
      } else if old.alert != new.alert {
        new.alert == nil ? "\(new.name): the alert is gone" : "\(new.name): a new alert"
      } else {
        "\(new.name): the record has changed"
      }
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

extension Booking {
  /// What was taken back with a newer version, in words; nil where something else happened. Its last
  /// change is the last that has not been taken back.
  func takenBack(with newer: Booking, _ span: Range<TimeOfDay>? = nil) -> String? {
    guard let gone = lastChange, newer.lastChange.map({ $0.at < gone.at }) ?? true else {
      return nil
    }
    return "\(customer.name) \(gone.now(self, span))"
  }
}

extension Booking {
  /// What was last done to it, and when; empty where nothing is known.
  func lastDone(in zone: SpaZone) -> String {
    lastChange.map { "\(customer.name) \($0.now(self)) (\(zone.local($0.at).time.hourMinute))" }
      ?? ""
  }
}

extension BookingChange {
  /// Whether `now` names the day that the booking is on.
  fileprivate func saysItsDay(_ booking: Booking) -> Bool {
    if case .moved(let from) = kind { from.date != booking.date } else { false }
  }

  /// What stands with it that did not: `confirmed`, `now 60 min`, `moved to 15:30`.
  /// - Parameter span: of the visit to all of which it was done.
  func now(_ booking: Booking, _ span: Range<TimeOfDay>? = nil) -> String {
    let start = span?.lowerBound ?? booking.time
    switch kind {
    case .moved(let from) where from.duration != booking.duration && from.time == booking.time:
      return "now \(booking.duration.spoken)"
    case .moved(let from) where from.date != booking.date:
      return "moved to \(booking.date.short) \(start.hourMinute)"
    case .moved(let from) where from.time == booking.time && from.therapist != booking.therapist:
      return "has another therapist"
    case .moved(let from) where from.time == booking.time:
      return "is in \(booking.place.roomName) now"
    case .moved: return "moved to \(start.hourMinute)"
    case .swapped: return "swapped, now \(booking.time.hourMinute)"
    case .notes: return "has new notes"
    case .payment(_, let to): return to.status == .paid ? "has paid" : "is unpaid"
    case .called(.calling): return "is being called"
    case .called(.notReached): return "does not answer"
    case .wished(_, let to): return to == nil ? "has no wish" : "has a wish"
    case .service(let exchange): return "has \(exchange.to.name) now"
    case .created:
      return span.map { "booked for \($0.lowerBound.hourMinute)–\($0.upperBound.hourMinute)" }
        ?? "booked for \(booking.time.hourMinute)"
    case .status(_, let to): return to.word
    case .arrival: return "has arrived"
    }
  }
}
