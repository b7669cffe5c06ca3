import NIOCore
import NIOWebSocket
import Testing

@testable import WebSocket

/// The cases of Autobahn's list, by its chapters, against the rules alone.
@Suite struct WebSocketRulesTests {
  private static let small = WebSocketLimits(frame: 100, message: 200, fragments: 4)

  private var server = WebSocketRules(side: .server, limits: small)
  private var client = WebSocketRules(side: .client, limits: small)

  // 1: whole messages.
  @Test mutating func wholeTextIsDelivered() {
    #expect(
      server.received(.from(client: .text, "xin chào")) == .text(ByteBuffer(string: "xin chào")))
    #expect(server.received(.from(client: .text, "")) == .text(ByteBuffer()))
    #expect(client.received(.from(server: .text, "a")) == .text(ByteBuffer(string: "a")))
  }

  @Test mutating func wholeBinaryIsDeliveredUnchecked() {
    let bytes = ByteBuffer(bytes: [0xFF, 0xFE, 0x00])
    #expect(server.received(.from(client: .binary, bytes)) == .binary(bytes))
  }

  // 2: pings and pongs.
  @Test mutating func pingIsAnsweredWithItsOwnBytes() {
    #expect(server.received(.from(client: .ping, "now?")) == .pong(ByteBuffer(string: "now?")))
    #expect(server.received(.from(client: .ping, "")) == .pong(ByteBuffer()))
  }

  @Test mutating func pongNobodyAskedForIsTaken() {
    #expect(server.received(.from(client: .pong, "?")) == .ponged)
  }

  @Test mutating func pingBetweenFragmentsDoesNotDisturbThem() {
    #expect(server.received(.from(client: .text, "a", fin: false)) == .nothing)
    #expect(server.received(.from(client: .ping, "p")) == .pong(ByteBuffer(string: "p")))
    #expect(
      server.received(.from(client: .continuation, "b")) == .text(ByteBuffer(string: "ab")))
  }

  // 3: reserved bits.
  @Test(arguments: [1, 2, 3])
  func reservedBitFailsTheConnection(_ bit: Int) {
    var rules = WebSocketRules(side: .client, limits: Self.small)
    var frame = WebSocketFrame.from(server: .text, "a")
    frame.rsv1 = bit == 1
    frame.rsv2 = bit == 2
    frame.rsv3 = bit == 3
    #expect(rules.received(frame).failure == 1002)
    #expect(!rules.maySend)
  }

  // 4: reserved opcodes.
  @Test(arguments: [3, 4, 5, 6, 7, 11, 12, 13, 14, 15])
  func reservedOpcodeFailsTheConnection(_ number: Int) throws {
    var rules = WebSocketRules(side: .client, limits: Self.small)
    let opcode = try #require(WebSocketOpcode(encodedWebSocketOpcode: UInt8(number)))
    #expect(rules.received(.from(server: opcode, "a")).failure == 1002)
  }

  // 5: fragments.
  @Test mutating func continuationOfNothingFails() {
    #expect(server.received(.from(client: .continuation, "a")).failure == 1002)
  }

  @Test mutating func continuationAfterAFinishedMessageFails() {
    _ = server.received(.from(client: .text, "a", fin: false))
    _ = server.received(.from(client: .continuation, "b"))
    #expect(server.received(.from(client: .continuation, "c")).failure == 1002)
  }

  @Test mutating func messageInsideAMessageFails() {
    _ = server.received(.from(client: .text, "a", fin: false))
    #expect(server.received(.from(client: .text, "b")).failure == 1002)
  }

  // 6: UTF-8.
  @Test mutating func characterCutByFragmentsIsWhole() {
    _ = server.received(.from(client: .text, ByteBuffer(bytes: [0xE1, 0xBB]), fin: false))
    let end = ByteBuffer(bytes: [0x87])
    #expect(server.received(.from(client: .continuation, end)) == .text(ByteBuffer(string: "ệ")))
  }

  @Test mutating func spoiltTextFailsBeforeItsEnd() {
    let bad = ByteBuffer(bytes: [0x61, 0xED, 0xA0, 0x80])
    #expect(server.received(.from(client: .text, bad, fin: false)).failure == 1007)
  }

  @Test mutating func textEndingInsideACharacterFails() {
    #expect(server.received(.from(client: .text, ByteBuffer(bytes: [0xC3]))).failure == 1007)
  }

  // 7: closing.
  @Test mutating func closeIsAnsweredWithTheSameCode() {
    let close = WebSocketClose.normal("bye")
    #expect(server.received(.closing(1000, "bye")) == .answerClose(close))
    #expect(server.received(.from(client: .text, "late")) == .nothing)
    #expect(server.end() == nil)
  }

  @Test mutating func emptyCloseHasNoCode() {
    #expect(server.received(.from(client: .connectionClose, "")) == .answerClose(.withoutCode))
  }

  @Test mutating func closeOfOneByteFails() {
    #expect(server.received(.from(client: .connectionClose, "a")).failure == 1002)
  }

  @Test(arguments: [0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535])
  func closeCodeThatMayNotBeSentFails(_ code: Int) {
    var rules = WebSocketRules(side: .server, limits: Self.small)
    #expect(rules.received(.closing(UInt16(code))).failure == 1002)
  }

  @Test(arguments: [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 3000, 4999])
  func closeCodeThatMayBeSentIsEchoed(_ code: Int) {
    var rules = WebSocketRules(side: .server, limits: Self.small)
    let close = WebSocketClose(UInt16(code))
    #expect(rules.received(.closing(UInt16(code))) == .answerClose(close))
  }

  @Test mutating func closeReasonMustBeUTF8() {
    let payload = ByteBuffer(bytes: [0x03, 0xE8, 0xFF])
    #expect(server.received(.from(client: .connectionClose, payload)).failure == 1007)
  }

  @Test mutating func ourCloseWaitsForThePeers() {
    let isSent = client.close()
    #expect(isSent && !client.maySend)
    #expect(client.received(.from(server: .text, "crossing")) == .nothing)
    #expect(client.received(.from(server: .ping, "")) == .nothing)
    var answer = WebSocketFrame.closing(1000, "bye")
    answer.maskKey = nil
    answer.data = ByteBuffer(bytes: [0x03, 0xE8])
    #expect(client.received(answer) == .closed(.normal()))
    #expect(client.end() == nil)
  }

  @Test mutating func closingTwiceSendsOneCloseFrame() {
    let first = client.close()
    let second = client.close()
    #expect(first && !second)
  }

  @Test mutating func connectionThatJustEndsIsLostOnce() {
    #expect(server.end()?.code == 1006)
    #expect(server.end() == nil)
  }

  @Test mutating func nothingIsTakenAfterAFailure() {
    _ = server.received(.from(client: .continuation, "a"))
    #expect(server.received(.from(client: .text, "b")) == .nothing)
    #expect(server.received(.from(client: .ping, "b")) == .nothing)
  }

  // 9: limits.
  @Test mutating func messageOverTheLimitFails() {
    let part = String(repeating: "a", count: 100)
    _ = server.received(.from(client: .text, part, fin: false))
    _ = server.received(.from(client: .continuation, part, fin: false))
    #expect(server.received(.from(client: .continuation, "b")).failure == 1009)
  }

  @Test mutating func tooManyFragmentsFail() {
    _ = server.received(.from(client: .text, "", fin: false))
    for _ in 2...4 {
      #expect(server.received(.from(client: .continuation, "", fin: false)) == .nothing)
    }
    #expect(server.received(.from(client: .continuation, "")).failure == 1009)
  }

  // Masks.
  @Test mutating func serverRefusesAnUnmaskedFrame() {
    #expect(server.received(.from(server: .text, "a")).failure == 1002)
  }

  @Test mutating func clientRefusesAMaskedFrame() {
    #expect(client.received(.from(client: .text, "a")).failure == 1002)
  }
}

extension WebSocketFrame {
  fileprivate static func from(
    client opcode: WebSocketOpcode, _ payload: ByteBuffer, fin: Bool = true
  ) -> Self {
    let mask: WebSocketMaskingKey = [1, 2, 3, 4]
    var masked = payload
    masked.webSocketMask(mask)
    return WebSocketFrame(fin: fin, opcode: opcode, maskKey: mask, data: masked)
  }

  fileprivate static func from(client opcode: WebSocketOpcode, _ text: String, fin: Bool = true)
    -> Self
  {
    from(client: opcode, ByteBuffer(string: text), fin: fin)
  }

  fileprivate static func from(server opcode: WebSocketOpcode, _ text: String) -> Self {
    WebSocketFrame(fin: true, opcode: opcode, data: ByteBuffer(string: text))
  }

  fileprivate static func closing(_ code: UInt16, _ reason: String = "") -> Self {
    var payload = ByteBuffer(integer: code)
    payload.writeString(reason)
    return from(client: .connectionClose, payload)
  }
}

extension WebSocketRules.Step {
  fileprivate var failure: UInt16? {
    if case .fail(let close) = self { close.code } else { nil }
  }
}
