import BookingDomain

/// One day's free time of every therapist, in minutes from midnight. What is placed is taken out,
/// buffer included, so that nothing placed here can ever overlap.
struct DemoTimetable {
  struct Place {
    let therapist: DemoDatabase.Therapist
    let start: Int
    let service: DemoDatabase.Service
  }

  private let menu: DemoMenu
  private let therapists: [DemoDatabase.Therapist]
  /// Half-open, in order, one list for each therapist.
  private var free: [[Range<Int>]]
  /// The buffer of the last treatment may run past closing: that is tidying up.
  private let end: Int

  /// - Parameter now: the quarter of an hour, by its first minute, that only treatments placed by
  ///   hand run across: it is cut out as a piece too short for any other. Nil on any other day.
  init(hours: BusinessHours, therapists: [DemoDatabase.Therapist], menu: DemoMenu, around now: Int?)
  {
    self.menu = menu
    self.therapists = therapists.filter { $0.state == .available }
    end = hours.close.minutes + 15
    let day = hours.open.minutes..<end
    let cuts = now.map { [0, $0, $0 + 15, 2000] } ?? [0, 2000]
    let pieces = zip(cuts, cuts.dropFirst()).map { day.clamped(to: $0..<$1) }
    free = Array(repeating: pieces.filter { !$0.isEmpty }, count: self.therapists.count)
  }

  /// Puts a treatment exactly there; it may end a quarter of an hour after closing.
  /// - Returns: nil where the therapist has not that much free time then.
  mutating func place(_ service: DemoDatabase.Service, with index: Int, at start: Int) -> Place? {
    let until = start + service.duration.count + service.buffer.count
    guard start < end, until <= end + 15, covers(start..<min(until, end), free[index]) else {
      return nil
    }
    take(start..<until, from: index)
    return Place(therapist: therapists[index], start: start, service: service)
  }

  /// Puts a treatment of the menu's mixture somewhere.
  /// - Returns: nil where it found no room.
  mutating func placeAnywhere(_ random: inout DemoRandomness) -> Place? {
    // Past eight tries with other lengths the day is as good as full.
    for _ in 0..<8 {
      let index = random.below(therapists.count)
      let service = menu.service(for: therapists[index].serviceType, &random)
      let needed = service.duration.count + service.buffer.count
      let fitting = free[index].filter { $0.count >= needed }
      guard !fitting.isEmpty else { continue }
      let gap = random.one(of: fitting)
      let start = start(in: gap, needed: needed, &random)
      take(start..<start + needed, from: index)
      return Place(therapist: therapists[index], start: start, service: service)
    }
    return nil
  }

  /// Anything of the house at any time, free or not: for bookings that were cancelled.
  func anywhere(in hours: BusinessHours, _ random: inout DemoRandomness) -> Place {
    let therapist = random.one(of: therapists)
    let service = menu.service(for: therapist.serviceType, &random)
    let last = hours.close.minutes - service.duration.count
    let start = random.within(hours.open.minutes / 30...last / 30) * 30
    return Place(therapist: therapist, start: start, service: service)
  }

  /// 70 % on the hour and the half, 25 % on the quarters, the rest odd, as far as the gap allows.
  private func start(in gap: Range<Int>, needed: Int, _ random: inout DemoRandomness) -> Int {
    let step = random.weighted([(30, percent: 70), (15, percent: 25), (5, percent: 5)])
    let first = (gap.lowerBound + step - 1) / step * step
    let last = gap.upperBound - needed
    guard first <= last else { return gap.lowerBound }
    return first + random.below((last - first) / step + 1) * step
  }

  private func covers(_ wanted: Range<Int>, _ gaps: [Range<Int>]) -> Bool {
    var reached = wanted.lowerBound
    for gap in gaps where gap.lowerBound <= reached && reached < gap.upperBound {
      reached = gap.upperBound
    }
    return reached >= wanted.upperBound
  }

  private mutating func take(_ taken: Range<Int>, from index: Int) {
    free[index] = free[index].flatMap { gap in
      [
        gap.lowerBound..<max(gap.lowerBound, min(gap.upperBound, taken.lowerBound)),
        min(gap.upperBound, max(gap.lowerBound, taken.upperBound))..<gap.upperBound,
      ].filter { !$0.isEmpty }
    }
  }
}

/// The services by what they are and how long they take.
struct DemoMenu {
  let services: [DemoDatabase.Service]
  private let byTypeAndLength: [ServiceTypeID: [Int: DemoDatabase.Service]]

  init(_ services: [DemoDatabase.Service]) {
    self.services = services
    byTypeAndLength = Dictionary(grouping: services.filter(\.isActive), by: \.type).mapValues {
      Dictionary($0.map { ($0.duration.count, $0) }) { first, _ in first }
    }
  }

  subscript(type: ServiceTypeID, minutes: Int) -> DemoDatabase.Service {
    byTypeAndLength[type]?[minutes] ?? services[0]
  }

  /// In the mixture of lengths that spas sell.
  func service(for type: ServiceTypeID, _ random: inout DemoRandomness) -> DemoDatabase.Service {
    let minutes = random.weighted([
      (30, percent: 10), (45, percent: 8), (60, percent: 52), (75, percent: 8),
      (90, percent: 18), (120, percent: 4),
    ])
    return self[type, minutes]
  }
}
