import BookingDomain
import BookingStore
import TOMLText

/// A spa's plan as a file: everything that is wrong in it is said at once, each with its place.
package struct SpaPlanFile {
  package struct Problem: Hashable, Sendable {
    package let place: TOMLText.Place
    /// Without a full stop: what is wrong, and what to write.
    package let sentence: String

    /// With its place.
    package var spoken: String { "line \(place.line), column \(place.column): \(sentence)" }
  }

  package private(set) var plan = SpaPlan()
  /// In the order of the file; empty for a plan that can be carried out.
  package private(set) var problems: [Problem] = []
  /// What could not be read at all: it may be what is missing elsewhere.
  private var unread: [TOMLText.Malformed] = []
  /// What the tables hold but once, by what it is and how they compare it.
  private var taken: Set<[String]> = []

  /// Throws where the manager's password cannot be had from this file.
  package typealias PasswordCheck = (_ file: String, _ email: EmailAddress?, _ name: String)
    throws(Complaint) -> Void

  /// - Parameter checkPassword: asked about the file that the plan names.
  package init(_ text: String, checkPassword: PasswordCheck = { (_, _, _) throws(Complaint) in }) {
    let text = TOMLText(text)
    unread = text.problems
    problems = unread.map { Problem(place: $0.place, sentence: $0.sentence) }
    read(text.root)
    if case .table(let manager)? = text.root["manager"]?.value {
      readPassword(manager, checkPassword)
    }
    problems.sort { $0.place < $1.place }
  }

  private static let sections = [
    "spa", "hours", "rooms", "services", "therapists", "manager",
  ]

  private mutating func read(_ root: TOMLText.Table) {
    for entry in root.entries where !Self.sections.contains(entry.key) {
      complain(
        entry.node,
        "there is no section [\(PlainLine.shown(String(entry.key.prefix(40))))]; there are "
          + Self.sections.map { "[\($0)]" }.joined(separator: ", "))
    }
    readSpa(section("spa", of: root))
    readHours(section("hours", of: root))
    readRooms(section("rooms", of: root))
    readServices(section("services", of: root))
    readTherapists(section("therapists", of: root))
    readManager(section("manager", of: root))
  }

  /// An empty one where it is missing, which is said.
  private mutating func section(_ name: String, of root: TOMLText.Table)
    -> (node: TOMLText.Node?, entries: [TOMLText.Table.Entry])
  {
    guard let node = root[name] else {
      if unread.isEmpty {
        problems.append(
          Problem(
            place: TOMLText.Place(),
            sentence:
              "the section [\(name)] is missing; `frontdesk-server setup --example` shows one"))
      }
      return (nil, [])
    }
    guard case .table(let table) = node.value else {
      complain(node, "\(name) is a section: write [\(name)] on a line of its own")
      return (node, [])
    }
    return (node, table.entries)
  }

  /// What is wrong there; of a value that can be read as nothing at all, only that.
  private mutating func complain(_ node: TOMLText.Node, _ sentence: String) {
    if case .unreadable(let wrong) = node.value {
      problems.append(Problem(place: wrong.place, sentence: wrong.sentence))
    } else {
      problems.append(Problem(place: node.place, sentence: sentence))
    }
  }

  /// What `body` gives, or what it complains about, at this place.
  private mutating func checked<T>(_ node: TOMLText.Node, _ body: () throws(Complaint) -> T) -> T? {
    do {
      return try body()
    } catch {
      var sentence = error.sentence
      if sentence.last == "." { sentence.removeLast() }
      complain(node, sentence)
      return nil
    }
  }

  private mutating func text(_ entry: TOMLText.Table.Entry) -> String? {
    switch entry.node.value {
    case .text(let text): return text
    case .number(let number): return String(number)
    case .fraction(let number): return number
    case .list, .table, .unreadable:
      complain(entry.node, "\(PlainLine.shown(entry.key)) is a text: write it in quotation marks")
      return nil
    }
  }

  private mutating func unknown(_ entry: TOMLText.Table.Entry, _ known: String) {
    let sentence =
      "there is no \"\(PlainLine.shown(String(entry.key.prefix(40))))\" here; there are \(known)"
    problems.append(Problem(place: entry.node.place, sentence: sentence))
  }
}

// MARK: - The sections

extension SpaPlanFile {
  private typealias Section = (node: TOMLText.Node?, entries: [TOMLText.Table.Entry])

