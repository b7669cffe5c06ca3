import GRDB

/// What an error means for whoever asked and for everybody else. This table is the one place that
/// says which error is which.
enum SQLiteErrorClass: Hashable, Sendable {
  /// The file is well and does not take this statement.
  case refused
  /// Another program keeps the file locked.
  case locked
  /// The file cannot be written or reached at present.
  case away
  /// Not a database, or a damaged one.
  case damaged

  /// - Parameter hasRoom: whether the disk is known to have room. "Full" then means that a table
  /// has used up its numbers.
  init(_ code: ResultCode, hasRoom: Bool = false) {
    self =
      switch code.primaryResultCode {
      case .SQLITE_FULL where hasRoom: .refused
      case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: .locked
      case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOMEM, .SQLITE_READONLY, .SQLITE_PERM,
        .SQLITE_CANTOPEN, .SQLITE_AUTH, .SQLITE_NOLFS, .SQLITE_ABORT, .SQLITE_INTERRUPT:
        .away
      case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: .damaged
      // CONSTRAINT (also what a trigger RAISEs), TOOBIG, MISMATCH, RANGE, ERROR (no such column).
      default: .refused
      }
  }
}
