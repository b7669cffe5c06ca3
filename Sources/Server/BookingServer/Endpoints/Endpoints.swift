import BookingDomain
import BookingProtocol
import BookingStore
import NIOHTTP1
import Synchronization

/// What is answered over HTTP, by path and method.
struct Endpoints: Sendable {
  let parts: ServerParts
  let login: LoginEndpoint
  let polling: PollingEndpoint
  let register: RegisterEndpoint

  init(parts: ServerParts, passwords: PasswordCheck) {
    self.parts = parts
    login = LoginEndpoint(parts: parts, passwords: passwords)
    polling = PollingEndpoint(parts: parts)
    register = RegisterEndpoint(parts: parts)
  }

  private enum Address {
    case login
    case logout
    case events
    case commands
    case customers
    case customer(CustomerID)
    case sessions
    case history(BookingID)
    case changes
    case health

    /// Existing pages put their web application's context before these, as before the socket's path.
    init?(_ path: String) {
      let parts = path.split(separator: "/").map(String.init)
      if parts.last == "health" {
        self = .health
        return
      }
      guard let start = parts.lastIndex(of: "api") else { return nil }
      switch Array(parts[(start + 1)...]) {
      case ["login"]: self = .login
      case ["logout"]: self = .logout
      case ["events"]: self = .events
      case ["commands"]: self = .commands
      case ["customers"]: self = .customers
      case ["sessions"]: self = .sessions
      case ["changes"]: self = .changes
      case let rest where rest.count == 2 && rest[0] == "customers":
        guard let number = Int64(rest[1]) else { return nil }
        self = .customer(CustomerID(number))
      case let rest where rest.count == 3 && rest[0] == "bookings" && rest[2] == "history":
        guard let number = Int64(rest[1]) else { return nil }
        self = .history(BookingID(number))
      default: return nil
      }
    }
  }

  func answer(_ request: HTTPRequest) async -> HTTPAnswer {
    switch Address(request.path) {
    case .login: await only(.POST, request) { await login.logIn(request) }
    case .logout: await only(.POST, request) { await login.logOut(request) }
    case .events: await only(.GET, request) { await polling.events(request) }
    case .commands: await only(.POST, request) { await polling.commandOrRefusal(request) }
    case .customers: await only(.GET, request) { await register.customers(request) }
    case .customer(let id): await only(.GET, request) { await register.customer(id, request) }
    case .sessions: await only(.GET, request) { await register.unscheduled(request) }
    case .history(let id): await only(.GET, request) { await register.history(of: id, request) }
    case .changes: await only(.GET, request) { await register.changes(request) }
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
    let isForeign = !OriginCheck(allowed: parts.configuration.allowedOrigins)
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
    let behind = await parts.hub.readersBehind()
    let isAvailable = parts.database.isAvailable
    let position = parts.end.current
    let health = Health(
      status: parts.hub.isDraining ? "draining" : isAvailable ? "ok" : "degraded",
      database: isAvailable ? "available" : "unavailable",
      connections: parts.hub.sockets, epoch: position.epoch, position: position.seq,
      readers: Readers(acknowledging: behind.count, furthestBehind: behind.max() ?? 0))
    return HTTPAnswer(
      isAvailable ? .ok : .serviceUnavailable, json: HTTPAnswer.encoded(health))
  }
}
