import CZlib
import NIOCore
import NIOHTTP1

/// Compression of whole messages, RFC 7692 (`permessage-deflate`), as a server agrees on it: every
/// message by itself, in both directions (`no_context_takeover`, 7.1.1). A connection at rest then
/// holds nothing for it, and one compressed frame serves any number of connections.
package enum WebSocketDeflate {
  private static let name = "permessage-deflate"

  /// The answer to a client's offers: the first one that can be met (7.1), or nil.
  package static func answer(to headers: HTTPHeaders) -> String? {
    let offers = headers["Sec-WebSocket-Extensions"].flatMap { $0.split(separator: ",") }
    for offer in offers {
      if let answer = answer(to: offer.split(separator: ";").map(trimmed)) { return answer }
    }
    return nil
  }

  private static func answer(to offer: [String]) -> String? {
    guard offer.first?.lowercased() == name else { return nil }
    var answer = "\(name); server_no_context_takeover; client_no_context_takeover"
    var named: Set<String> = []
    for parameter in offer.dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(trimmed)
      // A parameter that stands twice, or is none of ours, declines the offer (7.1).
      guard let key = parts.first?.lowercased(), named.insert(key).inserted else { return nil }
      let value = parts.count > 1 ? parts[1] : nil
      switch key {
      case "server_no_context_takeover", "client_no_context_takeover":
        guard value == nil else { return nil }
      case "client_max_window_bits":
        // 7.1.2.2: the client may be told a smaller window; the largest is read here anyway.
        guard value.map({ bits($0) != nil }) ?? true else { return nil }
      case "server_max_window_bits":
        // 7.1.2.1: what is compressed once for all has the largest window.
        guard value.flatMap(bits) == 15 else { return nil }
        answer += "; server_max_window_bits=15"
      default: return nil
      }
    }
    return answer
  }

  private static func trimmed(_ text: Substring) -> String {
    func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
    return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }

  /// 8 to 15, without leading zeros; possibly in quotes (RFC 6455, 9.1).
  private static func bits(_ text: String) -> Int? {
    let bare =
      text.hasPrefix("\"") && text.hasSuffix("\"") && text.count > 2
      ? String(text.dropFirst().dropLast()) : text
    guard let bits = Int(bare), (8...15).contains(bits), String(bits) == bare else { return nil }
    return bits
  }

  /// The payload of a compressed message may be made of several of these, one after the other;
  /// `ended` makes an end of the last.
  /// - Returns: nil where there is no memory for it.
  package static func compressed(_ bytes: [UInt8]) -> ByteBuffer? {
    bytes.withUnsafeBytes { bytes in
      let room = frontdesk_deflate_bound(bytes.count)
      var into = ByteBufferAllocator().buffer(capacity: room)
      let written = into.writeWithUnsafeMutableBytes(minimumWritableBytes: room) { space in
        frontdesk_deflate(bytes.baseAddress, bytes.count, space.baseAddress, room)
      }
      return written > 0 ? into : nil
    }
  }

  /// 7.2.1: without the empty block at its end.
  package static func ended(_ compressed: ByteBuffer) -> ByteBuffer {
    var payload = compressed
    payload.moveWriterIndex(to: payload.writerIndex - 4)
    return payload
  }

  enum Inflated {
    case bytes(ByteBuffer)
    case tooBig
    case wrong
  }

  /// - Parameter limit: bytes of a message at most, however little it took to send it.
  static func inflated(_ payload: ByteBuffer, atMost limit: Int) -> Inflated {
    var into = ByteBufferAllocator().buffer(capacity: limit)
    var outcome = FRONTDESK_INFLATED_WRONG
    into.writeWithUnsafeMutableBytes(minimumWritableBytes: limit) { space in
      payload.withUnsafeReadableBytes { bytes in
        var written = 0
        outcome = frontdesk_inflate(
          bytes.baseAddress, bytes.count, space.baseAddress, limit, &written)
        return min(written, limit)
      }
    }
    switch outcome {
    // A copy of its own size: the room for the largest is given back.
    case FRONTDESK_INFLATED: return .bytes(ByteBuffer(bytes: into.readableBytesView))
    case FRONTDESK_INFLATED_TOO_BIG: return .tooBig
    default: return .wrong
    }
  }
}
