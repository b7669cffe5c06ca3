import BookingTesting
import Foundation

/// Two hundred orders a second, as `frontdesk-load` gives them: how soon each is answered, which is
/// when it is on the disk, and heard by ten boards.
package struct OrderRate: Sendable {
  package static let heading = """
    | 200 orders a second | answered p50 | p99 | heard p50 | p99 |
    | --- | --- | --- | --- | --- |
    """

  private static let rate = ["--orders", "200", "--seconds", "10", "--connections", "10", "--json"]

  private struct Report: Decodable {
    struct Times: Decodable {
      let p50: Double
      let p99: Double

      /// Written in microseconds.
      var columns: String { String(format: "%.1f ms | %.1f ms", p50 / 1_000, p99 / 1_000) }
    }

    let orders: Int
    let accepted: Int
    let answer: Times
    let delivery: Times
  }

  package static func measure(on way: Way) async throws -> String {
    var setting = DemoSpa.Setting(on: way)
    setting.databaseOptions = PrivateMariaDB.usualOptions
    return try await DemoSpa.during(setting) { spa in
      let record = try await RunningProgram.run(
        try BuiltProgram.load.path,
        spa.login(.reception) + ["--date", "\(spa.setting.date)"] + rate, within: .seconds(60))
      let report = try JSONDecoder().decode(Report.self, from: Data(record.output.utf8))
      let doubt = report.accepted == report.orders ? "" : ", \(report.accepted) accepted"
      return "| \(way.database.rawValue)\(doubt) | \(report.answer.columns) | "
        + "\(report.delivery.columns) |"
    }
  }
}
