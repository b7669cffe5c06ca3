import BookingDomain
import BookingStore

/// Whom and what a table of bookings means by its words.
struct BookingNames {
  private let services: [String: [ServiceID]]
  private let therapists: [String: [UserID]]
  private let beds: [String: [BedID]]
  private let db: any SQLConnection

  init(_ spa: Spa, _ db: any SQLConnection) {
    self.db = db
    services = Self.byName(spa.services.filter(\.isActive).map { ($0.name, $0.id) })
    therapists = Self.byName(spa.therapists.map { ($0.name, $0.id) })
    let rooms = spa.rooms.compactMap { room -> (String, BedID)? in
      let beds = spa.beds.filter { $0.room == room.id }
      return beds.count == 1 ? (room.name, beds[0].id) : nil
    }
    beds = Self.byName(spa.beds.map { ($0.name, $0.id) } + rooms)
  }

  private static func byName<ID>(_ named: [(String, ID)]) -> [String: [ID]] {
    Dictionary(grouping: named) { FoldedText($0.0).text }.mapValues { $0.map(\.1) }
  }

  func service(_ text: String) throws -> ServiceID {
    try one(services, text, "service", "`frontdesk-server edit list` shows them")
  }

  func therapist(_ text: String) throws -> UserID {
    try one(therapists, text, "therapist", "`frontdesk-server user list` shows them")
  }

  func bed(_ text: String) throws -> BedID {
    try one(beds, text, "bed", "`frontdesk-server edit list` shows them")
  }

  /// Whoever has the number or the address; somebody new where a name and a number are given.
  func customer(phone: String?, email: String?, name: String?) throws -> NewBooking.Guest {
    guard phone != nil || email != nil else {
      throw Complaint("there is neither a phone number nor an e-mail to find the customer by")
    }
    let number = try phone.map { try PhoneNumber($0) }
    let address = try email.map { try EmailAddress($0) }
    let asked = NewCustomer(
      name: name.flatMap(PlainLine.cleaned) ?? "", phone: number?.text ?? "", email: address?.text)
    if let found = try CustomerRows(db: db).registered(asked) { return .known(found.id) }
    guard number != nil, !asked.name.isEmpty else {
      throw Complaint(
        "no customer has \(number?.text ?? address?.text ?? ""); import the customers first, or give a name and a number"
      )
    }
    return .new(asked)
  }

  private func one<ID>(_ known: [String: [ID]], _ text: String, _ what: String, _ where: String)
    throws -> ID
  {
    let found = known[FoldedText(text).text] ?? []
    guard found.count == 1 else {
      throw Complaint(
        found.isEmpty
          ? "there is no \(what) \"\(text)\"; \(`where`)"
          : "\(found.count) of the spa's are called \"\(text)\"; give them names of their own first"
      )
    }
    return found[0]
  }
}
