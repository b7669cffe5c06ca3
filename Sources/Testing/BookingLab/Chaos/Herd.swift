import BookingClient
import BookingDomain
import BookingTesting
import LinePromise
import NIOCore
import NIOPosix

/// Many boards that lose their server in the same instant, and how soon they are level again.
package final class Herd: Sendable {
  private struct State: Sendable, CustomStringConvertible {
    var isLive: [Bool]
    /// The last word that each board shows.
    var words: [String]
    /// When each was live and level after the restart.
    var levelAt: [ContinuousClock.Instant?]
    /// What a level board shows; nil until the server is gone.
    var awaited: String?

    var description: String {
      "\(isLive.count(where: \.self)) live, \(words.count { $0 == awaited }) level"
    }

    var isAllLevel: Bool { levelAt.allSatisfy { $0 != nil } }

    mutating func look(at index: Int) {
      guard let awaited, levelAt[index] == nil, isLive[index], words[index] == awaited else {
        return
      }
      levelAt[index] = .now
    }
  }

  package struct Report: Sendable, CustomStringConvertible {
    let clients: Int
    let isKilled: Bool
    /// Seconds after the server was ready again, of each that came back, sorted.
    let times: [Double]

    package var lost: Int { clients - times.count }

    /// Seconds until so many per cent of all were level; nil where they never were.
    package func percentile(_ percent: Int) -> Double? {
      let index = (clients * percent + 99) / 100 - 1
      return times.indices.contains(index) ? times[index] : nil
    }

    package var description: String {
      func text(_ percent: Int) -> String {
        percentile(percent).map { "\(($0 * 100).rounded() / 100) s" } ?? "never"
      }
      return "\(clients) clients, server \(isKilled ? "killed" : "drained") and restarted: "
        + "level again after p50 \(text(50)), p95 \(text(95)), all \(text(100)); lost \(lost)"
    }
  }

  private static let email = "reception@demo.spa"
  /// What a thousand clients may take to begin with, or to come back when something is wrong.
  private static let patience = Duration.seconds(120)

  private let state: Watched<State>
  private let clients: [BookingClient]
  private let spa: DemoSpa

  private init(_ clients: [BookingClient], _ spa: DemoSpa) {
    self.clients = clients
    self.spa = spa
    state = Watched(
      State(
        isLive: clients.map { _ in false }, words: clients.map { _ in "" },
        levelAt: clients.map { _ in nil }))
  }

  /// - Parameter kills: with `kill -9`; else the server drains, as for an upgrade.
  package static func run(clients count: Int, kills: Bool) async throws -> Report {
    let setting = DemoSpa.Setting()
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    return try await DemoSpa.during(setting) { spa in
      spa.atClosing { try? await group.shutdownGracefully() }
      let address = try ServerAddress(spa.url)
      let clients = (0..<count).map { _ in
        BookingClient(servers: [address], on: group.next())
      }
      let report = try await Herd(clients, spa).run(today: setting.date, kills: kills)
      for client in clients { await client.abandon() }
      return report
    }
  }

  private func run(today: LocalDate, kills: Bool) async throws -> Report {
    guard let first = clients.first else { return Report(clients: 0, isKilled: kills, times: []) }
    // One session for all: passwords are checked slowly, on purpose.
    let session = try await first.openSession(email: Self.email, password: "demo")
    let number = try await spa.database.value(
      "SELECT MIN(booking_id) FROM bookings WHERE appointment_date = '\(today)';")
    let listening = Task { await listen(to: BookingID(Int64(number) ?? 0)) }
    for client in clients {
      client.watch(from: today, to: today)
      client.resume(session)
    }
    try await state.waits(for: "a live board at each", within: Self.patience) {
      $0.isLive.allSatisfy(\.self) ? true : nil
    }
    if kills { try await spa.crash() } else { await spa.server.stop() }
    try await state.waits(for: "nobody live", within: Self.patience) {
      $0.isLive.contains(true) ? nil : true
    }
    let word = "written while the server was away"
    state.change { $0.awaited = word }
    try await spa.database.sql(
      "UPDATE bookings SET booking_notes = '\(word)' WHERE booking_id = \(number);")
    try await spa.restart()
    let ready = ContinuousClock.now
    _ = try? await state.waits(for: "a level board at each", within: Self.patience) {
      $0.isAllLevel ? true : nil
    }
    listening.cancel()
    let times = state.value.levelAt.compactMap { level in level.map { ($0 - ready) / .seconds(1) } }
      .sorted()
    return Report(clients: clients.count, isKilled: kills, times: times)
  }

  private func listen(to booking: BookingID) async {
    await withTaskGroup(of: Void.self) { group in
      for (index, client) in clients.enumerated() {
        group.addTask { for await event in client.events { self.take(event, index, booking) } }
      }
    }
  }

  private func take(_ event: ClientEvent, _ index: Int, _ booking: BookingID) {
    state.change { state in
      switch event {
      case .link(let link): state.isLive[index] = link == .live
      case .snapshot(let snapshot):
        state.words[index] = snapshot.bookings.first { $0.id == booking }?.notes ?? ""
      case .booking(let changed, _) where changed.id == booking:
        state.words[index] = changed.notes ?? ""
      default: break
      }
      state.look(at: index)
    }
  }
}
