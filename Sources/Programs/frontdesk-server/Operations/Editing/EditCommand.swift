import ArgumentParser
import BookingDomain
import BookingServer
import BookingStore
import SpaSetup

/// `frontdesk-server edit`: what the shop's tables hold of the house.
struct EditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "See and change services, prices, rooms, beds, hours, therapists and the spa itself.",
    discussion: """
      Works while the server runs. Boards hear at once of hours and therapists, and within seconds of \
      services, prices, rooms and beds; orders are decided by all of them at once.
      """,
    subcommands: [
      List.self, EditService.self, EditKind.self, EditRoom.self, EditBed.self, EditHours.self,
      EditTherapist.self, EditSpa.self,
    ])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "What there is, with its numbers.")
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      let house = try await options.withStore { store, setup in
        let today = try await setup.now(at: store).today
        return try await store.inSnapshot { try HouseRecord($0, today: today) }
      }
      print(PlainLine.shown(house.name))
      for (number, table) in HouseTables(house).all.enumerated() {
        if number > 0 { print() }
        TextTable(table.heading, table.rows).print()
      }
    }
  }
}

/// A command whose options are orders about the house, all of them carried out or none.
protocol HouseEdit: AsyncParsableCommand {
  var options: DatabaseOptions { get }
  /// In the order in which they are carried out: a new name comes last.
  func orders() throws -> [HouseOrder]
}

extension HouseEdit {
  func run() async throws {
    let orders = try orders()
    guard !orders.isEmpty else {
      throw Complaint("Say what is to be another: --name and so on; --help lists them.")
    }
    let told = try await options.withStore { store, setup in
      let today = try await setup.now(at: store).today
      return try await store.inTransaction { db in
        let editor = HouseEditor(db, today: today)
        return try orders.compactMap { order in
          let told = try editor.carryOut(order)
          if let told { try HouseChanges(db).add(told) }
          return told
        }
      }
    }
    for sentence in told { print(PlainLine.shown(sentence)) }
  }
}

/// On or off, one of the two.
enum InService: String, EnumerableFlag {
  case on
  case off
}

/// What everything that has a name can have.
struct NamedOptions: ParsableArguments {
  @Option(help: "Another name.") var name: String?
  @Option(help: "What the web shop says of it; - for nothing.") var about: String?
  @Flag(help: "In use, or no more.") var inService: InService?

  /// What is ordered of it, around `changes`: back into use before them, out of it behind them, and
  /// another name at the end.
  func orders(_ thing: HouseThing, _ text: String, _ changes: [HouseOrder]) throws -> [HouseOrder] {
    let turned = inService.map { state in
      HouseSwitch(rawValue: thing.rawValue).map { HouseOrder.turn($0, text, isOn: state == .on) }
    }
    let described = try about.map { about in
      HouseOrder.about(
        thing, text, try HouseOrder.something(about).map { try HouseOrder.described($0) })
    }
    let named = try name.map { HouseOrder.name(thing, text, try HouseOrder.name($0, of: thing)) }
    let turning = [turned ?? nil].compactMap(\.self)
    let between = changes + [described].compactMap(\.self)
    return (inService == .on ? turning + between : between + turning) + [named].compactMap(\.self)
  }
}
