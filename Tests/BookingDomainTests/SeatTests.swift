import BookingDomain
import Testing

/// A room without a bed holds as many guests as it has seats: a foot lounge, a nail bar.
@Suite struct SeatTests {
  private let lounge = Room(id: 9, name: "Sảnh chân", capacity: 2, isActive: true)

  private var withLounge: Spa {
    var spa = spa
    spa.rooms.append(lounge)
    return spa
  }

  /// Without a bed, so that everybody sits.
  private var nailBar: Spa {
    var spa = withLounge
    spa.beds = []
    spa.rooms = [lounge]
    return spa
  }

  private func seated(_ id: BookingID, at hour: Int, with therapist: UserID) -> Booking {
    booking(id, at: hour, with: therapist, bed: nil).with {
      $0.place = Place(room: lounge.id, roomName: lounge.name)
    }
  }

  private func place(
    _ hour: Int, with therapist: UserID, in spa: Spa, among bookings: [Booking], bed: BedID? = nil
  ) throws(Refusal) -> Place {
    let placing = Placing(
      day: Availability(spa: spa, date: day, bookings: bookings), now: at(8), person: reception)
    return try placing.place(
      Placing.Wanted(
        service: swedish, therapist: therapist, time: TimeOfDay(hour: hour), bed: bed))
  }

  @Test func aSeatedGuestStaysInTheLoungeWhenMovedOrLonger() throws {
    let sitting = seated(1, at: 14, with: mai)
    let days = [day: Availability(spa: withLounge, date: day, bookings: [sitting])]
    for move in [
      Move(time: TimeOfDay(hour: 16)), Move(duration: 75), Move(therapist: linh),
    ] {
      let moved = try outcome(of: .move(move), on: sitting, now: at(8), days: days).get().booking
      #expect(moved.place == sitting.place, "\(move)")
    }
    let onABed = try outcome(of: .move(Move(bed: 1)), on: sitting, now: at(8), days: days).get()
    #expect(onABed.booking.place.bed == 1, "who asks for a bed gets it")
  }

  @Test func theNextGuestOfTheSameKindSitsWhereTheOthersSit() throws {
    let sitting = [seated(1, at: 14, with: mai)]
    #expect(try place(14, with: linh, in: withLounge, among: sitting).room == lounge.id)
    #expect(try place(16, with: mai, in: withLounge, among: []).bed != nil)
  }

  @Test func noMoreSitThanThereAreSeats() throws {
    let full = [
      seated(1, at: 9, with: mai), seated(2, at: 14, with: 21), seated(3, at: 14, with: 22),
    ]
    #expect(try place(14, with: mai, in: withLounge, among: full).bed != nil)
    #expect(throws: Refusal.self) { try place(14, with: mai, in: nailBar, among: full) }
    #expect(try place(16, with: mai, in: nailBar, among: full).room == lounge.id)
    let slots = Availability(spa: nailBar, date: day, bookings: full)
      .slots(for: swedish, therapist: mai).map(\.time)
    #expect(!slots.contains(TimeOfDay(hour: 14)) && slots.contains(TimeOfDay(hour: 16)))
  }

  @Test func bedsOutOfServiceMakeNoLoungeAndARoomForNobodySeatsNobody() {
    var outOfService = withLounge
    outOfService.beds = outOfService.beds.map {
      Bed(id: $0.id, room: $0.room, name: $0.name, isActive: false)
    }
    #expect(throws: Refusal.self) { try place(14, with: mai, in: outOfService, among: []) }
    var forNobody = nailBar
    forNobody.rooms = [0, -1, .min].enumerated().map { index, capacity in
      Room(id: RoomID(Int64(20 + index)), name: "Store", capacity: capacity, isActive: true)
    }
    #expect(throws: Refusal.self) { try place(14, with: mai, in: forNobody, among: []) }
  }

  @Test func oneAfterTheOtherTakeOneSeat() throws {
    let short = [
      seated(2, at: 14, with: 21).with { $0.duration = 20 },
      seated(3, at: 14, with: 22).with {
        $0.time = TimeOfDay(hour: 14, minute: 30)
        $0.duration = 20
      },
    ]
    #expect(try place(14, with: mai, in: nailBar, among: short).room == lounge.id)
  }
}
