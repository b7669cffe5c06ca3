import BookingDomain

/// A whole number of a message, read within the range of its kind: outside of it the message is
/// malformed, and the problem names the field and the range.
struct WireInteger<Kind: WireIntegerKind>: Codable, Hashable, Sendable {
  let number: Int64

  init(_ number: Int64) { self.number = number }
  init(_ number: Int) { self.number = Int64(number) }

  init(from decoder: any Decoder) throws {
    guard let number = try? decoder.singleValueContainer().decode(Int64.self) else {
      throw MessageProblem.malformed(
        detail: "\(decoder.codingPath.field) must be a whole number \(Kind.range.words)")
    }
    self.number = number
    try Wire.check(number, Kind.range, at: decoder.codingPath)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }

  var int: Int { Int(number) }
}

protocol WireIntegerKind {
  static var range: ClosedRange<Int64> { get }
}

/// The kinds of whole numbers on the wire, with the ranges of the domain's table.
enum WireKind {
  enum Duration: WireIntegerKind { static let range = wide(Ranges.duration) }
  enum Buffer: WireIntegerKind { static let range = wide(Ranges.buffer) }
  enum Position: WireIntegerKind { static let range = Ranges.position }
  enum Count: WireIntegerKind { static let range = wide(Ranges.count) }
  enum ZoneOffset: WireIntegerKind { static let range = wide(Ranges.zoneOffset) }
  enum Pause: WireIntegerKind { static let range = wide(Ranges.pause) }
  enum Notice: WireIntegerKind { static let range = wide(Ranges.notice) }
  enum Heartbeat: WireIntegerKind { static let range = 1...wide(Ranges.pause).upperBound }
  enum ProtocolVersion: WireIntegerKind { static let range: ClosedRange<Int64> = 1...1_000_000 }

  private static func wide(_ range: ClosedRange<Int>) -> ClosedRange<Int64> {
    Int64(range.lowerBound)...Int64(range.upperBound)
  }
}

typealias WireDuration = WireInteger<WireKind.Duration>
typealias WireBuffer = WireInteger<WireKind.Buffer>
/// A position of the log, or a version of a booking.
typealias WireSeq = WireInteger<WireKind.Position>
typealias WireCount = WireInteger<WireKind.Count>

extension WireInteger where Kind == WireKind.Duration {
  init(_ length: Minutes) { self.init(length.count) }
  var minutes: Minutes { Minutes(int) }
}

extension WireInteger where Kind == WireKind.Buffer {
  init(_ length: Minutes) { self.init(length.count) }
  var minutes: Minutes { Minutes(int) }
}
