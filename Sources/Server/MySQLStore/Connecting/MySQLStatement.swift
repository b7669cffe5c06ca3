import BookingStore
import CMariaDB

/// One prepared statement of one connection, used again and again.
final class MySQLStatement {
  private let handle: UnsafeMutablePointer<MYSQL_STMT>
  private let parameterCount: Int
  private let columns: TolerantRow.Columns
  private let results: MySQLResults?

  init(_ sql: String, on connection: UnsafeMutablePointer<MYSQL>) throws {
    guard let handle = mysql_stmt_init(connection) else { throw MySQLError(of: connection) }
    guard mysql_stmt_prepare(handle, sql, UInt(sql.utf8.count)) == 0 else {
      let error = MySQLError(of: handle)
      mysql_stmt_close(handle)
      throw error
    }
    self.handle = handle
    parameterCount = Int(mysql_stmt_param_count(handle))
    let fields = Self.fields(of: handle)
    columns = TolerantRow.Columns(fields.map(\.name))
    results = fields.isEmpty ? nil : MySQLResults(fields.map(\.kind))
  }

  deinit { mysql_stmt_close(handle) }

  /// - Returns: the rows it found; none for a statement that is no query.
  func run(_ values: [StoredValue]) throws -> [TolerantRow] {
    guard values.count == parameterCount else {
      throw MySQLError(
        code: 0, message: "\(parameterCount) values expected, \(values.count) given")
    }
    let parameters = MySQLParameters(values)
    guard mysql_stmt_bind_param(handle, parameters.binds) == 0,
      withExtendedLifetime(parameters, { mysql_stmt_execute(handle) }) == 0
    else { throw MySQLError(of: handle) }
    guard let results else { return [] }
    defer { mysql_stmt_free_result(handle) }
    return try rows(into: results)
  }

  private func rows(into results: MySQLResults) throws -> [TolerantRow] {
    guard mysql_stmt_bind_result(handle, results.binds) == 0,
      mysql_stmt_store_result(handle) == 0
    else { throw MySQLError(of: handle) }
    var rows: [TolerantRow] = []
    while true {
      switch mysql_stmt_fetch(handle) {
      case 0, MYSQL_DATA_TRUNCATED: rows.append(TolerantRow(try values(results), columns: columns))
      case MYSQL_NO_DATA: return rows
      default: throw MySQLError(of: handle)
      }
    }
  }

  private func values(_ results: MySQLResults) throws -> [StoredValue] {
    try results.kinds.indices.map { column in
      guard results.isLong(column) else { return results.value(column) }
      guard let text = results.longText(column, of: handle) else { throw MySQLError(of: handle) }
      return text
    }
  }

  private static func fields(of handle: UnsafeMutablePointer<MYSQL_STMT>)
    -> [(name: String, kind: MySQLResults.Kind)]
  {
    guard let metadata = mysql_stmt_result_metadata(handle) else { return [] }
    defer { mysql_free_result(metadata) }
    guard let first = mysql_fetch_fields(metadata) else { return [] }
    return UnsafeBufferPointer(start: first, count: Int(mysql_num_fields(metadata))).map { field in
      (field.name.map { String(cString: $0) } ?? "", MySQLResults.Kind(field))
    }
  }
}
