import ArgumentParser
import BookingDomain
import SpaSetup

struct EditRoom: HouseEdit {
  static let configuration = CommandConfiguration(
    commandName: "room", abstract: "Change a room, or add one (--add).")

  @Argument(help: "Its name or number; with --add the new one's name.") var room: String
  @Flag(help: "A new room; needs --beds or --seats.") var add = false
  @Option(
    help: ArgumentHelp("Names of a new room's beds, with commas between.", valueName: "names"))
  var beds: String?
  @Option(help: "Guests at a time. Default of a new room: one a bed.") var seats: Int?
  @OptionGroup var named: NamedOptions
  @OptionGroup var options: DatabaseOptions

  func orders() throws -> [HouseOrder] {
    let seats = try seats.map { try HouseOrder.seats($0) }
    guard add else {
      guard beds == nil else {
        throw Complaint("A bed comes into a room by `edit bed NAME --add --room ROOM`.")
      }
      return try named.orders(
        .room, room, [seats.map { .seats(room: room, $0) }].compactMap(\.self))
    }
    guard beds != nil || seats != nil else {
      throw Complaint("A new room needs --beds, or --seats where guests need no bed.")
    }
    let names = try beds.map { try HouseOrder.beds($0) } ?? []
    guard names.count <= seats ?? names.count else {
      throw Complaint("A room of \(names.count) beds seats \(names.count) or more.")
    }
    let new = SpaPlan.Room(
      name: try HouseOrder.name(room, of: .room), beds: names, seats: seats ?? names.count)
    return try named.orders(.room, room, [.addRoom(new)])
  }
}

struct EditBed: HouseEdit {
  static let configuration = CommandConfiguration(
    commandName: "bed", abstract: "Change a bed or where it stands, or add one (--add).")

  @Argument(help: "Its name or number; with --add the new one's name.") var bed: String
  @Flag(help: "A new bed; needs --room.") var add = false
  @Option(help: "Where it stands: a room's name or number.") var room: String?
  @OptionGroup var named: NamedOptions
  @OptionGroup var options: DatabaseOptions

  func validate() throws {
    guard !add || room != nil else { throw ValidationError("A new bed needs --room.") }
  }

  func orders() throws -> [HouseOrder] {
    guard let room else { return try named.orders(.bed, bed, []) }
    let placed: HouseOrder =
      add
      ? .addBed(try HouseOrder.name(bed, of: .bed), room: room) : .move(bed: bed, room: room)
    return try named.orders(.bed, bed, [placed])
  }
}

struct EditHours: HouseEdit {
  static let configuration = CommandConfiguration(
    commandName: "hours", abstract: "Business hours of a weekday, or of every day.")

  @Argument(help: "monday to sunday, or every-day.") var day: String
  @Argument(help: "Like 09:00-21:00 or 18:00-02:00, or closed.") var hours: String
  @OptionGroup var options: DatabaseOptions

  func orders() throws -> [HouseOrder] {
    let weekday = Weekday(word: day)
    guard weekday != nil || day == HousePiece.everyDay else {
      throw Complaint(
        "\"\(PlainLine.shown(day))\" is no day; write monday to sunday, or every-day.")
    }
    return [.hours(weekday, try SpaPlan.checkedHours(hours))]
  }
}
