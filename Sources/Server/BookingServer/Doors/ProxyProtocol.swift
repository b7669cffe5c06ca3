import NIOCore

/// Whom a trusted proxy says to speak for; fired as a user inbound event.
struct ProxiedAddress: Hashable, Sendable {
  let address: PeerAddress
}

/// The line or the block with which HAProxy and others begin a connection that they pass on (PROXY
/// protocol, versions 1 and 2). Read once, before anything else, TLS included.
struct ProxyProtocol {
  enum Reading: Equatable {
    case needsMore
    /// What follows `length` bytes is the connection itself. Nil for a connection of the proxy's own.
    case done(PeerAddress?, length: Int)
    case malformed
  }

  /// Version 1 is at most 107 bytes long; of version 2 the addresses and what we pass over.
  private static let longest = 536
  private static let signature: [UInt8] = [
    0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A,
  ]

  static func read(_ bytes: [UInt8]) -> Reading {
    let start = bytes.prefix(signature.count)
    if start.elementsEqual(signature) { return readBinary(bytes) }
    if signature.starts(with: start) { return .needsMore }
    return readText(bytes)
  }

  private static func readText(_ bytes: [UInt8]) -> Reading {
    guard let end = bytes.firstIndex(of: 0x0A) else {
      return bytes.count < 107 && "PROXY ".utf8.starts(with: bytes.prefix(6))
        ? .needsMore : .malformed
    }
    let words = String(decoding: bytes[..<end], as: UTF8.self)
      .split(whereSeparator: { $0 == " " || $0 == "\r" || $0 == "\r\n" })
    guard end < 107, words.first == "PROXY", words.count >= 2 else { return .malformed }
    if words[1] == "UNKNOWN" { return .done(nil, length: end + 1) }
    guard ["TCP4", "TCP6"].contains(words[1]), words.count == 6,
      let address = PeerAddress(String(words[2]))
    else { return .malformed }
    return .done(address, length: end + 1)
  }

  private static func readBinary(_ bytes: [UInt8]) -> Reading {
    guard bytes.count >= 16 else { return .needsMore }
    let (command, family) = (bytes[12], bytes[13] >> 4)
    let length = 16 + (Int(bytes[14]) << 8 | Int(bytes[15]))
    guard command >> 4 == 2, length <= longest else { return .malformed }
    guard bytes.count >= length else { return .needsMore }
    // LOCAL: the proxy asks whether we live.
    guard command & 0x0F == 1 else { return .done(nil, length: length) }
    let size = family == 1 ? 4 : family == 2 ? 16 : 0
    guard size > 0, length >= 16 + 2 * size else { return .done(nil, length: length) }
    return .done(PeerAddress(bytes: Array(bytes[16..<(16 + size)])), length: length)
  }
}

/// Reads the proxy's beginning of a connection, and leaves.
final class ProxyProtocolHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let forwarding: Forwarding
  private var received = ByteBuffer()

  init(_ forwarding: Forwarding) { self.forwarding = forwarding }

  func channelActive(context: ChannelHandlerContext) {
    context.fireChannelActive()
    // Anybody else could name any address here.
    let peer = context.remoteAddress?.ipAddress.flatMap { PeerAddress($0) }
    if !(peer.map(forwarding.isTrusted) ?? false) { leave(context) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    received.writeBuffer(&bytes)
    switch ProxyProtocol.read(Array(received.readableBytesView.prefix(600))) {
    case .needsMore: return
    case .malformed: context.close(promise: nil)
    case .done(let address, let length):
      received.moveReaderIndex(forwardBy: length)
      if let address {
        context.fireUserInboundEventTriggered(ProxiedAddress(address: address))
      }
      leave(context)
    }
  }

  private func leave(_ context: ChannelHandlerContext) {
    if received.readableBytes > 0 {
      context.fireChannelRead(wrapInboundOut(received))
      context.fireChannelReadComplete()
    }
    received = ByteBuffer()
    context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
  }
}
