import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen

/// The sample spa with rooms and beds, and a week of bookings.
enum House {
  static let spa: Spa = {
    var spa = SampleSpa.spa
    spa.services = [
      Service(
        id: 1, name: "Swedish Massage", type: 1, duration: 60, buffer: 15, isActive: true,
        price: Money("480000"))
    ]
    spa.rooms = [
      Room(id: 1, name: "Orchid", capacity: 2, isActive: true),
      Room(id: 2, name: "Lotus", capacity: 1, isActive: true),
      Room(id: 3, name: "Bamboo", capacity: 1, isActive: true),
    ]
    spa.beds = [
      Bed(id: 1, room: 1, name: "A", isActive: true),
      Bed(id: 2, room: 1, name: "B", isActive: true),
      Bed(id: 3, room: 2, name: "1", isActive: true),
      Bed(id: 4, room: 3, name: "1", isActive: false),
    ]
    return spa
  }()

  static func place(_ bed: BedID?) -> Place {
    guard let bed = spa.beds.first(where: { $0.id == bed }) else {
      return Place(room: 2, roomName: "Lotus")
    }
    let room = spa.rooms.first { $0.id == bed.room }
    return Place(
      room: bed.room, roomName: room?.name ?? "", bed: bed.id, bedName: bed.name)
  }

  /// The sample day: Linh works at bed A, Mai at B, and once in a room without a bed.
  static let bookings: [Booking] = SampleSpa.bookings.map { booking in
    var booking = booking
    booking.place = place(booking.id == 11 ? nil : booking.therapist == SampleSpa.linh ? 1 : 2)
    if booking.id == 10 { booking.place = place(3) }
    return booking
  }

  /// Linh's and Mai's week around that day; it is the week's Sunday.
  static let week: [Booking] =
    bookings
    + (1...6).flatMap { back -> [Booking] in
      let day = SampleSpa.date - back
      let number = Int64(100 * back)
      return [
        SampleSpa.booking(
          number, "Morning Guest \(back)", "09:30", with: SampleSpa.linh, .completed, on: day),
        SampleSpa.booking(
          number + 1, "Phạm Thị Lan", "14:\(back % 2 == 0 ? "00" : "45")", 90,
          with: back % 3 == 0 ? SampleSpa.mai : SampleSpa.linh,
          back == 4 ? .noShow : .completed, on: day),
      ]
    }

  static func therapists(_ count: Int) -> Spa {
    var spa = spa
    spa.therapists = (1...count).map {
      SampleSpa.therapist(UserID(Int64($0 + 100)), "Therapist \($0)")
    }
    return spa
  }

  /// Five bookings for each of so many therapists, all at odd places of the day.
  static func busyDay(_ count: Int) -> [Booking] {
    (1...count).flatMap { therapist in
      (0..<5).map { nth in
        let minutes = 9 * 60 + nth * 135 + therapist * 5 % 40
        return SampleSpa.booking(
          Int64(therapist * 10 + nth), "Guest \(therapist).\(nth)",
          TimeOfDay(hour: minutes / 60, minute: minutes % 60).hourMinute, 60,
          with: UserID(Int64(therapist + 100)),
          minutes < 13 * 60 ? .completed : nth % 2 == 0 ? .confirmed : .scheduled)
      }
    }
  }
}

extension Desk {
  /// Looks at the week and answers what is asked for then.
  mutating func lookAtWeek(_ bookings: [Booking] = House.week) {
    press(.character("4"))
    deliverWatched(bookings, spa: House.spa)
  }

  /// What the line would bring for the days last asked for.
  mutating func deliverWatched(_ bookings: [Booking], spa: Spa) {
    guard let days = model.board.watched else { return }
    tell(
      .line(
        .snapshot(
          ClientEvent.Snapshot(
            from: days.lowerBound, to: days.upperBound, spa: spa,
            bookings: bookings.filter { days.contains($0.date) }))))
  }
}
