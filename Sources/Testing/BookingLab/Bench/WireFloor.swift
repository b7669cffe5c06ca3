import BookingTesting
import Foundation
import Glibc
import Synchronization

/// The least that telling many can cost on this machine: one thread that writes the same bytes to
/// every connection, and does nothing else.
final class WireFloor: Sendable {
  let port: Int
  private let listener: Int32
  private let orders: DescriptorPair
  private let told = Mutex<(cpu: Double, frame: [UInt8])>((0, []))

  init() throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 4_096) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else { throw WireCrowd.Failure(description: "no port for the floor: \(errno)") }
    self.listener = listener
    port = Int(in_port_t(bigEndian: address.sin_port))
    orders = try DescriptorPair.pipe()
  }

  deinit {
    close(listener)
    close(orders.reading)
    close(orders.writing)
  }

  /// Accepts so many, answering whatever they ask with the head of a WebSocket's answer, and then
  /// writes a frame to all at every order, until the orders end.
  func run(_ count: Int) {
    let thread = Thread { [self] in
      var sockets: [Int32] = []
      var request = [UInt8](repeating: 0, count: 4_096)
      let answer = Array("HTTP/1.1 101 Switching Protocols\r\n\r\n".utf8)
      while sockets.count < count {
        let one = accept(listener, nil, nil)
        guard one >= 0 else { return }
        var isOn: Int32 = 1
        setsockopt(one, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, 4)
        _ = recv(one, &request, request.count, 0)
        _ = send(one, answer, answer.count, Int32(MSG_NOSIGNAL))
        sockets.append(one)
      }
      var order: UInt8 = 0
      while read(orders.reading, &order, 1) == 1, order != 0 {
        let frame = told.withLock(\.frame)
        for one in sockets { _ = send(one, frame, frame.count, Int32(MSG_NOSIGNAL)) }
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        told.withLock { $0.cpu = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9 }
      }
      for one in sockets { close(one) }
    }
    thread.start()
  }

  func tell(_ frame: [UInt8]) {
    told.withLock { $0.frame = frame }
    var order: UInt8 = 1
    _ = write(orders.writing, &order, 1)
  }

  func end() {
    var order: UInt8 = 0
    _ = write(orders.writing, &order, 1)
  }

  /// Seconds of processor that the writing has taken.
  var cpu: Double { told.withLock(\.cpu) }
}
