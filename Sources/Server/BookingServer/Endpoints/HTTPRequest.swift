import BookingProtocol
import Foundation
import NIOCore
import NIOHTTP1

/// One request, whole.
struct HTTPRequest: Sendable {
  let head: HTTPRequestHead
  let body: ByteBuffer
  let caller: Caller
  /// Whether it came from this machine, be it from a proxy on it.
  let isSameMachine: Bool
  /// Of ours, to which it came.
  let port: Int?
  let loop: any EventLoop

  var path: String { String(head.uri.prefix { $0 != "?" }) }

  /// The first of that name in the query, decoded.
  func query(_ name: String) -> String? {
    URLComponents(string: head.uri)?.queryItems?.first { $0.name == name }?.value
  }

  /// What proves a session: a Bearer header (RFC 6750, 2.1) or the cookie. Never the address bar,
  /// which ends up in logs.
  var token: String? { bearer ?? cookie(.session) }

  /// Whether a browser may have been made to send it by some page.
  var isFromPage: Bool {
    ["Cookie", "Origin", "Sec-Fetch-Site"].contains { head.headers.contains(name: $0) }
  }

  /// `application/json`, whatever its parameters.
  var isJSON: Bool {
    let type = head.headers.first(name: "Content-Type")?.prefix { $0 != ";" }.lowercased()
    return type?.trimmingCharacters(in: .whitespaces) == "application/json"
  }

  var deviceMark: String? { cookie(.device) }

  var bearer: String? {
    guard let value = head.headers.first(name: "Authorization") else { return nil }
    let parts = value.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return String(parts[1])
  }

  private func cookie(_ name: LoginCookie) -> String? {
    for header in head.headers["Cookie"] {
      for pair in header.split(separator: ";") {
        let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
        if parts.count == 2, parts[0] == name.rawValue { return String(parts[1]) }
      }
    }
    return nil
  }
}
