import Glibc

/// What systemd hears from a service, where it listens (sd_notify(3)): a datagram to the socket that
/// it names.
package enum ServiceManager {
  package enum News: String, Sendable {
    case ready = "READY=1"
    case stopping = "STOPPING=1"
    /// Still at work; said more often than systemd waits.
    case alive = "WATCHDOG=1"
  }

  /// Nothing where nobody listens.
  package static func tell(_ news: News) {
    guard let path = getenv("NOTIFY_SOCKET").map({ String(cString: $0) }) else { return }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    // A name that begins with "@" is one without a file: its first byte is 0.
    let name = Array(
      path.utf8.first == UInt8(ascii: "@") ? [0] + path.utf8.dropFirst() : Array(path.utf8))
    let capacity = MemoryLayout.size(ofValue: address.sun_path)
    guard !name.isEmpty, name.count < capacity else { return }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    let length = socklen_t(
      MemoryLayout<sockaddr_un>.offset(of: \.sun_path).map { $0 + name.count } ?? 0)
    let socket = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { return }
    defer { close(socket) }
    let words = Array(news.rawValue.utf8)
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(socket, words, words.count, Int32(MSG_NOSIGNAL), $0, length)
      }
    }
  }

  /// Within how long systemd wants to hear that this process is alive; nil where it does not.
  package static var watchdog: Duration? {
    guard let text = getenv("WATCHDOG_USEC").map({ String(cString: $0) }),
      let microseconds = Int64(text), microseconds > 0
    else { return nil }
    if let process = getenv("WATCHDOG_PID").map({ String(cString: $0) }), process != "\(getpid())" {
      return nil
    }
    return .microseconds(microseconds)
  }
}
