import BookingDomain

/// When a therapist works on every such weekday, or on one date.
struct WireDayShifts: WireForm {
  var weekday: String?
  var date: String?
  /// Missing is as the spa is open, empty not at all.
  var hours: [WireShift]?

  struct WireShift: Codable {
    let from: String
    let until: String
  }

  init(_ day: DayShifts) {
    switch day.day {
    case .every(let name): weekday = name.rawValue
    case .on(let day): date = day.description
    }
    hours = day.shifts?.map {
      WireShift(from: $0.from.description, until: $0.untilOnClock.description)
    }
  }

  func value() throws(MessageProblem) -> DayShifts {
    let shifts = try hours?.read { (wire) throws(MessageProblem) in
      Shift(
        from: try Wire.time(wire.from, "shifts.from"),
        until: try Wire.time(wire.until, "shifts.until"))
    }
    return DayShifts(try day(), shifts)
  }

  private func day() throws(MessageProblem) -> ShiftDay {
    switch (weekday, date) {
    case (let name?, nil):
      guard let found = Weekday(rawValue: name) else {
        throw .malformed(detail: "shifts.weekday is not known")
      }
      return .every(found)
    case (nil, let text?): return .on(try Wire.date(text, "shifts.date"))
    case (nil, nil), (.some, .some):
      throw .malformed(detail: "shifts wants one of weekday and date")
    }
  }
}
