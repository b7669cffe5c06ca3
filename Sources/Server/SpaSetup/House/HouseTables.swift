import BookingDomain

/// Everything of the house that can be changed, as tables to read.
package struct HouseTables {
  package let all: [HousePage.Table]

  package init(_ house: HouseRecord) {
    let about = Self.about(house)
    all =
      [
        Self.services(house), Self.kinds(house), Self.rooms(house.spa), Self.hours(house.spa),
        Self.therapists(house), Self.facts(house),
      ] + (about.rows.isEmpty ? [] : [about])
  }

  private static func services(_ house: HouseRecord) -> HousePage.Table {
    let currency = house.facts[.currency].map { " \($0)" } ?? ""
    return .init(
      ["", "SERVICE", "KIND", "MINUTES", "BUFFER", "PRICE\(currency)", ""],
      house.spa.services.map { service in
        let notes = [
          service.isActive ? nil : "off", service.isBookableOnline ? nil : "not in the web shop",
          house.consultations.contains(service.id) ? "after a consultation" : nil,
        ].compactMap(\.self)
        return [
          "\(service.id)", service.name, house.kind(service.type), "\(service.duration.count)",
          "\(service.buffer.count)", service.price?.spoken ?? "none",
          notes.joined(separator: ", "),
        ]
      })
  }

  private static func kinds(_ house: HouseRecord) -> HousePage.Table {
    .init(
      ["", "KIND", "SERVICES", "THERAPISTS", ""],
      house.kinds.map { kind in
        let therapists = house.spa.therapists.filter { $0.serviceType == kind.id }
        return [
          "\(kind.id)", kind.name,
          "\(house.spa.services.count { $0.type == kind.id && $0.isActive })",
          "\(therapists.count)", kind.isActive ? "" : "off",
        ]
      })
  }

  private static func rooms(_ spa: Spa) -> HousePage.Table {
    .init(
      ["", "ROOM", "SEATS", "BEDS", ""],
      spa.rooms.map { room in
        let beds = spa.beds.filter { $0.room == room.id }
          .map { $0.isActive ? $0.name : "\($0.name) (off)" }
        return [
          "\(room.id)", room.name, "\(room.capacity)", beds.joined(separator: ", "),
          room.isActive ? "" : "off",
        ]
      })
  }

  private static func hours(_ spa: Spa) -> HousePage.Table {
    .init(
      ["DAY", "HOURS"],
      Weekday.allCases.map { day in
        [day.rawValue.lowercased(), spa.hours[day]?.sentence ?? "closed"]
      })
  }

  private static func therapists(_ house: HouseRecord) -> HousePage.Table {
    .init(
      ["", "THERAPIST", "DOES", "STATE", "YEARS", "WORKS"],
      house.spa.therapists.map { therapist in
        let shifts = house.spa.shifts[therapist.id].map { ShiftWords.grouped($0.all) } ?? []
        return [
          "\(therapist.id)", therapist.name, house.kind(therapist.serviceType),
          therapist.state.word, house.years[therapist.id].map(String.init) ?? "",
          shifts.joined(separator: ", "),
        ]
      })
  }

  private static func facts(_ house: HouseRecord) -> HousePage.Table {
    .init(
      ["THE SPA", ""],
      SpaFact.allCases.compactMap { fact in
        house.facts[fact].map {
          ["spa \(fact.rawValue)", $0.split(whereSeparator: \.isNewline).joined(separator: " ")]
        }
      } + [["time zone", house.zone ?? ""]])
  }

  private static func about(_ house: HouseRecord) -> HousePage.Table {
    func rows(_ thing: HouseThing, _ all: [(Int64, String)]) -> [[String]] {
      all.compactMap { number, name in
        house.abouts[thing]?[number].map { [thing.rawValue, name, $0] }
      }
    }
    let spa = house.spa
    return .init(
      ["ABOUT", "", ""],
      rows(.service, spa.services.map { ($0.id.number, $0.name) })
        + rows(.kind, house.kinds.map { ($0.id.number, $0.name) })
        + rows(.bed, spa.beds.map { ($0.id.number, $0.name) })
        + rows(.room, spa.rooms.map { ($0.id.number, $0.name) })
        + rows(.therapist, spa.therapists.map { ($0.id.number, $0.name) }))
  }
}
