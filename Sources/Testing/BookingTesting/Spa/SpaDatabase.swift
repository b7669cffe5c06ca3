/// The spa's database as a foreign program sees it: through the database's own shell, without any
/// of FrontDesk's code.
package struct SpaDatabase: Sendable {
  private enum Place: Sendable {
    case file(String)
    case server(PrivateMariaDB, name: String)
  }

  private let place: Place

  /// A SQLite file.
  package init(path: String) { place = .file(path) }

  package init(_ server: PrivateMariaDB, name: String) { place = .server(server, name: name) }

  /// As `frontdesk-server` takes it.
  package var url: String {
    switch place {
    case .file(let path): "sqlite:\(path)"
    case .server(let server, let name): server.url(name)
    }
  }

  /// The database server it is on; nil where it is a file.
  package var server: PrivateMariaDB? {
    if case .server(let server, _) = place { server } else { nil }
  }

  package var dialect: SpaDialect {
    switch place {
    case .file: .sqlite
    case .server: .mariaDB
    }
  }

  /// Carries out SQL and returns the rows of its answers, every value as text and NULL as empty.
  @discardableResult
  package func sql(_ statements: String) async throws -> [[String]] {
    let shell = shell
    let output = try await ask(shell.program, shell.arguments, statements)
    switch place {
    case .file:
      return output.split(separator: "\u{1E}").map { row in
        row.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
      }
    case .server:
      return output.split(separator: "\n").map { row in
        row.split(separator: "\t", omittingEmptySubsequences: false).map(Self.unescaped)
      }
    }
  }

  /// A shell that stays open, for statement after statement on one connection.
  package func openShell() throws -> RunningProgram {
    try RunningProgram(shell.program, shell.arguments)
  }

  private var shell: (program: String, arguments: [String]) {
    switch place {
    case .file(let path):
      // The ASCII separators cannot be part of a name; every other character can.
      ("sqlite3", ["-batch", "-bail", "-ascii", "-cmd", ".timeout 10000", path])
    case .server(let server, let name):
      (
        "mariadb",
        server.clientArguments + [
          "--batch", "--skip-column-names", "--default-character-set=utf8mb4", name,
        ]
      )
    }
  }

  /// The one value of an answer of one row and one column.
  package func value(_ query: String) async throws -> String {
    guard let value = try await sql(query).first?.first else {
      throw SQLProblem(statements: query, words: "no row")
    }
    return value
  }

  /// Text as an SQL literal that is safe whatever the text contains, and the same for every
  /// database.
  package static func literal(_ text: String) -> String {
    let digits = text.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
    return "CAST(x'\(digits.joined())' AS CHAR)"
  }

  private func ask(_ shell: String, _ arguments: [String], _ statements: String) async throws
    -> String
  {
    let record = try await RunningProgram.run(shell, arguments, input: statements + "\n")
    guard record.ending == .exited(0), record.errors.isEmpty else {
      throw SQLProblem(statements: statements, words: record.errors)
    }
    return record.output
  }

  /// What MariaDB's shell writes in batch mode.
  private static func unescaped(_ field: Substring) -> String {
    guard field != "NULL" else { return "" }
    var text = ""
    var isEscaped = false
    for scalar in field.unicodeScalars {
      if isEscaped {
        text.unicodeScalars.append(["n": "\n", "t": "\t", "0": "\0"][scalar] ?? scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

struct SQLProblem: Error, CustomStringConvertible {
  let statements: String
  let words: String
  var description: String { "The database's shell on \(statements): \(words)" }
}
