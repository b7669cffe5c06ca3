import NIOCore
import NIOHTTP1

/// One HTTP request and its whole answer, over a connection of its own. Belongs to its event loop.
final class HTTPCall {
  struct Request {
    var method = HTTPMethod.GET
    let path: String
    var token: String?
    /// As `NAME=VALUE`.
    var cookie: String?
    var body: [UInt8]?
    /// Until the whole answer is there, connecting included.
    var patience = TimeAmount.seconds(15)
  }

  struct Answer {
    let status: Int
    let headers: HTTPHeaders
    let body: ByteBuffer
  }

  typealias Ending = (Result<Answer, TransportFailure>) -> Void

  /// As much as a WebSocket message may be.
  private static let longestAnswer = 1 << 24

  private let address: ServerAddress
  private let request: Request
  private var ending: Ending?
  private var channel: (any Channel)?
  private var deadline: Scheduled<Void>?
  private var status = 0
  private var headers: HTTPHeaders = [:]
  private var body = ByteBuffer()

  /// - Parameter ending: called once, unless `cancel` comes first.
  init(_ request: Request, to address: ServerAddress, _ ending: @escaping Ending) {
    (self.request, self.address, self.ending) = (request, address, ending)
  }

  func start(_ connector: Connector) {
    let seconds = request.patience.nanoseconds / 1_000_000_000
    deadline = connector.loop.assumeIsolated().scheduleTask(in: request.patience) {
      self.end(.failure(TransportFailure("\(self.address) did not answer within \(seconds) s")))
    }
    connector.connect(to: address) { channel in
      let pipeline = channel.pipeline.syncOperations
      try pipeline.addHTTPClientHandlers(leftOverBytesStrategy: .dropBytes)
      try pipeline.addHandler(Receiver(self))
    }.assumeIsolated().whenComplete { result in
      switch result {
      case .failure(let error): self.failed(error)
      case .success(let channel): self.connected(channel)
      }
    }
  }

  func cancel() {
    ending = nil
    deadline?.cancel()
    channel?.close(promise: nil)
  }

  private func connected(_ channel: any Channel) {
    guard ending != nil else { return channel.close(promise: nil) }
    self.channel = channel
    var headers: HTTPHeaders = ["Host": address.hostAndPort, "Connection": "close"]
    if let token = request.token { headers.add(name: "Authorization", value: "Bearer \(token)") }
    if let cookie = request.cookie { headers.add(name: "Cookie", value: cookie) }
    if let body = request.body {
      headers.add(name: "Content-Type", value: "application/json")
      headers.add(name: "Content-Length", value: String(body.count))
    }
    let head = HTTPRequestHead(
      version: .http1_1, method: request.method, uri: address.path + request.path,
      headers: headers)
    let pipeline = channel.pipeline.syncOperations
    pipeline.write(NIOAny(HTTPClientRequestPart.head(head)), promise: nil)
    if let body = request.body {
      let part = HTTPClientRequestPart.body(.byteBuffer(ByteBuffer(bytes: body)))
      pipeline.write(NIOAny(part), promise: nil)
    }
    pipeline.writeAndFlush(NIOAny(HTTPClientRequestPart.end(nil)), promise: nil)
  }

  private func failed(_ error: any Error) {
    end(.failure(TransportFailure(error, at: address)))
  }

  private func end(_ result: Result<Answer, TransportFailure>) {
    guard let ending else { return }
    cancel()
    ending(result)
  }

  private func received(_ part: HTTPClientResponsePart) {
    switch part {
    case .head(let head):
      // An interim answer announces the real one (RFC 9110, 15.2).
      guard head.status.code >= 200 else { return }
      status = Int(head.status.code)
      headers = head.headers
    case .body(var bytes):
      guard body.readableBytes + bytes.readableBytes <= Self.longestAnswer else {
        return end(.failure(TransportFailure("the answer of \(address) is too long")))
      }
      body.writeBuffer(&bytes)
    case .end:
      if status > 0 { end(.success(Answer(status: status, headers: headers, body: body))) }
    }
  }

  private final class Receiver: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    private let call: HTTPCall

    init(_ call: HTTPCall) { self.call = call }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      call.received(unwrapInboundIn(data))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      call.failed(error is HTTPParserError ? TransportFailure.notHTTP(call.address) : error)
    }

    func channelInactive(context: ChannelHandlerContext) {
      call.failed(ChannelError.eof)
    }
  }
}

extension HTTPCall.Answer {
  /// What to say where a server that speaks TLS was asked in HTTP, as ours and others (nginx, Apache,
  /// Go's) put it; nil where that is not what was answered.
  func speaksTLS(at address: ServerAddress) -> String? {
    guard status == 400, !address.isSecure else { return nil }
    let words = String(
      buffer: body.getSlice(at: 0, length: min(2_000, body.readableBytes)) ?? ByteBuffer()
    ).lowercased()
    guard ["https", "ssl-enabled"].contains(where: words.contains) else { return nil }
    return "\(address) speaks https: write https:// in the server's address."
  }
}

extension TransportFailure {
  static func notHTTP(_ address: ServerAddress) -> TransportFailure {
    TransportFailure("what answers at \(address) does not speak HTTP; is it https://?")
  }
}
