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

  /// Existing pages put their web application's context before these, as before the socket's path.
  private enum Address: String, CaseIterable {
    case login = "/api/login"
    case logout = "/api/logout"
    case events = "/api/events"
    case commands = "/api/commands"
    case health = "/health"

    init?(_ path: String) {
      guard let found = Self.allCases.first(where: { path.hasSuffix($0.rawValue) }) else {
        return nil
      }
      self = found
    }
  }

  func answer(_ request: HTTPRequest) async -> HTTPAnswer {
    switch Address(request.path) {
    case .login: await only(.POST, request) { await login.logIn(request) }
    case .logout: await only(.POST, request) { await login.logOut(request) }
    case .events: await only(.GET, request) { await polling.events(request) }
    case .commands: await only(.POST, request) { await polling.commandOrRefusal(request) }
    case .health: await only(.GET, request) { await health() }
    case nil: .problem(.notFound, "There is nothing at this address.")
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
    let readers: Readers
  }

  /// Connections that follow the event log and say how far they have come (`EVENT_ACK`).
  private struct Readers: Encodable {
    let acknowledging: Int
    /// Log positions between the last event sent to a reader and the last it acknowledged.
    let furthestBehind: Int64
  }

  /// 503 while the database is away, so that a load balancer sends people elsewhere.
  private func health() async -> HTTPAnswer {
    let behind = await service.hub.readersBehind()
    let isAvailable = service.database.isAvailable
    let position = service.end.current
    let health = Health(
      status: service.hub.isDraining ? "draining" : isAvailable ? "ok" : "degraded",
      database: isAvailable ? "available" : "unavailable",
      connections: service.hub.sockets, epoch: position.epoch, position: position.seq,
      readers: Readers(acknowledging: behind.count, furthestBehind: behind.max() ?? 0))
    return HTTPAnswer(
      isAvailable ? .ok : .serviceUnavailable, json: HTTPAnswer.encoded(health))
  }
}
