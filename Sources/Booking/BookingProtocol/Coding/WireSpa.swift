import BookingDomain

/// The people, places and services that a board is drawn from.
struct WireSpa: WireForm {
  let name: String
  let therapists: [WireTherapist]
  let services: [WireService]
  let rooms: [WireRoom]
  let beds: [WireBed]
  /// By the weekday's name; a weekday that is missing is closed.
  let hours: [String: WireHours]

  struct WireTherapist: Codable {
    let therapistId: Int64
    let name: String
    let serviceTypeId: Int64?
    let state: String
    /// Missing where the therapist works whenever the spa is open.
    var shifts: [WireDayShifts]?
    /// Missing is no.
    var shiftsInDoubt: Bool?
    /// Of which days alone something cannot be read, without hours.
    var daysInDoubt: [WireDayShifts]?
  }

  struct WireService: Codable {
    let serviceId: Int64
    let name: String
    let serviceTypeId: Int64
    let durationMinutes: WireDuration
    let bufferMinutes: WireBuffer
    let isActive: Bool
    /// Missing is yes.
    let bookableOnline: Bool?
    /// `480000.00`; missing for those who may not see prices.
    let price: String?
    /// What a guest pays, where tax comes on top of the price.
    var charge: String?
  }

  struct WireRoom: Codable {
    let roomId: Int64
    let name: String
    let capacity: WireCount
    let isActive: Bool
  }

  struct WireBed: Codable {
    let bedId, roomId: Int64
    let name: String
    let isActive: Bool
  }

  struct WireHours: Codable {
    let open, close: String
  }

  init(_ spa: Spa) {
    name = spa.name
    therapists = spa.therapists.map {
      WireTherapist(
        therapistId: $0.id.number, name: $0.name, serviceTypeId: $0.serviceType?.number,
        state: $0.state.rawValue, shifts: spa.shifts[$0.id]?.all.map { WireDayShifts($0) },
        shiftsInDoubt: spa.shifts[$0.id]?.isAnyDayInDoubt == true ? true : nil,
        daysInDoubt: Self.doubtful(spa.shifts[$0.id]))
    }
    services = spa.services.map {
      WireService(
        serviceId: $0.id.number, name: $0.name, serviceTypeId: $0.type.number,
        durationMinutes: WireDuration($0.duration), bufferMinutes: WireBuffer($0.buffer),
        isActive: $0.isActive, bookableOnline: $0.isBookableOnline ? nil : false,
        price: $0.price?.description,
        charge: $0.charge == $0.price ? nil : $0.charge?.description)
    }
    rooms = spa.rooms.map {
      WireRoom(
        roomId: $0.id.number, name: $0.name, capacity: WireCount($0.capacity), isActive: $0.isActive
      )
    }
    beds = spa.beds.map {
      WireBed(
        bedId: $0.id.number, roomId: $0.room.number, name: $0.name, isActive: $0.isActive)
    }
    hours = Dictionary(
      uniqueKeysWithValues: spa.hours.map {
        ($0.rawValue, WireHours(open: $1.open.description, close: $1.closeOnClock.description))
      })
  }

  func value() throws(MessageProblem) -> Spa {
    Spa(
      name: name, therapists: try readTherapists(),
      services: services.map {
        Service(
          id: ServiceID($0.serviceId), name: $0.name, type: ServiceTypeID($0.serviceTypeId),
          duration: $0.durationMinutes.minutes, buffer: $0.bufferMinutes.minutes,
          isActive: $0.isActive, isBookableOnline: $0.bookableOnline ?? true,
          price: $0.price.flatMap { Money($0) }, charge: $0.charge.flatMap { Money($0) })
      },
      rooms: rooms.map {
        Room(id: RoomID($0.roomId), name: $0.name, capacity: $0.capacity.int, isActive: $0.isActive)
      },
      beds: beds.map {
        Bed(id: BedID($0.bedId), room: RoomID($0.roomId), name: $0.name, isActive: $0.isActive)
      },
      hours: try readHours(), shifts: try readShifts())
  }

  private static func doubtful(_ hours: WorkingHours?) -> [WireDayShifts]? {
    guard let days = hours?.doubtful, !days.isEmpty else { return nil }
    return days.sorted().map { WireDayShifts(DayShifts($0, nil)) }
  }

  private func readShifts() throws(MessageProblem) -> [UserID: WorkingHours] {
    var read: [UserID: WorkingHours] = [:]
    for therapist in therapists {
      let wire = therapist.shifts ?? []
      let isAnyDayInDoubt = therapist.shiftsInDoubt ?? false
      let doubtful = Set(try (therapist.daysInDoubt ?? []).values().map(\.day))
      guard !wire.isEmpty || isAnyDayInDoubt || !doubtful.isEmpty else { continue }
      var hours = WorkingHours([:], doubtful: doubtful, isAnyDayInDoubt: isAnyDayInDoubt)
      for day in try wire.values() { hours.set(day) }
      read[UserID(therapist.therapistId)] = hours
    }
    return read
  }

  private func readTherapists() throws(MessageProblem) -> [Therapist] {
    try therapists.read { (wire) throws(MessageProblem) in
      guard let state = Therapist.State(rawValue: wire.state) else {
        throw .malformed(detail: "therapists.state is not known")
      }
      return Therapist(
        id: UserID(wire.therapistId), name: wire.name,
        serviceType: wire.serviceTypeId.map { ServiceTypeID($0) }, state: state)
    }
  }

  private func readHours() throws(MessageProblem) -> [Weekday: BusinessHours] {
    var read: [Weekday: BusinessHours] = [:]
    for (name, wire) in hours {
      guard let weekday = Weekday(rawValue: name) else {
        throw .malformed(detail: "hours has a weekday that is not known")
      }
      read[weekday] = BusinessHours(
        open: try Wire.time(wire.open, "hours.open"),
        close: try Wire.time(wire.close, "hours.close"))
    }
    return read
  }
}
