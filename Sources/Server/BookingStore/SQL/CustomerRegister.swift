import BookingDomain
import Synchronization

/// The index of all customers of one database, kept as new as the log: whoever writes to
/// `customers`, the triggers say whose row it was.
package final class CustomerRegister: Sendable {
  private struct State {
    var index: CustomerIndex
    /// What is in the log up to here is in the index.
    var position: LogPosition
  }

  private let state = Mutex<State?>(nil)

  /// So many changed rows are read in less time one by one than all customers are.
  private static let mostChanges: Int64 = 2_000

  package init() {}

  /// - Parameters:
  ///   - first: who comes before others who match as well.
  ///   - end: where the log ends in the snapshot that `db` reads.
  package func matches(
    _ text: String, limit: Int, first: Set<CustomerID>, at end: LogPosition,
    _ db: some SQLConnection
  ) throws -> [CustomerID] {
    // The index is looked through outside of the lock, so that one search does not wait for
    // another.
    let index = try state.withLock { state in
      if try !bringUp(&state, to: end, db) {
        state = State(index: CustomerIndex(try Self.entries(db)), position: end)
      }
      return state?.index ?? CustomerIndex()
    }
    return index.matches(text, limit: limit, first: first)
  }

  /// - Returns: false where everything has to be read anew.
  private func bringUp(_ state: inout State?, to end: LogPosition, _ db: some SQLConnection) throws
    -> Bool
  {
    guard let known = state?.position, known.epoch == end.epoch else { return false }
    // Somebody else's snapshot was newer.
    guard known.seq < end.seq else { return true }
    let first = try db.row("SELECT MIN(seq) AS first FROM frontdesk_events")?.int64("first")
    guard known.seq + 1 >= first ?? .max else { return false }
    let changed = try db.rows(
      """
      SELECT DISTINCT customer_id FROM frontdesk_events
      WHERE seq > ? AND kind = \(EventKind.customer.sql) LIMIT ?
      """,
      [.integer(known.seq), .integer(Self.mostChanges)]
    ).compactMap { $0.int64("customer_id") }
    guard changed.count < Self.mostChanges else { return false }
    for id in changed {
      let found = try Self.entries(db, Self.withFamily, [.integer(id), .integer(id)])
      for entry in found { state?.index.put(entry) }
      if !found.contains(where: { $0.id.number == id }) { state?.index.remove(CustomerID(id)) }
    }
    state?.position = end
    return true
  }

  /// A customer, and those of the family who are called at the same number: another number is
  /// theirs too.
  private static let withFamily = """
    WHERE c.customer_id = ? OR c.customer_id IN
      (SELECT y.customer_id FROM frontdesk_family y WHERE y.holder_id = ?)
    """

  private static func entries(
    _ db: some SQLConnection, _ condition: String = "", _ values: [StoredValue] = []
  ) throws -> [CustomerIndex.Entry] {
    try db.rows(
      """
      SELECT c.customer_id, substr(c.full_name, 1, 200) AS name,
        \(GuestPhone.column(of: "c")) AS phone, substr(c.email, 1, 254) AS email
      FROM customers c \(condition)
      """, values
    ).compactMap { row in
      guard let id: CustomerID = row.id("customer_id") else { return nil }
      return CustomerIndex.Entry(
        id: id, name: row.text("name") ?? "", phone: row.text("phone") ?? "",
        email: row.text("email") ?? "")
    }
  }
}
