import BookingDomain

/// The answers to questions about many days: the next free starts, and how full each is.
package enum DaysCoding {
  package static func encode(_ starts: [FreeStart]) -> [UInt8] {
    Wire.bytes([WireStart](starts))
  }

  package static func starts(_ bytes: some Collection<UInt8>) throws(MessageProblem)
    -> [FreeStart]
  {
    try Wire.value([WireStart].self, from: bytes).values()
  }

  package static func encode(_ days: [DayFullness]) -> [UInt8] {
    Wire.bytes([WireFullness](days))
  }

  package static func fullness(_ bytes: some Collection<UInt8>) throws(MessageProblem)
    -> [DayFullness]
  {
    try Wire.value([WireFullness].self, from: bytes).values()
  }
}

private struct WireStart: WireForm {
  let date, time: String
  let therapistId: Int64

  init(_ start: FreeStart) {
    date = start.date.description
    time = start.time.description
    therapistId = start.therapist.number
  }

  func value() throws(MessageProblem) -> FreeStart {
    FreeStart(
      date: try Wire.date(date, "date"), time: try Wire.time(time, "time"),
      therapist: UserID(therapistId))
  }
}

private struct WireFullness: WireForm {
  let date: String
  let bookings: WireCount
  let bookedMinutes, openMinutes: WireCount
  /// Left out on a day that is open; why it is closed, where that was said.
  var closed: String?
  let ahead: [WireAhead]

  struct WireAhead: Codable {
    let therapistId: Int64
    let bookings: WireCount
  }

  init(_ day: DayFullness) {
    date = day.date.description
    bookings = WireCount(day.bookings)
    bookedMinutes = WireCount(day.bookedMinutes)
    openMinutes = WireCount(day.openMinutes)
    closed = day.closed
    ahead = day.ahead.sorted { $0.key < $1.key }.map {
      WireAhead(therapistId: $0.key.number, bookings: WireCount($0.value))
    }
  }

  func value() throws(MessageProblem) -> DayFullness {
    DayFullness(
      date: try Wire.date(date, "date"), bookings: bookings.int,
      bookedMinutes: bookedMinutes.int, openMinutes: openMinutes.int, closed: closed,
      ahead: Dictionary(
        ahead.map { (UserID($0.therapistId), $0.bookings.int) }, uniquingKeysWith: +))
  }
}
