import BookingStore
import Synchronization

/// Looks whether orders can be carried out, on a connection of its own: whoever waits for a lock
/// here keeps nobody else waiting.
final class MySQLObstacleWatch: Sendable {
  private static let interval = Duration.milliseconds(250)

  let obstacle = Obstacle()
  private let address: MySQLAddress
  private let session: MySQLSession
  private let running: Mutex<Task<Void, Never>?> = Mutex(nil)

  init(_ address: MySQLAddress, _ generation: ConnectionGeneration) {
    self.address = address
    session = MySQLSession(address, label: "frontdesk.mysql.obstacle", generation)
  }

  func start() {
    let task = Task { [weak self] in
      while !Task.isCancelled {
        await self?.lookIfDue()
        guard self != nil, (try? await Task.sleep(for: Self.interval)) != nil else { return }
      }
    }
    running.withLock { $0 = task }
  }

  func close() async {
    let task = running.withLock { task in
      defer { task = nil }
      return task
    }
    task?.cancel()
    await task?.value
    await session.close()
  }

  private func lookIfDue() async {
    let look = obstacle.due()
    guard look != .none else { return }
    obstacle.looked(look, await found(look))
  }

  /// What is in the way; nil where nothing is.
  private func found(_ look: Obstacle.Look) async -> StoreFailure? {
    let place = address.description
    var attempts = Attempts()
    while true {
      do {
        return try await session.run { db in
          if look == .whole {
            let complaints = try Installation(db: db, place: place).complaints()
            if !complaints.isEmpty {
              return StoreFailure(.unusable, complaints.joined(separator: " "))
            }
          }
          try db.writing { try db.lock([.obstacle]) }
          return nil
        }
      } catch let error as MySQLError {
        guard attempts.pause(after: error) != nil else {
          return StoreFailure(of: error, at: address).outsideOrders
        }
      } catch {
        return StoreFailure(of: error, at: address)
      }
    }
  }
}
