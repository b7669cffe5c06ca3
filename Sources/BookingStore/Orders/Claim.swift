import BookingDomain

/// Something that only one order at a time may decide about. It need not be a row, and no other
/// program knows of it: an order never waits for somebody's forgotten transaction because of one.
package enum Claim: Hashable, Sendable {
  /// Whoever takes a slot of that day: books, moves, swaps, blocks, brings a booking back.
  case day(LocalDate)
  case therapist(UserID, LocalDate)
  case bed(BedID, LocalDate)
  /// The sessions of something paid for.
  case item(PaymentItemID)
  /// What this customer has paid for.
  case customer(CustomerID)
  /// Somebody new with this number.
  case phone(PhoneKey)

  /// At most 64 bytes. Claims are taken in the order of these, and `demand`'s items after its
  /// other ones, which keeps orders from waiting for each other in a ring: items come after days,
  /// and nothing but them is taken late.
  package var text: String {
    switch self {
    case .day(let date): "day \(date)"
    case .therapist(let therapist, let date): "therapist \(therapist) \(date)"
    case .bed(let bed, let date): "bed \(bed) \(date)"
    case .item(let item): "item \(item)"
    case .customer(let customer): "customer \(customer)"
    case .phone(let key): "call \(key.digits)"
    }
  }
}
