import ArgumentParser
import BookingDomain
import BookingServer
import BookingStore
import SpaSetup

/// `frontdesk-server edit`: services, rooms, beds, hours and who is on leave.
struct EditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "See and change services, prices, rooms, beds, hours and therapists' leave.",
    discussion: """
      Works while the server runs. Boards hear at once of hours and therapists, and within seconds of \
      services, prices, rooms and beds; orders are decided by all of them at once.
      """,
    subcommands: [
      List.self, EditService.self, EditRoom.self, EditBed.self, EditHours.self, EditTherapist.self,
    ])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "What there is, with its numbers.")
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      let (spa, currency) = try await options.withStore { store, _ in
        try await store.inSnapshot { db in
          (try SpaEditing(db).spa(), try SpaCurrency.stored(in: db))
        }
      }
      print(PlainLine.shown(spa.name))
      for (number, table) in HouseTables(spa, currency: currency).all.enumerated() {
        if number > 0 { print() }
        TextTable(table.heading, table.rows).print()
      }
    }
  }
}

/// On or off, one of the two.
enum InService: String, EnumerableFlag {
  case on
  case off

  var words: String { self == .on ? "in service" : "out of service" }
}

struct EditService: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service", abstract: "Change a service, or add one (--add).",
    discussion: "Standing bookings keep their length; prices count from the next sale on.")

  @Argument(help: "Its name or number; with --add the new one's name.") var service: String
  @Flag(help: "A new service; needs --kind, --minutes and --price.") var add = false
  @Option(help: "The kind of treatment of a new one.") var kind: String?
  @Option(help: "Another name.") var name: String?
  @Option(help: "The price of one session.") var price: String?
  @Option(help: "Its length.") var minutes: Int?
  @Option(help: ArgumentHelp("Kept free after it.", valueName: "minutes")) var buffer: Int?
  @Flag(help: "Sold, or no more.") var inService: InService?
  @OptionGroup var options: DatabaseOptions

  func run() async throws {
    var change = SpaEditing.ServiceChange()
    change.name = try name.map { try SpaPlan.checkedName($0, longest: 200, of: "a service's name") }
    change.price = try price.map { try WrittenPrice($0) }
    change.duration = try minutes.map { try SpaPlan.checkedDuration($0) }
    change.buffer = try buffer.map { try SpaPlan.checkedBuffer($0) }
    change.isActive = inService.map { $0 == .on }
    let wanted = change
    if add {
      guard let kind, let price = wanted.price, let duration = wanted.duration else {
        throw Complaint("A new service needs --kind, --minutes and --price.")
      }
      let new = SpaPlan.Service(
        name: try SpaPlan.checkedName(service, longest: 200, of: "a service's name"),
        duration: duration, price: price, buffer: wanted.buffer ?? 0)
      try await options.withStore { store, _ in
        try await store.inTransaction { db in
          try SpaEditing(db).add(new, kind: kind)
          try HouseChanges(db).add("\(new.name) is sold now.")
        }
      }
      return print("\(new.name) is sold now.")
    }
    let told = try await options.withStore { store, _ in
      try await store.inTransaction { [service] db in
        let name = try SpaEditing(db).change(service: service, wanted)
        try HouseChanges(db).add("\(name): \(wanted.spoken).")
        return "\(name) is changed: \(wanted.spoken(in: try SpaCurrency.stored(in: db)))."
      }
    }
    print(PlainLine.shown(told))
  }
}

struct EditRoom: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "room", abstract: "Add a room (--add), or take one out of service and back.")

  @Argument(help: "Its name or number; with --add the new one's name.") var room: String
  @Flag(help: "A new room.") var add = false
  @Option(
    help: ArgumentHelp("Names of a new room's beds, with commas between.", valueName: "names"))
  var beds: String?
  @Option(help: "Guests at a time in a new room. Default: one a bed.") var seats: Int?
  @Flag(help: "In service, or not.") var inService: InService?
  @OptionGroup var options: DatabaseOptions

  func validate() throws {
    guard add != (inService != nil) else { throw ValidationError("Say --add, --on or --off.") }
  }

  func run() async throws {
    guard let inService else {
      let names = try (beds ?? "").split(separator: ",").map {
        try SpaPlan.checkedName(String($0), longest: 50, of: "a bed's name")
      }
      let new = SpaPlan.Room(
        name: try SpaPlan.checkedName(room, longest: 50, of: "a room's name"), beds: names,
        seats: min(1000, max(seats ?? names.count, names.count, 1)))
      try await options.withStore { store, _ in
        try await store.inTransaction { db in
          try SpaEditing(db).add(new)
          try HouseChanges(db).add("\(new.name) is a room now, beds: \(names.count).")
        }
      }
      return print("\(new.name) is a room now, beds: \(names.count).")
    }
    try await options.take("Room", inService) { [room] editing, today in
      try editing.set(room: room, isActive: inService == .on, from: today)
    }
  }
}

