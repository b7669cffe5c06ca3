/// The spa's time zone as a value: which offset from UTC holds from when on. Whoever knows the
/// zone database (the server) makes it once; everybody else computes with it.
package struct SpaZone: Hashable, Sendable {
  package struct Offset: Hashable, Sendable {
    package let from: Timestamp
    /// Seconds east of UTC.
    package let seconds: Int

    /// - Parameter seconds: clamped to `Ranges.zoneOffset`.
    package init(from: Timestamp, seconds: Int) {
      self.from = from
      self.seconds = seconds.clamped(to: Ranges.zoneOffset)
    }
  }

  /// The zone database's name, `Asia/Ho_Chi_Minh`.
  package let name: String
  /// In order of time, never empty; the first also holds for all time before it.
  package let offsets: [Offset]

  package static let utc = SpaZone(
    name: "UTC", offsets: [Offset(from: Timestamp(milliseconds: 0), seconds: 0)])

  /// - Parameter offsets: at least one; sorted here.
  package init(name: String, offsets: [Offset]) {
    precondition(!offsets.isEmpty, "a zone has at least one offset")
    self.name = name
    self.offsets = offsets.sorted { $0.from < $1.from }
  }

  package func local(_ instant: Timestamp) -> LocalMoment {
    let shifted = instant.milliseconds.flooredDivision(by: 1000) + Int64(offset(at: instant))
    let days = shifted.flooredDivision(by: 86_400)
    return LocalMoment(
      date: LocalDate(dayNumber: Int(days)),
      time: TimeOfDay(seconds: Int(shifted - days * 86_400)))
  }

  /// The instant at which the spa's clock shows `moment`. Where it shows it twice (the 25-hour
  /// day), the first; where it never does (the 23-hour day), as if the clock had not been put
  /// forward, as iCalendar (RFC 5545, 3.3.5) reads such times.
  package func timestamp(_ moment: LocalMoment) -> Timestamp {
    let naive = Int64(moment.date.dayNumber) * 86_400 + Int64(moment.time.seconds)
    var previous = offsets[0].seconds
    for offset in offsets {
      let candidate = Timestamp(seconds: naive - Int64(previous))
      let isBefore = candidate < offset.from
      let isInGap = !isBefore && Timestamp(seconds: naive - Int64(offset.seconds)) < offset.from
      if isBefore || isInGap { return candidate }
      previous = offset.seconds
    }
    return Timestamp(seconds: naive - Int64(previous))
  }

  /// A day of the spa's calendar, in instants: 23 or 25 hours where the clock is put.
  package func span(of date: LocalDate) -> Range<Timestamp> {
    timestamp(
      LocalMoment(date: date, time: .midnight))..<timestamp(
        LocalMoment(date: date + 1, time: .midnight))
  }

  package func offset(at instant: Timestamp) -> Int {
    (offsets.last { $0.from <= instant } ?? offsets[0]).seconds
  }
}

/// What the spa's calendar and clock show together.
package struct LocalMoment: Hashable, Comparable, Sendable {
  package let date: LocalDate
  package let time: TimeOfDay

  package init(date: LocalDate, time: TimeOfDay) { (self.date, self.time) = (date, time) }

  package static func < (a: Self, b: Self) -> Bool {
    (a.date, a.time) < (b.date, b.time)
  }
}
