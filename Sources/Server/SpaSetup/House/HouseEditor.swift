import BookingDomain
import BookingStore

/// Carries out what is ordered about the house, inside the transaction of `db`, and says what was
/// done: the same at a desk and by `frontdesk-server edit`.
package struct HouseEditor {
  private let db: any SQLConnection
  private let asked: OrderPlace
  private let today: LocalDate
  private var editing: SpaEditing { SpaEditing(db, asked: asked) }
  private var accounts: StaffAccounts { StaffAccounts(db, asked: asked) }

  package init(_ db: any SQLConnection, asked: OrderPlace = .byProgram, today: LocalDate) {
    (self.db, self.asked, self.today) = (db, asked, today)
  }

  /// - Returns: what was done, for the person who asked and for the history; nil for an order that is
  ///   about something else.
  /// - Throws: `Complaint`; nothing may be kept then.
  package func carryOut(_ order: HouseOrder) throws -> String? {
    switch order {
    case .price(let service, let price):
      let was = try editing.set(price: price, of: service)
      let old = was.price?.spoken ?? "none"
      return "\(was.name): price \(price.amount.spoken); was \(old)."
    case .minutes(let service, let minutes):
      let was = try editing.set(duration: minutes, of: service)
      return "\(was.name): \(minutes.count) minutes; was \(was.duration.count)."
    case .buffer(let service, let buffer):
      let was = try editing.set(buffer: buffer, of: service)
      return "\(was.name): buffer \(buffer.count); was \(was.buffer.count)."
    case .kind(let service, let kind):
      let done = try editing.set(kind: kind, ofService: service, from: today)
      return "\(done.name) is of the kind \(done.kind) now; was \(done.was)."
        + undone(done.ahead, "with therapists who do not do it")
    case .name(let thing, let text, let name):
      return "\(thing.word) \(try editing.name(thing, text, name)) is called \(name) now."
    case .about(let thing, let text, let about):
      let name = try editing.describe(thing, text, about)
      return about.map { "The web shop says of \(name): \($0)" }
        ?? "The web shop says nothing of \(name) now."
    case .turn(let what, let text, let isOn): return try turn(what, text, isOn)
    case .spa(let fact, let text): return try set(fact, text)
    case .hours(let day, let hours): return try set(hours, on: day)
    case .addService, .addKind, .addRoom, .addBed, .addTherapist: return try add(order)
    case .move(let bed, let room): return try move(bed, to: room)
    case .seats(let room, let seats): return try set(seats, of: room)
    case .does, .years, .week, .leave: return try change(order)
    default: return nil
    }
  }

  // MARK: - Places

  private func move(_ bed: String, to room: String) throws -> String {
    let done = try editing.move(bed: bed, to: room, from: today)
    return "Bed \(done.bed) stands in \(done.room) now; stood in \(done.was)."
      + (done.seatsLeft.map { " \(done.was) has no bed any more: it seats \($0)." } ?? "")
  }

  private func set(_ seats: Int, of room: String) throws -> String {
    let done = try editing.set(seats: seats, ofRoom: room, from: today)
    let crowded =
      done.crowded == 0
      ? "" : " More are booked there at a time, days from today on: \(done.crowded)."
    return "\(done.name) seats \(seats) now; was \(done.was)." + crowded
  }

  private func set(_ hours: BusinessHours?, on day: Weekday?) throws -> String {
    let days = Weekday.allCases.filter { day == nil || day == $0 }
    let outside = try editing.set(hours: hours, on: days, from: today)
    let whole = day?.rawValue.lowercased() ?? "every day"
    return "Hours, \(whole): \(hours?.sentence ?? "closed")." + elsewhere(outside, "outside them")
  }

  // MARK: - On, off and new

  private func turn(_ what: HouseSwitch, _ text: String, _ isOn: Bool) throws -> String {
    switch what {
    case .service:
      let name = try editing.turn(what, of: text, isOn: isOn)
      return isOn ? "\(name) is sold again." : "\(name) is sold no more."
    case .kind:
      let name = try editing.turn(kind: text, isOn: isOn)
      return isOn ? "\(name) is offered again." : "\(name) is offered no more."
    case .web:
      let name = try editing.turn(what, of: text, isOn: isOn)
      return isOn ? "The web shop offers \(name), too." : "\(name) is booked at the desk alone."
    case .consultation:
      let name = try editing.turn(what, of: text, isOn: isOn)
      return isOn
        ? "\(name) needs a consultation before it." : "\(name) needs no consultation before it."
    case .bed, .room:
      let done = try editing.turn(what.thing, text, isOn: isOn, from: today)
      return "\(what.thing.word) \(done.name) is \(isOn ? "in" : "out of") service."
        + (isOn ? "" : elsewhere(done.ahead, "there"))
    case .therapist:
      let done = try editing.turn(therapist: text, isOn: isOn, from: today)
      return isOn
        ? "\(done.name) works here again."
        : "\(done.name) works here no more." + undone(done.ahead, "with them")
    }
  }

  private func add(_ order: HouseOrder) throws -> String? {
    switch order {
    case .addService(let service, let kind):
      let (isNew, alike) = try editing.add(service, kind: kind)
      let sold = "\(service.name) is sold now."
      guard isNew else { return sold }
      let new = " \(kind) is a new kind of treatment, which no therapist does yet"
      return sold + new + (alike.map { "; did you mean \($0)?" } ?? ".")
    case .addKind(let name):
      try editing.add(kind: name)
      return "\(name) is a new kind of treatment, which no therapist does yet."
    case .addRoom(let room):
      try editing.add(room)
      return "\(room.name) is a room now, "
        + (room.beds.isEmpty
          ? "seats: \(room.seats)." : "beds: \(room.beds.joined(separator: ", ")).")
    case .addBed(let bed, let room):
      return "Bed \(bed) stands in \(try editing.add(bed: bed, room: room)) now."
    case .addTherapist(let name, let kind):
      try editing.names.checkFree(name, .therapist)
      let does = try accounts.addTherapist(name, does: kind).does ?? "nothing yet"
      return "\(name) does \(does) now; \(asked.accounts) let them log in."
    default: return nil
    }
  }

  // MARK: - People

  private func change(_ order: HouseOrder) throws -> String? {
    switch order {
    case .does(let therapist, let kind):
      let done = try editing.set(kind: kind, ofTherapist: therapist, from: today)
      return "\(done.name) does \(done.kind) now"
        + (done.was.map { "; did \($0)." } ?? ".")
        + undone(done.ahead, "with them that they do not do")
    case .years(let therapist, let years):
      return "\(try editing.set(years: years, of: therapist)) has done it for \(years) years."
    case .week(let therapist, let week):
      let done = try editing.set(week: week, of: therapist, from: today)
      return "\(done.name) works \(ShiftWords.grouped(week.all).joined(separator: ", "))."
        + nightly(week) + undone(done.outside, "with them outside that")
    case .leave(let text, let isAway):
      let done = try editing.set(
        therapist: text, state: isAway ? .onLeave : .available, from: today)
      return "\(done.name) is \(isAway ? "on leave" : "back")."
        + (isAway ? undone(done.ahead, "with them") : "")
    default: return nil
    }
  }

  /// That 2:00 is the next day's is not to be missed.
  private func nightly(_ week: WorkingHours) -> String {
    let shifts = week.all.flatMap { $0.shifts ?? [] }
    return shifts.first { $0.until > .endOfDay }.map { " \($0.text) ends on the next day." } ?? ""
  }

  // MARK: - The spa itself

  /// Letters of what stood there that are said again.
  private static let saidBefore = 60

  private func set(_ fact: SpaFact, _ text: String?) throws -> String {
    let was = try editing.set(fact, text)
    let now = try editing.facts()[fact] ?? "nothing"
    let before = was.map { was in
      "; was \(was.prefix(Self.saidBefore))\(was.count > Self.saidBefore ? "…" : "")"
    }
    return "The spa's \(fact.rawValue) is \(now) now\(before ?? "")."
  }

  // MARK: - Who is booked

  private func elsewhere(_ count: Int, _ place: String) -> String {
    count == 0 ? "" : " \(bookings(count)) \(place): \(asked.moves) each elsewhere."
  }

  private func undone(_ count: Int, _ whom: String) -> String {
    count == 0 ? "" : " \(bookings(count)) \(whom): \(asked.reassigns) them to others."
  }

  private func bookings(_ count: Int) -> String {
    (count == 1 ? "1 booking" : "\(count) bookings") + " from today on"
  }
}
