import BookingDomain

/// One of several changes that are ordered together: the message that would carry it alone, with its
/// type among its fields.
struct WireOrderPart: Codable {
  let type: String
  let fields: WireClientEnvelope.Fields

  private enum CodingKeys: String, CodingKey {
    case type
  }

  init(_ part: Order.Part) {
    type = part.change.type.rawValue
    fields = WireClientEnvelope.Fields(part)
  }

  init(from decoder: any Decoder) throws {
    type = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .type)
    fields = try WireClientEnvelope.Fields(from: decoder)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(type, forKey: .type)
    try fields.encode(to: encoder)
  }
}
