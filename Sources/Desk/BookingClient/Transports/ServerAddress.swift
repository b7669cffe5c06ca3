import BookingDomain

/// Where a booking server is: `https://desk.example:8443/spa`. `ws` and `wss` mean the same as
/// `http` and `https`.
package struct ServerAddress: Hashable, Sendable, CustomStringConvertible {
  package let isSecure: Bool
  /// A name or an address, IPv6 without brackets.
  package let host: String
  package let port: Int
  /// The web application's context, `/spa`, or empty.
  package let path: String

  /// A sentence about what is wrong with an address.
  package struct Problem: Error, Hashable {
    package let sentence: String
  }

  package init(_ text: String) throws(Problem) {
    guard let separator = text.firstRange(of: "://") else {
      throw Problem(
        sentence: "The server's address \"\(text.shown)\" must begin with http:// or https://.")
    }
    switch text[..<separator.lowerBound].lowercased() {
    case "http", "ws": isSecure = false
    case "https", "wss": isSecure = true
    default:
      throw Problem(
        sentence: "The server's address must begin with http:// or https://, not with "
          + "\(text[..<separator.upperBound].shown).")
    }
    let rest = text[separator.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !authority.contains("@") else {
      // Not repeated: there may be a password in it.
      throw Problem(sentence: "The server's address must not contain a name or password.")
    }
    (host, port) = try Self.hostAndPort(authority, usual: isSecure ? 443 : 80)
    path = try Self.context(rest[authority.endIndex...])
  }

  private static func hostAndPort(_ authority: Substring, usual: Int) throws(Problem)
    -> (String, Int)
  {
    var host = authority.prefix { $0 != ":" }
    if authority.first == "[", let end = authority.firstIndex(of: "]") {
      host = authority[authority.index(after: authority.startIndex)..<end]
      let rest = authority[authority.index(after: end)...]
      return (try checked(host, isIPv6: true), try number(rest, usual))
    }
    host = host.last == "." ? host.dropLast() : host
    let rest = authority.drop { $0 != ":" }
    return (try checked(host, isIPv6: false), try number(rest, usual))
  }

  private static func checked(_ host: Substring, isIPv6: Bool) throws(Problem) -> String {
    let isPlain = host.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66, UInt8(ascii: "."): true
      case 0x47...0x5A, 0x67...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): !isIPv6
      case UInt8(ascii: ":"): isIPv6
      default: false
      }
    }
    guard isPlain, !host.isEmpty, host.utf8.count <= 253 else {
      throw Problem(sentence: "\"\(host.shown)\" is not the name or address of a server.")
    }
    return String(host)
  }

  private static func number(_ rest: Substring, _ usual: Int) throws(Problem) -> Int {
    if rest.isEmpty { return usual }
    let digits = rest.dropFirst()
    guard rest.first == ":", digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = Int(digits), (1...65_535).contains(port)
    else { throw Problem(sentence: "\"\(digits.shown)\" is not a port: it is 1 to 65535.") }
    return port
  }

  private static func context(_ path: Substring) throws(Problem) -> String {
    guard path.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !path.contains("?"),
      !path.contains("#")
    else { throw Problem(sentence: "\"\(path.shown)\" is not a path that a server can have.") }
    var path = path
    while path.last == "/" { path.removeLast() }
    return String(path)
  }

  /// As in a `Host` header (RFC 9110, 7.2).
  var hostAndPort: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
  }

  package var description: String { "\(isSecure ? "https" : "http")://\(hostAndPort)\(path)" }
}

extension StringProtocol {
  /// As far as it may be repeated on a terminal: what was typed may have been pasted.
  fileprivate var shown: String {
    String(unicodeScalars.prefix(80).map { (0x20...0x7E).contains($0.value) ? Character($0) : "?" })
  }
}
