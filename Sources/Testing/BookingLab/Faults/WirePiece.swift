import BookingTesting
import NIOCore

/// The smallest thing that a fault can hit: one request, one answer, one WebSocket frame, or bytes
/// that the proxy does not understand.
struct WirePiece: Hashable {
  enum Kind: Hashable, Sendable {
    case request(method: String, path: String)
    case response(status: Int)
    /// A text frame; the type is empty where it is no envelope.
    case message(type: String)
    case ping
    case pong
    case close
    case otherFrame
    case bytes
  }

  let kind: Kind
  let bytes: ByteBuffer
  /// Where in `bytes` the payload begins that `corrupted` may spoil.
  let payload: Int

  /// The same with a byte in the middle of its payload spoilt: 0xFF stands in no UTF-8 text
  /// (RFC 3629, 1). A control frame gets reserved bits, which no extension has given a meaning
  /// (RFC 6455, 5.2).
  var corrupted: ByteBuffer {
    var spoilt = bytes
    let start = bytes.readerIndex
    switch kind {
    case .request, .response, .bytes:
      let length = bytes.readableBytes - payload
      spoilt.setInteger(UInt8.max, at: start + (length > 0 ? payload + length / 2 : 0))
    case .message where bytes.readableBytes > payload:
      let middle = (bytes.readableBytes - payload) / 2
      spoilt.setInteger(UInt8.max ^ mask(at: middle), at: start + payload + middle)
    case .message, .ping, .pong, .close, .otherFrame:
      let first: UInt8 = bytes.getInteger(at: start) ?? 0
      spoilt.setInteger(first | 0x70, at: start)
    }
    return spoilt
  }

  private func mask(at index: Int) -> UInt8 {
    let second: UInt8 = bytes.getInteger(at: bytes.readerIndex + 1) ?? 0
    guard second & 0x80 != 0 else { return 0 }
    return bytes.getInteger(at: bytes.readerIndex + payload - 4 + index % 4) ?? 0
  }
}
