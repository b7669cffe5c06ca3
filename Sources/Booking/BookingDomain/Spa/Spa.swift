package typealias ServiceID = Identifier<Service>
package typealias ServiceTypeID = Identifier<ServiceType>
package typealias RoomID = Identifier<Room>
package typealias BedID = Identifier<Bed>

/// What `ServiceTypeID` names: the qualification a therapist has and a service asks for.
package enum ServiceType: Sendable {}

/// What changes rarely: the people, places and services that a day is drawn from.
package struct Spa: Hashable, Sendable {
  package var name: String
  /// In the order of the board's columns.
  package var therapists: [Therapist]
  package var services: [Service]
  package var rooms: [Room]
  package var beds: [Bed]
  package var hours: [Weekday: BusinessHours]
  /// Of therapists who do not simply work whenever the spa is open.
  package var shifts: [UserID: WorkingHours]

  package init(
    name: String, therapists: [Therapist], services: [Service], rooms: [Room], beds: [Bed],
    hours: [Weekday: BusinessHours], shifts: [UserID: WorkingHours] = [:]
  ) {
    self.name = name
    self.therapists = therapists
    self.services = services
    self.rooms = rooms
    self.beds = beds
    self.hours = hours
    self.shifts = shifts
  }
}

package struct Service: Hashable, Sendable, Identifiable {
  package let id: ServiceID
  package let name: String
  package let type: ServiceTypeID
  package let duration: Minutes
  package let buffer: Minutes
  package let isActive: Bool
  /// Whether the web shop offers it (`services.bookable_online`); the desk books it anyway.
  package let isBookableOnline: Bool
  /// For one session, by the price list; nil where there is none or the viewer may not see it.
  package var price: Money?
  /// What a guest pays for one session: the price, and the tax at the spa's rate where that comes on
  /// top. Nil as the price is.
  package var charge: Money?

  /// - Parameter charge: nil is the price.
  package init(
    id: ServiceID, name: String, type: ServiceTypeID, duration: Minutes, buffer: Minutes,
    isActive: Bool, isBookableOnline: Bool = true, price: Money? = nil, charge: Money? = nil
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.duration = duration
    self.buffer = buffer
    self.isActive = isActive
    self.isBookableOnline = isBookableOnline
    self.price = price
    self.charge = charge ?? price
  }
}

extension Spa {
  /// Rooms in use that never had a bed: guests sit there, as many as it holds (a foot lounge).
  package var seatRooms: [Room] {
    let withBeds = Set(beds.map(\.room))
    return rooms.filter { $0.isActive && !withBeds.contains($0.id) }
  }
}

package struct Room: Hashable, Sendable, Identifiable {
  package let id: RoomID
  package let name: String
  /// Guests at a time: 2 is a couples' room.
  package let capacity: Int
  package let isActive: Bool

  package init(id: RoomID, name: String, capacity: Int, isActive: Bool) {
    (self.id, self.name, self.capacity, self.isActive) = (id, name, capacity, isActive)
  }
}

package struct Bed: Hashable, Sendable, Identifiable {
  package let id: BedID
  package let room: RoomID
  package let name: String
  package let isActive: Bool

  package init(id: BedID, room: RoomID, name: String, isActive: Bool) {
    (self.id, self.room, self.name, self.isActive) = (id, room, name, isActive)
  }
}

package struct BusinessHours: Hashable, Sendable {
  package let open: TimeOfDay
  /// After `open`; past 24:00 where the spa closes in the night.
  package let close: TimeOfDay

  /// - Parameter close: on the clock. At or before `open` it is the next day's: from 18:00 to 2:00,
  ///   from 9:00 to 0:00, and from 0:00 to 0:00 the whole day.
  package init(open: TimeOfDay, close: TimeOfDay) {
    self.open = open
    self.close = close.next(after: open)
  }

  /// `close` as a clock shows it: 2:00 and not 26:00. Midnight is 24:00.
  package var closeOnClock: TimeOfDay { close.onClock }

  /// As they are written: `18:00-02:00`.
  package var text: String { "\(open.hourMinute)-\(closeOnClock.hourMinute)" }

  /// The same, said: that 2:00 is the next day's is not to be missed.
  package var sentence: String { text + (close > .endOfDay ? ", which is the next day" : "") }
}
