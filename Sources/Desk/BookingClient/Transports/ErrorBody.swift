import BookingProtocol
import NIOCore

/// The sentence of a refusal over HTTP.
enum ErrorBody {
  /// A sentence, not a page.
  private static let longest = 500

  static func sentence(in body: ByteBuffer) -> String? {
    guard let sentence = try? OperationCoding.refusal(body.readableBytesView), !sentence.isEmpty
    else { return nil }
    return String(sentence.prefix(longest))
  }
}