struct EditBed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bed",
    abstract: "Add a bed to a room (--add), or take one out of service and back.")

  @Argument(help: "Its name or number; with --add the new one's name.") var bed: String
  @Flag(help: "A new bed; needs --room.") var add = false
  @Option(help: "Where a new one stands: a room's name or number.") var room: String?
  @Flag(help: "In service, or not.") var inService: InService?
  @OptionGroup var options: DatabaseOptions

  func validate() throws {
    guard add != (inService != nil) else { throw ValidationError("Say --add, --on or --off.") }
    guard add == (room != nil) else { throw ValidationError("A new bed needs --room, no other.") }
  }

  func run() async throws {
    guard let inService else {
      let name = try SpaPlan.checkedName(bed, longest: 50, of: "a bed's name")
      let told = try await options.withStore { store, _ in
        try await store.inTransaction { [room] db in
          let told =
            "Bed \(name) stands in \(try SpaEditing(db).add(bed: name, room: room ?? "")) now."
          try HouseChanges(db).add(told)
          return told
        }
      }
      return print(PlainLine.shown(told))
    }
    try await options.take("Bed", inService) { [bed, inService] editing, today in
      try editing.set(bed: bed, isActive: inService == .on, from: today)
    }
  }
}

extension DatabaseOptions {
  /// Takes a room or a bed out of service, or back into it, and says so.
  /// - Parameter change: returns its name, and how many bookings still stand there.
  fileprivate func take(
    _ kind: String, _ state: InService,
    _ change: @escaping @Sendable (SpaEditing, LocalDate) throws -> (String, Int)
  ) async throws {
    try await withStore { store, setup in
      let today = try await setup.now(at: store).today
      let (name, ahead) = try await store.inTransaction { db in
        let changed = try change(SpaEditing(db), today)
        try HouseChanges(db).add("\(kind) \(changed.0) is \(state.words).")
        return changed
      }
      print("\(PlainLine.shown(name)) is \(state.words).")
      if state == .off, ahead > 0 {
        print("\(ahead) bookings from today on stand there: move them at the desk (m).")
      }
    }
  }
}

struct EditHours: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hours", abstract: "Business hours of a weekday, or of every day.")

  @Argument(help: "monday to sunday, or every-day.") var day: String
  @Argument(help: "Like 09:00-21:00 or 18:00-02:00, or closed.") var hours: String
  @OptionGroup var options: DatabaseOptions

  func run() async throws {
    let hours = try SpaPlan.checkedHours(hours)
    let days = Weekday.allCases.filter {
      day == "every-day" || $0.rawValue.lowercased() == day.lowercased()
    }
    guard !days.isEmpty else {
      throw Complaint(
        "\"\(PlainLine.shown(day))\" is no day; write monday to sunday, or every-day.")
    }
    let told = "Hours, \(day.lowercased()): \(hours?.sentence ?? "closed")."
    try await options.withStore { store, setup in
      let today = try await setup.now(at: store).today
      let outside = try await store.inTransaction { db in
        try HouseChanges(db).add(told)
        return try SpaEditing(db).set(hours: hours, on: days, from: today)
      }
      print(told)
      if outside > 0 {
        print("\(outside) bookings from today on stand outside: move them at the desk (m).")
      }
    }
  }
}

struct EditTherapist: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "therapist",
    abstract: "Add a therapist without an account (--add), send one on leave, or have them back.")

  enum Presence: String, EnumerableFlag {
    case leave
    case back
  }

  @Argument(help: "Their name or number; with --add the new one's name.") var therapist: String
  @Flag(help: "A new therapist; needs --does.") var add = false
  @OptionGroup var treatment: TreatmentOption
  @Flag(help: "On leave, or back from it.") var presence: Presence?
  @OptionGroup var options: DatabaseOptions

  func validate() throws {
    guard add != (presence != nil) else { throw ValidationError("Say --add, --leave or --back.") }
    guard add == (treatment.does != nil) else {
      throw ValidationError("A new therapist needs --does, no other.")
    }
  }

  func run() async throws {
    guard let presence else {
      let name = try SpaPlan.checkedName(therapist, longest: 100, of: "a therapist's name")
      let told = try await options.withStore { store, _ in
        try await store.inTransaction { [does = treatment.does] db in
          let kind = try StaffAccounts(db).addTherapist(name, does: does)
          let told = "\(name) does \(kind ?? "nothing yet") now."
          try HouseChanges(db).add(told)
          return told
        }
      }
      return print(PlainLine.shown(told))
    }
    try await options.withStore { store, setup in
      let today = try await setup.now(at: store).today
      let (name, ahead) = try await store.inTransaction { [therapist, presence] db in
        let changed = try SpaEditing(db).set(
          therapist: therapist, state: presence == .leave ? .onLeave : .available, from: today)
        try HouseChanges(db).add("\(changed.0) is \(presence == .leave ? "on leave" : "back").")
        return changed
      }
      print("\(PlainLine.shown(name)) is \(presence == .leave ? "on leave" : "back").")
      if presence == .leave, ahead > 0 {
        print(
          "\(ahead) bookings from today on stand with them: give them to others at the desk (R).")
      }
    }
  }
}
