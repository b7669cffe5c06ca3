import BookingDomain

/// What the selected booking's guest owes.
extension Drafting {
  /// The usual ways first; each is chosen by its digit.
  static let waysToPay: [PaymentMethod] = [
    .cash, .creditCard, .bankTransfer, .momo, .vnPay, .zaloPay,
  ]

  /// `2`, `card`; nothing is cash.
  func pay(_ text: String) -> Draft {
    guard let booking = context.selected else { return Self.nobodySelected }
    let ways = Self.waysToPay.enumerated().map {
      Draft.Choice(text: "\($0 + 1) \($1.spoken)", edit: .whole($1.spoken))
    }
    guard let method = Self.method(text) else {
      var draft = Draft.problem("How is it paid? A digit, or a word.").with(choices: ways)
      draft.words = LineWord.words(of: text).map {
        Reading.Word(range: $0.range, kind: .unread, written: $0.written)
      }
      return draft
    }
    switch decide(.takePayment(method), on: booking) {
    case .failure(let refusal): return .refused(refusal)
    case .success(let outcome):
      var draft = Draft(
        .ready(change(.takePayment(method), of: booking)),
        says: outcome.booking.payment.map { "\($0.spoken) from \(booking.customer.name)" } ?? "")
      draft.choices = text.trimmingBlanks.isEmpty ? ways : []
      draft.guest = booking.customer.name
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
