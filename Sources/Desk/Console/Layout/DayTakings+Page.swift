import BookingDomain
import DeskLanguage

extension DayTakings {
  /// A row for each way of payment and place of sale, then what they come to and what is owed.
  var page: HousePage {
    let ways = lines.map { line in
      [
        line.method.spoken, line.isDesk ? "desk" : "online", String(line.taken.count),
        line.taken.spoken, line.paidBack.count == 0 ? "" : line.paidBack.spoken,
      ]
    }
    let sums = [
      ("desk", taken(isDesk: true)), ("online", taken(isDesk: false)), ("together", taken()),
      ("paid back", paidBack), ("unpaid", unpaid),
    ].map { [$0, String($1.count), $1.spoken] }
    let tables = [
      HousePage.Table(["PAID BY", "SOLD", "COUNT", "SUM", "PAID BACK"], ways),
      HousePage.Table(["", "COUNT", "SUM"], sums),
    ]
    return HousePage(
      title: "Takings of \(date.short)", tables: tables.map(\.withNumbersAtTheRight))
  }
}

extension HousePage.Table {
  /// Columns from the first that is headed by a number's word on.
  fileprivate var withNumbersAtTheRight: HousePage.Table {
    let numbers = heading.firstIndex(of: "COUNT") ?? heading.count
    let all = [heading] + rows
    let widths = heading.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    let padded = all.map { row in
      row.enumerated().map { column, cell in
        column < numbers
          ? cell : String(repeating: " ", count: widths[column] - cell.count) + cell
      }
    }
    return HousePage.Table(padded[0], Array(padded.dropFirst()))
  }
}
