import BookingDomain

/// What a day brought, to and from JSON.
package enum TakingsCoding {
  private struct WireTotal: Codable {
    let count: WireCount
    /// Of those that can be read.
    let sum: String
    /// Missing is none.
    let unreadable: WireCount?

    init(_ total: DayTakings.Total) {
      count = WireCount(total.count)
      sum = total.sum.description
      unreadable = total.unreadable == 0 ? nil : WireCount(total.unreadable)
    }

    var total: DayTakings.Total {
      // A sum that cannot be read is none of nothing.
      guard let sum = Wire.sum(sum) else {
        return DayTakings.Total(count: count.int, unreadable: count.int)
      }
      return DayTakings.Total(count: count.int, sum: sum, unreadable: unreadable?.int ?? 0)
    }
  }

  private struct WireLine: Codable {
    let method: String
    let soldAt: String
    let taken: WireTotal
    let paidBack: WireTotal
  }

  private struct WireTakings: Codable {
    let date: String
    let lines: [WireLine]
    let unpaid: WireTotal
  }

  package static func encode(_ takings: DayTakings) -> [UInt8] {
    Wire.bytes(
      WireTakings(
        date: takings.date.description,
        lines: takings.lines.map { line in
          WireLine(
            method: line.method.rawValue, soldAt: line.isDesk ? "DESK" : "SHOP",
            taken: WireTotal(line.taken), paidBack: WireTotal(line.paidBack))
        }, unpaid: WireTotal(takings.unpaid)))
  }

  /// Lines of a method that only a newer server knows are left out.
  package static func takings(_ bytes: some Collection<UInt8>) throws(MessageProblem)
    -> DayTakings
  {
    let wire = try Wire.value(WireTakings.self, from: bytes)
    return DayTakings(
      date: try Wire.date(wire.date, "date"),
      lines: wire.lines.compactMap { line in
        PaymentMethod(rawValue: line.method).map {
          DayTakings.Line(
            method: $0, isDesk: line.soldAt == "DESK", taken: line.taken.total,
            paidBack: line.paidBack.total)
        }
      }, unpaid: wire.unpaid.total)
  }
}
