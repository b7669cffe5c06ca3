import BookingDomain

/// The board as it stood at an earlier moment: to be looked at, and nothing else.
package struct PastView: Hashable, Sendable {
  package let date: LocalDate
  /// Nil until the answer has come.
  package var past: DayPast?
  /// Why there is no answer.
  package var problem: String?
  package internal(set) var at: Timestamp
  /// When something was done to the day; kept, since every picture asks for it.
  package internal(set) var moments: [Timestamp] = []

  package init(date: LocalDate, at: Timestamp) { (self.date, self.at) = (date, at) }

  mutating func take(_ past: DayPast) {
    self.past = past
    moments = past.moments
  }

  /// To the change before or after.
  /// - Returns: false where there is none.
  mutating func step(_ by: Int) -> Bool {
    let next = by < 0 ? moments.last { $0 < at } : moments.first { $0 > at }
    guard let next else { return false }
    at = next
    return true
  }
}

extension Model {
  /// The board that is shown: as it stood then where the past is looked at, with the clock of that
  /// moment, else the board itself.
  package var shown: Model {
    guard case .past(let view) = overlay, let past = view.past else { return self }
    var model = self
    model.overlay = nil
    model.now = Timestamp(milliseconds: view.at.milliseconds - clockOffset)
    model.board.bookings = Dictionary(
      past.bookings(at: view.at).map { ($0.id, $0.withoutRecord) },
      uniquingKeysWith: { first, _ in first })
    if let house = past.house.house(at: view.at) { model.board.stand(as: house) }
    model.typing = Typing()
    model.orders = WaitingOrders()
    model.holds = Holds()
    model.freshChanges = FreshChanges()
    model.cursor = past.changes(at: view.at).first.map { Cursor.booking($0.booking.id) } ?? cursor
    model.delays.recompute(model.board, at: model.moment)
    return model
  }
}

extension Board {
  /// With services as of now.
  fileprivate mutating func stand(as house: DayHouse) {
    spa = spa.map { house.spa(from: $0, booked: Set(bookings.values.map(\.therapist))) }
    blocks = blocks.filter { $0.date != house.date } + house.blocks
  }
}

extension Booking {
  /// The guest's record is shown as it is now: how it read then is not kept.
  fileprivate var withoutRecord: Booking {
    var booking = self
    booking.customer = Customer(id: customer.id, name: customer.name, phone: customer.phone)
    return booking
  }
}
