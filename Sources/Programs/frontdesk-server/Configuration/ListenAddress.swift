import Foundation
import Settings

/// Whether this machine can listen somewhere, asked before anything is served there.
enum ListenAddress {
  /// - Returns: what is wrong, and what mends it; nil where a server could listen there, also where
  ///   one does already.
  static func problem(host: String, port: Int) -> String? {
    var hints = addrinfo()
    hints.ai_flags = AI_PASSIVE
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, "\(port)", &hints, &found)
    guard code == 0, let found else {
      return none(host)
    }
    defer { freeaddrinfo(found) }
    // The first is what the server takes.
    let address = found.pointee
    let descriptor = socket(
      address.ai_family, address.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // As a server does: one that has just ended is in nobody's way.
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard bind(descriptor, address.ai_addr, address.ai_addrlen) != 0 else { return nil }
    switch errno {
    case EADDRNOTAVAIL: return none(host)
    case EACCES: return "this user may not listen on port \(port); take one above 1023."
    default: return nil
    }
  }

  private static func none(_ host: String) -> String {
    "\(host.excerpt) is no address of this machine; 0.0.0.0 is every one that it has."
  }
}
