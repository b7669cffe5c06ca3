import BookingDomain
import BookingStore

/// What of the house people call by its name or number.
struct HouseNames {
  private let db: any SQLConnection
  private let asked: OrderPlace

  init(_ db: any SQLConnection, asked: OrderPlace) { (self.db, self.asked) = (db, asked) }

  /// Something of the house: its number and what it is called.
  struct Found: Hashable, Sendable {
    let number: Int64
    let name: String
  }

  /// By its name or number.
  func one(_ thing: HouseThing, _ text: String) throws -> Found {
    let all = try all(thing)
    let found = Self.named(text, in: all)
    guard found.count == 1 else { throw complaint(about: thing, text, all, found.count) }
    return found[0]
  }

  private func complaint(
    about thing: HouseThing, _ text: String, _ all: [Found], _ count: Int
  ) -> Complaint {
    let text = PlainLine.shown(text)
    if count > 1 {
      return Complaint(
        "\(count) are called \"\(text)\"; take its number; \(asked.house) shows them.")
    }
    guard thing == .kind else {
      return Complaint("There is no \(thing.rawValue) \"\(text)\"; \(asked.house) shows them.")
    }
    let names = all.map { PlainLine.shown($0.name) }.joined(separator: ", ")
    return Complaint(
      "There is no kind of treatment \"\(text)\"; "
        + (all.isEmpty ? "there is none yet." : "there are \(names)."))
  }

  /// As `one`; nil where there is none.
  func known(_ thing: HouseThing, _ text: String) throws -> Found? {
    try Self.named(text, in: all(thing)).first
  }

  /// Names go before numbers.
  private static func named(_ text: String, in all: [Found]) -> [Found] {
    let wanted = FoldedText(text)
    let named = all.filter { FoldedText($0.name) == wanted }
    return named.isEmpty ? all.filter { String($0.number) == text } : named
  }

  func all(_ thing: HouseThing) throws -> [Found] {
    guard thing != .therapist else {
      return try SpaRows.fetch(db).therapists.map { Found(number: $0.id.number, name: $0.name) }
    }
    return try db.rows(
      "SELECT \(thing.number) AS n, substr(name, 1, 200) AS name FROM \(thing.table) ORDER BY 1"
    ).compactMap { row in
      row.int64("n").map {
        Found(number: $0, name: row.nonBlankText("name") ?? "\(thing.word) \($0)")
      }
    }
  }

  /// Names are told apart as MySQL compares them: neither capitals nor accents count, signs do.
  func checkFree(_ name: String, _ thing: HouseThing, besides own: Int64? = nil) throws {
    func key(_ text: String) -> [String] {
      [FoldedText(text).text, String(text.filter { $0.isPunctuation || $0.isSymbol })]
    }
    let wanted = key(name)
    guard try !all(thing).contains(where: { $0.number != own && key($0.name) == wanted }) else {
      throw Complaint(
        "There is one called \"\(PlainLine.shown(name))\" already; take another name.")
    }
  }
}
