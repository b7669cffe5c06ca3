/// From when until when a therapist works without a pause.
package struct Shift: Hashable, Sendable {
  package let from: TimeOfDay
  /// After `from`; past 24:00 where it ends in the night.
  package let until: TimeOfDay

  /// - Parameter until: on the clock. At or before `from` it is the next day's.
  package init(from: TimeOfDay, until: TimeOfDay) {
    self.from = from
    self.until = until.next(after: from)
  }

  /// `until` as a clock shows it: 2:00 and not 26:00.
  package var untilOnClock: TimeOfDay { until.onClock }

  /// `13:00–20:00`.
  package var text: String { "\(from.hourMinute)–\(untilOnClock.hourMinute)" }
}

/// The days for which a therapist's shifts are set.
package enum ShiftDay: Hashable, Sendable {
  /// Every such weekday.
  case every(Weekday)
  /// One day alone, whatever holds for its weekday.
  case on(LocalDate)

  var isSingle: Bool { if case .on = self { true } else { false } }
}

/// When a therapist works. What is not set here is as the spa is open; nobody works longer than that.
package struct WorkingHours: Hashable, Sendable {
  /// Of one day: more breaks than anybody takes.
  package static let mostShifts = 4

  /// In the order of the day; empty is not at all.
  package private(set) var shifts: [ShiftDay: [Shift]] = [:]

  /// Of these days something cannot be read: nobody is offered to guests by such hours.
  package let doubtful: Set<ShiftDay>

  /// Something cannot be read, and it cannot be said of which day: any may be meant.
  package let isAnyDayInDoubt: Bool

  package init() { self.init([:]) }

  package init(
    _ shifts: [ShiftDay: [Shift]], doubtful: Set<ShiftDay> = [], isAnyDayInDoubt: Bool = false
  ) {
    self.shifts = shifts.mapValues(Self.ordered)
    self.doubtful = doubtful
    self.isAnyDayInDoubt = isAnyDayInDoubt
  }

  /// Whether anything about them cannot be read.
  package var isInDoubt: Bool { isAnyDayInDoubt || !doubtful.isEmpty }

  /// What is set for that day alone goes before its weekday, and is in no doubt because of it.
  package func isInDoubt(on date: LocalDate) -> Bool {
    isAnyDayInDoubt || doubtful.contains(.on(date))
      || shifts[.on(date)] == nil && doubtful.contains(.every(date.weekday))
  }

  package var isEmpty: Bool { shifts.isEmpty }

  /// - Returns: nil for a day on which the therapist works whenever the spa is open.
  package func shifts(on date: LocalDate) -> [Shift]? {
    shifts[.on(date)] ?? shifts[.every(date.weekday)]
  }

  package mutating func set(_ wanted: DayShifts) {
    shifts[wanted.day] = wanted.shifts.map(Self.ordered)
  }

  /// The same days as they are set now.
  package func standing(on days: [ShiftDay]) -> [DayShifts] {
    days.map { DayShifts($0, shifts[$0]) }
  }

  /// All that is set, weekdays first.
  package var all: [DayShifts] {
    shifts.keys.sorted().map { DayShifts($0, shifts[$0]) }
  }

  private static func ordered(_ shifts: [Shift]) -> [Shift] {
    shifts.sorted { ($0.from, $0.until) < ($1.from, $1.until) }
  }
}

/// How a therapist works on such days.
package struct DayShifts: Hashable, Sendable {
  package let day: ShiftDay
  /// Nil is as the spa is open, and on one day alone as on its weekday; empty is not at all.
  package let shifts: [Shift]?

  package init(_ day: ShiftDay, _ shifts: [Shift]?) { (self.day, self.shifts) = (day, shifts) }
}

extension ShiftDay: Comparable {
  /// Weekdays from Monday on, then dates.
  package static func < (a: Self, b: Self) -> Bool {
    switch (a, b) {
    case (.every(let first), .every(let second)): first.place < second.place
    case (.every, .on): true
    case (.on, .every): false
    case (.on(let first), .on(let second)): first < second
    }
  }
}

extension [Shift] {
  /// `9:00–13:00 and 15:00–20:00`, for a list; `off` where there are none.
  package var text: String { isEmpty ? "off" : map(\.text).joined(separator: " and ") }

  /// `13–20`, `9:30–13 15–20`, for the head of a column; nil where there are none.
  package var shortText: String? {
    func short(_ time: TimeOfDay) -> String {
      time.minute == 0 ? String(time.hour) : "\(time.hour)\(time.hourMinute.suffix(3))"
    }
    return isEmpty
      ? nil : map { "\(short($0.from))–\(short($0.untilOnClock))" }.joined(separator: " ")
  }

  /// `13:00 to 20:00`, for a sentence.
  package var spoken: String {
    map { "\($0.from.hourMinute) to \($0.untilOnClock.hourMinute)" }.joined(separator: " and ")
  }
}

extension Spa {
  /// `Kim works 13:00 to 20:00 on Friday`, with the date where it is that day's alone; nil where the
  /// therapist works whenever the spa is open.
  package func sentence(ofShiftsOf therapist: UserID, on date: LocalDate) -> String? {
    guard let hours = shifts[therapist], let found = hours.shifts(on: date) else { return nil }
    let name = therapists.first { $0.id == therapist }?.name ?? "The therapist"
    let day = hours.shifts[.on(date)] == nil ? date.weekday.spoken : date.short
    return found.isEmpty
      ? "\(name) does not work on \(day)" : "\(name) works \(found.spoken) on \(day)"
  }
}
