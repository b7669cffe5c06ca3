import Foundation
import NIOHTTP1

/// One answer: always JSON, never to be kept by anybody.
struct HTTPAnswer: Sendable {
  let status: HTTPResponseStatus
  var headers: HTTPHeaders = [
    "Content-Type": "application/json", "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  ]
  let body: [UInt8]
  /// Whether the connection ends after it.
  var closes = false

  init(_ status: HTTPResponseStatus, json body: [UInt8]) {
    self.status = status
    self.body = body
  }

  /// A refusal: the sentence is for the person, or for who writes the client.
  static func problem(_ status: HTTPResponseStatus, _ sentence: String) -> HTTPAnswer {
    HTTPAnswer(status, json: encoded(["error": sentence]))
  }

  /// Refused before the body, or the bytes after an upgrade request, were read: nothing more can
  /// be understood on this connection.
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

  /// Values here are strings and numbers of ours, which always encode.
  static func encoded(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map(Array.init) ?? Array("{}".utf8)
  }
}
