import Glibc

/// Sockets of the system's own on loopback, blocking, for what speaks to a server beside any library.
package enum LoopbackSocket {
  /// - Returns: a descriptor that the caller closes.
  package static func connect(to port: Int) throws -> Int32 {
    try open("connect to port \(port)") { socket, address, length in
      address.sin_port = UInt16(port).bigEndian
      return Self.onAddress(&address) { Glibc.connect(socket, $0, length) }
    }.descriptor
  }

  /// - Parameter port: 0 is one that the kernel chooses.
  package static func bind(to port: Int = 0) throws -> (descriptor: Int32, port: Int) {
    let (descriptor, address) = try open("bind port \(port)") { socket, address, length in
      address.sin_port = UInt16(port).bigEndian
      var size = length
      return Self.onAddress(&address) { pointer in
        Glibc.bind(socket, pointer, length) == 0 ? getsockname(socket, pointer, &size) : -1
      }
    }
    return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
  }

  private static func open(
    _ what: String, _ call: (Int32, inout sockaddr_in, socklen_t) -> Int32
  ) throws -> (descriptor: Int32, address: sockaddr_in) {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw SystemFailure("socket") }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    guard call(socket, &address, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 else {
      let failure = SystemFailure(what)
      close(socket)
      throw failure
    }
    return (socket, address)
  }

  private static func onAddress(
    _ address: inout sockaddr_in, _ call: (UnsafeMutablePointer<sockaddr>) -> Int32
  ) -> Int32 {
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1, call)
    }
  }
}
