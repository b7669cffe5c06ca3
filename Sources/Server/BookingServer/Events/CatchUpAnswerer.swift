import BookingDomain
import BookingProtocol
import BookingStore

/// Answers `SUBSCRIBE_BOOKING_UPDATES` and the polling transport's first question.
struct CatchUpAnswerer: Sendable {
  let store: any BookingStore
  let days: Days
  let pictures: Pictures
  let end: LogEnd
  let database: DatabaseState
  let zone: SpaZone
  let clock: Clock
  let limits: ServerConfiguration.Limits

  /// What was asked for cannot be given, in a sentence.
  struct Impossible: Error, Hashable {
    let sentence: String
  }

  /// - Throws: `Impossible` for a wrong question, `StoreFailure` where the database is away and
  ///   nothing older is at hand.
  func catchUp(_ wanted: ClientMessage.Subscription, for person: Person) async throws -> CatchUp {
    let days = try range(wanted)
    if let known = atHand(wanted, days, for: person) { return known }
    if let after = wanted.after, let resumed = try await resume(after: after, days) {
      return resumed
    }
    guard Rights.scope(of: .watchSpa, for: person.role) != .none else {
      guard wanted.after != nil, case .customer(let id) = person.id else {
        return CatchUp(content: .nothing, days: days, position: end.current)
      }
      return try await ownBookings(of: id, person, days)
    }
    let level = end.current
    let (picture, isNew) = try await pictures.picture(.init(days, for: person), atLeast: level) {
      try await self.snapshot(of: days, atLeast: level, for: person)
    }
    return shown(picture, days, daysRead: isNew ? days.count : 0, level)
  }

  /// What can be answered without asking the database, as most boards after a restart are; nil where
  /// it has to be asked, or nothing may be answered.
  func atHand(_ wanted: ClientMessage.Subscription, for person: Person) -> CatchUp? {
    (try? range(wanted)).flatMap { atHand(wanted, $0, for: person) }
  }

  private func atHand(
    _ wanted: ClientMessage.Subscription, _ days: ClosedRange<LocalDate>, for person: Person
  ) -> CatchUp? {
    let level = end.current
    if let after = wanted.after {
      guard after == level, database.isAvailable else { return nil }
      return CatchUp(content: .missed([]), days: days, position: after)
    }
    guard Rights.scope(of: .watchSpa, for: person.role) != .none,
      let picture = pictures.atHand(.init(days, for: person), atLeast: level)
    else { return nil }
    return shown(picture, days, level)
  }

  private func shown(
    _ picture: BoardPicture, _ days: ClosedRange<LocalDate>, daysRead: Int = 0,
    _ level: LogPosition
  ) -> CatchUp {
    let position = picture.snapshot.position
    let isBehind = position.epoch != level.epoch || position.seq < level.seq
    return CatchUp(
      content: .snapshot(picture.snapshot), days: days, position: position,
      isOld: isBehind || !database.isAvailable, picture: picture, daysRead: daysRead)
  }

  /// Something that no position tells has changed: no picture at hand is given out any more.
  func expirePictures() async {
    await days.expire()
    pictures.expire()
  }

  /// Too much happened for a guest to be told one by one: the own bookings as they are now.
  private func ownBookings(of id: CustomerID, _ person: Person, _ range: ClosedRange<LocalDate>)
    async throws -> CatchUp
  {
    let level = end.current
    let spa = try await days.day(range.lowerBound, atLeast: level).spa
    let bookings = try await store.customerFile(id)?.bookings ?? []
    let snapshot = ServerMessage.Snapshot(
      from: range.lowerBound, to: range.upperBound, position: level,
      spa: Visibility.masked(spa, for: person),
      bookings: bookings.compactMap { Visibility.masked($0, for: person) })
    return CatchUp(
      content: .snapshot(snapshot), days: range, position: level, isOld: !database.isAvailable,
      daysRead: 1)
  }

  /// What happened since; nil where only a snapshot will do.
  private func resume(after: LogPosition, _ days: ClosedRange<LocalDate>) async throws -> CatchUp? {
    do {
      guard let missed = try await missed(after) else { return nil }
      let seq = missed.last?.event.seq ?? after.seq
      return CatchUp(
        content: .missed(missed), days: days,
        position: LogPosition(epoch: after.epoch, seq: seq))
    } catch let failure as StoreFailure {
      database.failed(failure)
      guard after.epoch == end.current.epoch else { return nil }
      // What the viewer has is at least as new as any picture that is left here, and newer where
      // another server has told it more. An older picture would take the board back in time.
      return CatchUp(content: .missed([]), days: days, position: after, isOld: true)
    }
  }

  private func range(_ wanted: ClientMessage.Subscription) throws(Impossible)
    -> ClosedRange<LocalDate>
  {
    let today = Moment(clock.now(), in: zone).today
    let from = wanted.from ?? wanted.to ?? today
    let to = wanted.to ?? from
    guard from <= to else {
      throw Impossible(sentence: "The days asked for end (\(to)) before they begin (\(from)).")
    }
    guard to - from < limits.days else {
      throw Impossible(sentence: "At most \(limits.days) days can be watched at once.")
    }
    return from...to
  }

  /// Nil where a snapshot is needed: another epoch, pruned, from the future, or too many.
  private func missed(_ after: LogPosition) async throws -> [PreparedEvent]? {
    guard let news = try await store.news(after: after, limit: limits.replay + 1),
      news.events.count <= limits.replay
    else { return nil }
    let prepared = try await PreparedEvent.prepare(news, from: store, now: clock.now())
    // Long lists are cheaper in a picture as well.
    let listed = prepared.reduce(0) { $0 + $1.waiting.count + $1.blocks.count + $1.tasks.count }
    return listed <= limits.replay ? prepared : nil
  }

  private func snapshot(
    of range: ClosedRange<LocalDate>, atLeast level: LogPosition, for person: Person
  ) async throws -> ServerMessage.Snapshot {
    var read: [DaySnapshot] = []
    for date in range { read.append(try await days.day(date, atLeast: level)) }
    // The oldest of the positions: what one day has already seen is told again and ignored there.
    guard let first = read.min(by: { $0.position.seq < $1.position.seq }), let last = read.last
    else { throw Impossible(sentence: "No day was asked for.") }
    return ServerMessage.Snapshot(
      from: range.lowerBound, to: range.upperBound, position: first.position,
      spa: Visibility.masked(last.spa, for: person),
      bookings: Self.once(read.flatMap(\.bookings))
        .compactMap { Visibility.masked($0, for: person) },
      blocks: read.flatMap(\.blocks).filter { Visibility.maySee($0, person) },
      waiting: Rights.scope(of: .keepWaitingList, for: person.role) == .all
        ? read.flatMap(\.waiting) : [],
      tasks: Rights.scope(of: .keepTasks, for: person.role) == .all ? last.tasks : [])
  }

  /// A booking that was moved while one day after the other was read is in two of them: only its
  /// newest picture is true.
  static func once(_ bookings: [Booking]) -> [Booking] {
    let newest = Dictionary(
      bookings.map { ($0.id, $0.version) }, uniquingKeysWith: { max($0, $1) })
    var seen: Set<BookingID> = []
    return bookings.filter { $0.version == newest[$0.id] && seen.insert($0.id).inserted }
  }
}
