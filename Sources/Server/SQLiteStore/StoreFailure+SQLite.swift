import BookingStore
import GRDB

extension StoreFailure {
  static func wrapping<T>(
    _ path: String, isOrder: Bool = false, _ work: () async throws -> T
  ) async throws -> T {
    try await wrapping(
      isOrder: isOrder, explain: { StoreFailure(of: $0, at: path) }, work)
  }

  init(of error: any Error, at path: String) {
    if let error = error as? DatabaseError {
      let failure = Self.explained(error, at: path)
      self.init(
        failure.code, failure.sentence, words: failure.words,
        mark: Int(error.extendedResultCode.rawValue), trouble: failure.trouble)
    } else if let error = error as? UsedUpNumbers {
      let (full, words) = (ResultCode.SQLITE_FULL, error.sentences.joined(separator: " "))
      let failure = Self.explained(
        DatabaseError(resultCode: full, message: words), hasRoom: true, at: path)
      self.init(failure.code, failure.sentence, words: words, mark: Int(full.rawValue))
    } else {
      self.init(ofAny: error, at: path)
    }
  }

  private static func explained(
    _ error: DatabaseError, hasRoom: Bool = false, at path: String
  ) -> StoreFailure {
    let cause = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    return switch SQLiteErrorClass(error.resultCode, hasRoom: hasRoom) {
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
          + "`frontdesk-server demo --database sqlite:PATH` makes one with a demonstration spa.",
        trouble: .damaged)
    case .damaged:
      StoreFailure(
        .unusable, "\(path) is damaged (\(cause)). Restore it from a backup.", trouble: .damaged)
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
    case .SQLITE_FULL:
      StoreFailure(
        .unavailable, "There is no room left on the disk of \(path).", trouble: .full)
    default: StoreFailure(.unavailable, "The database \(path) failed: \(cause)")
    }
  }

  static func mayNotBeWritten(_ path: String, _ cause: String) -> StoreFailure {
    StoreFailure(
      .unavailable,
      "\(path) may not be written (\(cause)). The server needs to write the file and its "
        + "directory.", trouble: .readOnly)
  }
}
