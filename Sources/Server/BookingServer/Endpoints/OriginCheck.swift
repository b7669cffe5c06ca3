import NIOHTTP1

/// Whether a page may use a visitor's session here. Browsers send a page's origin along and let
/// no page lie about it (RFC 6455, 10.2); programs send none.
struct OriginCheck: Hashable, Sendable {
  /// `https://shop.example`, lower case, beside the server's own.
  let allowed: Set<String>

  init(_ configuration: ServerConfiguration) {
    let own = configuration.web.publicURL.map { [$0.origin] } ?? []
    allowed = Set(configuration.allowedOrigins.map { $0.lowercased() }).union(own)
  }

  /// A page of another site may neither connect nor be answered, whatever it sends along.
  func admits(_ headers: HTTPHeaders, from caller: Caller) -> Bool {
    let origins = headers["Origin"]
    guard let origin = origins.first?.lowercased() else {
      // A browser that sends no origin still says where a request comes from (Fetch Metadata).
      let site = headers.first(name: "Sec-Fetch-Site")?.lowercased()
      return site == nil || site == "same-origin" || site == "none"
    }
    guard origins.count == 1 else { return false }
    return allowed.contains(origin) || isOwn(origin, headers, caller)
  }

  /// The other sites that may: what a browser has to be told (CORS).
  func isAllowedOther(_ headers: HTTPHeaders) -> Bool {
    guard let origin = headers.first(name: "Origin")?.lowercased() else { return false }
    return allowed.contains(origin)
  }

  private func isOwn(_ origin: String, _ headers: HTTPHeaders, _ caller: Caller) -> Bool {
    guard let host = (caller.forwardedHost ?? headers.first(name: "Host"))?.lowercased(),
      let scheme = origin.firstRange(of: "://")
    else { return false }
    let asked = Self.withoutDefaultPort(String(origin[scheme.upperBound...]))
    let own = Self.withoutDefaultPort(host)
    if asked == own { return true }
    // A proxy often passes the host on without its own port (`Host $host` of nginx). Ports of one
    // host share its cookies anyway.
    return !Self.hasPort(own) && Self.withoutPort(asked) == own
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
