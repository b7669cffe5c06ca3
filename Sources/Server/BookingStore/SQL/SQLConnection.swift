import BookingDomain

/// A connection of some driver: all that the statements in this folder ask of it. They are written
/// in the SQL that SQLite, MySQL and MariaDB have in common, with `?` for values.
package protocol SQLConnection {
  func rows(_ sql: String, _ values: [StoredValue]) throws -> [TolerantRow]
  func execute(_ sql: String, _ values: [StoredValue]) throws
  /// Where the log ends, as far as this connection sees.
  func position() throws -> LogPosition
  /// What an error of the driver's means.
  func explained(_ error: any Error) -> StoreFailure
}

extension SQLConnection {
  package func rows(_ sql: String) throws -> [TolerantRow] { try rows(sql, []) }
  package func execute(_ sql: String) throws { try execute(sql, []) }

  package func row(_ sql: String, _ values: [StoredValue] = []) throws -> TolerantRow? {
    try rows(sql, values).first
  }
}

/// A connection in a transaction that may carry an order out. How a row is kept from others, how
/// triggers learn who writes and how events get their numbers is each driver's own.
package protocol OrderConnection: SQLConnection {
  /// Keeps everybody else from changing the booking until the transaction ends.
  func lock(_ booking: BookingID) throws

  /// The same for a guest's record.
  func lock(_ guest: CustomerID) throws

  /// Keeps other orders from deciding about any of these until the transaction ends.
  func lock(_ claims: Set<Claim>) throws

  /// Keeps everybody else, also other programs, from using up what is left of these.
  func lock(sessionsOf items: [PaymentItemID]) throws

  /// Keeps everybody else, also other programs, from changing this row of the shop's `payments`.
  func lock(payment: Int64) throws

  /// - Returns: the number that the row got.
  func insert(_ sql: String, _ values: [StoredValue]) throws -> Int64

  /// What is written from here on was written by `author`, and the triggers say so.
  func setAuthor(_ author: Author) throws
  func clearAuthor() throws

  /// The newest entry of the log that is about the booking, what this transaction wrote included;
  /// nil where there is none.
  func newestEntry(of booking: BookingID) throws -> (seq: Int64, version: Int64)?

  /// Adds to the log what no trigger sees, in this order.
  /// - Returns: the last entry's number; where the log ends where there is none.
  func appendEvents(_ news: [OwnTableChange], by author: Author) throws -> Int64

  /// Counts the booking's version up and tells the boards, where something changed that stands beside
  /// its row.
  func tellChanged(_ booking: BookingID, by author: Author) throws

  /// A sentence for the operator of a database that has lost its triggers.
  static var howToRestoreTriggers: String { get }
}

extension OrderConnection {
  /// As `appendEvents`, one.
  func appendEvent(_ news: OwnTableChange, by author: Author) throws -> Int64 {
    try appendEvents([news], by: author)
  }

  /// Does `work` in somebody's name.
  func writing<T>(as author: Author, _ work: () throws -> T) throws -> T {
    try setAuthor(author)
    let result = try work()
    try clearAuthor()
    return result
  }
}

/// What happens in our own tables and is told to the boards.
package enum OwnTableChange: Hashable, Sendable {
  case blocks(of: UserID, on: LocalDate)
  /// Somebody works at other times.
  case schedule(of: UserID)
  case waiting(on: LocalDate)
  case tasks
  case guest(CustomerID)

  package var kind: EventKind {
    switch self {
    case .blocks: .blocks
    case .schedule: .schedule
    case .waiting: .waiting
    case .tasks: .tasks
    case .guest: .customer
    }
  }

  package var therapist: UserID? {
    switch self {
    case .blocks(let therapist, _), .schedule(let therapist): therapist
    case .waiting, .tasks, .guest: nil
    }
  }

  package var guest: CustomerID? { if case .guest(let id) = self { id } else { nil } }

  package var date: LocalDate? {
    switch self {
    case .blocks(_, let date), .waiting(let date): date
    case .schedule, .tasks, .guest: nil
    }
  }
}

/// Who writes, when and why, for the triggers.
package struct Author: Sendable {
  package let person: Person
  package let at: Timestamp
  package var reason: String?
  /// Adds nothing to the history: an undo takes back, and the rest of a step was told with its
  /// beginning.
  package var isSilent = false
  /// An arrival that comes with a change of status is told by that change.
  package var isArrivalImplied = false
  /// The booking that changes places with the one that is written.
  package var swappedWith: BookingID?

  /// For the columns `by_kind, by_number, by_name, at`.
  package var values: [StoredValue] {
    [
      .text(person.id.kind), .integer(person.id.number), .text(person.name),
      .integer(at.milliseconds),
    ]
  }

  init(_ person: Person, at now: Timestamp, reason: String? = nil) {
    self.person = person
    at = now
    self.reason = reason
  }
}
