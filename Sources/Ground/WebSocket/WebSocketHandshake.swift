import COpenSSL
import NIOCore
import NIOHTTP1

/// The opening handshake of RFC 6455, 4, for both ends. No subprotocol is ever agreed on, and
/// of extensions a server takes permessage-deflate alone.
package enum WebSocketHandshake {
  /// Why a request is no WebSocket handshake: the status to answer and a sentence for the body.
  package struct Refusal: Error, Hashable {
    package let status: HTTPResponseStatus
    package let sentence: String
  }

  /// Whether the request means to become a WebSocket, rightly or not.
  package static func isMeant(by request: HTTPRequestHead) -> Bool {
    request.headers.contains(token: "websocket", in: "Upgrade")
  }

  /// What a server checks (4.2.1).
  /// - Returns: the headers of the `101 Switching Protocols` answer.
  package static func answer(to request: HTTPRequestHead) throws(Refusal) -> HTTPHeaders {
    guard request.method == .GET, request.version == .http1_1 else {
      throw Refusal(status: .badRequest, sentence: "A WebSocket begins with GET over HTTP/1.1.")
    }
    guard isMeant(by: request), request.headers.contains(token: "upgrade", in: "Connection") else {
      throw Refusal(
        status: .upgradeRequired,
        sentence: "This address speaks WebSocket: send Upgrade: websocket and Connection: Upgrade.")
    }
    guard request.headers["Sec-WebSocket-Version"] == ["13"] else {
      throw Refusal(
        status: .upgradeRequired, sentence: "Only version 13 of WebSocket is spoken here.")
    }
    let keys = request.headers["Sec-WebSocket-Key"]
    guard keys.count == 1, let key = keys.first, isKey(key) else {
      throw Refusal(
        status: .badRequest, sentence: "Sec-WebSocket-Key must be 16 bytes in Base64.")
    }
    var headers: HTTPHeaders = [
      "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Accept": accept(forKey: key),
    ]
    if let extensions = WebSocketDeflate.answer(to: request.headers) {
      headers.add(name: Self.extensions, value: extensions)
    }
    return headers
  }

  /// Whether an answer agrees to permessage-deflate.
  package static func deflates(_ answer: HTTPHeaders) -> Bool { answer.contains(name: extensions) }

  private static let extensions = "Sec-WebSocket-Extensions"

  /// What proves that a server has read the key (4.2.2, 5.4).
  package static func accept(forKey key: String) -> String {
    let text = Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8)
    var digest = [UInt8](repeating: 0, count: 20)
    var length = 0
    let isDone = EVP_Q_digest(nil, "SHA1", nil, text, text.count, &digest, &length)
    precondition(isDone == 1 && length == 20, "OpenSSL has no SHA-1")
    return base64(digest)
  }

  /// A fresh key: 16 random bytes (4.1).
  package static func makeKey(using source: inout some RandomNumberGenerator) -> String {
    base64((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &source) })
  }

  /// A client's request. `headers` are added: `Host`, `Authorization`.
  package static func request(path: String, key: String, headers: HTTPHeaders) -> HTTPRequestHead {
    var all: HTTPHeaders = headers
    all.add(name: "Upgrade", value: "websocket")
    all.add(name: "Connection", value: "Upgrade")
    all.add(name: "Sec-WebSocket-Version", value: "13")
    all.add(name: "Sec-WebSocket-Key", value: key)
    return HTTPRequestHead(version: .http1_1, method: .GET, uri: path, headers: all)
  }

  /// What a client checks (4.1).
  /// - Returns: nil where the server has agreed, else what is wrong with its answer.
  package static func breach(in answer: HTTPResponseHead, forKey key: String) -> String? {
    guard answer.status == .switchingProtocols else {
      return "the server answered \(answer.status.code) instead of opening a WebSocket"
    }
    guard answer.headers.contains(token: "websocket", in: "Upgrade"),
      answer.headers.contains(token: "upgrade", in: "Connection")
    else { return "the answer upgrades to something else than a WebSocket" }
    guard answer.headers["Sec-WebSocket-Accept"] == [accept(forKey: key)] else {
      return "the answer is to another WebSocket's request"
    }
    guard !answer.headers.contains(name: extensions),
      !answer.headers.contains(name: "Sec-WebSocket-Protocol")
    else { return "the server uses an extension nobody asked for" }
    return nil
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    var text = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
    let length = EVP_EncodeBlock(&text, bytes, Int32(bytes.count))
    return String(decoding: text.prefix(Int(length)), as: UTF8.self)
  }

  /// 16 bytes are 22 characters of Base64 and two of padding.
  private static func isKey(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 24, bytes.suffix(2) == [0x3D, 0x3D] else { return false }
    return bytes.dropLast(2).allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"): true
      default: false
      }
    }
  }
}

extension HTTPHeaders {
  /// Whether a comma-separated header names the token, in whatever case (RFC 9110, 5.6.1).
  fileprivate func contains(token: String, in name: String) -> Bool {
    self[canonicalForm: name].contains { $0.lowercased() == token }
  }
}