  private mutating func readSpa(_ section: Section) {
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

  private mutating func require(_ section: Section, _ isMissing: Bool, _ sentence: String) {
    if isMissing, unread.isEmpty, let node = section.node { complain(node, sentence) }
  }

  private mutating func name(
    _ node: TOMLText.Node, _ text: String, longest: Int, of what: String
  ) -> String? {
    checked(node) { () throws(Complaint) in
      try SpaPlan.checkedName(text, longest: longest, of: what)
    }
  }

  private mutating func readHours(_ section: Section) {
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

  private mutating func readRooms(_ section: Section) {
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

  private mutating func readServices(_ section: Section) {
    for entry in section.entries {
      guard case .table(let table) = entry.node.value else {
        complain(
          entry.node,
          "services stand under a kind of treatment: write [services.\"Massage\"] above them")
        continue
      }
      guard let name = name(entry.node, entry.key, longest: 200, of: "a kind's name") else {
        continue
      }
      once(name, "the kind of treatment", at: entry.node)
      let services = table.entries.compactMap { readService($0) }
      plan.kinds.append(SpaPlan.Kind(name: name, services: services))
    }
    require(
      section, section.entries.isEmpty,
      "there is no service: write [services.\"Massage\"] and \"Thai 60'\" = { minutes = 60, price = 480000 }"
    )
  }

  private mutating func readService(_ entry: TOMLText.Table.Entry) -> SpaPlan.Service? {
    guard case .table(let table) = entry.node.value else {
      complain(entry.node, "a service is { minutes = 60, price = 480000, buffer = 15 }")
      return nil
    }
    guard let name = name(entry.node, entry.key, longest: 200, of: "a service's name") else {
      return nil
    }
    once(name, "the service", at: entry.node)
    var (duration, price): (Minutes?, WrittenPrice?)
    var buffer: Minutes = 0
    let before = problems.count
    for part in table.entries {
      switch (part.key, part.node.value) {
      case ("minutes", .number(let minutes)):
        duration = checked(part.node) { () throws(Complaint) in
          try SpaPlan.checkedDuration(minutes)
        }
      case ("buffer", .number(let minutes)):
        buffer =
          checked(part.node) { () throws(Complaint) in try SpaPlan.checkedBuffer(minutes) } ?? 0
      case ("price", _):
        guard let text = text(part) else { continue }
        let plan = plan
        price = checked(part.node) { () throws(Complaint) in try plan.checkedPrice(text) }
      case ("minutes", _), ("buffer", _):
        complain(part.node, "\(part.key) is a whole number of minutes")
      default: unknown(part, "minutes, price and buffer")
      }
    }
    if problems.count == before, duration == nil || price == nil {
      complain(entry.node, "a service needs minutes and a price: { minutes = 60, price = 480000 }")
    }
    guard let duration, let price else { return nil }
    return SpaPlan.Service(name: name, duration: duration, price: price, buffer: buffer)
  }

  private mutating func readTherapists(_ section: Section) {
    for entry in section.entries {
      guard case .table(let table) = entry.node.value else {
        complain(
          entry.node, "a therapist is { does = \"Massage\" }, with an email and a phone if you like"
        )
        continue
      }
      guard let name = name(entry.node, entry.key, longest: 100, of: "a therapist's name") else {
        continue
      }
      var therapist = SpaPlan.Therapist(name: name, does: nil)
      for part in table.entries { read(part, into: &therapist) }
      plan.therapists.append(therapist)
    }
    require(
      section, section.entries.isEmpty,
      "there is no therapist: write \"Anna\" = { does = \"Massage\" }")
  }

  private mutating func read(_ part: TOMLText.Table.Entry, into therapist: inout SpaPlan.Therapist)
  {
    guard let text = text(part) else { return }
    switch part.key {
    case "does":
      let kinds = plan.kinds.map(\.name)
      therapist.does = kinds.first { FoldedText($0) == FoldedText(text) }
      if therapist.does == nil {
        complain(
          part.node,
          "there is no kind of treatment \"\(PlainLine.shown(text))\"; there are "
            + kinds.map { "\"\(PlainLine.shown($0))\"" }.joined(separator: ", "))
      }
    case "email":
      therapist.email = checked(part.node) { () throws(Complaint) in try EmailAddress(text) }
      if let email = therapist.email { once(email.text, "the e-mail address", at: part.node) }
    case "phone":
      therapist.phone = checked(part.node) { () throws(Complaint) in try PhoneNumber(text) }
      if let phone = therapist.phone {
        once(text, "a therapist's phone number", as: phone.key.digits, at: part.node)
      }
    default: unknown(part, "does, email and phone")
    }
  }

  private mutating func readManager(_ section: Section) {
    var (name, email, file): (String?, EmailAddress?, String?)
    let before = problems.count
    for entry in section.entries {
      guard let text = text(entry) else { continue }
      switch entry.key {
      case "name": name = self.name(entry.node, text, longest: 100, of: "a person's name")
      case "email":
        email = checked(entry.node) { () throws(Complaint) in try EmailAddress(text) }
        if let email { once(email.text, "the e-mail address", at: entry.node) }
      case "password_file": file = text
      case "password":
        complain(
          entry.node,
          "a password does not belong into this file: write password_file = \"/path\", or nothing, and one is made"
        )
      default: unknown(entry, "name, email and password_file")
      }
    }
    if let name, let email {
      plan.manager = SpaPlan.Manager(name: name, email: email, passwordFile: file)
    } else {
      require(
        section, problems.count == before,
        "the first manager needs a name and an email in [manager]")
    }
  }

  private mutating func readPassword(_ manager: TOMLText.Table, _ check: PasswordCheck) {
    guard let node = manager["password_file"], case .text(let file) = node.value else { return }
    let known = plan.manager
    _ = checked(node) { () throws(Complaint) in
      try check(file, known?.email, known?.name ?? "")
    }
  }

  /// The second of a name that the tables hold but once is in the wrong.
  /// - Parameter key: what is compared, where that is not the text.
  private mutating func once(
    _ text: String, _ what: String, as key: String? = nil, at node: TOMLText.Node
  ) {
    let compared = key ?? text
    // As MySQL compares them: neither capitals nor accents count, signs do.
    let signs = String(compared.filter { $0.isPunctuation || $0.isSymbol })
    if !taken.insert([what, FoldedText(compared).text, signs]).inserted {
      complain(
        node, "\(what) \"\(PlainLine.shown(text))\" is there twice; each needs its own")
    }
  }
}
