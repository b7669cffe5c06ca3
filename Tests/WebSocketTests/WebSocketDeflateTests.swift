import NIOCore
import NIOHTTP1
import NIOWebSocket
import Testing

@testable import WebSocket

/// RFC 7692: what is agreed on, and the examples of its section 7.2.3.
@Suite struct WebSocketDeflateTests {
  private static let limits = WebSocketLimits(frame: 1_000, message: 200, fragments: 4)
  private static let hello = ByteBuffer(string: "Hello")

  private var server = WebSocketRules(side: .server, limits: limits, inflates: true)

  @Test(arguments: [
    // 7.2.3.1, a message compressed with one block; 7.2.3.3, one without compression; 7.2.3.4, one
    // with its last bit set; 7.2.3.5, two blocks.
    [0xF2, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00],
    [0x00, 0x05, 0x00, 0xFA, 0xFF, 0x48, 0x65, 0x6C, 0x6C, 0x6F, 0x00],
    [0xF3, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00, 0x00],
    [0xF2, 0x48, 0x05, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xCA, 0xC9, 0xC9, 0x07, 0x00],
  ])
  mutating func theExamplesAreRead(_ payload: [UInt8]) {
    #expect(server.received(Self.frame(payload)) == .text(Self.hello))
  }

  /// 7.2.3.1: RSV1 stands in the first fragment only.
  @Test mutating func aCompressedMessageComesInFragments() {
    #expect(server.received(Self.frame([0xF2, 0x48, 0xCD], fin: false)) == .nothing)
    let end = Self.frame([0xC9, 0xC9, 0x07, 0x00], .continuation, rsv1: false)
    #expect(server.received(end) == .text(Self.hello))
  }

  /// 7.2.3.6: an empty message.
  @Test mutating func anEmptyMessageIsOneZeroByte() {
    #expect(server.received(Self.frame([0x00])) == .text(ByteBuffer()))
  }

  @Test mutating func anUncompressedMessageIsReadAsBefore() {
    let frame = Self.frame(Array("Hello".utf8), rsv1: false)
    #expect(server.received(frame) == .text(Self.hello))
  }

  @Test(arguments: [WebSocketOpcode.continuation, .ping, .pong])
  func rsv1StandsNowhereElse(_ opcode: WebSocketOpcode) {
    var rules = WebSocketRules(side: .server, limits: Self.limits, inflates: true)
    if opcode == .continuation {
      _ = rules.received(Self.frame([0xF2, 0x48, 0xCD], fin: false))
    }
    #expect(code(rules.received(Self.frame([0x00], opcode))) == 1002)
  }

  @Test func withoutAgreementRSV1Fails() {
    var rules = WebSocketRules(side: .server, limits: Self.limits)
    #expect(code(rules.received(Self.frame([0xF2, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00]))) == 1002)
  }

  /// A few bytes may be a great many: the limit holds for what comes out.
  @Test mutating func whatBecomesTooLargeIsRefused() throws {
    let small = try #require(WebSocketDeflate.compressed(Array(repeating: 0x61, count: 200)))
    let large = try #require(WebSocketDeflate.compressed(Array(repeating: 0x61, count: 201)))
    let whole = server.received(Self.frame(Self.payload(small)))
    #expect(whole == .text(ByteBuffer(repeating: 0x61, count: 200)))
    #expect(code(server.received(Self.frame(Self.payload(large)))) == 1009)
  }

  @Test mutating func whatIsNotCompressedOrNoTextIsRefused() throws {
    #expect(code(server.received(Self.frame([0xFF, 0xFF, 0xFF]))) == 1007)
    var other = WebSocketRules(side: .server, limits: Self.limits, inflates: true)
    let noText = try #require(WebSocketDeflate.compressed([0xC3, 0x28]))
    #expect(code(other.received(Self.frame(Self.payload(noText)))) == 1007)
  }

