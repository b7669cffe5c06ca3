import ArgumentParser
import BookingDomain
import SpaSetup

struct EditService: HouseEdit {
  static let configuration = CommandConfiguration(
    commandName: "service", abstract: "Change a service, or add one (--add).",
    discussion: "Standing bookings keep their length; prices count from the next sale on.")

  @Argument(help: "Its name or number; with --add the new one's name.") var service: String
  @Flag(help: "A new service; needs --kind, --minutes and --price.") var add = false
  @Option(help: "The kind of treatment: its name or number; of a new service also a new name.")
  var kind: String?
  @Option(help: "The price of one session.") var price: String?
  @Option(help: "Its length.") var minutes: Int?
  @Option(help: ArgumentHelp("Kept free after it.", valueName: "minutes")) var buffer: Int?
  @Flag(inversion: .prefixedNo, help: "Whether the web shop offers it.") var web: Bool?
  @Flag(inversion: .prefixedNo, help: "Whether it needs a consultation before it.")
  var consultation: Bool?
  @OptionGroup var named: NamedOptions
  @OptionGroup var options: DatabaseOptions

  func orders() throws -> [HouseOrder] {
    let price = try price.map { try WrittenPrice($0) }
    let duration = try minutes.map { try SpaPlan.checkedDuration($0) }
    let buffer = try buffer.map { try SpaPlan.checkedBuffer($0) }
    let turned: [HouseOrder] = [
      web.map { .turn(.web, service, isOn: $0) },
      consultation.map { .turn(.consultation, service, isOn: $0) },
    ].compactMap(\.self)
    guard add else {
      let changes: [HouseOrder] = [
        kind.map { .kind(service: service, $0) }, price.map { .price(service: service, $0) },
        duration.map { .minutes(service: service, $0) },
        buffer.map { .buffer(service: service, $0) },
      ].compactMap(\.self)
      return try named.orders(.service, service, changes + turned)
    }
    guard let kind, let price, let duration else {
      throw Complaint("A new service needs --kind, --minutes and --price.")
    }
    let new = SpaPlan.Service(
      name: try HouseOrder.name(service, of: .service), duration: duration, price: price,
      buffer: buffer ?? 0)
    return try named.orders(.service, service, [.addService(new, kind: kind)] + turned)
  }
}

struct EditKind: HouseEdit {
  static let configuration = CommandConfiguration(
    commandName: "kind", abstract: "Change a kind of treatment, or add one (--add).",
    discussion: """
      Therapists do one kind of treatment, and services are of one. A kind of which something is sold \
      cannot be taken out of use.
      """)

  @Argument(help: "Its name or number; with --add the new one's name.") var kind: String
  @Flag(help: "A new kind of treatment.") var add = false
  @OptionGroup var named: NamedOptions
  @OptionGroup var options: DatabaseOptions

  func orders() throws -> [HouseOrder] {
    let new: [HouseOrder] = add ? [.addKind(try HouseOrder.name(kind, of: .kind))] : []
    return try named.orders(.kind, kind, new)
  }
}
