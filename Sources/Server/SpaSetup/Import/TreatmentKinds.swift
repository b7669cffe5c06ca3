import BookingDomain
import BookingStore

/// The kinds of treatment that services are of and therapists do. Whoever names one that nobody had
/// until now makes it, and is told: a slip of the pen makes one, too.
struct TreatmentKinds {
  private var known: [String: (name: String, number: Int64)] = [:]
  /// A sentence for each that was made.
  private(set) var newcomers: [String] = []

  init(_ db: any SQLConnection) throws {
    for row in try db.rows(
      "SELECT service_type_id, substr(name, 1, 200) AS name FROM service_types")
    {
      guard let number = row.int64("service_type_id") else { continue }
      let name = row.text("name") ?? ""
      known[FoldedText(name).text] = (name, number)
    }
  }

  mutating func number(of kind: String, _ db: any SQLConnection) throws -> Int64 {
    let folded = FoldedText(kind).text
    if let found = known[folded] { return found.number }
    try db.execute("INSERT INTO service_types (name) VALUES (?)", [.text(kind)])
    let row = try db.row(
      "SELECT MAX(service_type_id) AS n FROM service_types WHERE name = ?", [.text(kind)])
    guard let number = row?.int64("n") else {
      throw Complaint("the kind of treatment \(kind) cannot be made")
    }
    let alike = known.filter { Resemblance.isSlip(folded, for: $0.key) }.map(\.value.name).min()
    newcomers.append(
      "\(kind) is a new kind of treatment, which no therapist does yet"
        + (alike.map { "; did you mean \($0)?" } ?? "."))
    known[folded] = (kind, number)
    return number
  }
}
