/// How many may wait on one day, and none for the same twice. Every change of the list sends it whole to every desk, and nobody
/// can call more than these.
package enum WaitingLimit {
  /// Wishes of one guest for one day: several treatments, or one with several therapists.
  package static let perGuest = 5
  package static let perDay = 100

  /// - Parameter waiting: everybody who waits on that date already.
  static func refusal(of wanted: NewWaiting, beside waiting: [WaitingGuest]) -> Refusal? {
    let own = waiting.filter { $0.customer.id == wanted.customer }
    if own.count >= perGuest {
      return Refusal(
        .tooMany,
        "\(own[0].customer.name) waits \(own.count) times on \(wanted.date.short) already; take one off "
          + "the list first.")
    }
    let same = own.first {
      $0.service.id == wanted.service && $0.therapist == wanted.therapist
        && $0.from <= wanted.until && wanted.from <= $0.until
    }
    if let same {
      return Refusal(
        .alreadyDone,
        "\(same.customer.name) waits for \(same.service.name) then already, "
          + "\(same.from.hourMinute)–\(same.until.hourMinute).")
    }
    guard waiting.count < perDay else {
      return Refusal(
        .tooMany, "The waiting list of \(wanted.date.short) is full: \(waiting.count) wait already."
      )
    }
    return nil
  }
}
