import BookingTesting
import NIOCore
import NIOPosix
import TLS
import Testing

/// Over real sockets, with certificates made for the occasion.
@Suite struct TLSHandlerTests {
  @Test(arguments: ["localhost", "127.0.0.1", "::1"])
  func bytesGoBothWays(_ host: String) async throws {
    let (server, trust) = try await Self.trusted()
    let listener = try await TLSListener(server, echoes: true)
    let caller = try await TLSCaller(trust, port: listener.port, host: host)
    try await caller.say("xin chào")
    let text = try await caller.noticed.waits(for: "echo") { $0.text == "xin chào" ? $0.text : nil }
    #expect(text == "xin chào")
    #expect(caller.noticed.value.isEstablished)
    #expect(listener.noticed.value.isEstablished)
    try await caller.channel.close()
    let end = try await listener.noticed.waits(for: "end") { $0.isClosed ? $0 : nil }
    #expect(end.failure == nil)
    try await listener.stop()
  }

  @Test(arguments: [7, 65_536])
  func bulkArrivesWholeWhateverTheReads(_ readSize: Int) async throws {
    let (server, trust) = try await Self.trusted()
    let listener = try await TLSListener(server, echoes: true, readSize: readSize)
    let caller = try await TLSCaller(trust, port: listener.port, readSize: readSize)
    let size = readSize == 7 ? 20_000 : 3_000_000
    let bulk = ByteBuffer(bytes: (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) })
    caller.channel.writeAndFlush(bulk, promise: nil)
    let echo = try await caller.noticed.waits(for: "echo") {
      $0.received.readableBytes >= size ? $0.received : nil
    }
    #expect(echo == bulk)
    try await listener.stop()
  }

  @Test func peersCloseIsAnsweredAndIsNoFailure() async throws {
    let (listener, caller) = try await Self.pairThatHasSpoken()
    try await listener.connections.value.first?.close()
    let end = try await caller.noticed.waits(for: "end") { $0.isClosed ? $0 : nil }
    #expect(end.failure == nil)
    try await listener.stop()
  }

  @Test func whoSaysThatNothingMoreComesIsToldTheSame() async throws {
    let (server, trust) = try await Self.trusted()
    let listener = try await TLSListener(server)
    let caller = try await TLSCaller(trust, port: listener.port, halfCloses: true)
    try await caller.say("hello")
    _ = try await listener.noticed.waits(for: "hello") { $0.text == "hello" ? true : nil }
    try await caller.channel.close(mode: .output)
    let end = try await caller.noticed.waits(for: "end") {
      $0.inputClosed || $0.isClosed ? $0 : nil
    }
    #expect(end.inputClosed && end.failure == nil, "\(end)")
    try await listener.stop()
  }

  @Test(
    arguments: [
      ("ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES128-GCM-SHA256", true),
      ("ECDHE-RSA-CHACHA20-POLY1305:ECDHE-ECDSA-CHACHA20-POLY1305", true),
      ("ECDHE-RSA-AES128-SHA256:ECDHE-ECDSA-AES128-SHA256", false),
      ("AES128-GCM-SHA256", false), ("AES256-SHA", false),
    ])
  func ofTLS12OnlyWhatIsUnbroken(_ ciphers: String, _ isOffered: Bool) async throws {
    let (record, _) = try await Self.called(by: "-tls1_2", "-cipher", ciphers)
    #expect(record.output.contains("Cipher is ECDHE") == isOffered, "\(record)")
  }

  @Test func halfClosedConnectionStillCarriesTheAnswer() async throws {
    let (server, trust) = try await Self.trusted()
    let listener = try await TLSListener(server, halfCloses: true)
    let caller = try await TLSCaller(trust, port: listener.port, halfCloses: true)
    caller.channel.write(ByteBuffer(string: "question"), promise: nil)
    try await caller.channel.close(mode: .output)
    _ = try await listener.noticed.waits(for: "half close") {
      $0.inputClosed && $0.text == "question" ? true : nil
    }
    let connection = try #require(listener.connections.value.first)
    try await connection.writeAndFlush(ByteBuffer(string: "answer"))
    try await connection.close()
    let end = try await caller.noticed.waits(for: "answer") { $0.inputClosed ? $0 : nil }
    #expect(end.text == "answer")
    #expect(end.failure == nil)
    // The listener's close may have ended it already.
    try? await caller.channel.close()
    try await listener.stop()
  }

  @Test func writingBeforeTheHandshakeWaitsForIt() async throws {
    let (listener, caller) = try await Self.pair()
    // The handshake takes two round trips; this is written at once.
    for word in ["a", "b", "c"] { caller.channel.write(ByteBuffer(string: word), promise: nil) }
    try await caller.channel.close(mode: .output)
    let end = try await listener.noticed.waits(for: "words") { $0.isClosed ? $0 : nil }
    #expect(end.text == "abc")
    try await listener.stop()
  }

  @Test func connectionCutOffIsAFailure() async throws {
    let (listener, caller) = try await Self.pairThatHasSpoken()
    let raw = try await caller.channel.pipeline.context(handlerType: TLSHandler.self).map {
      NIOLoopBound($0, eventLoop: $0.eventLoop)
    }.get()
    try await caller.channel.eventLoop.submit { raw.value.close(promise: nil) }.get()
    let end = try await listener.noticed.waits(for: "end") { $0.isClosed ? $0 : nil }
    #expect(end.failure?.code == .cutOff)
    try await listener.stop()
  }

  @Test func renegotiationIsRefused() async throws {
    let (record, _) = try await Self.called(by: "-tls1_2", input: "R\n")
    #expect("\(record)".contains("no renegotiation"))
  }

  @Test func protocolNamedIsHTTP1() async throws {
    let (record, _) = try await Self.called(by: "-alpn", "h2,http/1.1")
    #expect("\(record)".contains("ALPN protocol: http/1.1"))
  }

  /// A trusted server, called by OpenSSL's own client with these flags.
  /// - Returns: what the client said, and how the server saw the call end.
  static func called(
    by flags: String..., input: String = ""
  ) async throws -> (client: RunningProgram.Record, failure: TLSFailure?) {
    let (server, _) = try await trusted()
    let listener = try await TLSListener(server)
    let record = try await RunningProgram.run(
      "openssl", ["s_client"] + flags + ["-connect", "127.0.0.1:\(listener.port)"], input: input)
    let failure = listener.noticed.value.failure
    try await listener.stop()
    return (record, failure)
  }

  /// A listener, and a caller who trusts it.
  private static func pair() async throws -> (listener: TLSListener, caller: TLSCaller) {
    let (server, trust) = try await trusted()
    let listener = try await TLSListener(server)
    return (listener, try await TLSCaller(trust, port: listener.port))
  }

  /// The same after the first word, so that the handshake is over.
  private static func pairThatHasSpoken() async throws -> (
    listener: TLSListener, caller: TLSCaller
  ) {
    let (listener, caller) = try await pair()
    try await caller.say("hello")
    _ = try await listener.noticed.waits(for: "hello") { $0.text == "hello" ? true : nil }
    return (listener, caller)
  }

  static func trusted() async throws -> (server: TLSContext, client: TLSContext) {
    let authority = try await TestAuthority()
    let identity = try await authority.identity()
    return (
      try TLSContext.server(
        certificateFile: identity.certificateFile, keyFile: identity.keyFile),
      try TLSContext.client(caFile: authority.caFile)
    )
  }
}
