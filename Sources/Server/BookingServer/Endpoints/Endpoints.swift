import BookingDomain
import BookingProtocol
import BookingStore
import NIOCore
import NIOHTTP1
import Synchronization

/// What is answered over HTTP, by path and method.
struct Endpoints: Sendable {
  let parts: ServerParts
  let login: LoginEndpoint
  let polling: PollingEndpoint
  let register: RegisterEndpoint
  let house: HouseEndpoint
  let days: DaysEndpoint
  let operation: OperationEndpoint

  var forwarding: Forwarding { Forwarding(parts.live.current) }
  var origins: OriginCheck { OriginCheck(parts.live.current) }

  init(parts: ServerParts, passwords: PasswordCheck) {
    self.parts = parts
    operation = OperationEndpoint(parts: parts)
    login = LoginEndpoint(parts: parts, passwords: passwords)
    polling = PollingEndpoint(parts: parts)
    register = RegisterEndpoint(parts: parts)
    house = HouseEndpoint(parts: parts)
    days = DaysEndpoint(parts: parts)
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
    case takings
    case past
    case house
    case houseChanges
    case free
    case fullness
    case health
    case alive
    case metrics

    /// Whether monitors ask for it: no cookie counts there, and any page may ask.
    var isForMonitors: Bool {
      switch self {
      case .health, .alive, .metrics: true
      default: false
      }
    }

    var method: HTTPMethod {
      switch self {
      case .login, .logout, .commands, .house: .POST
      default: .GET
      }
    }

    /// Existing pages put their web application's context before these, as before the socket's path.
    init?(_ path: String) {
      let parts = path.split(separator: "/").map(String.init)
      switch parts.last {
      case "health": self = .health
      case "alive": self = .alive
      case "metrics": self = .metrics
      default: self.init(api: parts)
      }
    }

    private init?(api parts: [String]) {
      guard let start = parts.lastIndex(of: "api") else { return nil }
      switch Array(parts[(start + 1)...]) {
      case ["login"]: self = .login
      case ["logout"]: self = .logout
      case ["events"]: self = .events
      case ["commands"]: self = .commands
      case ["customers"]: self = .customers
      case ["sessions"]: self = .sessions
      case ["changes"]: self = .changes
      case ["takings"]: self = .takings
      case ["past"]: self = .past
      case ["house"]: self = .house
      case ["house", "changes"]: self = .houseChanges
      case ["free"]: self = .free
      case ["fullness"]: self = .fullness
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
    guard let address = Address(request.path) else {
      return .problem(.notFound, "There is nothing at this address.")
    }
    if request.head.method == .OPTIONS { return preflight(request, address) }
    let isRead = request.head.method == .HEAD && address.method == .GET
    guard request.head.method == address.method || isRead else {
      return .problem(.methodNotAllowed, "Only \(address.method.rawValue) is answered here.")
        .with("Allow", address.method.rawValue)
    }
    if !address.isForMonitors, let refusal = refusal(ofPage: request) { return refusal }
    return withOrigin(await answer(request, at: address), request)
  }

  private func answer(_ request: HTTPRequest, at address: Address) async -> HTTPAnswer {
    switch address {
    case .login: await login.logIn(request)
    case .logout: await login.logOut(request)
    case .events: await polling.events(request)
    case .commands: await polling.commandOrRefusal(request)
    case .customers: await register.customers(request)
    case .customer(let id): await register.customer(id, request)
    case .sessions: await register.unscheduled(request)
    case .history(let id): await register.history(of: id, request)
    case .changes: await register.changes(request)
    case .takings: await register.takings(request)
    case .past: await register.past(request)
    case .house: await house.answer(request)
    case .houseChanges: await house.changes(request)
    case .free: await days.free(request)
    case .fullness: await days.fullness(request)
    case .health: await operation.health()
    case .alive: operation.alive()
    case .metrics: await operation.metrics(request)
    }
  }

  /// What a page may not do with its visitor's cookie. A form can be sent from any page, but not as
  /// JSON (without being asked, by CORS, whether it may).
  private func refusal(ofPage request: HTTPRequest) -> HTTPAnswer? {
    guard origins.admits(request.head.headers, from: request.caller, on: request.port) else {
      return .problem(.forbidden, "Pages of another origin may not do this.")
    }
    guard request.head.method == .POST, request.isFromPage, request.body.readableBytes > 0,
      !request.isJSON
    else { return nil }
    return .problem(.unsupportedMediaType, "Send JSON, with Content-Type application/json.")
  }
}

// MARK: - Pages of other origins (CORS)

extension Endpoints {
  /// A browser asks whether a page may, before it lets it.
  private func preflight(_ request: HTTPRequest, _ address: Address) -> HTTPAnswer {
    guard origins.isAllowedOther(request.head.headers), !address.isForMonitors else {
      return .problem(.methodNotAllowed, "Only \(address.method.rawValue) is answered here.")
        .with("Allow", address.method.rawValue)
    }
    return withOrigin(HTTPAnswer(.noContent, json: []), request)
      .with("Access-Control-Allow-Methods", address.method.rawValue)
      .with("Access-Control-Allow-Headers", "Authorization, Content-Type")
      .with("Access-Control-Max-Age", "600")
  }

  private func withOrigin(_ answer: HTTPAnswer, _ request: HTTPRequest) -> HTTPAnswer {
    guard origins.isAllowedOther(request.head.headers),
      let origin = request.head.headers.first(name: "Origin")
    else { return answer }
    return answer.with("Access-Control-Allow-Origin", origin)
      .with("Access-Control-Allow-Credentials", "true").with("Vary", "Origin")
      .with("Cross-Origin-Resource-Policy", "cross-origin")
  }
}
