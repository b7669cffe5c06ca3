import BookingDomain

/// A spa and its bookings for tests that need to know every value, with names in many scripts, and
/// small enough that one screen shows all of it. Stores are tested on `ContractSpa`.
///
/// The day is Sunday 22 November 2026, the clock shows 14:07, the zone is seven hours east.
package enum SampleSpa {
  package static let date = LocalDate(dayNumber: 20_779)
  package static let zone = SpaZone(
    name: "Asia/Ho_Chi_Minh",
    offsets: [SpaZone.Offset(from: Timestamp(milliseconds: 0), seconds: 7 * 3600)])
  package static let now = at("14:07")

  package static let linh: UserID = 11
  package static let mai: UserID = 12
  package static let hoa: UserID = 13

  package static let reception = Person(
    id: .user(2), role: .receptionist, name: "Anna Lee")
  package static let manager = Person(id: .user(1), role: .manager, name: "Ms Tran")
  package static let therapistLinh = Person(
    id: .user(linh), role: .therapist, name: "Linh Nguyễn")

  package static let swedish: ServiceID = 1
  package static let stone: ServiceID = 2

  package static let spa = Spa(
    name: "Lotus Spa",
    therapists: [
      therapist(linh, "Linh Nguyễn"), therapist(mai, "Mai Trần"),
      therapist(hoa, "Hoa Phạm", .onLeave),
    ],
    services: [
      Service(
        id: swedish, name: "Swedish Massage", type: 1, duration: 60, buffer: 15, isActive: true,
        price: Money("480000")),
      Service(
        id: stone, name: "Hot Stone", type: 1, duration: 90, buffer: 15, isActive: true,
        price: Money("720000")),
    ],
    rooms: [
      Room(id: 1, name: "Orchid", capacity: 2, isActive: true),
      Room(id: 2, name: "Lotus", capacity: 1, isActive: true),
      Room(id: 3, name: "Bamboo", capacity: 1, isActive: true),
    ],
    beds: [
      Bed(id: 1, room: 1, name: "A", isActive: true),
      Bed(id: 2, room: 1, name: "B", isActive: true),
      Bed(id: 3, room: 2, name: "1", isActive: true),
      Bed(id: 4, room: 3, name: "1", isActive: false),
    ],
    hours: Dictionary(
      uniqueKeysWithValues: Weekday.allCases.map {
        ($0, BusinessHours(open: TimeOfDay(hour: 9), close: TimeOfDay(hour: 21)))
      }))

  /// The bed in its room; without a bed the room that has one guest at a time.
  package static func place(_ bed: BedID?) -> Place {
    guard let bed = spa.beds.first(where: { $0.id == bed }) else {
      return Place(room: 2, roomName: "Lotus")
    }
    let room = spa.rooms.first { $0.id == bed.room }
    return Place(room: bed.room, roomName: room?.name ?? "", bed: bed.id, bedName: bed.name)
  }

  package static func therapist(
    _ id: UserID, _ name: String, _ state: Therapist.State = .available
  ) -> Therapist {
    Therapist(id: id, name: name, serviceType: 1, state: state)
  }

  /// When the spa's clock shows `time` on `day`.
  package static func at(_ time: String, _ day: LocalDate = date) -> Timestamp {
    zone.timestamp(LocalMoment(date: day, time: clock(time)))
  }

  package static func clock(_ time: String) -> TimeOfDay { TimeOfDay(time) ?? .midnight }

  package static func booking(
    _ id: Int64, _ guest: String, _ time: String, _ minutes: Int = 60, with therapist: UserID,
    _ status: BookingStatus = .scheduled, service: String = "Swedish Massage",
    buffer: Minutes = 15, version: Int64 = 1, phone: String? = nil, alert: String? = nil,
    notes: String? = nil, arrived: String? = nil, started: String? = nil, ended: String? = nil,
    on day: LocalDate = date, lastChange: BookingChange? = nil
  ) -> Booking {
    Booking(
      id: BookingID(id), version: version,
      customer: Customer(id: CustomerID(id + 1000), name: guest, phone: phone, alert: alert),
      service: ServiceSummary(id: 1, name: service), therapist: therapist, date: day,
      time: clock(time), duration: Minutes(minutes), buffer: buffer, status: status,
      place: Place(room: 1, roomName: "Orchid", bed: BedID(id), bedName: "\(id)"),
      paymentItem: PaymentItemID(id), notes: notes, arrivedAt: arrived.map { at($0, day) },
      startedAt: started.map { at($0, day) }, endedAt: ended.map { at($0, day) },
      lastChange: lastChange)
  }

  /// A day with every status, a guest waiting, one late, one overrunning, an allergy, an odd
  /// start, two that overlap, and names of many scripts. Linh works at bed A, Mai at B, and once in
  /// a room without a bed.
  package static let bookings: [Booking] = guests.map { booking in
    var booking = booking
    booking.place = place(booking.id == 11 ? nil : booking.therapist == linh ? 1 : 2)
    if booking.id == 10 { booking.place = place(3) }
    return booking
  }

  private static let guests: [Booking] = [
    booking(
      1, "Anna Lee", "09:00", with: linh, .completed, started: "09:02", ended: "10:01"),
    booking(2, "Nguyễn Thị Ánh", "10:30", 90, with: linh, .cancelled),
    booking(3, "Bùi Đức Long", "11:00", with: linh, .noShow),
    booking(
      4, "王小明", "13:00", with: linh, .inProgress, service: "Hot Stone", started: "13:04"),
    booking(
      5, "Trần Quốc Bảo", "14:30", 75, with: linh, .confirmed, phone: "0901 234 567",
      alert: "Allergy: lavender oil", notes: "Prefers firm pressure. Brings her own towel.",
      arrived: "14:01",
      lastChange: BookingChange(
        kind: .status(from: .scheduled, to: .confirmed), by: .user(2), byName: "Anna Lee",
        at: at("11:20"))),
    booking(6, "محمد علي", "16:15", with: linh),
    booking(7, "Peter van den Berg", "09:35", 30, with: mai, .completed),
    booking(8, "Phạm Minh", "13:15", 60, with: mai, .confirmed, service: "Foot Reflexology"),
    booking(9, "Sofia Rossi", "14:15", 60, with: mai, .scheduled, buffer: 0),
    booking(10, "Foreign Double", "14:45", 60, with: mai, .confirmed),
    booking(11, "Late Guest", "19:30", 120, with: mai, .scheduled, service: "Four Hands"),
  ]

  package static let linhsDay = bookings.filter { $0.therapist == linh }
}
