import BookingDomain

/// A column that an import knows, by the headings that spas and their programs give it.
package struct ImportColumn: Hashable, Sendable {
  /// As `--column` calls it.
  package let name: String
  /// Without blanks, marks and signs, in small letters; the best first.
  let headings: [String]
  /// Whether all that a line has of it is kept, where a file has several columns of the sort.
  let keepsAll: Bool

  init(_ name: String, _ headings: String, keepsAll: Bool = false) {
    self.name = name
    self.keepsAll = keepsAll
    self.headings = [name] + headings.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  static func folded(_ heading: String) -> String {
    FoldedText(heading).text.filter { $0.isLetter || $0.isNumber }
  }
}

/// A file's rows with the columns that were found in it.
package struct ImportSheet: Sendable {
  /// Where a column has several (a mobile and a telephone), the first that is filled counts.
  private let places: [ImportColumn: [Int]]
  private let headings: [String]
  package let rows: [DelimitedText.Row]

  /// - Parameter given: columns by the heading that they have in this file (`--column`).
  package init(
    _ text: DelimitedText, columns: [ImportColumn], given: [String: String] = [:]
  ) throws(Complaint) {
    let headings = text.header.values.map { $0.trimmed }
    let folded = headings.map(ImportColumn.folded)
    var places: [ImportColumn: [Int]] = [:]
    for (name, heading) in given.sorted(by: { $0.key < $1.key }) {
      guard let column = columns.first(where: { $0.name == name }) else {
        throw Complaint(
          "--column: there is no column \"\(PlainLine.shown(name))\"; there are "
            + columns.map(\.name).joined(separator: ", ") + ".")
      }
      guard let place = folded.firstIndex(of: ImportColumn.folded(heading)) else {
        throw Complaint(
          "--column: the file has no heading \"\(PlainLine.shown(heading))\"; it has "
            + Self.listed(headings) + ".")
      }
      places[column] = [place]
    }
    for column in columns where places[column] == nil {
      let taken = Set(places.values.joined())
      let found = column.headings.flatMap { heading in
        folded.indices.filter { folded[$0] == heading && !taken.contains($0) }
      }
      if !found.isEmpty { places[column] = found }
    }
    self.places = places
    self.headings = headings
    rows = text.rows
  }

  /// What of the file is not taken, a sentence each.
  var remarks: [String] {
    let used = Set(places.values.joined())
    let ignored = headings.indices.filter { !used.contains($0) && !headings[$0].isEmpty }
      .map { PlainLine.shown(headings[$0]) }
    let unread =
      ignored.isEmpty ? [] : ["Nothing is done with: \(ignored.joined(separator: ", "))."]
    return unread + places.keys.sorted { $0.name < $1.name }.compactMap(remark)
  }

  /// Of several columns of one sort a line's first value is kept: nil where no line has another.
  private func remark(on column: ImportColumn) -> String? {
    guard let several = places[column], several.count > 1, !column.keepsAll else { return nil }
    let lines = rows.filter { Set(values(column, in: $0).map(ImportColumn.folded)).count > 1 }
    guard !lines.isEmpty else { return nil }
    let names = several.map { "\"\(PlainLine.shown(headings[$0]))\" (column \($0 + 1))" }
    let named = lines.prefix(10).map { "\($0.line)" } + (lines.count > 10 ? ["…"] : [])
    return "One \(column.name) is taken of each line, \(names.joined(separator: " before ")): "
      + "what else stands there is left out on \(lines.count) line\(lines.count == 1 ? "" : "s") "
      + "(\(named.joined(separator: ", ")))."
  }

  package func has(_ column: ImportColumn) -> Bool { places[column] != nil }

  /// Whether both are there, in this order.
  func isBefore(_ one: ImportColumn, _ other: ImportColumn) -> Bool {
    guard let first = places[one]?.first, let second = places[other]?.first else { return false }
    return first < second
  }

  /// - Throws: where none of the columns is there.
  func require(_ columns: ImportColumn..., else remedy: String = "") throws(Complaint) {
    guard columns.contains(where: has) else {
      throw Complaint(
        "The file has no column for the \(columns[0].name). Headings like "
          + columns[0].headings.prefix(4).joined(separator: ", ")
          + " are known; for another say --column \(columns[0].name)=HEADING.\(remedy)")
    }
  }

  /// The value without blanks around it; nil where there is none.
  func value(_ column: ImportColumn, in row: DelimitedText.Row) -> String? {
    values(column, in: row).first
  }

  /// All that a line has of it, the best first.
  func values(_ column: ImportColumn, in row: DelimitedText.Row) -> [String] {
    (places[column] ?? []).filter(row.values.indices.contains).map { row.values[$0].trimmed }
      .filter { !$0.isEmpty }
  }

  private static func listed(_ headings: [String]) -> String {
    headings.map { "\"\(PlainLine.shown($0))\"" }.joined(separator: ", ")
  }
}

extension StringProtocol {
  /// Without blanks at either end, those that do not break lines among them.
  var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
