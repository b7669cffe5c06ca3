import Glibc
import Synchronization

/// A port of loopback for a program that cannot pick one itself. It lies below those that the kernel
/// hands out (from 32,768 on, `ip_local_port_range`), so that no other server of a test gets it
/// before the program does.
package enum FreePort {
  private static let range = 20_000..<32_000
  /// Test runs beside each other begin at different places.
  private static let last = Mutex(range.lowerBound + Int(getpid()) * 97 % range.count)

  package static func find() throws -> Int {
    for _ in range {
      let port = last.withLock { last in
        last = last + 1 < range.upperBound ? last + 1 : range.lowerBound
        return last
      }
      guard let found = try? LoopbackSocket.bind(to: port) else { continue }
      close(found.descriptor)
      return port
    }
    throw SystemFailure("find a free port", EADDRINUSE)
  }
}