  /// The sizes and fragments of the Autobahn test suite's chapters 12 and 13, as text that repeats
  /// itself as JSON does.
  @Test(
    arguments: [
      16, 64, 256, 1_024, 4_096, 8_192, 16_384, 32_768, 65_536, 131_072,
    ], [128, 256, 1_024, 32_768, .max])
  func messagesOfEverySizeComeThroughInFragments(_ size: Int, _ fragment: Int) throws {
    let line = #"{"AutobahnPython":"0.6.0","bookingId":7,"guest":"Nguyễn Thị Lan"},"#
    var text = Array(String(repeating: line, count: size / line.utf8.count + 1).utf8.prefix(size))
    while String(validating: text, as: UTF8.self) == nil { text.removeLast() }
    var rules = WebSocketRules(
      side: .server,
      limits: WebSocketLimits(frame: 1 << 18, message: 1 << 18, fragments: 4_096),
      inflates: true)
    // One message after the other on one connection: none refers to what was before it.
    for _ in 0..<3 {
      let payload = Self.payload(try #require(WebSocketDeflate.compressed(text)))
      for start in stride(from: 0, to: payload.count, by: min(fragment, payload.count)) {
        let end = min(payload.count, start + min(fragment, payload.count))
        let frame = Self.frame(
          Array(payload[start..<end]), start == 0 ? .text : .continuation,
          fin: end == payload.count, rsv1: start == 0)
        let step = rules.received(frame)
        #expect(step == (end == payload.count ? .text(ByteBuffer(bytes: text)) : .nothing))
      }
    }
  }

  /// One part for all, and an end for each, are one message.
  @Test mutating func partsCompressedApartAreOneMessage() throws {
    var both = try #require(WebSocketDeflate.compressed(Array("Xin chào, ".utf8)))
    both.writeImmutableBuffer(
      WebSocketDeflate.ended(try #require(WebSocketDeflate.compressed(Array("Lan".utf8)))))
    #expect(
      server.received(Self.frame(Array(both.readableBytesView)))
        == .text(
          ByteBuffer(string: "Xin chào, Lan")))
  }

  private static let own =
    "permessage-deflate; server_no_context_takeover; client_no_context_takeover"

  @Test(arguments: [
    // What browsers and Debian's `websockets` send.
    ("permessage-deflate; client_max_window_bits", own),
    ("permessage-deflate", own),
    ("x-webkit-deflate-frame, PerMessage-Deflate; client_max_window_bits=10", own),
    ("permessage-deflate; server_max_window_bits=15", own + "; server_max_window_bits=15"),
    // The second offer where the first cannot be met (7.1, the fallback example).
    ("permessage-deflate; server_max_window_bits=10, permessage-deflate", own),
  ])
  func anOfferIsTaken(_ offer: String, _ answer: String) {
    #expect(WebSocketDeflate.answer(to: ["Sec-WebSocket-Extensions": offer]) == answer)
  }

  @Test(arguments: [
    "", "permessage-bzip2", "permessage-deflate; server_max_window_bits=10",
    "permessage-deflate; server_max_window_bits", "permessage-deflate; client_max_window_bits=16",
    "permessage-deflate; client_max_window_bits=08", "permessage-deflate; unknown",
    "permessage-deflate; server_no_context_takeover=1",
    "permessage-deflate; client_max_window_bits; client_max_window_bits",
  ])
  func anOfferThatCannotBeMetIsNotTaken(_ offer: String) {
    #expect(WebSocketDeflate.answer(to: ["Sec-WebSocket-Extensions": offer]) == nil)
  }

  private func code(_ step: WebSocketRules.Step) -> UInt16? {
    if case .fail(let close) = step { close.code } else { nil }
  }

  private static func payload(_ compressed: ByteBuffer) -> [UInt8] {
    Array(WebSocketDeflate.ended(compressed).readableBytesView)
  }

  private static func frame(
    _ payload: [UInt8], _ opcode: WebSocketOpcode = .text, fin: Bool = true, rsv1: Bool = true
  ) -> WebSocketFrame {
    var bytes = ByteBuffer(bytes: payload)
    let mask: WebSocketMaskingKey = [1, 2, 3, 4]
    bytes.webSocketMask(mask)
    return WebSocketFrame(fin: fin, rsv1: rsv1, opcode: opcode, maskKey: mask, data: bytes)
  }
}
