import BookingTesting
import NIOCore
import NIOPosix

/// The proxy's connections, on its one event loop.
final class ProxyConnections {
  let loop: any EventLoop
  private let upstream: FaultProxy.Address
  private let tally: Watched<FaultProxy.Tally>
  var script: FaultScript
  var isCalm = false
  private var connections: [Int: ProxiedConnection] = [:]
  private var lastNumber = 0

  init(
    upstream: FaultProxy.Address, script: FaultScript, tally: Watched<FaultProxy.Tally>,
    loop: any EventLoop
  ) {
    (self.upstream, self.script, self.tally, self.loop) = (upstream, script, tally, loop)
  }

  func open() -> ProxiedConnection {
    lastNumber += 1
    let connection = ProxiedConnection(
      number: lastNumber, script: script, connections: self, loop: loop)
    connections[lastNumber] = connection
    tally.change {
      $0.opened += 1
      $0.open += 1
    }
    return connection
  }

  func connect(_ connection: ProxiedConnection) {
    let here = NIOLoopBound(connection, eventLoop: loop)
    ClientBootstrap(group: loop)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(ProxyLeg(.server, of: here.value))
        }
      }
      .connect(host: upstream.host, port: upstream.port)
      .assumeIsolated().whenFailure { _ in connection.refused() }
  }

  func closed(_ number: Int) {
    guard connections.removeValue(forKey: number) != nil else { return }
    tally.change { $0.open -= 1 }
  }

  func happened(_ fault: Fault) { tally.change { $0.faults[fault.word, default: 0] += 1 } }

  func cut() {
    for connection in connections.values { connection.reset() }
  }
}
