import BookingStore
import GRDB

extension StoreFailure {
  /// Runs `work` and says what went wrong in an operator's words.
  static func wrapping<T>(_ path: String, _ work: () async throws -> T) async throws -> T {
    do {
      return try await work()
    } catch let error as any CallersError {
      throw error
    } catch {
      throw StoreFailure(of: error, at: path)
    }
  }

  init(of error: any Error, at path: String) {
    switch error {
    case let failure as StoreFailure: self = failure
    case let error as DatabaseError: self = Self.explained(error, at: path)
    case is CancellationError:
      self.init(.unavailable, "The work on \(path) was called off before it was done.")
    default: self.init(.unavailable, "The database \(path) failed: \(error)")
    }
  }

  private static func explained(_ error: DatabaseError, at path: String) -> StoreFailure {
    let cause = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    return switch error.resultCode {
    case .SQLITE_NOTADB:
      StoreFailure(
        .unusable,
        "\(path) is not a SQLite database. Name another file; "
          + "`frontdesk-server demo --database sqlite:PATH` makes one with a demonstration spa.")
    case .SQLITE_CORRUPT:
      StoreFailure(.unusable, "\(path) is damaged (\(cause)). Restore it from a backup.")
    case .SQLITE_CANTOPEN:
      StoreFailure(
        .unusable,
        "\(path) cannot be opened (\(cause)). Check that its directory exists and may be written.")
    case .SQLITE_READONLY, .SQLITE_PERM:
      StoreFailure(
        .unusable,
        "\(path) may not be written (\(cause)). The server needs to write the file and its "
          + "directory.")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      StoreFailure(
        .unavailable,
        "Another program has kept \(path) locked for \(SQLiteStore.patience) seconds; "
          + "it has to commit or end.")
    case .SQLITE_FULL: StoreFailure(.unavailable, "There is no room left on the disk of \(path).")
    default: StoreFailure(.unavailable, "The database \(path) failed: \(cause)")
    }
  }
}
