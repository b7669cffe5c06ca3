import BookingDomain
import BookingStore

/// Services and their kinds.
extension SpaEditing {
  private func service(_ text: String) throws -> (Found, Service) {
    let found = try names.one(.service, text)
    guard let service = try spa().services.first(where: { $0.id.number == found.number }) else {
      throw Complaint("\(PlainLine.shown(found.name)) has a length that no service has.")
    }
    return (found, service)
  }

  /// - Returns: the service as it was.
  func set(price: WrittenPrice, of text: String) throws -> Service {
    try check(price)
    let (found, was) = try service(text)
    try set(.service, found, "price", .text(price.amount.description))
    return was
  }

  /// - Returns: the service as it was.
  func set(duration: Minutes, of text: String) throws -> Service {
    let (found, was) = try service(text)
    try set(.service, found, "duration_minutes", .integer(Int64(duration.count)))
    return was
  }

  /// - Returns: the service as it was.
  func set(buffer: Minutes, of text: String) throws -> Service {
    let (found, was) = try service(text)
    try set(.service, found, "buffer_time_after_minutes", .integer(Int64(buffer.count)))
    return was
  }

  /// - Returns: the service's name, its kind now and before, and how many bookings from `day` on stand
  ///   with therapists who do not do it now.
  func set(kind text: String, ofService service: String, from day: LocalDate) throws
    -> (name: String, kind: String, was: String, ahead: Int)
  {
    let found = try names.one(.service, service)
    let was = try kind(of: found)
    let kind = try names.one(.kind, text)
    try checkIsOffered(kind, by: found)
    try set(.service, found, "service_type_id", .integer(kind.number))
    return (
      found.name, kind.name, was?.name ?? "?",
      try aheadUndone("b.service_id = ?", found, from: day)
    )
  }

  private func kind(of service: Found) throws -> Found? {
    let row = try db.row(
      """
      SELECT k.service_type_id AS n, substr(k.name, 1, 200) AS name FROM services s
      JOIN service_types k ON k.service_type_id = s.service_type_id WHERE s.service_id = ?
      """, [.integer(service.number)])
    return row.flatMap { row in
      row.int64("n").map { Found(number: $0, name: row.nonBlankText("name") ?? "?") }
    }
  }

  /// What is sold is of a kind that is offered.
  private func checkIsOffered(_ kind: Found, by service: Found? = nil) throws {
    if let service,
      try db.row(
        "SELECT 1 AS one FROM services WHERE service_id = ? AND is_active = 0",
        [.integer(service.number)]) != nil
    {
      return
    }
    guard
      try db.row(
        "SELECT 1 AS one FROM service_types WHERE service_type_id = ? AND is_active = 0",
        [.integer(kind.number)]) == nil
    else {
      throw Complaint(
        "\(PlainLine.shown(kind.name)) is offered no more; \(asked.kindOn) offers it again.")
    }
  }

  // MARK: - On and off

  /// Sold or not, offered by the web shop or not, after a consultation or not.
  /// - Returns: the service's name.
  func turn(_ what: HouseSwitch, of text: String, isOn: Bool) throws -> String {
    let found = try names.one(.service, text)
    let column =
      switch what {
      case .web: "bookable_online"
      case .consultation: "requires_consultation"
      default: "is_active"
      }
    try set(.service, found, column, StoredValue(isOn))
    if column == "is_active", isOn, let kind = try kind(of: found) { try checkIsOffered(kind) }
    return found.name
  }

  /// - Returns: the kind's name.
  /// - Throws: `Complaint` while something of it is sold.
  func turn(kind text: String, isOn: Bool) throws -> String {
    let found = try names.one(.kind, text)
    let sold = try db.row(
      "SELECT COUNT(*) AS n FROM services WHERE service_type_id = ? AND is_active <> 0",
      [.integer(found.number)])
    if !isOn, let count = sold?.int64("n"), count > 0 {
      throw Complaint(
        "\(count) services of the kind \(PlainLine.shown(found.name)) are sold; take them off first."
      )
    }
    try set(.kind, found, "is_active", StoredValue(isOn))
    return found.name
  }

  // MARK: - New ones

  /// - Parameter kind: a name that nobody has yet is a new kind.
  /// - Returns: whether the kind is new as well, and which may be meant then.
  func add(_ service: SpaPlan.Service, kind: String) throws -> (isNew: Bool, alike: String?) {
    try names.checkFree(service.name, .service)
    try check(service.price)
    let known = try names.known(.kind, kind)
    if let known {
      try checkIsOffered(known)
    } else {
      try add(kind: SpaPlan.checkedName(kind, longest: 200, of: "a kind's name"))
    }
    try db.execute(
      """
      INSERT INTO services
        (service_type_id, name, price, duration_minutes, buffer_time_after_minutes, is_active)
      VALUES (?, ?, ?, ?, ?, 1)
      """,
      [
        .integer(try known?.number ?? names.one(.kind, kind).number), .text(service.name),
        .text(service.price.amount.description), .integer(Int64(service.duration.count)),
        .integer(Int64(service.buffer.count)),
      ])
    guard known == nil else { return (false, nil) }
    let folded = FoldedText(kind).text
    return (
      true,
      try names.all(.kind).map(\.name).first { name in
        let other = FoldedText(name).text
        return other != folded && Resemblance.isSlip(folded, for: other)
      }
    )
  }

  func add(kind name: String) throws {
    try names.checkFree(name, .kind)
    try db.execute("INSERT INTO service_types (name) VALUES (?)", [.text(name)])
  }

  private func check(_ price: WrittenPrice) throws {
    try SpaCurrency.stored(in: db)?.check(price)
  }
}
