import NIOCore
import NIOWebSocket

/// One whole frame as it goes over the wire.
///
/// A server's frames are not masked, so one value can be written to any number of connections:
/// encode once, write the same bytes to all. A client needs a fresh `mask` for every frame
/// (RFC 6455, 5.3), which makes its frames good for one connection only.
package struct WebSocketFrameBytes: Hashable, Sendable {
  package let buffer: ByteBuffer

  package static func text(_ payload: ByteBuffer, mask: WebSocketMaskingKey? = nil) -> Self {
    Self(.text, payload, mask)
  }

  /// - Parameter payload: as `WebSocketDeflate` ends it; only for a connection that has agreed.
  package static func compressedText(_ payload: ByteBuffer) -> Self {
    Self(.text, payload, nil, isCompressed: true)
  }

  package static func binary(_ payload: ByteBuffer, mask: WebSocketMaskingKey? = nil) -> Self {
    Self(.binary, payload, mask)
  }

  /// Several frames that go over the wire one after the other.
  package static func joined(_ frames: [Self]) -> Self {
    guard frames.count > 1 else { return frames.first ?? Self(buffer: ByteBuffer()) }
    var all = ByteBufferAllocator().buffer(
      capacity: frames.reduce(0) { $0 + $1.buffer.readableBytes })
    for frame in frames { all.writeImmutableBuffer(frame.buffer) }
    return Self(buffer: all)
  }

  private init(buffer: ByteBuffer) { self.buffer = buffer }

  /// A server's ping.
  package static let ping = ping(ByteBuffer(), mask: nil)

  static func ping(_ payload: ByteBuffer, mask: WebSocketMaskingKey?) -> Self {
    Self(.ping, payload, mask)
  }

  static func pong(_ payload: ByteBuffer, mask: WebSocketMaskingKey?) -> Self {
    Self(.pong, payload, mask)
  }

  static func close(_ close: WebSocketClose, mask: WebSocketMaskingKey?) -> Self {
    var payload = ByteBuffer()
    if close.code != WebSocketClose.withoutCode.code {
      payload.writeInteger(close.code)
      payload.writeString(close.reason.cut(toBytes: 123))
    }
    return Self(.connectionClose, payload, mask)
  }

  private init(
    _ opcode: WebSocketOpcode, _ payload: ByteBuffer, _ mask: WebSocketMaskingKey?,
    isCompressed: Bool = false
  ) {
    let length = payload.readableBytes
    var frame = ByteBufferAllocator().buffer(capacity: length + 14)
    // RSV1 says that a message is compressed (RFC 7692, 6).
    let first: UInt8 = isCompressed ? 0xC0 : 0x80
    frame.writeInteger(first | UInt8(webSocketOpcode: opcode))
    let masked: UInt8 = mask == nil ? 0 : 0x80
    switch length {
    case ...125: frame.writeInteger(masked | UInt8(length))
    case ...0xFFFF: frame.writeMultipleIntegers(masked | 126, UInt16(length))
    default: frame.writeMultipleIntegers(masked | 127, UInt64(length))
    }
    if let mask {
      frame.writeBytes(mask)
      var payload = payload
      payload.webSocketMask(mask)
      frame.writeBuffer(&payload)
    } else {
      frame.writeImmutableBuffer(payload)
    }
    buffer = frame
  }
}

extension String {
  /// The longest beginning of whole characters that fits: a close reason has 123 bytes (5.5).
  fileprivate func cut(toBytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var end = startIndex
    for index in indices {
      let after = self.index(after: index)
      guard utf8.distance(from: startIndex, to: after) <= limit else { break }
      end = after
    }
    return String(self[..<end])
  }
}
