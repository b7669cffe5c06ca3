import BookingDomain
import BookingProtocol
import BookingStore
import NIOHTTP1

/// What whoever runs the server asks: is it ready, does it live, what happened.
struct OperationEndpoint: Sendable {
  let parts: ServerParts

  /// Past this an order waits for something: a lock, a disk.
  private static let patience = 2.0

  /// `GET /health`: 503 while the database is away or takes no orders, so that a load balancer sends people
  /// elsewhere; the log says why in more words, and with the place. Nobody is sent away while orders only
  /// wait: elsewhere they would wait too.
  func health() async -> HTTPAnswer {
    let behind = await parts.hub.readersBehind()
    let found = parts.store.obstacle()
    let obstacle = found?.code
    let isAvailable = parts.database.isAvailable && (obstacle ?? .locked) == .locked
    let waiting = parts.commands.underWay.waiting()
    let isWaiting = waiting.seconds > Self.patience || obstacle == .locked
    let health = ServerHealth(
      status: parts.hub.isDraining
        ? .draining : !isAvailable ? .degraded : isWaiting ? .waiting : .ok,
      isDatabaseAvailable: isAvailable,
      cause: (found?.trouble ?? parts.database.trouble).map { "\($0.words)." },
      orders: .init(waiting: waiting.count, longestSeconds: Int(waiting.seconds)),
      connections: parts.hub.sockets, position: parts.end.current,
      readers: .init(acknowledging: behind.count, furthestBehind: behind.max() ?? 0))
    return HTTPAnswer(
      isAvailable ? .ok : .serviceUnavailable, json: OperationCoding.encode(health))
  }

  /// `GET /alive`: the process answers, whatever the database does. Who restarts servers asks this
  /// one: a restart brings no database back.
  func alive() -> HTTPAnswer { HTTPAnswer(.ok, json: OperationCoding.alive) }

  /// `GET /metrics`, for Prometheus: from this machine, or with the token that was set.
  func metrics(_ request: HTTPRequest) async -> HTTPAnswer {
    guard isOperator(request) else {
      return .problem(.forbidden, "Metrics are for this machine, or for who has metrics.token.")
    }
    var answer = HTTPAnswer(.ok, json: Array(await MetricsPage(parts).text.utf8))
    answer.headers.replaceOrAdd(
      name: "Content-Type", value: "text/plain; version=0.0.4; charset=utf-8")
    return answer
  }

  /// A proxy on this machine passes on what strangers ask, so that its own address proves nothing.
  private func isOperator(_ request: HTTPRequest) -> Bool {
    if let token = parts.live.current.metricsToken { return request.bearer == token }
    let isPassedOn = ["Forwarded", "X-Forwarded-For", "Via"].contains {
      request.head.headers.contains(name: $0)
    }
    let host = request.head.headers.first(name: "Host")?.lowercased() ?? ""
    let isNamed = OriginCheck(parts.live.current).isTrue(host, on: request.port)
    return request.isSameMachine && !isPassedOn && isNamed
      && (request.caller.address?.isLoopback ?? true)
  }
}
