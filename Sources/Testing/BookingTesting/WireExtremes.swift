import BookingProtocol
import Foundation

/// Messages with one whole number each at an extreme: what a hostile or broken program may send.
package enum WireExtremes {
  package static let numbers = [
    "-9223372036854775809", "-9223372036854775808", "-9223372036854775807", "-3000000000", "-1",
    "0", "1", "1440", "1441", "3000000000", "9007199254740991", "9007199254740992",
    "100000000000000000", "9223372036854775806", "9223372036854775807", "9223372036854775808",
    "1e17", "1e400", "1.5", "-0.0", "\"7\"", "null", "[]",
  ]

  /// Days, times and instants by the form of what they take the place of.
  private static let moments: [(form: String, extremes: [String])] = [
    (#"\d{4}-\d{2}-\d{2}"#, ["0001-01-01", "9999-12-31", "2024-02-30", "-999-01-01", ""]),
    (#"\d{2}:\d{2}:\d{2}"#, ["00:00:00", "23:59:59", "24:00:00", "99:99:99", "-1:00:00"]),
    (
      #"\d{4}-\d{2}-\d{2}T[\d:.]+Z"#,
      ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59-23:59", "now"]
    ),
  ]

  package struct Variant: Sendable {
    package let field: String
    package let text: String
  }

  /// The message with each of its whole numbers in turn replaced by this one.
  package static func variants(of bytes: [UInt8], _ number: String) -> [Variant] {
    variants(of: bytes, matching: #""(\w+)":(-?\d+)(?=[,}\]])"#, number)
  }

  /// The message with each of its days, times and instants in turn at an extreme.
  package static func momentVariants(of bytes: [UInt8]) -> [Variant] {
    moments.flatMap { form, extremes in
      extremes.flatMap { variants(of: bytes, matching: #""(\w+)":"(\#(form))""#, $0) }
    }
  }

  private static func variants(of bytes: [UInt8], matching form: String, _ extreme: String)
    -> [Variant]
  {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let pattern = try? NSRegularExpression(pattern: form) else { return [] }
    let whole = NSRange(text.startIndex..., in: text)
    return pattern.matches(in: text, range: whole).compactMap { match in
      guard let name = Range(match.range(at: 1), in: text),
        let value = Range(match.range(at: 2), in: text)
      else { return nil }
      return Variant(
        field: String(text[name]), text: text.replacingCharacters(in: value, with: extreme))
    }
  }

  /// Every message that clients send, with extreme numbers that a program can hold, for tests of a
  /// real server. Numbers that no reader accepts are tested on the reader alone.
  package static var ofClients: [Variant] {
    let possible = [
      "-9223372036854775808", "-1", "0", "1440", "100000000000000000", "9223372036854775807",
    ]
    return ProtocolSamples.client.flatMap { sample in
      possible.flatMap { variants(of: sample.bytes, $0) } + momentVariants(of: sample.bytes)
    }
  }

  package static func variants(of bytes: [UInt8]) -> [Variant] {
    numbers.flatMap { variants(of: bytes, $0) } + momentVariants(of: bytes)
  }
}
