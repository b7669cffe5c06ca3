import BookingTesting
import FoundationEssentials
import NIOCore
import NIOWebSocket

/// Cuts what one end sends into pieces: HTTP until the upgrade, WebSocket frames after it. What it
/// does not understand (TLS, chunked bodies, anything outrageous) passes in whatever pieces it
/// comes in.
struct WireReader {
  private enum Mode {
    case http
    /// A request for a WebSocket is on its way: the answer decides what comes next.
    case undecided
    case frames
    case opaque
  }

  /// Past these bytes without an end it is no head, and no body or frame of this protocol.
  private static let longestHead = 65_536
  private static let longestPiece = 64 << 20

  private let sender: Sender
  private var mode = Mode.http
  private var buffer = ByteBuffer()

  init(sender: Sender) { self.sender = sender }

  mutating func take(_ bytes: ByteBuffer) { buffer.writeImmutableBuffer(bytes) }

  /// Tells the reader of requests what the server has answered to the upgrade.
  mutating func upgraded(_ isWebSocket: Bool) {
    if case .undecided = mode { mode = isWebSocket ? .frames : .http }
  }

  mutating func next() -> WirePiece? {
    guard buffer.readableBytes > 0 else {
      buffer.clear()
      return nil
    }
    switch mode {
    case .undecided: return nil
    case .http: return nextOfHTTP()
    case .frames: return nextFrame()
    case .opaque: return cut(buffer.readableBytes, .bytes)
    }
  }

  private mutating func cut(_ length: Int, _ kind: WirePiece.Kind, payload: Int = 0) -> WirePiece? {
    guard let bytes = buffer.readSlice(length: length) else { return nil }
    return WirePiece(kind: kind, bytes: bytes, payload: payload)
  }

  private mutating func givesUp() -> WirePiece? {
    mode = .opaque
    return next()
  }
}

// MARK: - HTTP

extension WireReader {
  private mutating func nextOfHTTP() -> WirePiece? {
    let view = buffer.readableBytesView
    guard let end = view.firstRange(of: [13, 10, 13, 10])?.upperBound else {
      // TLS begins with a byte that no method begins with (RFC 8446, 5.1: handshake is 22).
      return view.count > Self.longestHead || view.first == 22 ? givesUp() : nil
    }
    let length = end - view.startIndex
    guard let head = Head(String(decoding: view.prefix(length), as: UTF8.self), from: sender),
      head.bodyLength <= Self.longestPiece
    else { return givesUp() }
    guard view.count >= length + head.bodyLength else { return nil }
    if head.isUpgrade { mode = sender == .client ? .undecided : .frames }
    return cut(length + head.bodyLength, head.kind, payload: length)
  }

  /// As much of a head as it takes to know where the message ends.
  private struct Head {
    let kind: WirePiece.Kind
    var bodyLength = 0
    var isUpgrade = false

    init?(_ text: String, from sender: Sender) {
      let lines = text.split(separator: "\r\n")
      let words = lines.first?.split(separator: " ") ?? []
      switch sender {
      case .client:
        guard words.count == 3 else { return nil }
        kind = .request(method: String(words[0]), path: String(words[1]))
      case .server:
        guard words.count >= 2, let status = Int(words[1]) else { return nil }
        kind = .response(status: status)
        isUpgrade = status == 101
      }
      for line in lines.dropFirst() {
        let field = line.split(separator: ":", maxSplits: 1).map { $0.lowercased() }
        guard field.count == 2 else { return nil }
        let value = field[1].drop(while: \.isWhitespace)
        switch field[0] {
        case "content-length":
          guard let length = Int(value), length >= 0 else { return nil }
          bodyLength = length
        case "transfer-encoding": return nil
        case "upgrade" where sender == .client: isUpgrade = value.contains("websocket")
        default: break
        }
      }
    }
  }
}

// MARK: - WebSocket

extension WireReader {
  /// RFC 6455, 5.2.
  private mutating func nextFrame() -> WirePiece? {
    let start = buffer.readerIndex
    guard let first: UInt8 = buffer.getInteger(at: start),
      let second: UInt8 = buffer.getInteger(at: start + 1)
    else { return nil }
    var header = 2
    var length = Int(second & 0x7F)
    if length == 126 {
      guard let long: UInt16 = buffer.getInteger(at: start + 2) else { return nil }
      (header, length) = (4, Int(long))
    } else if length == 127 {
      guard let long: UInt64 = buffer.getInteger(at: start + 2) else { return nil }
      guard long <= UInt64(Self.longestPiece) else { return givesUp() }
      (header, length) = (10, Int(long))
    }
    if second & 0x80 != 0 { header += 4 }
    guard length <= Self.longestPiece else { return givesUp() }
    guard buffer.readableBytes >= header + length else { return nil }
    return cut(header + length, kind(first, header, length, second & 0x80 != 0), payload: header)
  }

  private func kind(_ first: UInt8, _ header: Int, _ length: Int, _ isMasked: Bool)
    -> WirePiece.Kind
  {
    switch first & 0x8F {
    case 0x81: break
    case 0x88: return .close
    case 0x89: return .ping
    case 0x8A: return .pong
    default: return .otherFrame
    }
    let start = buffer.readerIndex
    guard var text = buffer.getSlice(at: start + header, length: length) else { return .otherFrame }
    if isMasked, let key = buffer.getBytes(at: start + header - 4, length: 4) {
      text.webSocketUnmask(WebSocketMaskingKey(key) ?? [0, 0, 0, 0])
    }
    let envelope = try? JSONDecoder().decode(Envelope.self, from: Data(text.readableBytesView))
    return .message(type: envelope?.type ?? "")
  }

  private struct Envelope: Decodable {
    let type: String
  }
}
