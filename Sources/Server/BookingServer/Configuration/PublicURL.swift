/// Where people find the server, as they type it: `https://spa.example/desk`.
package struct PublicURL: Hashable, Sendable {
  /// `https://spa.example`, as a browser sends it for an origin.
  let origin: String
  /// `/desk`; empty where the server has the host for itself.
  let prefix: String

  var isSecure: Bool { origin.hasPrefix("https://") }
  /// For cookies: they are for nobody else on that host.
  var cookiePath: String { prefix.isEmpty ? "/" : prefix }

  /// Nil for what is no such address.
  package init?(_ text: String) {
    guard let scheme = text.firstRange(of: "://"),
      ["http", "https"].contains(text[..<scheme.lowerBound].lowercased()),
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      !text.contains(where: { "?#@\"".contains($0) })
    else { return nil }
    let rest = text[scheme.upperBound...]
    let host = rest.prefix { $0 != "/" }
    guard !host.isEmpty else { return nil }
    var origin = "\(text[..<scheme.lowerBound])://\(host)".lowercased()
    let usual = origin.hasPrefix("https") ? ":443" : ":80"
    if origin.hasSuffix(usual) { origin = String(origin.dropLast(usual.count)) }
    self.origin = origin
    var prefix = rest.dropFirst(host.count)
    while prefix.hasSuffix("/") { prefix = prefix.dropLast() }
    self.prefix = String(prefix)
  }
}
