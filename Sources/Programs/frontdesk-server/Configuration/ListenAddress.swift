import Foundation
import Settings

/// Whether this machine can listen somewhere, asked before anything is served there.
enum ListenAddress {
  /// - Returns: what is wrong, and what mends it; nil where a server could listen there, also where
  ///   one does already.
  static func problem(host: String, port: Int) -> String? {
    guard let address = ListeningPlace(host, port) else { return none(host) }
    switch address.obstacle {
    case EADDRNOTAVAIL: return none(host)
    case EACCES: return "this user may not listen on port \(port); take one above 1023."
    default: return nil
    }
  }

  /// Whether somebody listens there already.
  static func isTaken(host: String, port: Int) -> Bool {
    ListeningPlace(host, port)?.obstacle == EADDRINUSE
  }

  /// Whether who listens there is a booking server, as `/health` says, or its refusal of plain HTTP.
  static func isBookingServer(host: String, port: Int) -> Bool {
    let answer = ListeningPlace(host, port)?.answer(
      to: "GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n")
    return answer.map { $0.contains("\"epoch\"") || $0.contains("speaks https: use https://") }
      ?? false
  }

  private static func none(_ host: String) -> String {
    "\(host.excerpt) is no address of this machine; 0.0.0.0 is every one that it has."
  }
}

/// The first address of a name, which is the one that a server takes.
private struct ListeningPlace {
  private let family: Int32
  private let kind: Int32
  private let bytes: [UInt8]

  init?(_ host: String, _ port: Int) {
    var hints = addrinfo()
    hints.ai_flags = AI_PASSIVE
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, "\(port)", &hints, &found) == 0, let found else { return nil }
    defer { freeaddrinfo(found) }
    family = found.pointee.ai_family
    kind = found.pointee.ai_socktype | Int32(SOCK_CLOEXEC.rawValue)
    bytes = Array(
      UnsafeRawBufferPointer(start: found.pointee.ai_addr, count: Int(found.pointee.ai_addrlen)))
  }

  /// What keeps a server from listening there, as `errno` has it; none where nothing does.
  var obstacle: Int32 {
    withSocket { descriptor in
      // As a server does: one that has just ended is in nobody's way.
      var yes: Int32 = 1
      setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
      return with { bind(descriptor, $0, $1) } == 0 ? 0 : errno
    } ?? 0
  }

  /// The beginning of what is said to these bytes there, where somebody says anything in two seconds.
  func answer(to bytes: String) -> String? {
    withSocket { descriptor in
      var patience = timeval(tv_sec: 2, tv_usec: 0)
      for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
        setsockopt(
          descriptor, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
      }
      guard with({ connect(descriptor, $0, $1) }) == 0 else { return nil }
      let sent = Array(bytes.utf8)
      guard send(descriptor, sent, sent.count, Int32(MSG_NOSIGNAL)) == sent.count
      else { return nil }
      var heard: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 4096)
      while heard.count < 16_384 {
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { break }
        heard += buffer[..<count]
      }
      return String(decoding: heard, as: UTF8.self)
    }
  }

  private func withSocket<T>(_ body: (Int32) -> T?) -> T? {
    let descriptor = socket(family, kind, 0)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return body(descriptor)
  }

  private func with(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.map {
        body($0.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
      } ?? -1
    }
  }
}
