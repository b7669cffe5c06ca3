import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen

/// What the sample spa has beside its one day: a week of bookings, and days with many therapists.
enum House {
  /// Linh's and Mai's week around that day; it is the week's Sunday.
  static let week: [Booking] =
    SampleSpa.bookings
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
    var spa = SampleSpa.spa
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

extension PaperDesk {
  /// Looks at the week and answers what is asked for then.
  mutating func lookAtWeek(_ bookings: [Booking] = House.week) {
    press(.character("4"))
    deliverWatched(bookings, spa: SampleSpa.spa)
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
