import FoundationEssentials
import NIOCore

/// The body of a refusal: `{"error": "a sentence"}`.
struct ErrorBody: Decodable {
  /// A sentence, not a page.
  private static let longest = 500

  let error: String

  static func sentence(in body: ByteBuffer) -> String? {
    guard let decoded = try? JSONDecoder().decode(Self.self, from: Data(body.readableBytesView)),
      !decoded.error.isEmpty
    else { return nil }
    return String(decoded.error.prefix(longest))
  }
}
