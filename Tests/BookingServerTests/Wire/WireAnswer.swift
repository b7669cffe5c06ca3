import BookingTesting
import Foundation
import NIOCore
import NIOPosix

/// What came back over a plain connection, byte for byte.
struct WireAnswer: CustomStringConvertible {
  let text: String

  var description: String { text }
  var status: Int? { Int(text.dropFirst("HTTP/1.1 ".count).prefix(3)) }
  var body: String {
    text.firstRange(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? ""
  }

  func header(_ name: String) -> String? { headers(name).first }

  func headers(_ name: String) -> [String] {
    let head = text.components(separatedBy: "\r\n\r\n").first ?? ""
    return head.components(separatedBy: "\r\n")
      .filter { $0.lowercased().hasPrefix(name.lowercased() + ":") }
      .map { String($0.dropFirst(name.count + 1)).trimmingCharacters(in: .whitespaces) }
  }

  /// - Parameter ends: whether nothing more is sent afterwards, and that said (TCP's FIN).
  static func of(_ request: String, port: Int, ends: Bool = false) async throws -> WireAnswer {
    let received = Watched(Received())
    let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .channelOption(.allowRemoteHalfClosure, value: false)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Collector(received: received))
        }
      }
      .connect(host: "127.0.0.1", port: port).get()
    try await channel.writeAndFlush(ByteBuffer(string: request))
    if ends { try await channel.close(mode: .output) }
    let text = try await received.waits(for: "whole answer") { $0.isOver ? $0.text : nil }
    return WireAnswer(text: text)
  }

  private struct Received: CustomStringConvertible {
    var text = ""
    var isOver = false
    var description: String { text }
  }

  private final class Collector: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    let received: Watched<Received>

    init(received: Watched<Received>) { self.received = received }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let bytes = unwrapInboundIn(data)
      received.change { $0.text += String(buffer: bytes) }
    }

    func channelInactive(context: ChannelHandlerContext) {
      received.change { $0.isOver = true }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }
}
