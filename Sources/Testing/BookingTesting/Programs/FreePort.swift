import Glibc

/// A port of loopback for a program that cannot pick one itself. Somebody else may take it before
/// the program does; the kernel hands out others first.
package enum FreePort {
  package static func find() throws -> Int {
    let (socket, port) = try LoopbackSocket.bind()
    close(socket)
    return port
  }
}
