import BookingDomain

/// Services, rooms with their beds, hours and therapists, as tables to read.
package struct HouseTables {
  package let all: [HousePage.Table]

  /// - Parameter currency: what prices are in; nil where nobody has said.
  package init(_ spa: Spa, currency: SpaCurrency? = nil) {
    all = [
      Self.services(spa, currency), Self.rooms(spa), Self.hours(spa), Self.therapists(spa),
    ]
  }

  private static func services(_ spa: Spa, _ currency: SpaCurrency?) -> HousePage.Table {
    .init(
      ["", "SERVICE", "MINUTES", "BUFFER", "PRICE" + (currency.map { " \($0.code)" } ?? ""), ""],
      spa.services.map {
        [
          "\($0.id)", $0.name, "\($0.duration.count)", "\($0.buffer.count)",
          $0.price?.spoken ?? "none",
          $0.isActive ? "" : "off",
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

  private static func therapists(_ spa: Spa) -> HousePage.Table {
    .init(
      ["", "THERAPIST", "STATE"],
      spa.therapists.map {
        ["\($0.id)", $0.name, $0.state.rawValue.lowercased().replacing("_", with: " ")]
      })
  }
}
