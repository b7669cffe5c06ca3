import BookingDomain

/// What the selected booking's guest owes.
extension Drafting {
  /// The usual ways first; each is chosen by its digit.
  static let waysToPay: [PaymentMethod] = [
    .cash, .creditCard, .bankTransfer, .momo, .vnPay, .zaloPay,
  ]

  /// `2`, `card`; without a word it is cash. Everything that is owed for the visit is paid, unless
  /// `only` is typed.
  func pay(_ text: String) -> Draft {
    guard let booking = context.selected else { return Self.nobodySelected }
    let (scope, rest) = Scope.parted(text, onVisit: true)
    let only = scope == .only ? "only " : ""
    let ways = Self.waysToPay.enumerated().map {
      Draft.Choice(text: "\($0 + 1) \($1.spoken)", edit: .whole(only + $1.spoken))
    }
    guard scope != .series, let method = Self.method(rest) else {
      var draft = Draft.problem("How is it paid? A digit, or a word.").with(choices: ways)
      draft.words = LineWord.words(of: text).map {
        Reading.Word(range: $0.range, kind: .unread, written: $0.written)
      }
      return draft
    }
    let others = scope == .only ? [] : othersOwing(beside: booking)
    // On a treatment that is paid already, `$` takes the money for the others of its visit.
    let owing = booking.isUnpaid || others.isEmpty ? [booking] + others : others
    var draft = owing.count > 1 ? paid(visit: owing, method) : paid(owing[0], method)
    if draft.isReady { draft.choices = rest.isEmpty ? ways : [] }
    draft.guest = booking.customer.name
    return draft
  }

  private func paid(_ booking: Booking, _ method: PaymentMethod) -> Draft {
    switch decide(.takePayment(method), on: booking) {
    case .failure(let refusal): return .refused(refusal)
    case .success(let outcome):
      return Draft(
        .ready(change(.takePayment(method), of: booking)),
        says: outcome.booking.payment.map { "\($0.spoken) from \(booking.customer.name)" } ?? "")
    }
  }

  /// The others of its visit that are not paid yet, each payment once.
  private func othersOwing(beside booking: Booking) -> [Booking] {
    var payments: Set<Int64?> = [booking.payment?.number]
    return context.visit.filter { $0.isOnVisit(with: booking) && $0.isUnpaid }
      .sorted { ($0.time, $0.id) < ($1.time, $1.id) }
      .filter { payments.insert($0.payment?.number).inserted }
  }

  private func paid(visit bookings: [Booking], _ method: PaymentMethod) -> Draft {
    let changes = bookings.map { (Change.takePayment(method), of: $0) }
    switch decide(together: changes) {
    case .failure(let refusal): return .refused(refusal)
    case .success:
      let sums = bookings.compactMap(\.payment?.sum)
      let sum = Money(hundredths: sums.reduce(0) { $0 + $1.hundredths }).spoken
      let parts = zip(bookings, sums).map { "\($0.service.name) \($1.spoken)" }
      let name = guests(of: bookings)
      var draft = Draft(
        .ready(changeTogether(changes)),
        says: "\(sum) \(method.spoken) from \(name): \(parts.joined(separator: " & ")) "
          + "(only: this one)")
      draft.done = "\(sum) \(method.spoken) from \(name), for \(bookings.count) treatments."
      return draft
    }
  }

  private static func method(_ text: String) -> PaymentMethod? {
    let words = LineWord.words(of: text)
    guard let first = words.first else { return .cash }
    if words.count == 1, let number = first.number {
      return waysToPay.indices.contains(number - 1) ? waysToPay[number - 1] : nil
    }
    guard case (words.count, .sale(let method))? = Lexicon.payment(words[...]) else { return nil }
    return method
  }
}

extension BookingPayment {
  /// `480,000 cash`, `1,500,000 card for 3 treatments`.
  package var spoken: String {
    let what = sessions == 1 ? "" : " for \(sessions) treatments"
    return isOpen ? "\(sum.spoken)\(what)" : "\(sum.spoken) \(standing.method.spoken)\(what)"
  }
}
