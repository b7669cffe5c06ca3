import BookingTesting
import Foundation
import Glibc

/// How the cost of an order and of a board grows with the bookings of the day, all of which an
/// order is decided on and a board is sent; and with the bookings of earlier days, which should
/// cost nothing.
package struct DayCost: Sendable {
  package enum Day: CaseIterable, Sendable {
    case quiet
    case busy
    case crowded
    case busyAfterThirteenMonths
    case busyAfterTenYears

    fileprivate var daysBefore: Int {
      switch self {
      case .quiet, .busy, .crowded: 0
      case .busyAfterThirteenMonths: 395
      case .busyAfterTenYears: 3_652
      }
    }
  }

  package static let heading = """
    | bookings on the day | in all | a note, p50 | p99 | a move, p50 | p99 | CPU a board connected, with its day |
    | --- | --- | --- | --- | --- | --- | --- |
    """

  private static let boards = 200
  /// The server takes some fifty messages a second of one connection.
  private static let desks = 20

  package static func measure(_ day: Day, rounds: Int) async throws -> String {
    var setting = DemoSpa.Setting()
    setting.size = day == .quiet ? .small : .big
    return try await DemoSpa.during(setting) { spa in
      let date = "\(setting.date)"
      if day == .crowded { try await spa.database.sql(CrowdedDay.sql(on: date)) }
      if day.daysBefore > 0 {
        for statement in OldBookings.sql(days: day.daysBefore, before: date) {
          try await spa.database.sql(statement)
        }
        // What was written a moment ago is news that no server of an old spa has to tell.
        try await spa.crash()
        try await spa.restart()
      }
      let all = try await spa.database.value("SELECT COUNT(*) FROM bookings;")
      let count = try await spa.database.value(
        "SELECT COUNT(*) FROM bookings WHERE appointment_date = '\(date)';")
      let booking = try await spa.database.value(
        """
        SELECT MIN(booking_id) FROM bookings
          WHERE appointment_date = '\(date)' AND booking_status = 'SCHEDULED';
        """)
      let port = Int(spa.url.split(separator: ":").last ?? "") ?? 0
      let board = try WireBoard(port: port, date: date, booking: Int(booking) ?? 0)
      let desks = try (0..<desks).map { _ in
        let desk = try LoopbackSocket.connect(to: port)
        try WireSocketCalls.shakeHands(desk, board.request)
        return desk
      }
      defer { for desk in desks { close(desk) } }
      let notes = try times(rounds, desks) { board.order($0) }
      let starts = (8...19).flatMap { hour in ["00", "15", "30", "45"].map { "\(hour):\($0)" } }
        .map { $0.count < 5 ? "0" + $0 : $0 }
      let moves = try times(rounds, desks) { board.move($0, to: starts[$0 % starts.count]) }
      let process = WeighedProcess(pid: spa.server.pid)
      let before = process.cpu
      let crowd = WireCrowd()
      try crowd.connect(boards, port: port, request: board.request, message: board.subscription)
      try crowd.awaitAll("\"SUBSCRIBED\"")
      let opening = (process.cpu - before) / Double(boards)
      return
        "| \(count) | \(all) | \(notes.columns) | \(moves.columns) | \(String(format: "%.0f", opening * 1e6)) µs |"
    }
  }

  /// From an order to its answer, whatever that is, one after the other.
  private static func times(_ rounds: Int, _ desks: [Int32], _ order: (Int) -> String) throws
    -> Times
  {
    var times: [Duration] = []
    for round in 0..<rounds {
      let desk = desks[round % desks.count]
      let began = ContinuousClock.now
      try WireSocketCalls.send(desk, WireSocketCalls.frame(order(round)))
      while !(try WireSocketCalls.receive(desk)).contains("\"COMMAND_") {}
      times.append(began.duration(to: .now))
    }
    return Times(times)
  }
}
