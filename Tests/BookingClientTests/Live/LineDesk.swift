import BookingDomain
import BookingTesting
import LinePromise
import Testing

@testable import BookingClient

/// A client that somebody uses: what it was told, to be waited for.
final class LineDesk: Sendable {
  let client: BookingClient
  let told = Watched<[ClientEvent]>([])
  private let reading: Task<Void, Never>

  init(_ urls: String..., caFile: String? = nil) throws {
    let clock = SteadyClock()
    let servers = try urls.map { try ServerAddress($0) }
    client = BookingClient(
      servers: servers, trust: try BookingClient.trust(servers, caFile: caFile),
      randomness: Shortest(), clock: { clock.now })
    let (events, told) = (client.events, told)
    reading = Task {
      for await event in events { told.change { $0.append(event) } }
    }
  }

  static let days = SampleSpa.date...SampleSpa.date

  /// Logged in and looking at the day.
  static func open(_ url: String, caFile: String? = nil) async throws -> LineDesk {
    let desk = try LineDesk(url, caFile: caFile)
    _ = try await desk.client.login(email: "reception@demo.spa", password: "demo")
    desk.client.watch(from: SampleSpa.date, to: SampleSpa.date)
    return desk
  }

  /// Waits for an event, from the `start`th on.
  @discardableResult
  func waits(
    for what: String, from start: Int = 0, _ isMeant: @escaping @Sendable (ClientEvent) -> Bool
  ) async throws -> Int {
    try await told.waits(for: what) { told in
      told.indices.dropFirst(start).first { isMeant(told[$0]) }.map { $0 + 1 }
    }
  }

  @discardableResult
  func waits(for state: LinkState, from start: Int = 0) async throws -> Int {
    try await waits(for: "\(state)", from: start) { $0 == .link(state) }
  }

  /// The newest version shown of each booking.
  var board: [BookingID: Int64] {
    var board: [BookingID: Int64] = [:]
    for event in told.value {
      switch event {
      case .snapshot(let snapshot):
        board = Dictionary(uniqueKeysWithValues: snapshot.bookings.map { ($0.id, $0.version) })
      case .booking(let booking, _): board[booking.id] = booking.version
      case .gone(let id): board[id] = nil
      default: break
      }
    }
    return board
  }

  func close() async {
    await client.close()
    await reading.value
  }
}

/// Makes every wait the shortest: a jitter's lower end. (Nothing but small numbers, as long as
/// nobody asks for a range of more than 2²⁴.)
private struct Shortest: RandomNumberGenerator {
  func next() -> UInt64 { 1 << 40 }
}

extension LineDesk {
  /// Tries to log in, hears why it did not go, and leaves.
  func expectNoLogin(_ failure: LoginFailure, password: String = "demo") async {
    await #expect(throws: failure) {
      try await client.login(email: "reception@demo.spa", password: password)
    }
    await close()
  }
}
