import NIOCore
import NIOHTTP1

/// What a request's head must be like before anybody looks at what it asks for. NIO's decoder has
/// read it by then; what two readers of the same bytes could understand differently is refused
/// (RFC 9112, 11.2), since a proxy in front is the other one.
enum RequestCheck {
  private static let methods: [HTTPMethod] = [
    .GET, .HEAD, .POST, .PUT, .DELETE, .PATCH, .OPTIONS,
  ]
  /// No address here has a tenth of that.
  private static let longestTarget = 2_048

  /// - Returns: nil for a head that can be read in one way only.
  static func refusal(of head: HTTPRequestHead, longestBody: Int) -> HTTPAnswer? {
    // RTSP and others of HTTP's family have methods of their own.
    guard methods.contains(head.method), head.version.major == 1, head.version.minor <= 1,
      isTarget(head.uri, head.method)
    else { return .final(.badRequest, "This is not a request that is understood here.") }
    if let sentence = hostProblem(head) ?? framingProblem(head) {
      return .final(.badRequest, sentence)
    }
    for expected in head.headers["Expect"] where expected.lowercased() != "100-continue" {
      return .final(.expectationFailed, "Only 100-continue can be expected here.")
    }
    let declared = head.headers.first(name: "Content-Length").flatMap(Int.init) ?? 0
    return declared > longestBody ? bodyTooLong(longestBody) : nil
  }

  static func bodyTooLong(_ most: Int) -> HTTPAnswer {
    .final(.payloadTooLarge, "A request body is at most \(most) bytes long.")
  }

  /// RFC 9112, 3.2.
  private static func isTarget(_ uri: String, _ method: HTTPMethod) -> Bool {
    guard uri.utf8.count <= longestTarget, uri.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return false }
    return uri.hasPrefix("/") || uri.hasPrefix("http://") || uri.hasPrefix("https://")
      || (uri == "*" && method == .OPTIONS)
  }

  /// RFC 9112, 3.2: exactly one, though HTTP/1.0 had none.
  private static func hostProblem(_ head: HTTPRequestHead) -> String? {
    let hosts = head.headers["Host"]
    guard hosts.count <= 1 else { return "A request has one Host header." }
    guard let host = hosts.first else {
      return head.version == .http1_0 ? nil : "A request needs a Host header."
    }
    let isHost = host.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || "-._~:[]%!$&'()*+;=".utf8.contains($0)
    }
    return isHost ? nil : "The Host header names no host."
  }

  /// RFC 9112, 6: how long a body is has to be said once, and in one way.
  private static func framingProblem(_ head: HTTPRequestHead) -> String? {
    let lengths = head.headers["Content-Length"]
    let codings = head.headers["Transfer-Encoding"]
    guard lengths.count <= 1,
      lengths.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      lengths.allSatisfy({ !$0.isEmpty })
    else { return "A request has one length, in digits." }
    guard !codings.isEmpty else { return nil }
    guard codings.count == 1, codings[0].lowercased() == "chunked", lengths.isEmpty,
      head.version == .http1_1
    else { return "A body has a length, or is chunked; not both, and nothing else." }
    return nil
  }
}
