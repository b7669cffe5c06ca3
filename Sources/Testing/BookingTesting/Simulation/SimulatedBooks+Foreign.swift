import BookingDomain

/// What other programs write into the tables, without FrontDesk's rules.
extension SimulatedBooks {
  package enum ForeignWrite: Hashable, Sendable {
    case insert(Booking)
    case setStatus(BookingID, BookingStatus)
    case reassign(BookingID, UserID)
    case move(BookingID, LocalDate, TimeOfDay)
    case note(BookingID, String)
    case delete(BookingID)
    case pay(paymentID: Int64, CustomerID)
    /// Sets how the payment of an item stands.
    case settle(PaymentItemID, PaymentStanding)
  }

  package mutating func apply(_ write: ForeignWrite, at now: Timestamp) {
    let author = SimulatedAuthor(at: now)
    switch write {
    case .insert(let booking):
      if register.customers[booking.customer.id] == nil { register(booking.customer) }
      note(.created, of: booking.id, by: author)
      self.write(booking, over: nil, .created, by: author)
    case .setStatus(let id, let status):
      guard let before = bookings[id], before.status != status else { return }
      note(.status(from: before.status, to: status), of: id, by: author)
      update(id, .statusChanged(from: before.status, to: status), author) { $0.status = status }
    case .reassign(let id, let therapist):
      update(id, .updated, author) { $0.therapist = therapist }
    case .move(let id, let date, let time):
      update(id, .updated, author) {
        $0.date = date
        $0.time = time
      }
    case .note(let id, let text):
      update(id, .updated, author) { $0.notes = text }
    case .delete(let id):
      guard let before = bookings[id] else { return }
      self.write(nil, over: before, .gone, by: author)
    case .settle(let item, let standing): settle(item, standing, author)
    case .pay(let payment, let customer):
      append(
        .paymentCompleted(paymentID: payment, customer: customer), booking: nil, version: 0,
        audience: BookingEvent.Audience(customer: customer), by: author)
    }
  }

  private mutating func settle(
    _ item: PaymentItemID, _ standing: PaymentStanding, _ author: SimulatedAuthor
  ) {
    guard let before = register.sold[item]?.payment.standing, before.status != standing.status
    else { return }
    register.sold[item]?.payment.standing = standing
    register.sold[item]?.payment.paidAt = standing.status == .paid ? author.at : nil
    for booking in bookings.values.filter({ $0.paymentItem == item }).sorted(by: { $0.id < $1.id })
    {
      note(.payment(from: before, to: standing), of: booking.id, by: author)
      write(booking, over: booking, .updated, by: author)
    }
  }

  /// A write that no trigger sees: no event, no new version.
  package mutating func changeSilently(_ id: BookingID, _ change: (inout Booking) -> Void) {
    guard var booking = bookings[id] else { return }
    change(&booking)
    bookings[id] = booking
  }

  /// An update that changes nothing is no event.
  private mutating func update(
    _ id: BookingID, _ kind: BookingEvent.Kind, _ author: SimulatedAuthor,
    _ change: (inout Booking) -> Void
  ) {
    guard let before = bookings[id] else { return }
    var after = before
    change(&after)
    guard after != before else { return }
    if after.notes != before.notes { note(.notes(from: before.notes), of: id, by: author) }
    if after.slot != before.slot { note(.moved(from: before.slot), of: id, by: author) }
    write(after, over: before, kind, by: author)
  }
}
