import BookingStore
import GRDB

extension StoreFailure {
  /// Runs `work` and says what went wrong in an operator's words.
  /// - Parameter isOrder: whether somebody can be refused what the database does not take.
  static func wrapping<T>(
    _ path: String, isOrder: Bool = false, _ work: () async throws -> T
  ) async throws -> T {
    do {
      return try await work()
    } catch let error as any CallersError {
      throw error
    } catch {
      let failure = StoreFailure(of: error, at: path)
      throw isOrder ? failure : failure.outsideOrders
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
    return switch SQLiteErrorClass(error.resultCode) {
    case .refused:
      StoreFailure(.refused, "The database \(path) refused it: \(cause).", words: cause)
    case .locked:
      StoreFailure(
        .locked,
        "Another program has kept \(path) locked for \(SQLiteStore.patience) seconds; "
          + "it has to commit or end.")
    case .damaged where error.resultCode == .SQLITE_NOTADB:
      StoreFailure(
        .unusable,
        "\(path) is not a SQLite database. Name another file; "
          + "`frontdesk-server demo --database sqlite:PATH` makes one with a demonstration spa.")
    case .damaged:
      StoreFailure(.unusable, "\(path) is damaged (\(cause)). Restore it from a backup.")
    case .away: away(error.resultCode, cause, at: path)
    }
  }

  private static func away(_ code: ResultCode, _ cause: String, at path: String) -> StoreFailure {
    switch code {
    case .SQLITE_CANTOPEN:
      StoreFailure(
        .unavailable,
        "\(path) cannot be opened (\(cause)). Check that its directory exists and may be written.")
    case .SQLITE_READONLY, .SQLITE_PERM: mayNotBeWritten(path, cause)
    case .SQLITE_FULL: StoreFailure(.unavailable, "There is no room left on the disk of \(path).")
    default: StoreFailure(.unavailable, "The database \(path) failed: \(cause)")
    }
  }

  static func mayNotBeWritten(_ path: String, _ cause: String) -> StoreFailure {
    StoreFailure(
      .unavailable,
      "\(path) may not be written (\(cause)). The server needs to write the file and its "
        + "directory.")
  }
}
