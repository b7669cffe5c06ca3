/// What a day brought, by ways of payment.
package struct DayTakings: Hashable, Sendable {
  /// Several payments together.
  package struct Total: Hashable, Sendable {
    package var count: Int
    /// Of those that can be read.
    package var sum: Money
    /// How many of them have an amount that says nothing.
    package var unreadable: Int

    package init(count: Int = 0, sum: Money = .zero, unreadable: Int = 0) {
      (self.count, self.sum, self.unreadable) = (count, sum, unreadable)
    }

    package static func + (a: Total, b: Total) -> Total {
      Total(
        count: a.count + b.count, sum: a.sum + b.sum, unreadable: a.unreadable + b.unreadable)
    }

    /// `480,000`, `480,000 + 1 unreadable`; the sum alone is never all where one cannot be read.
    package var spoken: String {
      unreadable == 0 ? sum.spoken : "\(sum.spoken) + \(unreadable) unreadable"
    }
  }

  package struct Line: Hashable, Sendable {
    package let method: PaymentMethod
    /// Sold at a desk; else by the web shop.
    package let isDesk: Bool
    /// Paid on that day, without what was paid back.
    package let taken: Total
    /// Paid on that day, and paid back since.
    package let paidBack: Total

    package init(method: PaymentMethod, isDesk: Bool, taken: Total, paidBack: Total) {
      (self.method, self.isDesk, self.taken, self.paidBack) = (method, isDesk, taken, paidBack)
    }
  }

  package let date: LocalDate
  /// Only what there was; in the order of `PaymentMethod`, the desk's before the web shop's.
  package let lines: [Line]
  /// What guests of that day still have to pay.
  package let unpaid: Total

  package init(date: LocalDate, lines: [Line], unpaid: Total) {
    (self.date, self.lines, self.unpaid) = (date, lines, unpaid)
  }

  /// - Parameter isDesk: nil is both.
  package func taken(isDesk: Bool? = nil) -> Total {
    lines.filter { isDesk == nil || $0.isDesk == isDesk }.reduce(Total()) { $0 + $1.taken }
  }

  package var paidBack: Total { lines.reduce(Total()) { $0 + $1.paidBack } }
}
