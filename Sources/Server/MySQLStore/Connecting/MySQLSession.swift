import Dispatch

/// One connection and the queue on which its calls block. A broken connection is replaced when it
/// is needed next.
actor MySQLSession {
  /// Runs an actor's work on a dispatch queue, one piece after the other.
  private final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    init(label: String) { queue = DispatchQueue(label: label) }

    func enqueue(_ job: consuming ExecutorJob) {
      let work = UnownedJob(job)
      queue.async { work.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
  }

  private let address: MySQLAddress
  private let generation: ConnectionGeneration
  private var connectedIn = 0
  private let executor: QueueExecutor
  private var connection: MySQLConnection?
  private var lastUse = ContinuousClock.now

  /// After so long without use a proxy or `wait_timeout` may have closed the connection: then it is
  /// tried first.
  private static let trusted = Duration.seconds(5)

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  init(
    _ address: MySQLAddress, label: String,
    _ generation: ConnectionGeneration = ConnectionGeneration()
  ) {
    self.address = address
    self.generation = generation
    executor = QueueExecutor(label: label)
  }

  func run<T: Sendable>(_ work: @Sendable (MySQLConnection) throws -> T) throws -> T {
    let connection = try usable()
    defer {
      lastUse = .now
      // It is closed at once: until then the database keeps the locks of its transaction.
      if connection.isBroken { self.connection = nil }
    }
    do {
      return try work(connection)
    } catch let error as MySQLError where error.kind == .readOnly {
      generation.end(connectedIn)
      throw error
    }
  }

  /// - Parameter work: done first, where there is a connection; none is made for it.
  func close(after work: @Sendable (MySQLConnection) throws -> Void = { _ in }) {
    if let connection, !connection.isBroken { try? work(connection) }
    connection = nil
  }

  private func usable() throws -> MySQLConnection {
    let present = generation.present
    if let connection, !connection.isBroken, connectedIn == present,
      lastUse.duration(to: .now) < Self.trusted || connection.isAlive()
    {
      return connection
    }
    connection = nil
    let fresh = try MySQLConnection(address)
    connection = fresh
    connectedIn = present
    return fresh
  }
}
