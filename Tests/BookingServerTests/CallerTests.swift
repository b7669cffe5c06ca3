import NIOHTTP1
import Testing

@testable import BookingServer

@Suite struct CallerTests {
  private func forwarding(_ trusted: [String]) throws -> Forwarding {
    var configuration = ServerConfiguration()
    configuration.web.trustedProxies = try trusted.map { try #require(AddressRange($0)) }
    return Forwarding(configuration)
  }

  @Test(
    arguments: [
      // Nobody is believed who is not trusted.
      ("192.0.2.9", "X-Forwarded-For", "1.2.3.4", "192.0.2.9"),
      ("10.0.0.1", "X-Forwarded-For", "1.2.3.4", "1.2.3.4"),
      // What the client wrote itself stands before what the proxy added.
      ("10.0.0.1", "X-Forwarded-For", "6.6.6.6, 1.2.3.4", "1.2.3.4"),
      ("10.0.0.1", "X-Forwarded-For", "6.6.6.6, 1.2.3.4, 10.0.0.2", "1.2.3.4"),
      ("10.0.0.1", "X-Forwarded-For", "1.2.3.4:5555", "1.2.3.4"),
      ("10.0.0.1", "X-Forwarded-For", "nonsense", "unknown"),
      ("10.0.0.1", "Forwarded", "for=192.0.2.60;proto=http;by=203.0.113.43", "192.0.2.60"),
      ("10.0.0.1", "Forwarded", "For=\"[2001:db8:cafe::17]:4711\"", "2001:db8:cafe::17"),
      ("10.0.0.1", "Forwarded", "for=6.6.6.6, for=198.51.100.17;proto=https", "198.51.100.17"),
      ("10.0.0.1", "Forwarded", "for=_hidden", "unknown"),
      ("fd00::1", "X-Forwarded-For", "2001:db8::9", "2001:db8::9"),
      ("10.0.0.1", "X-Other", "1.2.3.4", "10.0.0.1"),
    ])
  func theCallerIsWhoATrustedProxyNames(
    peer: String, header: String, value: String, caller: String
  ) throws {
    let forwarding = try forwarding(["10.0.0.0/8", "fd00::/8"])
    let found = forwarding.caller(PeerAddress(peer), [header: value])
    #expect(found.text == caller)
  }

  @Test func aProxySaysWhetherTheConnectionIsSecure() throws {
    let forwarding = try forwarding(["127.0.0.1"])
    let https: HTTPHeaders = ["X-Forwarded-Proto": "https", "X-Forwarded-For": "1.2.3.4"]
    #expect(forwarding.caller(PeerAddress("127.0.0.1"), https).isSecure)
    #expect(!forwarding.caller(PeerAddress("192.0.2.1"), https).isSecure)
    #expect(forwarding.caller(PeerAddress("127.0.0.1"), ["Forwarded": "proto=https"]).isSecure)
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false),
    ("192.168.4.0/22", "192.168.7.255", true), ("192.168.4.0/22", "192.168.8.0", false),
    ("2001:db8::/33", "2001:db8:7fff::1", true), ("2001:db8::/33", "2001:db8:8000::1", false),
    ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "::1", false), ("::1", "::1", true),
  ])
  func rangesHoldWhatBeginsAlike(range: String, address: String, isIn: Bool) throws {
    #expect(
      try #require(AddressRange(range)).contains(try #require(PeerAddress(address))) == isIn)
  }

  @Test(arguments: ["10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "x", "", "10.0.0.1/8/8", "::/129"])
  func otherTextIsNoRange(text: String) { #expect(AddressRange(text) == nil) }

  @Test(
    arguments: [
      ("https://spa.example", "https://spa.example", ""),
      ("HTTPS://Spa.Example:443/Desk/", "https://spa.example", "/Desk"),
      ("http://10.0.0.2:8080/a/b", "http://10.0.0.2:8080", "/a/b"),
    ])
  func publicAddressesAreRead(text: String, origin: String, prefix: String) throws {
    let url = try #require(PublicURL(text))
    #expect(url.origin == origin && url.prefix == prefix)
  }

  @Test(arguments: [
    "spa.example", "ftp://x", "https://", "https://a b", "https://u@h/", "https://h?q",
  ])
  func otherTextIsNoPublicAddress(text: String) { #expect(PublicURL(text) == nil) }

  @Test func theProxyProtocolIsReadInBothVersions() throws {
    let line = "PROXY TCP4 192.0.2.7 10.0.0.1 4711 8080\r\nGET /"
    #expect(
      ProxyProtocol.read(Array(line.utf8)) == .done(PeerAddress("192.0.2.7"), length: 41))
    #expect(ProxyProtocol.read(Array("PROXY TC".utf8)) == .needsMore)
    #expect(ProxyProtocol.read(Array("PROXY UNKNOWN\r\n".utf8)) == .done(nil, length: 15))
    let signature: [UInt8] = [13, 10, 13, 10, 0, 13, 10, 0x51, 0x55, 0x49, 0x54, 10]
    let block = signature + [0x21, 0x11, 0, 12, 192, 0, 2, 7, 10, 0, 0, 1, 1, 2, 3, 4]
    #expect(ProxyProtocol.read(block) == .done(PeerAddress("192.0.2.7"), length: 28))
    for count in 0..<block.count {
      #expect(ProxyProtocol.read(Array(block[..<count])) == .needsMore)
    }
    #expect(ProxyProtocol.read(signature + [0x20, 0, 0, 0]) == .done(nil, length: 16))
    for text in ["GET / HTTP/1.1\r\n", "PROXY\r\n", "PROXY TCP4 x y 1 2\r\n"] {
      #expect(ProxyProtocol.read(Array(text.utf8)) == .malformed)
    }
    #expect(ProxyProtocol.read(signature + [0x21, 0x11, 0xFF, 0xFF]) == .malformed)
  }
}
