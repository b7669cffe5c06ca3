import BookingStore
import GRDB

/// Finds out whether orders can be carried out: where nothing was written lately, it writes a
/// little itself.
final class SQLiteObstacleWatch: Sendable {
  private static let interval = Duration.milliseconds(250)
  /// One page while all is well.
  private static let small = 1_000
  /// More than any order writes: a disk on which only this little has room would fail the next one.
  static let large = 131_072

  private let known = Obstacle()
  private let file: DatabaseFile
  private let work = RepeatedWork()

  init(_ file: DatabaseFile) { self.file = file }

  /// What stands in the way; nil where nothing does.
  var failure: StoreFailure? { file.obstacle ?? known.failure }

  func wrote(_ failure: StoreFailure?) { known.wrote(failure) }

  func start() { work.start { [weak self] in await self?.round() } }

  func close() { work.cancel() }

  private func round() async -> Duration {
    await known.look { await found($0) }
    return Self.interval
  }

  private func found(_ look: Obstacle.Look) async -> StoreFailure? {
    do {
      let open = try file.writable()
      // After a failure more is tried than usual: a damaged file is checked whole, and a large
      // write has to succeed.
      let isDamaged = known.failure?.code == .unusable
      let bytes = look == .whole && known.failure != nil ? Self.large : Self.small
      let path = file.path
      try await open.pool.write { db in
        if look == .whole, let usedUp = try UsedUpNumbers(in: db), usedUp.concernsEverybody {
          throw usedUp
        }
        if isDamaged { try DatabaseFile.checkWhole(db, path: path) }
        try Self.tryToWrite(bytes, db)
      }
      return nil
    } catch {
      return StoreFailure(of: error, at: file.path).outsideOrders
    }
  }

  static func tryToWrite(_ bytes: Int, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO frontdesk_obstacle (id, bytes) VALUES (1, randomblob(?))",
      arguments: [bytes])
  }
}
