import BookingDomain
import BookingStore
import TOMLText

/// What is offered.
extension SpaPlanFile {
  mutating func readServices(_ section: Section) {
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
}
