import BookingProtocol
import NIOHTTP1

/// One answer, never to be kept by anybody: JSON, or what a monitor reads.
struct HTTPAnswer: Sendable {
  let status: HTTPResponseStatus
  var headers: HTTPHeaders = [
    "Content-Type": "application/json", "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
    // Nothing here is a page; whoever shows it as one gets nothing to run and no frame.
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
  ]
  let body: [UInt8]
  /// Whether the connection ends after it.
  var closes = false
  /// Whether it is for somebody with a session.
  var isForKnown = false

  init(_ status: HTTPResponseStatus, json body: [UInt8]) {
    (self.status, self.body) = (status, body)
  }

  /// A refusal: the sentence is for the person, or for who writes the client.
  static func problem(_ status: HTTPResponseStatus, _ sentence: String) -> HTTPAnswer {
    HTTPAnswer(status, json: OperationCoding.encode(refusal: sentence))
  }

  /// The last on this connection: nothing more of it is wanted, or can be understood because the
  /// body, or the bytes after an upgrade request, were not read.
  static func final(_ status: HTTPResponseStatus, _ sentence: String) -> HTTPAnswer {
    var answer = problem(status, sentence)
    answer.closes = true
    return answer
  }

  func with(_ name: String, _ value: String) -> HTTPAnswer {
    var answer = self
    answer.headers.replaceOrAdd(name: name, value: value)
    return answer
  }

  /// A header that may stand more than once.
  func adding(_ name: String, _ value: String) -> HTTPAnswer {
    var answer = self
    answer.headers.add(name: name, value: value)
    return answer
  }

  var forKnown: HTTPAnswer {
    var answer = self
    answer.isForKnown = true
    return answer
  }
}
