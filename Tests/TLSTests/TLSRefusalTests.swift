import BookingTesting
import NIOCore
import TLS
import Testing

/// What is refused, and the sentence it is refused with.
@Suite struct TLSRefusalTests {
  @Test func certificateForAnotherNameIsRefused() async throws {
    let authority = try await TestAuthority()
    let identity = try await authority.identity(["DNS:other.example", "DNS:more.example"])
    let failure = try await failure(identity, trusting: authority, host: "127.0.0.1")
    #expect(failure.code == .wrongHost)
    #expect(
      failure.sentence
        == "the server's certificate is for other.example, more.example, not 127.0.0.1")
  }

  @Test func addressInANameIsNotThatAddress() async throws {
    let authority = try await TestAuthority()
    let identity = try await authority.identity(["DNS:127.0.0.1"])
    let failure = try await failure(identity, trusting: authority, host: "127.0.0.1")
    #expect(failure.code == .wrongHost)
  }

  @Test func certificateOfAnotherAuthorityIsRefused() async throws {
    let identity = try await TestAuthority().identity()
    let failure = try await failure(identity, trusting: try await TestAuthority())
    #expect(failure.code == .untrusted)
    #expect(
      failure.sentence
        == "the server's certificate is not signed by anyone this machine trusts")
  }

  @Test func certificateOfNobodyTheSystemKnowsIsRefused() async throws {
    let identity = try await TestAuthority().identity()
    #expect(try await failure(identity, trusting: nil).code == .untrusted)
  }

  @Test func expiredCertificateIsRefusedWithItsDay() async throws {
    let authority = try await TestAuthority()
    let old = try await authority.identity(days: -1)
    // Our server would not start with it.
    let openssl = try RunningProgram(
      "openssl",
      [
        "s_server", "-accept", "127.0.0.1:0", "-cert", old.certificateFile, "-key", old.keyFile,
      ])
    let line = try await openssl.line("port") { $0.hasPrefix("ACCEPT") }
    let port = try #require(line.split(separator: ":").last.flatMap { Int($0) })
    let caller = try await TLSCaller(TLSContext.client(caFile: authority.caFile), port: port)
    let end = try await caller.noticed.waits(for: "refusal") { $0.isClosed ? $0 : nil }
    #expect(end.failure?.code == .expired)
    #expect(end.failure?.sentence.hasPrefix("the server's certificate expired on 20") == true)
    await openssl.stop()
  }

  @Test func plainHTTPToATLSPortIsAnsweredWithASentence() async throws {
    let (server, _) = try await TLSHandlerTests.trusted()
    let listener = try await TLSListener(server)
    let caller = try await TLSCaller(nil, port: listener.port)
    try await caller.say("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
    let end = try await caller.noticed.waits(for: "answer") { $0.isClosed ? $0 : nil }
    #expect(end.text.hasPrefix("HTTP/1.1 400 "))
    #expect(end.text.contains("This port speaks https"))
    #expect(listener.noticed.value.failure?.code == .plainHTTP)
    try await listener.stop()
  }

  @Test func nonsenseToATLSPortIsAFailureOfThatConnectionOnly() async throws {
    let (server, trust) = try await TLSHandlerTests.trusted()
    let listener = try await TLSListener(server, echoes: true)
    let caller = try await TLSCaller(nil, port: listener.port)
    try await caller.say("\u{1}\u{2}\u{3}nonsense nonsense nonsense")
    _ = try await caller.noticed.waits(for: "end") { $0.isClosed ? true : nil }
    #expect(listener.noticed.value.failure?.code == .notTLS)
    let next = try await TLSCaller(trust, port: listener.port)
    try await next.say("hello")
    _ = try await next.noticed.waits(for: "echo") { $0.text == "hello" ? true : nil }
    try await listener.stop()
  }

  @Test func plainServerIsNamedAsOne() async throws {
    let listener = try await TLSListener(nil)
    let caller = try await TLSCaller(try TLSContext.client(), port: listener.port)
    _ = try await listener.noticed.waits(for: "hello") {
      $0.received.readableBytes > 0 ? true : nil
    }
    let connection = try #require(listener.connections.value.first)
    try await connection.writeAndFlush(ByteBuffer(string: "HTTP/1.1 400 Bad Request\r\n\r\n"))
    let end = try await caller.noticed.waits(for: "failure") { $0.isClosed ? $0 : nil }
    #expect(end.failure?.code == .notTLS)
    #expect(end.failure?.sentence.contains("http://") == true)
    try await listener.stop()
  }

  @Test func serverThatSaysNothingIsGivenUp() async throws {
    let listener = try await TLSListener(nil)
    let caller = try await TLSCaller(
      try TLSContext.client(), port: listener.port, handshakeSeconds: 1)
    let end = try await caller.noticed.waits(for: "failure") { $0.isClosed ? $0 : nil }
    #expect(end.failure == TLSFailure(.timedOut, "TLS was not agreed on within 1 seconds"))
    try await listener.stop()
  }

  @Test func oldTLSIsRefused() async throws {
    let (record, failure) = try await TLSHandlerTests.called(
      by: "-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0")
    #expect(record.ending != .exited(0))
    #expect(failure?.code == .nothingInCommon)
  }

  /// What a client notices of a server with that certificate.
  private func failure(
    _ identity: TestAuthority.Identity, trusting authority: TestAuthority?,
    host: String = "localhost"
  ) async throws -> TLSFailure {
    let server = try TLSContext.server(
      certificateFile: identity.certificateFile, keyFile: identity.keyFile)
    let listener = try await TLSListener(server)
    let trust = try TLSContext.client(caFile: authority?.caFile)
    let caller = try await TLSCaller(trust, port: listener.port, host: host)
    caller.channel.writeAndFlush(ByteBuffer(string: "secret"), promise: nil)
    let end = try await caller.noticed.waits(for: "refusal") { $0.isClosed ? $0 : nil }
    let heard = try await listener.noticed.waits(for: "end") { $0.isClosed ? $0 : nil }
    #expect(!end.isEstablished)
    #expect(heard.received.readableBytes == 0, "nothing is said to a server that is not trusted")
    #expect(heard.failure?.code == .refusedByPeer)
    try await listener.stop()
    return try #require(end.failure)
  }
}
