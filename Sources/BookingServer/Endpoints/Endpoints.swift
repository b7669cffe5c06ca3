import BookingDomain
import BookingProtocol
import BookingStore
import NIOHTTP1
import Synchronization

/// What is answered over HTTP, by path and method.
struct Endpoints: Sendable {
  let service: Service
  let login: LoginEndpoint
  let polling: PollingEndpoint

  init(service: Service, passwords: PasswordCheck) {
    self.service = service
    login = LoginEndpoint(service: service, passwords: passwords)
    polling = PollingEndpoint(service: service)
  }

  func answer(_ request: HTTPRequest) async -> HTTPAnswer {
    switch request.path {
    case "/api/login": await only(.POST, request) { await login.logIn(request) }
    case "/api/logout": await only(.POST, request) { await login.logOut(request) }
    case "/api/events": await only(.GET, request) { await polling.events(request) }
    case "/api/commands": await only(.POST, request) { await polling.command(request) }
    case "/health": await only(.GET, request) { health }
    default: .problem(.notFound, "There is nothing at this address.")
    }
  }

  private func only(
    _ method: HTTPMethod, _ request: HTTPRequest, _ answer: () async -> HTTPAnswer
  ) async -> HTTPAnswer {
    guard request.head.method == method else {
      return .problem(.methodNotAllowed, "Only \(method.rawValue) is answered here.")
        .with("Allow", method.rawValue)
    }
    let isForeign = !OriginCheck(allowed: service.configuration.allowedOrigins)
      .admits(request.head.headers)
    if isForeign { return .problem(.forbidden, "Pages of another origin may not do this.") }
    return await answer()
  }

  private struct Health: Encodable {
    let status: String
    let database: String
    let connections: Int
    let epoch: String
    let position: Int64
  }

  /// 503 while the database is away, so that a load balancer sends people elsewhere.
  private var health: HTTPAnswer {
    let isAvailable = service.database.isAvailable
    let position = service.end.current
    let health = Health(
      status: service.hub.isDraining ? "draining" : isAvailable ? "ok" : "degraded",
      database: isAvailable ? "available" : "unavailable",
      connections: service.hub.sockets, epoch: position.epoch, position: position.seq)
    return HTTPAnswer(
      isAvailable ? .ok : .serviceUnavailable, json: HTTPAnswer.encoded(health))
  }
}
