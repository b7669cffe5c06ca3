import Foundation
import NIOHTTP1

/// Whether a page may use a visitor's session here. Browsers send a page's origin along and let
/// no page lie about it (RFC 6455, 10.2); programs send none.
struct OriginCheck: Hashable, Sendable {
  /// `https://shop.example`, lower case, beside the server's own.
  let allowed: Set<String>
  /// A browser has compared the host's name with our certificate.
  private let isTLS: Bool

  init(_ configuration: ServerConfiguration) {
    let own = configuration.web.publicURL.map { [$0.origin] } ?? []
    allowed = Set(configuration.allowedOrigins.map { $0.lowercased() }).union(own)
    isTLS = configuration.tls != nil
  }

  /// A page of another site may neither connect nor be answered, whatever it sends along.
  /// - Parameter port: of ours, to which the page's browser or a proxy connected.
  func admits(_ headers: HTTPHeaders, from caller: Caller, on port: Int?) -> Bool {
    let origins = headers["Origin"]
    guard let origin = origins.first?.lowercased() else {
      // A browser that sends no origin still says where a request comes from (Fetch Metadata).
      let site = headers.first(name: "Sec-Fetch-Site")?.lowercased()
      return site == nil || site == "same-origin" || site == "none"
    }
    guard origins.count == 1 else { return false }
    return allowed.contains(origin) || isOwn(origin, headers, caller, port)
  }

  /// The other sites that may: what a browser has to be told (CORS).
  func isAllowedOther(_ headers: HTTPHeaders) -> Bool {
    guard let origin = headers.first(name: "Origin")?.lowercased() else { return false }
    return allowed.contains(origin)
  }

  private func isOwn(
    _ origin: String, _ headers: HTTPHeaders, _ caller: Caller, _ port: Int?
  ) -> Bool {
    guard let host = (caller.forwardedHost ?? headers.first(name: "Host"))?.lowercased(),
      let scheme = origin.firstRange(of: "://"),
      caller.forwardedHost != nil || isTrue(host, on: port)
    else { return false }
    let asked = Self.withoutDefaultPort(String(origin[scheme.upperBound...]))
    let own = Self.withoutDefaultPort(host)
    if asked == own { return true }
    // A proxy often passes the host on without its own port (`Host $host` of nginx). Ports of one
    // host share its cookies anyway.
    return !Self.hasPort(own) && Self.withoutPort(asked) == own
  }

  /// Whether the host that a request names can be ours. Anybody may let a name of their own lead
  /// here, and have a page under that name ask (DNS rebinding): its origin is then the host asked
  /// for.
  ///
  /// Such a browser connects to us itself, and so names our port; a proxy asks under the name that
  /// it serves. An IP address cannot be made to lead elsewhere, and nobody outside can give out
  /// names of the local network.
  func isTrue(_ host: String, on port: Int?) -> Bool {
    let named = Self.port(of: host)
    let isDirect = named.map { $0 == port } ?? (port == 80 || port == 443)
    guard isDirect, !isTLS else { return true }
    let name = Self.withoutPort(host)
    return PeerAddress(name) != nil || !name.contains(".") || Self.isOfThisHouse(name)
      || allowed.contains { Self.withoutPort($0).hasSuffix("://" + name) }
  }

  /// RFC 6761, 6762 and 8375, what routers call their network, and this machine.
  private static func isOfThisHouse(_ name: String) -> Bool {
    [".localhost", ".local", ".home.arpa", ".internal", ".lan"].contains(where: name.hasSuffix)
      || name == ProcessInfo.processInfo.hostName.lowercased()
  }

  private static func port(of host: String) -> Int? {
    guard hasPort(host), let colon = host.lastIndex(of: ":") else { return nil }
    return Int(host[host.index(after: colon)...])
  }

  private static func withoutDefaultPort(_ host: String) -> String {
    for port in [":80", ":443"] where host.hasSuffix(port) {
      return String(host.dropLast(port.count))
    }
    return host
  }

  private static func hasPort(_ host: String) -> Bool { withoutPort(host) != host }

  private static func withoutPort(_ host: String) -> String {
    guard let colon = host.lastIndex(of: ":"), !host.hasSuffix("]"),
      host[host.index(after: colon)...].allSatisfy(\.isNumber)
    else { return host }
    return String(host[..<colon])
  }
}
