import BookingDomain

/// `BOARD_DIGEST`. The number stands in hexadecimal: JSON's numbers lose bits past 2⁵³ in a browser.
struct WireDigest: Codable {
  let from, to: String
  let position: WirePosition
  let digest: String
  let facts: String?
  /// Missing is 0.
  let shifts, charges, doubts: String?

  init(_ digest: ServerMessage.Digest) {
    from = digest.from.description
    to = digest.to.description
    position = WirePosition(digest.position)
    self.digest = String(digest.value, radix: 16)
    facts = digest.facts.map { String($0, radix: 16) }
    shifts = digest.shifts == 0 ? nil : String(digest.shifts, radix: 16)
    charges = digest.charges == 0 ? nil : String(digest.charges, radix: 16)
    doubts = digest.doubts == 0 ? nil : String(digest.doubts, radix: 16)
  }

  func message() throws(MessageProblem) -> ServerMessage.Digest {
    guard let value = UInt64(digest, radix: 16) else {
      throw .malformed(detail: "digest is not a hexadecimal number")
    }
    return ServerMessage.Digest(
      from: try Wire.date(from, "from"), to: try Wire.date(to, "to"),
      position: position.position, value: value,
      facts: facts.flatMap { UInt64($0, radix: 16) },
      shifts: shifts.flatMap { UInt64($0, radix: 16) } ?? 0,
      charges: charges.flatMap { UInt64($0, radix: 16) } ?? 0,
      doubts: doubts.flatMap { UInt64($0, radix: 16) } ?? 0)
  }
}
