import NIOCore
import NIOEmbedded
import NIOWebSocket
import Testing
import WebSocket

@Suite struct WebSocketHandlerTests {
  @Test func textOfAClientReachesTheServerAndBack() throws {
    let server = try channel(.server)
    let client = try channel(.client)
    let payload = ByteBuffer(string: #"{"type":"PING"}"#)
    try client.writeOutbound(WebSocketFrameBytes.text(payload, mask: .random()))
    try carry(from: client, to: server)
    #expect(try server.readInbound(as: WebSocketEvent.self) == .text(payload))
    try server.writeOutbound(WebSocketFrameBytes.text(payload))
    try carry(from: server, to: client)
    #expect(try client.readInbound(as: WebSocketEvent.self) == .text(payload))
  }

  @Test(arguments: [0, 125, 126, 65_535, 65_536, 1_000_000])
  func everyFormOfLengthArrives(_ length: Int) throws {
    let payload = ByteBuffer(repeating: 0x61, count: length)
    let client = try channel(.client)
    try client.writeInbound(WebSocketFrameBytes.text(payload).buffer)
    #expect(try client.readInbound(as: WebSocketEvent.self) == .text(payload))
    let server = try channel(.server, .fromServer)
    try server.writeInbound(WebSocketFrameBytes.binary(payload, mask: .random()).buffer)
    #expect(try server.readInbound(as: WebSocketEvent.self) == .binary(payload))
  }

  @Test func oneEncodedFrameGoesToManySocketsUncopied() throws {
    let frame = WebSocketFrameBytes.text(ByteBuffer(string: "BOOKING_CREATED"))
    let addresses = try (0..<3).map { _ in
      let server = try channel(.server)
      try server.writeOutbound(frame)
      let written = try #require(try server.readOutbound(as: ByteBuffer.self))
      return written.withUnsafeReadableBytes { UInt(bitPattern: $0.baseAddress) }
    }
    #expect(Set(addresses).count == 1)
  }

  @Test func pingOrderIsAnsweredByThePeer() throws {
    let server = try channel(.server)
    let client = try channel(.client)
    try client.order(.ping)
    try carry(from: client, to: server)
    #expect(try server.readInbound(as: WebSocketEvent.self) == .ping)
    try carry(from: server, to: client)
    #expect(try client.readInbound(as: WebSocketEvent.self) == .pong)
  }

  @Test func closeHandshakeTellsBothAndTheServerEndsIt() throws {
    let server = try channel(.server)
    let client = try channel(.client)
    try client.order(.close(.normal("good night")))
    try carry(from: client, to: server)
    #expect(try server.readInbound(as: WebSocketEvent.self) == .closed(.normal("good night")))
    #expect(!server.isActive)
    try carry(from: server, to: client)
    #expect(try client.readInbound(as: WebSocketEvent.self) == .closed(.normal("good night")))
    #expect(client.isActive)
    client.embeddedEventLoop.advanceTime(by: .seconds(3))
    #expect(!client.isActive)
  }

  @Test func peerThatNeverAnswersACloseIsDropped() throws {
    let server = try channel(.server)
    try server.order(.close(.policy("Unauthorized")))
    let frame = try #require(try server.readOutbound(as: ByteBuffer.self))
    #expect(frame.getInteger(at: frame.readerIndex + 2, as: UInt16.self) == 1008)
    server.embeddedEventLoop.advanceTime(by: .seconds(2))
    #expect(server.isActive)
    server.embeddedEventLoop.advanceTime(by: .seconds(1))
    #expect(!server.isActive)
    #expect(try server.readInbound(as: WebSocketEvent.self) == .closed(.lost()))
  }

  @Test func writingAfterTheCloseFrameFails() throws {
    let server = try channel(.server)
    try server.order(.close(.normal()))
    #expect(throws: WebSocketIsClosing.self) {
      try server.writeOutbound(WebSocketFrameBytes.text(ByteBuffer(string: "late")))
    }
  }

  @Test func frameOverTheLimitIsRefusedFromItsHeaderAlone() throws {
    let server = try channel(.server)
    // 0x81, masked 64-bit length of 2⁴⁰: not a byte of it has to arrive.
    try server.writeInbound(ByteBuffer(bytes: [0x81, 0xFF, 0, 0, 1, 0, 0, 0, 0, 0]))
    try expectClose(of: server, 1009)
  }

  @Test func fragmentedPingIsRefused() throws {
    let server = try channel(.server)
    try server.writeInbound(ByteBuffer(bytes: [0x09, 0x80, 1, 2, 3, 4]))
    try expectClose(of: server, 1002)
  }

  @Test func longPingIsRefused() throws {
    let server = try channel(.server)
    try server.writeInbound(ByteBuffer(bytes: [0x89, 0xFE, 0, 126, 1, 2, 3, 4]))
    try expectClose(of: server, 1002)
  }

  @Test func whatFollowsABreachIsIgnored() throws {
    let server = try channel(.server)
    var bytes = ByteBuffer(bytes: [0x09, 0x80, 1, 2, 3, 4])
    bytes.writeImmutableBuffer(
      WebSocketFrameBytes.text(ByteBuffer(string: "x"), mask: .random()).buffer)
    try server.writeInbound(bytes)
    try expectClose(of: server, 1002)
    #expect(try server.readInbound(as: WebSocketEvent.self) == nil)
  }

  @Test func framesCutIntoSingleBytesArrive() throws {
    let server = try channel(.server)
    let payload = ByteBuffer(string: "từng byte một")
    let frame = WebSocketFrameBytes.text(payload, mask: .random()).buffer
    for byte in frame.readableBytesView {
      if server.isActive { try server.writeInbound(ByteBuffer(integer: byte)) }
    }
    #expect(try server.readInbound(as: WebSocketEvent.self) == .text(payload))
  }

  @Test func reasonTooLongForACloseFrameIsCutAtACharacter() throws {
    let server = try channel(.server)
    try server.order(.close(.policy(String(repeating: "ệ", count: 100))))
    let client = try channel(.client)
    try carry(from: server, to: client)
    let reason = String(repeating: "ệ", count: 41)
    #expect(try client.readInbound(as: WebSocketEvent.self) == .closed(.policy(reason)))
  }

  private func expectClose(of channel: EmbeddedChannel, _ code: UInt16) throws {
    let frame = try #require(try channel.readOutbound(as: ByteBuffer.self))
    #expect(frame.getInteger(at: frame.readerIndex + 2, as: UInt16.self) == code)
    guard case .closed(let close) = try channel.readInbound(as: WebSocketEvent.self) else {
      Issue.record("no closed event")
      return
    }
    #expect(close.code == code)
  }

  private func channel(
    _ side: WebSocketRules.Side, _ limits: WebSocketLimits? = nil
  ) throws -> EmbeddedChannel {
    let channel = EmbeddedChannel()
    try WebSocketHandler.add(
      to: channel.pipeline.syncOperations, side: side,
      limits: limits ?? (side == .server ? .fromClients() : .fromServer))
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    return channel
  }

  private func carry(from sender: EmbeddedChannel, to receiver: EmbeddedChannel) throws {
    while let bytes = try sender.readOutbound(as: ByteBuffer.self) {
      try receiver.writeInbound(bytes)
    }
  }
}

extension EmbeddedChannel {
  fileprivate func order(_ order: WebSocketOrder) throws {
    try triggerUserOutboundEvent(order).wait()
  }
}
