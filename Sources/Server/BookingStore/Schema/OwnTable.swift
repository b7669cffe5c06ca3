/// A table of FrontDesk's beside the web shop's, described once; each driver renders it in its
/// database's words. Times are milliseconds since 1970 (UTC), people are a kind (`USER`, `CUSTOMER`)
/// and a number, since a user and a customer may have the same one.
///
/// None refers to a table of the shop's: a foreign key would lock its rows.
package struct OwnTable: Sendable {
  package struct Column: Sendable {
    package enum Kind: Sendable {
      case number
      /// A number of minutes.
      case minutes
      /// 0 or 1.
      case flag
      /// At most so many characters.
      case text(Int)
      /// Of any length.
      case longText
      /// ASCII, compared byte by byte, at most so many.
      case code(Int)
      /// ASCII, compared byte by byte, always so many.
      case fixedCode(Int)
      case day
      case time
    }

    package let name: String
    package let kind: Kind
    package let isNeeded: Bool
    /// What stands there where nobody says; nil for nothing.
    package let usual: Int?

    /// As a statement that makes the table says it.
    /// - Parameter type: the kind in the database's words.
    package func definition(_ type: String) -> String {
      let usual = usual.map { " DEFAULT \($0)" } ?? ""
      return "\(name) \(type)\(isNeeded ? " NOT NULL" : "")\(usual)"
    }

    static func needed(_ name: String, _ kind: Kind, usual: Int? = nil) -> Column {
      Column(name: name, kind: kind, isNeeded: true, usual: usual)
    }

    static func optional(_ name: String, _ kind: Kind) -> Column {
      Column(name: name, kind: kind, isNeeded: false, usual: nil)
    }
  }

  package let name: String
  package let key: Column
  /// Whether the database hands the key's numbers out, none of them twice.
  package let isNumbered: Bool
  package let columns: [Column]

  init(_ name: String, key: String, _ kind: Column.Kind, _ columns: [Column]) {
    self.name = name
    self.key = .needed(key, kind)
    self.columns = columns
    isNumbered = false
  }

  init(_ name: String, numberedBy key: String, _ columns: [Column]) {
    self.name = name
    self.key = .needed(key, .number)
    self.columns = columns
    isNumbered = true
  }

  /// All that this version knows, by name: a newer one may have more.
  package var columnList: String { ([key] + columns).map(\.name).joined(separator: ", ") }

  /// - Parameter alias: what the statement calls the table.
  package func columnList(of alias: String) -> String {
    ([key] + columns).map { "\(alias).\($0.name)" }.joined(separator: ", ")
  }
}
