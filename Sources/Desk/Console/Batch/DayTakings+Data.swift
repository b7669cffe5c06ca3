import BookingDomain
import DeskLanguage
import Screen

/// What a day brought, for a pipe.
extension DayTakings {
  fileprivate struct Row {
    let what: String
    var method: PaymentMethod?
    var soldAt: String?
    let total: Total
  }

  /// What was taken and paid back, by way of payment and place of sale, and what is still owed.
  private var rows: [Row] {
    let ways = lines.flatMap { line in
      [("taken", line.taken), ("paidBack", line.paidBack)].filter { $0.1.count > 0 }.map {
        Row(what: $0, method: line.method, soldAt: line.isDesk ? "desk" : "online", total: $1)
      }
    }
    return ways + [Row(what: "unpaid", total: unpaid)]
  }

  private static var columns: [DayReport.Column<Row>] {
    [
      ("what", { .text($0.what) }), ("method", { .text($0.method?.rawValue) }),
      ("soldAt", { .text($0.soldAt) }), ("count", { .number(Int64($0.total.count)) }),
      ("sum", { .text($0.total.sum.description) }),
      ("unreadable", { .number(Int64($0.total.unreadable)) }),
    ]
  }

  package func csv(as form: DayReport.CSVForm = .standard) -> String {
    DayReport.csv(rows, Self.columns, form)
  }

  package func json() -> String {
    """
    {
      "version": 1,
      "date": "\(date)",
      "takings": \(DayReport.json(rows, Self.columns))
    }

    """
  }

  /// The page that the console shows.
  package var text: String {
    let page = page
    let tables = page.tables.map { table in
      DayReport.aligned([table.heading] + table.rows).map { $0.text.trimmedAtEnd + "\n" }.joined()
    }
    return page.title + "\n\n" + tables.joined(separator: "\n")
  }
}
