import BookingStore

/// A fixed number of connections. Who finds none free waits in line, for a limited time.
actor ConnectionPool {
  private struct Waiter {
    let number: Int
    let turn: CheckedContinuation<MySQLSession?, Never>
  }

  /// A person at the desk gives up later than this.
  private static let patience = Duration.seconds(5)

  private let size: Int
  /// The connection that was used last is taken first: it has just worked.
  private var idle: [MySQLSession]
  private var waiters: [Waiter] = []
  private var nextWaiter = 0

  init(_ address: MySQLAddress, _ generation: ConnectionGeneration) {
    size = address.poolSize
    idle = (0..<address.poolSize).map {
      MySQLSession(address, label: "frontdesk.mysql.\($0)", generation)
    }
  }

  func run<T: Sendable>(_ work: @Sendable (MySQLConnection) throws -> T) async throws -> T {
    guard let session = await taken() else {
      throw StoreFailure(
        .unavailable,
        "All \(size) connections to the database have been busy for \(Self.patience); "
          + "something in the database is slow or locked.")
    }
    defer { give(session) }
    return try await session.run(work)
  }

  /// How many connections there are, how many are in use, and how many callers wait for one.
  var use: (size: Int, busy: Int, waiting: Int) { (size, size - idle.count, waiters.count) }

  func close() async { for session in idle { await session.close() } }

  /// Nil where none became free in time.
  private func taken() async -> MySQLSession? {
    if let session = idle.popLast() { return session }
    nextWaiter += 1
    let number = nextWaiter
    let giveUp = Task {
      guard (try? await Task.sleep(for: Self.patience)) != nil else { return }
      expire(number)
    }
    defer { giveUp.cancel() }
    return await withCheckedContinuation { waiters.append(Waiter(number: number, turn: $0)) }
  }

  private func give(_ session: MySQLSession) {
    if waiters.isEmpty {
      idle.append(session)
    } else {
      waiters.removeFirst().turn.resume(returning: session)
    }
  }

  private func expire(_ number: Int) {
    guard let place = waiters.firstIndex(where: { $0.number == number }) else { return }
    waiters.remove(at: place).turn.resume(returning: nil)
  }
}
