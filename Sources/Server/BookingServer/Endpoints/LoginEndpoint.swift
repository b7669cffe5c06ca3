import BookingDomain
import BookingProtocol
import BookingStore
import Logging
import NIOCore
import NIOHTTP1
import Synchronization
import WebSocket

/// `POST /api/login` and `POST /api/logout`.
struct LoginEndpoint: Sendable {
  /// Longer ones are nobody's address, and would only fill the counts of attempts.
  private static let longestEmail = 254

  private let parts: ServerParts
  private let passwords: PasswordCheck
  private let limits: Attempts

  private final class Attempts: Sendable {
    private let limits = Mutex(LoginLimits())

    func admit(address: String, email: String, at now: Timestamp) -> Bool {
      limits.withLock { $0.admit(address: address, email: email, at: now) }
    }
  }

  init(parts: ServerParts, passwords: PasswordCheck) {
    self.parts = parts
    self.passwords = passwords
    limits = Attempts()
  }

  func logIn(_ request: HTTPRequest) async -> HTTPAnswer {
    let wanted: LoginRequest
    do throws(MessageProblem) {
      wanted = try LoginCoding.decodeRequest(request.body.readableBytesView)
    } catch {
      return .problem(.badRequest, "Send JSON with \"email\" and \"password\".")
    }
    guard wanted.email.utf8.count <= Self.longestEmail else { return Self.wrong }
    guard
      limits.admit(address: request.address, email: wanted.email, at: parts.clock.now())
    else {
      return .problem(.tooManyRequests, "Too many attempts to log in; wait a minute.")
        .with("Retry-After", "60")
    }
    do {
      return try await check(wanted, request)
    } catch let failure as StoreFailure {
      parts.database.failed(failure)
      return .problem(.serviceUnavailable, MessageAnswerer.databaseAway)
    } catch {
      return .problem(.serviceUnavailable, MessageAnswerer.databaseAway)
    }
  }

  /// The same sentence and the same time, whether the account or the password is wrong.
  private static let wrong = HTTPAnswer.problem(
    .unauthorized, "The e-mail or the password is wrong.")

  private func check(_ wanted: LoginRequest, _ request: HTTPRequest) async throws -> HTTPAnswer {
    let account = try await parts.sessions.store.account(email: wanted.email)
    switch await passwords.check(wanted.password, against: account?.passwordHash) {
    case .busy:
      return .problem(.serviceUnavailable, "Too many people log in at once; try again in a moment.")
        .with("Retry-After", "2")
    case .wrong:
      parts.log.notice("login refused", metadata: ["address": "\(request.address)"])
      return Self.wrong
    case .right:
      guard let account else { return Self.wrong }
      guard account.isActive else {
        return .problem(.forbidden, "This account is switched off; ask the spa's manager.")
      }
      return try await opened(for: account.person)
    }
  }

  private func opened(for person: Person) async throws -> HTTPAnswer {
    let session = try await parts.sessions.open(for: person)
    parts.log.info(
      "logged in", metadata: ["user": "\(person.role.userType)/\(person.id.number)"])
    return HTTPAnswer(.ok, json: LoginCoding.encode(session))
      .with("Set-Cookie", cookie(session.token))
  }

  func logOut(_ request: HTTPRequest) async -> HTTPAnswer {
    do {
      guard let session = try await parts.sessions.find(request.token) else {
        return .problem(.unauthorized, "There is no session to end.")
      }
      try await parts.sessions.close(session)
      parts.hub.onEachSocket { socket in
        socket.endSession(session.tokenHash, saying: "You have logged out.")
      }
      return HTTPAnswer(.ok, json: Array("{}".utf8))
        .with("Set-Cookie", cookie("") + "; Max-Age=0")
    } catch {
      return .problem(.serviceUnavailable, MessageAnswerer.databaseAway)
    }
  }

  private func cookie(_ token: String) -> String {
    "FRONTDESK_SESSION=\(token); Path=/; HttpOnly; SameSite=Strict"
      + (parts.configuration.tls == nil ? "" : "; Secure")
  }
}
