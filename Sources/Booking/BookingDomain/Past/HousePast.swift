/// What a day's board is drawn from beside its bookings: who works when, where, and what time is kept
/// free.
package struct DayHouse: Hashable, Sendable {
  package let date: LocalDate
  /// Without services and a name; of the hours, those that the day is drawn by.
  package let spa: Spa
  /// By time, then therapist, then number.
  package let blocks: [Block]

  /// - Parameters:
  ///   - blocks: of that day and others.
  ///   - timesOff: of that day and others.
  package init(_ spa: Spa, blocks: [Block], timesOff: [TimeOff], on date: LocalDate) {
    self.date = date
    let away = TimeOff.blocks(
      timesOff.sorted { $0.id < $1.id }, of: spa.therapists.map(\.id), on: date, hours: spa.hours)
    self.blocks = (blocks.filter { $0.date == date } + away)
      .sorted { ($0.time, $0.therapist, $0.id) < ($1.time, $1.therapist, $1.id) }
    self.spa = Self.part(of: spa, around: date)
  }

  /// - Parameter blocks: of the day, with the days off.
  package init(_ spa: Spa, blocks: [Block], on date: LocalDate) {
    self.date = date
    self.spa = Self.part(of: spa, around: date)
    self.blocks = blocks
  }
}

extension DayHouse {
  /// Nights of the day before and of this one are drawn with it.
  private static func dates(around date: LocalDate) -> [LocalDate] { [date - 1, date, date + 1] }

  private static func days(around date: LocalDate) -> [ShiftDay] {
    dates(around: date).flatMap { [.every($0.weekday), .on($0)] }
  }

  fileprivate static func part(of spa: Spa, around date: LocalDate) -> Spa {
    let weekdays = dates(around: date).map(\.weekday)
    let days = days(around: date)
    var part = spa
    (part.name, part.services) = ("", [])
    part.therapists = spa.therapists.map(\.withoutBusyness)
    part.hours = spa.hours.filter { weekdays.contains($0.key) }
    part.shifts = spa.shifts.mapValues { hours in
      WorkingHours(
        hours.shifts.filter { days.contains($0.key) },
        doubtful: hours.doubtful.filter { days.contains($0) },
        isAnyDayInDoubt: hours.isAnyDayInDoubt)
    }.filter { !$0.value.isEmpty || $0.value.isInDoubt }
    return part
  }

  /// The spa of now as it stood then; what the day is not drawn by stays.
  /// - Parameter booked: who has bookings on the day. They have a column, also where they work here no
  ///   more, or did not yet.
  package func spa(from now: Spa, booked: Set<UserID>) -> Spa {
    var then = now
    let known = Set(spa.therapists.map(\.id))
    let others = now.therapists.filter { !known.contains($0.id) && booked.contains($0.id) }
    then.therapists = (spa.therapists + others).sorted { $0.id < $1.id }
    (then.rooms, then.beds) = (spa.rooms, spa.beds)
    for weekday in Self.dates(around: date).map(\.weekday) {
      then.hours[weekday] = spa.hours[weekday]
    }
    for therapist in Set(spa.shifts.keys).union(now.shifts.keys) {
      var hours = now.shifts[therapist] ?? WorkingHours()
      let stood = spa.shifts[therapist] ?? WorkingHours()
      for day in stood.standing(on: Self.days(around: date)) { hours.set(day) }
      then.shifts[therapist] = hours.isEmpty ? nil : hours
    }
    return then
  }
}

extension Therapist {
  /// A shop may say of somebody at every treatment that they are busy, and free again after it. No
  /// board shows that, and its past need not be full of it.
  fileprivate var withoutBusyness: Therapist {
    guard state == .busy else { return self }
    return Therapist(id: id, name: name, serviceType: serviceType, state: .available)
  }
}

/// How the house stood that a day's board is drawn from, as far back as it is known.
package struct HousePast: Hashable, Sendable {
  /// As it stood until something of it was changed.
  package struct Picture: Hashable, Sendable {
    package let until: Timestamp
    package let house: DayHouse
    /// What was done then, in sentences of the house's history.
    package let done: [String]

    package init(until: Timestamp, house: DayHouse, done: [String]) {
      (self.until, self.house, self.done) = (until, house, done)
    }
  }

  /// What was changed before is not known; nil where nothing is.
  package let since: Timestamp?
  /// The oldest first.
  package let pictures: [Picture]

  /// Of a server that does not know it.
  package static let unknown = HousePast(since: nil, pictures: [])

  package init(since: Timestamp?, pictures: [Picture]) {
    (self.since, self.pictures) = (since, pictures)
  }

  /// - Parameter former: how it stood until those moments, the newest first.
  package init(since: Timestamp?, now: DayHouse, former: [(until: Timestamp, house: DayHouse)]) {
    var back = LookBack(from: now)
    for (until, house) in former where !back.isFull { back.add(house, until: until) }
    self = back.past(since: since)
  }

  /// As it stood when everything up to this moment had been done, and before all that is known as it
  /// stood at first; nil where that is as now.
  package func house(at moment: Timestamp) -> DayHouse? {
    guard let since else { return nil }
    let at = max(moment, since)
    return pictures.first { $0.until > at }?.house
  }

  /// What was done to it at exactly this moment.
  package func done(at moment: Timestamp) -> [String] {
    pictures.first { $0.until == moment }?.done ?? []
  }

  var moments: [Timestamp] {
    guard let since else { return [] }
    return pictures.map(\.until).filter { $0 > since }
  }
}

extension HousePast {
  /// Looks back step by step, until it has more than one day can be told. What did not show on the
  /// day is left out.
  package struct LookBack {
    /// More changes of what a day is drawn from are not told: each is a picture on its way to the desk.
    package static let most = 500
    /// Nor are pictures of more rows than these in all, which are two or three megabytes.
    package static let mostRows = 20_000

    private var after: DayHouse
    private var pictures: [Picture] = []
    private var rows = 0

    package init(from now: DayHouse) { after = now }

    /// Nothing more is told; what was changed before the last is not known.
    package var isFull: Bool { pictures.count >= Self.most || rows >= Self.mostRows }

    package mutating func add(_ house: DayHouse, until: Timestamp) {
      guard house != after else { return }
      pictures.append(Picture(until: until, house: house, done: house.words(before: after)))
      rows += house.rows
      after = house
    }

    /// - Parameter since: what was changed before was not written down.
    package func past(since: Timestamp?) -> HousePast {
      HousePast(since: isFull ? pictures.last?.until : since, pictures: pictures.reversed())
    }
  }
}

extension DayHouse {
  fileprivate var rows: Int {
    blocks.count + spa.therapists.count + spa.rooms.count + spa.beds.count + spa.shifts.count
  }
}
