import NIOCore
import NIOHTTP1

/// Turns away whoever begins in RTSP or ICE: NIO's decoder reads those too and does not say that it
/// did. Looks at a connection's first line, and leaves.
final class FirstLineGuard: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  /// Far past any that is answered here; from there on the decoder has its own limits.
  private static let longest = 4_096
  private static let foreign = [" RTSP/", " ICE/"].map { Array($0.utf8) }

  private var line: [UInt8] = []
  private var isOver = false

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isOver else { return }
    let bytes = unwrapInboundIn(data).readableBytesView
    let end = bytes.firstIndex { $0 == 0x0A }
    line += bytes[..<(end ?? bytes.endIndex)].prefix(Self.longest)
    guard end != nil || line.count >= Self.longest else { return context.fireChannelRead(data) }
    if Self.foreign.contains(where: { line.firstRange(of: $0) != nil }) {
      isOver = true
      return context.fireErrorCaught(HTTPParserError.invalidVersion)
    }
    // An empty line may stand before the first request (RFC 9112, 2.2).
    guard line.contains(where: { $0 > 0x20 }) else {
      line = []
      return context.fireChannelRead(data)
    }
    context.fireChannelRead(data)
    context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
  }
}
