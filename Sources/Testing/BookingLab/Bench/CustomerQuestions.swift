import BookingClient
import BookingDomain
import BookingTesting
import LinePromise

/// How long the desk waits for a customer among 100,000: the question over HTTP, and the cards read.
package struct CustomerQuestions: Sendable {
  package static let heading = """
    | 100,000 customers | first question | p50 | p99 |
    | --- | --- | --- | --- |
    """

  package static func measure(on way: Way, rounds: Int) async throws -> String {
    try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
      try await spa.database.sql(crowd(way.database))
      try await isLevel(spa)
      let client = try BookingClient(servers: [ServerAddress(spa.url)])
      spa.atClosing { await client.close() }
      _ = try await client.login(email: Desk.Person.reception.email, password: "demo")
      // Names of the demo, ends of numbers, and e-mails, never the same twice in a row.
      let words = ["nguyen thi", "trần", "lan anh", "thu ha 7"]
      var times: [Duration] = []
      for round in 0...rounds {
        let number = (round * 7919) % 97_500
        let text =
          switch round % 3 {
          case 0: String(number + 100_000).suffix(5)
          case 1: words[round / 3 % words.count][...]
          default: "guest\(number)@"[...]
          }
        let began = ContinuousClock.now
        _ = try await client.customers(matching: String(text), limit: 50)
        times.append(began.duration(to: .now))
      }
      let first = Times([times[0]]).percentile(50)
      return "| \(way.database.rawValue) | \(first) | \(Times(Array(times.dropFirst())).columns) |"
    }
  }

  /// Waits until the server has read of all the new customers in its log; until then each question
  /// would begin with reading more of them.
  private static func isLevel(_ spa: DemoSpa) async throws {
    var last = ""
    while true {
      let health = try await RunningProgram.run("curl", ["-s", "\(spa.url)/health"]).output
      if health == last { return }
      last = health
      try await Task.sleep(for: .seconds(2))
    }
  }

  /// The demo's 2,500 customers 39 times over, under other numbers and addresses.
  private static func crowd(_ database: Way.Database) -> String {
    let digits = (0..<10).map { "SELECT \($0) AS n" }.joined(separator: " UNION ALL ")
    return """
      \(database == .mariaDB ? "SET SESSION sql_mode = 'PIPES_AS_CONCAT';" : "")
      INSERT INTO customers (customer_id, full_name, email, phone_number)
        SELECT 1000000 + k, name, 'guest' || k || '@bench.example', '07' || (10000000 + k)
          FROM (
            SELECT c.customer_id * 39 + tens.n * 10 + ones.n AS k, c.full_name AS name
              FROM customers c, (\(digits)) ones, (\(digits)) tens
              WHERE tens.n * 10 + ones.n < 39 AND c.customer_id <= 2500
          ) crowd;
      """
  }
}
