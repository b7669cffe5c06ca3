import NIOHTTP1

/// Whether a page may use a visitor's session here. Browsers send a page's origin along and let
/// no page lie about it (RFC 6455, 10.2); programs send none.
struct OriginCheck: Hashable, Sendable {
  /// `https://shop.example`, lower case, beside the server's own.
  let allowed: Set<String>

  init(allowed: Set<String>) { self.allowed = Set(allowed.map { $0.lowercased() }) }

  func admits(_ headers: HTTPHeaders) -> Bool {
    let origins = headers["Origin"]
    guard let origin = origins.first?.lowercased() else { return true }
    guard origins.count == 1 else { return false }
    if allowed.contains(origin) { return true }
    guard let host = headers.first(name: "Host")?.lowercased(),
      let scheme = origin.firstRange(of: "://")
    else { return false }
    return Self.withoutDefaultPort(String(origin[scheme.upperBound...]))
      == Self.withoutDefaultPort(host)
  }

  private static func withoutDefaultPort(_ host: String) -> String {
    for port in [":80", ":443"] where host.hasSuffix(port) {
      return String(host.dropLast(port.count))
    }
    return host
  }
}
