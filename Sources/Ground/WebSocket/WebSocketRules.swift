import NIOCore
import NIOWebSocket

/// RFC 6455 as one end of a connection must keep it, without I/O: frames in, what to do out.
/// The frame decoder below has already refused control frames that are fragmented or longer than
/// 125 bytes; its complaints come in through `undecodable`.
package struct WebSocketRules {
  package enum Side: Hashable, Sendable {
    case server
    case client
  }

  /// What one frame asks for.
  package enum Step: Hashable, Sendable {
    case nothing
    case text(ByteBuffer)
    case binary(ByteBuffer)
    /// A ping: send a pong with these bytes.
    case pong(ByteBuffer)
    case ponged
    /// The peer closed first: send a close frame with the same code and end the connection.
    case answerClose(WebSocketClose)
    /// The peer has answered our close frame.
    case closed(WebSocketClose)
    /// The peer broke the rules: send a close frame that says so and end the connection.
    case fail(WebSocketClose)
  }

  private enum Phase {
    case open
    /// Our close frame is out, the peer's is awaited.
    case closing
    /// Nothing more is sent or taken.
    case over
  }

  private struct Message {
    let isText: Bool
    let isCompressed: Bool
    var bytes: ByteBuffer
    var fragments = 1
    var check = UTF8Check()
  }

  private let side: Side
  private let limits: WebSocketLimits
  /// Whether permessage-deflate was agreed on (RFC 7692).
  private let inflates: Bool
  private var phase = Phase.open
  private var message: Message?

  package init(side: Side, limits: WebSocketLimits, inflates: Bool = false) {
    (self.side, self.limits, self.inflates) = (side, limits, inflates)
  }

  /// After the close frame no other frame may follow (5.5.1).
  package var maySend: Bool { phase == .open }

  package mutating func received(_ frame: WebSocketFrame) -> Step {
    guard phase != .over else { return .nothing }
    if let breach = breach(in: frame) { return fail(breach) }
    switch frame.opcode {
    case .ping: return phase == .open ? .pong(frame.unmaskedData) : .nothing
    case .pong: return .ponged
    case .connectionClose: return peerCloses(frame.unmaskedData)
    case _ where phase == .closing: return .nothing
    case .continuation: return continued(by: frame)
    default: return begun(by: frame)
    }
  }

  /// Stands for a frame that could not even be read.
  package mutating func undecodable(_ error: any Error) -> Step {
    guard phase != .over else { return .nothing }
    switch error as? NIOWebSocketError {
    case .fragmentedControlFrame:
      return fail(.protocolError("A control frame must not be fragmented."))
    case .multiByteControlFrameLength:
      return fail(.protocolError("A control frame is at most 125 bytes long."))
    default:
      return fail(.tooBig("A frame is at most \(limits.frame) bytes long."))
    }
  }

  /// - Returns: whether the close frame is to be sent; false where one has been.
  package mutating func close() -> Bool {
    guard phase == .open else { return false }
    phase = .closing
    message = nil
    return true
  }

  /// The connection is gone, or waiting for the peer's close frame took too long.
  /// - Returns: nil where the end was told already.
  package mutating func end() -> WebSocketClose? {
    guard phase != .over else { return nil }
    phase = .over
    return .lost()
  }
}

// MARK: - Frames

extension WebSocketRules {
  /// What is wrong with a frame whatever came before it.
  private func breach(in frame: WebSocketFrame) -> WebSocketClose? {
    // 5.1: a client masks every frame, a server none.
    if side == .server && frame.maskKey == nil {
      return .protocolError("A client must mask its frames.")
    }
    if side == .client && frame.maskKey != nil {
      return .protocolError("A server must not mask its frames.")
    }
    // 5.2: a reserved bit has the meaning that an extension gives it. RFC 7692, 6: RSV1 stands in
    // the first frame of a compressed message and in no other.
    let begins = frame.opcode == .text || frame.opcode == .binary
    if frame.rsv1 && !(inflates && begins) || frame.rsv2 || frame.rsv3 {
      return .protocolError("Reserved bits must be zero.")
    }
    switch frame.opcode {
    case .continuation, .text, .binary, .connectionClose, .ping, .pong: return nil
    default: return .protocolError("The opcode is reserved.")
    }
  }

