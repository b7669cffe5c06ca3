import NIOHTTP1

/// Who is at the other end, behind the proxies that are trusted.
struct Caller: Hashable, Sendable {
  /// Nil where a proxy does not say, and for connections that have no address.
  let address: PeerAddress?
  /// Whether what they typed begins with `https`.
  let isSecure: Bool
  /// The host that they asked the proxy for.
  var forwardedHost: String?

  /// What limits are counted by.
  var network: Network { address?.network ?? .unknown }
  /// Nil for this machine: one local address may stand for many callers.
  var countedNetwork: Network? { address.flatMap { $0.isLoopback ? nil : $0.network } }
  /// For the log.
  var text: String { address?.description ?? "unknown" }
}

/// Reads what proxies say of whom they speak for. Anybody can write these headers; only those of
/// the proxies that are trusted count.
struct Forwarding: Hashable, Sendable {
  let trusted: [AddressRange]
  /// TLS ends here.
  let isTLS: Bool
  /// Where people find this server, where that was set.
  let publicURL: PublicURL?

  init(_ configuration: ServerConfiguration) {
    trusted = configuration.web.trustedProxies
    isTLS = configuration.tls != nil
    publicURL = configuration.web.publicURL
  }

  func isTrusted(_ address: PeerAddress) -> Bool { trusted.contains { $0.contains(address) } }

  func caller(_ peer: PeerAddress?, _ headers: HTTPHeaders) -> Caller {
    let isOurs = isTLS || publicURL?.isSecure ?? false
    guard let peer, isTrusted(peer) else { return Caller(address: peer, isSecure: isOurs) }
    let hops = ForwardedHops(headers)
    var address: PeerAddress? = peer
    var left = hops.addresses[...]
    // The last address was added by the proxy next to us. Reading backwards, the first address that
    // is none of our proxies is the caller.
    while let proxy = address, isTrusted(proxy), let next = left.popLast() { address = next }
    return Caller(
      address: address, isSecure: isOurs || hops.proto == "https", forwardedHost: hops.host)
  }
}

/// What `Forwarded` (RFC 7239) says, or else the older `X-Forwarded-…`.
private struct ForwardedHops {
  /// The client first; nil for a hop that is hidden.
  let addresses: [PeerAddress?]
  let proto: String?
  let host: String?

  /// More proxies than anybody has in a row.
  private static let most = 32

  init(_ headers: HTTPHeaders) {
    let hops = headers[canonicalForm: "Forwarded"].suffix(Self.most).map { Self.pairs($0) }
    guard hops.isEmpty else {
      addresses = hops.map { $0["for"].flatMap(Self.address) }
      proto = hops.last?["proto"]?.lowercased()
      host = hops.last?["host"]
      return
    }
    addresses = headers[canonicalForm: "X-Forwarded-For"].suffix(Self.most)
      .map { Self.address(String($0)) }
    proto = headers[canonicalForm: "X-Forwarded-Proto"].last.map { $0.lowercased() }
    host = headers[canonicalForm: "X-Forwarded-Host"].last.map(String.init)
  }

  private static func pairs(_ hop: Substring) -> [String: String] {
    var pairs: [String: String] = [:]
    for pair in hop.split(separator: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      var value = parts[1].filter { $0 != " " }
      if value.hasPrefix("\""), value.hasSuffix("\"") {
        value = String(value.dropFirst().dropLast())
      }
      pairs[parts[0].filter { $0 != " " }.lowercased()] = value
    }
    return pairs
  }

  /// `192.0.2.7`, `192.0.2.7:4711`, `[2001:db8::7]:4711`; nil for `unknown` and made-up names.
  private static func address(_ text: String) -> PeerAddress? {
    let text = text.filter { $0 != " " && $0 != "\"" }
    if let address = PeerAddress(text) { return address }
    guard let colon = text.lastIndex(of: ":") else { return nil }
    return PeerAddress(String(text[..<colon]))
  }
}
