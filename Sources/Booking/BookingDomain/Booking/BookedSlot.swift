/// When, with whom and where: what a move changes of a booking.
package struct BookedSlot: Hashable, Sendable {
  package var therapist: UserID
  package var date: LocalDate
  package var time: TimeOfDay
  package var duration: Minutes
  package var place: Place

  package init(
    therapist: UserID, date: LocalDate, time: TimeOfDay, duration: Minutes, place: Place
  ) {
    self.therapist = therapist
    self.date = date
    self.time = time
    self.duration = duration
    self.place = place
  }
}

extension Booking {
  package var slot: BookedSlot {
    get {
      BookedSlot(
        therapist: therapist, date: date, time: time, duration: duration, place: place)
    }
    set {
      therapist = newValue.therapist
      date = newValue.date
      time = newValue.time
      duration = newValue.duration
      place = newValue.place
    }
  }
}
