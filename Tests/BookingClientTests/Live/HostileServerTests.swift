import BookingDomain
import BookingTesting
import LinePromise
import NIOCore
import NIOPosix
import Testing

@testable import BookingClient

/// Whatever answers at the address: the line says what is wrong in a sentence, in time, and lives.
@Suite struct HostileServerTests {
  /// What a server says to everybody who connects, and how long it goes on.
  struct Nonsense: Sendable, CustomTestStringConvertible {
    let name: String
    let first: String
    var then: String?
    var testDescription: String { name }

    static let http: [Nonsense] = [
      .init(
        name: "headers without end", first: "HTTP/1.1 200 OK\r\n", then: "X: yyyyyyyyyyyyyy\r\n"),
      .init(
        name: "a body without end", first: "HTTP/1.1 200 OK\r\n\r\n",
        then: String(repeating: "z", count: 65_536)),
      .init(name: "interim answers without end", first: "", then: "HTTP/1.1 100 Continue\r\n\r\n"),
      .init(
        name: "a negative length",
        first: "HTTP/1.1 200 OK\r\nContent-Length: -9223372036854775808\r\n\r\n"),
      .init(
        name: "a length past all numbers",
        first: "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n{}"),
      .init(
        name: "a redirect to itself",
        first: "HTTP/1.1 302 Found\r\nLocation: /api/login\r\nContent-Length: 0\r\n\r\n"),
      .init(name: "no HTTP", first: "\u{0}\u{1}\u{FFFD}SSH-2.0-x\r\n\r\n"),
      .init(
        name: "a chunk of no size",
        first: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nx"),
      .init(
        name: "wrong kinds",
        first:
          "HTTP/1.1 200 OK\r\nContent-Length: 62\r\n\r\n"
          + #"{"token":1,"userType":[],"userId":"x","name":{},"expiresAt":0}"#),
      .init(
        name: "brackets without end",
        first: "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n"
          + String(repeating: "[", count: 200_000)),
    ]
  }

  @Test(arguments: Nonsense.http) func aLogInEndsWithASentence(nonsense: Nonsense) async throws {
    let server = try await NonsenseServer(nonsense)
    let client = try BookingClient(servers: [ServerAddress(server.url)])
    let failure = await #expect(throws: LoginFailure.self) {
      try await client.login(email: "anna@spa", password: "x")
    }
    #expect(failure?.sentence.isEmpty == false)
    #expect(
      failure?.sentence.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } == true)
    await client.close()
    try await server.stop()
  }
}

/// Says its nonsense to everybody, as fast as it is taken.
private final class NonsenseServer: Sendable {
  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let listener: any Channel
  private let connections = Watched<[any Channel]>([])

  var url: String { "http://127.0.0.1:\(listener.localAddress?.port ?? 0)" }

  init(_ nonsense: HostileServerTests.Nonsense) async throws {
    let connections = connections
    listener = try await ServerBootstrap(group: group)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          connections.change { $0.append(channel) }
          try channel.pipeline.syncOperations.addHandler(Speaking(nonsense))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
  }

  func stop() async throws {
    try await listener.close()
    for connection in connections.value { try? await connection.close() }
    try await group.shutdownGracefully()
  }

  private final class Speaking: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let nonsense: HostileServerTests.Nonsense
    private var hasBegun = false

    init(_ nonsense: HostileServerTests.Nonsense) { self.nonsense = nonsense }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      guard !hasBegun else { return }
      hasBegun = true
      say(nonsense.first, context)
      goOn(context)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
      if hasBegun { goOn(context) }
      context.fireChannelWritabilityChanged()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }

    private func goOn(_ context: ChannelHandlerContext) {
      guard let then = nonsense.then else { return }
      while context.channel.isActive, context.channel.isWritable { say(then, context) }
    }

    private func say(_ text: String, _ context: ChannelHandlerContext) {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    }
  }
}
