import BookingStore

/// Finds out whether orders can be carried out, on a connection of its own: while it waits for a
/// lock, nobody else has to wait for the connection.
final class MySQLObstacleWatch: Sendable {
  private static let interval = Duration.milliseconds(250)

  let obstacle = Obstacle()
  private let address: MySQLAddress
  private let session: MySQLSession
  private let work = RepeatedWork()

  init(_ address: MySQLAddress, _ generation: ConnectionGeneration) {
    self.address = address
    session = MySQLSession(address, label: "frontdesk.mysql.obstacle", generation)
  }

  func start() { work.start { [weak self] in await self?.round() } }

  func close() async {
    await work.end()
    await session.close()
  }

  private func round() async -> Duration {
    await obstacle.look { await found($0) }
    return Self.interval
  }

  /// What is in the way; nil where nothing is.
  private func found(_ look: Obstacle.Look) async -> StoreFailure? {
    let place = address.description
    var attempts = Attempts()
    while true {
      do {
        return try await session.run { try Self.found(look, $0, place: place) }
      } catch let error as MySQLError {
        guard attempts.pause(after: error) != nil else {
          return StoreFailure(of: error, at: address).outsideOrders
        }
      } catch {
        return StoreFailure(of: error, at: address)
      }
    }
  }

  private static func found(_ look: Obstacle.Look, _ db: MySQLConnection, place: String) throws
    -> StoreFailure?
  {
    if look == .whole {
      let complaints = try Installation(db: db, place: place).complaints()
      if !complaints.isEmpty {
        return StoreFailure(.unusable, complaints.joined(separator: " "))
      }
    }
    try db.writing { try db.lock([.obstacle]) }
    return nil
  }
}
