import BookingTesting
import LinePromise
import NIOCore
import NIOPosix
import Testing

@testable import BookingClient

@Suite struct ConnectorTests {
  /// Both are read back from the real sockets. An order is one small packet, and so is its answer:
  /// neither may wait for the other side's acknowledgement (RFC 896). Options of the socket's own
  /// level may need root's rights (option 1 there is SO_DEBUG).
  @Test func aConnectionSendsSmallPacketsAtOnceAndAsksForNothingThatOnlyRootMayHave() async throws {
    let server = try await ScriptedServer()
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let address = try ServerAddress(server.url)
    let loop = group.next()
    let connecting = loop.flatSubmit {
      Connector(loop: loop, trust: nil).connect(to: address) { _ in }
    }
    let channel = try await connecting.get()
    #expect(try await channel.getOption(.tcpOption(.tcp_nodelay)).get() == 1)
    let debugging = ChannelOptions.Types.SocketOption(
      level: .socket, name: NIOBSDSocket.Option(rawValue: 1))
    #expect(try await channel.getOption(debugging).get() == 0)
    try await channel.close()
    try await server.stop()
    try await group.shutdownGracefully()
  }
}
