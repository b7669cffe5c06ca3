import BookingDomain
import BookingStore
import TOMLText

/// The house: its name and contact, hours and rooms.
extension SpaPlanFile {
  mutating func readSpa(_ section: Section) {
    // First, since prices are checked by it.
    for entry in section.entries where entry.key == "currency" {
      if let text = text(entry),
        let currency = checked(entry.node, { () throws(Complaint) in try SpaCurrency(text) })
      {
        plan.currency = currency
      }
    }
    for entry in section.entries where entry.key != "currency" {
      guard let text = text(entry) else { continue }
      let node = entry.node
      switch entry.key {
      case "name": plan.name = name(node, text, longest: 255, of: "a spa's name") ?? "?"
      case "timezone":
        plan.zone = checked(node) { () throws(Complaint) in try SpaPlan.checkedZone(text) } ?? "?"
      case "tax":
        if let tax = Money(text), tax.hundredths < 100_00 {
          plan.tax = tax
        } else {
          complain(node, "the tax is a number of per cent, like 8 or \"7.5\"")
        }
      case "address": plan.contact.address = name(node, text, longest: 255, of: "an address") ?? ""
      case "city": plan.contact.city = name(node, text, longest: 100, of: "a city") ?? ""
      case "country": plan.contact.country = name(node, text, longest: 100, of: "a country") ?? ""
      case "phone":
        plan.contact.phone =
          checked(node) { () throws(Complaint) in try PhoneNumber(text) }?.text ?? ""
      case "email":
        plan.contact.email =
          checked(node) { () throws(Complaint) in try EmailAddress(text) }?.text ?? ""
      default:
        unknown(entry, "name, timezone, currency, tax, address, city, country, phone and email")
      }
    }
    require(section, plan.name.isEmpty, "name = \"…\" is missing in [spa]")
    require(
      section, plan.zone.isEmpty, "timezone = \"…\" is missing in [spa], like \"Asia/Ho_Chi_Minh\"")
  }

  mutating func readHours(_ section: Section) {
    let days = Dictionary(
      uniqueKeysWithValues: Weekday.allCases.map { ($0.rawValue.lowercased(), $0) })
    let everyDay = "every_day"
    // What is said of one day goes before what is said of all, in whatever order.
    let entries =
      section.entries.filter { $0.key == everyDay }
      + section.entries.filter { $0.key != everyDay }
    for entry in entries {
      guard let text = text(entry) else { continue }
      let day = days[entry.key.lowercased()]
      guard entry.key == everyDay || day != nil else {
        unknown(
          entry, "every_day, monday, tuesday, wednesday, thursday, friday, saturday and sunday")
        continue
      }
      guard
        let hours = checked(entry.node, { () throws(Complaint) in try SpaPlan.checkedHours(text) })
      else { continue }
      if let day {
        plan.hours[day] = hours
      } else {
        for day in Weekday.allCases { plan.hours[day] = hours }
      }
    }
    require(
      section, section.entries.isEmpty,
      "no day has hours in [hours]: write every_day = \"09:00-21:00\"")
  }

  mutating func readRooms(_ section: Section) {
    for entry in section.entries {
      guard let name = name(entry.node, entry.key, longest: 50, of: "a room's name") else {
        continue
      }
      once(name, "the room", at: entry.node)
      switch entry.node.value {
      case .list(let members):
        let beds = members.compactMap { bed($0) }
        plan.rooms.append(SpaPlan.Room(name: name, beds: beds, seats: max(1, beds.count)))
      case .table(let table): readRoom(name, entry.node, table)
      case .text, .number, .fraction, .unreadable:
        complain(
          entry.node,
          "a room is a list of its beds, like [\"1\", \"2\"], or { seats = 8 } for one without beds"
        )
      }
    }
    require(
      section, section.entries.isEmpty,
      "there is no room in [rooms]: write \"Lotus\" = [\"1\", \"2\"]")
  }

  private mutating func bed(_ node: TOMLText.Node) -> String? {
    let found: String?
    switch node.value {
    case .text(let text): found = name(node, text, longest: 50, of: "a bed's name")
    case .number(let number): found = String(number)
    case .fraction, .list, .table, .unreadable:
      complain(node, "a bed is a name in quotation marks")
      return nil
    }
    if let found { once(found, "the bed", at: node) }
    return found
  }

  private mutating func readRoom(_ name: String, _ node: TOMLText.Node, _ table: TOMLText.Table) {
    var room = SpaPlan.Room(name: name, beds: [], seats: 0)
    for entry in table.entries {
      switch (entry.key, entry.node.value) {
      case ("seats", .number(let seats)) where (1...1000).contains(seats): room.seats = seats
      case ("seats", _): complain(entry.node, "seats are a number from 1 to 1000")
      case ("beds", .list(let members)): room.beds = members.compactMap { bed($0) }
      default: unknown(entry, "seats and beds")
      }
    }
    room.seats = max(room.seats, room.beds.count, 1)
    plan.rooms.append(room)
  }
}
