/// The spa's SQLite file as a foreign program sees it: through the `sqlite3` shell, knowing the
/// tables and nothing of ours.
package struct SpaDatabase: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// Carries out SQL and returns the rows of its answers, every value as text.
  @discardableResult
  package func sql(_ statements: String) async throws -> [[String]] {
    // The ASCII separators cannot be part of a name, whatever else is.
    let record = try await RunningProgram.run(
      "sqlite3", ["-batch", "-bail", "-ascii", "-cmd", ".timeout 10000", path],
      input: statements + "\n")
    guard record.ending == .exited(0), record.errors.isEmpty else {
      throw SQLProblem(statements: statements, words: record.errors)
    }
    return record.output.split(separator: "\u{1E}").map { row in
      row.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The one value of an answer of one row and one column.
  package func value(_ query: String) async throws -> String {
    guard let value = try await sql(query).first?.first else {
      throw SQLProblem(statements: query, words: "no row")
    }
    return value
  }

  /// Text as an SQL literal, safe whatever it contains.
  package static func literal(_ text: String) -> String {
    "CAST(x'\(text.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())' AS TEXT)"
  }
}

struct SQLProblem: Error, CustomStringConvertible {
  let statements: String
  let words: String
  var description: String { "sqlite3 on \(statements): \(words)" }
}
