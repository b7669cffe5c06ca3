#if canImport(Glibc)
  import Glibc
#endif

/// The IP address at the other end of a connection, or one that a trusted proxy named.
package struct PeerAddress: Hashable, Sendable, LosslessStringConvertible {
  /// Four bytes, or sixteen. An IPv4 address that is written as IPv6 (RFC 4291, 2.5.5.2) is four.
  let bytes: [UInt8]

  /// - Parameter bytes: four or sixteen, as they are sent.
  init?(bytes: [UInt8]) {
    switch bytes.count {
    case 4: self.bytes = bytes
    case 16:
      let isMapped =
        bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
      self.bytes = isMapped ? Array(bytes[12...]) : bytes
    default: return nil
    }
  }

  /// `192.0.2.7`, `2001:db8::7`, also in brackets. Nil for everything else.
  package init?(_ text: String) {
    var text = text[...]
    if text.hasPrefix("["), text.hasSuffix("]") { text = text.dropFirst().dropLast() }
    // The longest has 45 characters (INET6_ADDRSTRLEN); a zone (`%eth0`) says nothing to others.
    text = text.prefix { $0 != "%" }
    guard text.utf8.count <= 45 else { return nil }
    var four = in_addr()
    if inet_pton(AF_INET, String(text), &four) == 1 {
      self.init(bytes: withUnsafeBytes(of: &four) { Array($0) })
      return
    }
    var sixteen = in6_addr()
    guard inet_pton(AF_INET6, String(text), &sixteen) == 1 else { return nil }
    self.init(bytes: withUnsafeBytes(of: &sixteen) { Array($0) })
  }

  package var description: String {
    guard bytes.count == 16 else { return bytes.map(String.init).joined(separator: ".") }
    var text = [CChar](repeating: 0, count: 46)
    _ = bytes.withUnsafeBytes { inet_ntop(AF_INET6, $0.baseAddress, &text, 46) }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  var isLoopback: Bool {
    bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
  }

  /// What limits are counted by: one household of IPv6 has 2⁶⁴ addresses (RFC 6177), one of IPv4
  /// has one.
  var network: Network { Network(bytes: bytes.count == 4 ? bytes : Array(bytes[..<8])) }
}

/// Where somebody is on the net, as precisely as it pays to count.
struct Network: Hashable, Sendable {
  fileprivate let bytes: [UInt8]

  /// Of a peer that has no IP address.
  static let unknown = Network(bytes: [])
}

/// Addresses that begin alike: `10.0.0.0/8`, `2001:db8::/32`, or one address.
package struct AddressRange: Hashable, Sendable, LosslessStringConvertible {
  private let start: PeerAddress
  private let bits: Int

  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let start = PeerAddress(String(parts[0])) else { return nil }
    let most = start.bytes.count * 8
    let bits = parts.count == 2 ? Int(parts[1]) : most
    guard let bits, (0...most).contains(bits) else { return nil }
    self.start = start
    self.bits = bits
  }

  package var description: String { "\(start)/\(bits)" }

  package func contains(_ address: PeerAddress) -> Bool {
    guard address.bytes.count == start.bytes.count else { return false }
    let whole = bits / 8
    guard address.bytes[..<whole] == start.bytes[..<whole] else { return false }
    guard bits % 8 > 0 else { return true }
    let mask = ~(UInt8.max >> UInt8(bits % 8))
    return address.bytes[whole] & mask == start.bytes[whole] & mask
  }
}
