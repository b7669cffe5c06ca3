import BookingDomain
import FoundationEssentials

/// Reading and writing JSON, and what every message's coding shares.
enum Wire {
  /// Keys sorted: the same message is the same bytes.
  static func bytes(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value))
    } catch {
      preconditionFailure("wire types hold nothing that JSON cannot: \(error)")
    }
  }

  static func value<Value: Decodable>(_ type: Value.Type, from bytes: some Collection<UInt8>)
    throws(MessageProblem) -> Value
  {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let problem as MessageProblem {
      throw problem
    } catch let error as DecodingError {
      throw .malformed(detail: error.detail)
    } catch {
      throw .malformed(detail: "not readable as JSON")
    }
  }

  /// Reads `text` as `Value`, or names the field that holds something else.
  static func parse<Value: LosslessStringConvertible>(
    _ text: String, as type: Value.Type, field: String, form: String
  ) throws(MessageProblem) -> Value {
    guard let value = Value(text) else {
      throw .malformed(detail: "\(field) is not of the form \(form)")
    }
    return value
  }

  static func check(_ number: Int64, _ range: ClosedRange<Int64>, at path: [any CodingKey])
    throws(MessageProblem)
  {
    guard range.contains(number) else {
      throw .malformed(detail: "\(path.field) must be \(range.words)")
    }
  }

  static func date(_ text: String, _ field: String) throws(MessageProblem) -> LocalDate {
    try parse(text, as: LocalDate.self, field: field, form: "YYYY-MM-DD")
  }

  static func time(_ text: String, _ field: String) throws(MessageProblem) -> TimeOfDay {
    try parse(text, as: TimeOfDay.self, field: field, form: "HH:MM:SS")
  }

  static func timestamp(_ text: String, _ field: String) throws(MessageProblem) -> Timestamp {
    try parse(text, as: Timestamp.self, field: field, form: "2024-01-15T10:30:00Z")
  }

  // What may be missing.

  static func date(ifAny text: String?, _ field: String) throws(MessageProblem) -> LocalDate? {
    guard let text else { return nil }
    return try date(text, field)
  }

  static func time(ifAny text: String?, _ field: String) throws(MessageProblem) -> TimeOfDay? {
    guard let text else { return nil }
    return try time(text, field)
  }

  static func timestamp(ifAny text: String?, _ field: String) throws(MessageProblem) -> Timestamp? {
    guard let text else { return nil }
    return try timestamp(text, field)
  }

  static func status(_ text: String, _ field: String) throws(MessageProblem) -> BookingStatus {
    guard let status = BookingStatus(rawValue: text) else {
      let known = BookingStatus.allCases.map(\.rawValue).joined(separator: ", ")
      throw .malformed(detail: "\(field) is none of \(known)")
    }
    return status
  }

  static func method(_ text: String) throws(MessageProblem) -> PaymentMethod {
    guard let method = PaymentMethod(rawValue: text) else {
      let known = PaymentMethod.allCases.map(\.rawValue).joined(separator: ", ")
      throw .malformed(detail: "method is none of \(known)")
    }
    return method
  }

  /// A sum of many prices, which is longer than each of them.
  static func sum(_ text: String) -> Money? { Money(text, digits: 16) }

  static func requestID(_ text: String?) throws(MessageProblem) -> RequestID {
    guard let text, let id = RequestID(text) else {
      throw .malformed(detail: "id must be a UUID")
    }
    return id
  }
}

/// How a value is spelt in JSON: made from the value where it is sent, and read back into it.
protocol WireForm: Codable {
  associatedtype Value
  /// `Value?` where only a newer server may know what is meant.
  associatedtype Found = Value

  init(_ value: Value)
  func value() throws(MessageProblem) -> Found
}

extension Array where Element: WireForm {
  init(_ values: [Element.Value]) { self = values.map { Element($0) } }

  /// Nil for none: an empty list is left out.
  init?(ifAny values: [Element.Value]) {
    if values.isEmpty { return nil }
    self.init(values)
  }

  func values() throws(MessageProblem) -> [Element.Value] where Element.Found == Element.Value {
    try read { (wire) throws(MessageProblem) in try wire.value() }
  }

  /// What only a newer server knows is left out.
  func values() throws(MessageProblem) -> [Element.Value] where Element.Found == Element.Value? {
    try read { (wire) throws(MessageProblem) in try wire.value() }
  }
}

extension Array {
  /// Reads every one of a list.
  /// - Parameter value: nil for what only a newer server knows, which is left out.
  func read<Value>(_ value: (Element) throws(MessageProblem) -> Value?) throws(MessageProblem)
    -> [Value]
  {
    var read: [Value] = []
    read.reserveCapacity(count)
    for element in self { if let value = try value(element) { read.append(value) } }
    return read
  }
}

/// A row's number in an order. The guide's schema writes ids as strings in some places and as
/// numbers in others: both are read, numbers are written.
struct WireNumber: Codable {
  let number: Int64

  init(_ number: Int64) { self.number = number }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int64.self) {
      self.number = number
    } else if let text = try? container.decode(String.self), let number = Int64(text) {
      self.number = number
    } else {
      throw MessageProblem.malformed(
        detail: "\(decoder.codingPath.field) must be a whole number \(Ranges.id.words)")
    }
    try Wire.check(number, Ranges.id, at: decoder.codingPath)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }
}

struct WirePosition: Codable {
  let epoch: String
  let seq: WireSeq

  init(_ position: LogPosition) {
    epoch = position.epoch
    seq = WireSeq(position.seq)
  }

  var position: LogPosition { LogPosition(epoch: epoch, seq: seq.number) }
}

extension DecodingError {
  /// The field's path and what is wrong with it, never the value: it may be a password.
  fileprivate var detail: String {
    switch self {
    case .keyNotFound(let key, let context):
      "\((context.codingPath + [key]).dotted) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.isEmpty
        ? "not a JSON object" : "\(context.codingPath.dotted) is of the wrong kind"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty ? "not JSON" : "\(context.codingPath.dotted) is not readable"
    @unknown default: "not readable"
    }
  }
}

extension [any CodingKey] {
  fileprivate var dotted: String {
    map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
  }

  /// The path as a refusal names it: within `data`, which every message has.
  var field: String {
    first?.stringValue == "data" && count > 1 ? Array(dropFirst()).dotted : dotted
  }
}
