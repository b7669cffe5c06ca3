import Dispatch
import Glibc
import NIOCore
import NIOPosix

/// Looks up the name of one connection's server, on a thread of the system's, since that may take long
/// and cannot be called off. NIO's own does the same, and comes back to a loop that has been shut down
/// meanwhile.
final class NameLookup: Resolver, Sendable {
  private let loop: any EventLoop
  private let underWay: NIOLoopBound<LookupsUnderWay>
  private let six: EventLoopPromise<[SocketAddress]>
  private let four: EventLoopPromise<[SocketAddress]>

  init(_ underWay: LookupsUnderWay, on loop: any EventLoop) {
    self.loop = loop
    self.underWay = NIOLoopBound(underWay, eventLoop: loop)
    six = loop.makePromise()
    four = loop.makePromise()
  }

  /// Asked first, on the loop; one lookup finds both sorts of addresses.
  func initiateAAAAQuery(host: String, port: Int) -> EventLoopFuture<[SocketAddress]> {
    // An address is no name: nobody has to be asked.
    if let address = try? SocketAddress(ipAddress: host, port: port) {
      found(.success([address]))
    } else {
      underWay.value.began()
      DispatchQueue.global().async {
        let found = Result { try Self.addresses(of: host, port) }
        self.loop.execute {
          self.found(found)
          self.underWay.value.ended()
        }
      }
    }
    return six.futureResult
  }

  func initiateAQuery(host: String, port: Int) -> EventLoopFuture<[SocketAddress]> {
    four.futureResult
  }

  func cancelQueries() {}

  private func found(_ result: Result<[SocketAddress], any Error>) {
    six.completeWith(result.map { $0.filter { $0.protocol == .inet6 } })
    four.completeWith(result.map { $0.filter { $0.protocol == .inet } })
  }

  private static func addresses(of host: String, _ port: Int) throws -> [SocketAddress] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var first: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, "\(port)", &hints, &first) == 0 else {
      throw TransportFailure("nobody knows the name \(host)")
    }
    defer { freeaddrinfo(first) }
    var addresses: [SocketAddress] = []
    var next = first
    while let info = next?.pointee {
      let bytes = UnsafeRawPointer(info.ai_addr)
      switch info.ai_family {
      case AF_INET: bytes.map { addresses.append(.init($0.load(as: sockaddr_in.self), host: host)) }
      case AF_INET6:
        bytes.map { addresses.append(.init($0.load(as: sockaddr_in6.self), host: host)) }
      default: break
      }
      next = info.ai_next
    }
    return addresses
  }
}

/// Lookups that will come back to their loop. Belongs to it.
final class LookupsUnderWay {
  private var count = 0
  private var waiting: [EventLoopPromise<Void>] = []

  fileprivate func began() { count += 1 }

  fileprivate func ended() {
    count -= 1
    guard count == 0 else { return }
    for promise in waiting { promise.succeed() }
    waiting = []
  }

  /// - Returns: whether none is left already.
  func whenNoneIsLeft(_ promise: EventLoopPromise<Void>) -> Bool {
    if count == 0 { promise.succeed() } else { waiting.append(promise) }
    return count == 0
  }
}