  private mutating func begun(by frame: WebSocketFrame) -> Step {
    // 5.4: fragments of two messages are never interleaved.
    guard message == nil else {
      return fail(.protocolError("A message begins before the last one ended."))
    }
    var new = Message(
      isText: frame.opcode == .text, isCompressed: frame.rsv1, bytes: frame.unmaskedData)
    guard new.bytes.readableBytes <= limits.message else { return fail(tooBig) }
    guard takes(new.bytes, into: &new) else { return fail(notText) }
    guard frame.fin else {
      message = new
      return .nothing
    }
    return delivered(new)
  }

  private mutating func continued(by frame: WebSocketFrame) -> Step {
    guard var growing = message else {
      return fail(.protocolError("There is no message to continue."))
    }
    // Taken out, so that its buffer grows in place.
    message = nil
    var bytes = frame.unmaskedData
    growing.fragments += 1
    guard growing.fragments <= limits.fragments else {
      return fail(.tooBig("A message has at most \(limits.fragments) fragments."))
    }
    guard growing.bytes.readableBytes + bytes.readableBytes <= limits.message else {
      return fail(tooBig)
    }
    guard takes(bytes, into: &growing) else { return fail(notText) }
    growing.bytes.writeBuffer(&bytes)
    guard frame.fin else {
      message = growing
      return .nothing
    }
    return delivered(growing)
  }

  /// 8.1: text is UTF-8, and a fragment that spoils it fails at once, not at the message's end.
  private func takes(_ bytes: ByteBuffer, into message: inout Message) -> Bool {
    !message.isText || message.isCompressed
      || bytes.withUnsafeReadableBytes { message.check.accepts($0) }
  }

  private mutating func delivered(_ message: Message) -> Step {
    guard !message.isCompressed else { return inflated(message) }
    guard message.isText else { return .binary(message.bytes) }
    return message.check.isComplete ? .text(message.bytes) : fail(notText)
  }

  private mutating func inflated(_ message: Message) -> Step {
    switch WebSocketDeflate.inflated(message.bytes, atMost: limits.message) {
    case .tooBig: return fail(tooBig)
    case .wrong: return fail(.notText("A compressed message must be of RFC 7692."))
    case .bytes(let bytes):
      var plain = Message(isText: message.isText, isCompressed: false, bytes: bytes)
      guard takes(bytes, into: &plain) else { return fail(notText) }
      return delivered(plain)
    }
  }

  private var tooBig: WebSocketClose {
    .tooBig("A message is at most \(limits.message) bytes long.")
  }
  private var notText: WebSocketClose { .notText("A text message must be UTF-8.") }
}

// MARK: - The end

extension WebSocketRules {
  private mutating func peerCloses(_ payload: ByteBuffer) -> Step {
    let given: WebSocketClose
    switch Self.close(from: payload) {
    case .success(let close): given = close
    case .failure(let breach): return fail(breach.close)
    }
    let isAnswer = phase == .closing
    phase = .over
    message = nil
    return isAnswer ? .closed(given) : .answerClose(given)
  }

  private struct Breach: Error {
    let close: WebSocketClose
  }

  /// 5.5.1: empty, or a code that may be sent and a reason in UTF-8.
  private static func close(from payload: ByteBuffer) -> Result<WebSocketClose, Breach> {
    var payload = payload
    guard payload.readableBytes > 0 else { return .success(.withoutCode) }
    guard let code = payload.readInteger(as: UInt16.self), WebSocketClose.mayBeSent(code) else {
      return .failure(Breach(close: .protocolError("The close code is not one that may be sent.")))
    }
    var check = UTF8Check()
    let isText = payload.withUnsafeReadableBytes { check.accepts($0) } && check.isComplete
    guard isText else {
      return .failure(Breach(close: .notText("The reason of a close must be UTF-8.")))
    }
    return .success(WebSocketClose(code, String(buffer: payload)))
  }

  private mutating func fail(_ close: WebSocketClose) -> Step {
    let mayTell = phase == .open
    phase = .over
    message = nil
    // Once our close frame is out, no second one may follow it.
    return mayTell ? .fail(close) : .closed(close)
  }
}
