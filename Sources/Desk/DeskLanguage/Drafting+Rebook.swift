import BookingDomain

extension Drafting {
  /// The same again, with the same therapist at the same time: `2` is in two weeks.
  func rebook(_ text: String) -> Draft {
    guard let booking = context.selected else { return Self.nobodySelected }
    return read(text, .rebook) { (reading) throws(Unsettled) in
      let weeks = reading.weeks ?? 1
      guard (1...52).contains(weeks) else {
        reading.refuse(.weeks, "In 1 to 52 weeks, please.")
        return .problem("")
      }
      if reading.times != nil || !reading.leftOut.isEmpty {
        return try series(booking, every: weeks, &reading)
      }
      // From the day it stands on, wherever the board is by now.
      let date = booking.date + 7 * weeks
      let day = try self.day(date, of: &reading)
      let wish = NewBooking(
        customer: .known(booking.customer.id), service: booking.service.id,
        therapist: booking.therapist, date: date, time: booking.time, duration: booking.duration,
        payment: .paidSessionOrUnpaidSale, isWished: booking.wish == booking.therapist)
      let guest = try guest(of: booking)
      var draft = decided([wish], note: reading.note, guest, reading, on: day)
      draft.date = date
      draft.guest = booking.customer.name
      return draft
    }
  }

  /// Who has this booking, with what they have paid for.
  func guest(of booking: Booking) throws(Unsettled) -> Guest {
    var guest = Guest(customer: .known(booking.customer.id), name: booking.customer.name)
    let phone = booking.customer.phone.flatMap { Telephone($0) }
    let cards = try cards(for: phone?.searchText ?? booking.customer.name)
    guest.card = cards.first { $0.customer.id == booking.customer.id }
    return guest
  }
}
