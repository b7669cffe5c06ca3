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

  package struct Variant: Sendable {
    package let field: String
    package let text: String
  }

  /// The message with each of its whole numbers in turn replaced by this one.
  package static func variants(of bytes: [UInt8], _ number: String) -> [Variant] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let pattern = try? NSRegularExpression(pattern: #""(\w+)":(-?\d+)(?=[,}\]])"#) else {
      return []
    }
    let whole = NSRange(text.startIndex..., in: text)
    return pattern.matches(in: text, range: whole).compactMap { match in
      guard let name = Range(match.range(at: 1), in: text),
        let value = Range(match.range(at: 2), in: text)
      else { return nil }
      return Variant(
        field: String(text[name]), text: text.replacingCharacters(in: value, with: number))
    }
  }

  /// Of every message that clients send.
  package static var ofClients: [Variant] {
    ProtocolSamples.client.flatMap { sample in
      numbers.flatMap { variants(of: sample.bytes, $0) }
    }
  }

  /// Of every message that servers send.
  package static var ofServers: [Variant] {
    ProtocolSamples.server.flatMap { sample in
      numbers.flatMap { variants(of: sample.bytes, $0) }
    }
  }
}
