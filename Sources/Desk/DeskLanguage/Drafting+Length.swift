import BookingDomain

/// A treatment of another length than the service has.
extension Drafting {
  /// The warning before it is sold: the price is that of the service's own length.
  func otherLength(_ booked: [Decision.Booked], _ reading: Reading) -> String {
    guard let other = booked.first(where: { $0.slot.duration != $0.service.duration }) else {
      return ""
    }
    let (length, usual) = (other.slot.duration, other.service.duration)
    let typed = reading.words.first { $0.kind == .service }?.written
    let own = context.lexicon.service(like: other.service.id, lasting: length, typed: typed)
      .flatMap(context.service)
    let instead = "LENGTH: \(length.spoken) instead of \(usual.spoken)"
    let price =
      if case .session = other.settlement { "." } else { ", at the price of \(usual.spoken)." }
    guard let own, let word = context.lexicon.word(for: own.id) else { return instead + price }
    return "\(instead)\(price) \(own.name) is a treatment of its own: \(word)."
  }
}
