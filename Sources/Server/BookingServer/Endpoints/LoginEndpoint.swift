import BookingDomain
import BookingProtocol
import BookingStore
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import Synchronization
import WebSocket

/// `POST /api/login` and `POST /api/logout`.
struct LoginEndpoint: Sendable {
  /// A browser that somebody has logged in with is recognised for a year.
  private static let deviceSeconds = 31_536_000

  private let parts: ServerParts
  private let passwords: PasswordCheck
  private let limits: Limits

  private final class Limits: Sendable {
    private let value = Mutex(LoginLimits())

    func with<Result: Sendable>(_ body: @Sendable (inout LoginLimits) -> Result) -> Result {
      value.withLock { body(&$0) }
    }
  }

  /// Why somebody is not let in; for the log and the counts.
  private enum Reason: String {
    case malformed
    case tooMany = "too many attempts"
    case busy
    case wrong
    case inactive
    case databaseAway = "database away"
  }

  init(parts: ServerParts, passwords: PasswordCheck) {
    self.parts = parts
    self.passwords = passwords
    limits = Limits()
  }

  func logIn(_ request: HTTPRequest) async -> HTTPAnswer {
    let wanted: LoginRequest
    do throws(MessageProblem) {
      wanted = try LoginCoding.decodeRequest(request.body.readableBytesView)
    } catch {
      let answer = HTTPAnswer.problem(.badRequest, "Send JSON with \"email\" and \"password\".")
      return refused(request, .malformed, answer)
    }
    let network = request.caller.network
    let isNew = request.deviceMark == nil
    guard !isNew || limits.with({ $0.mayAsk(from: network, at: parts.clock.uptime()) }) else {
      return refused(request, .tooMany, Self.tooMany)
    }
    do {
      return try await check(wanted, request)
    } catch {
      if let failure = error as? StoreFailure { parts.database.failed(failure) }
      let answer = HTTPAnswer.problem(.serviceUnavailable, parts.database.refusal)
      return refused(request, .databaseAway, answer)
    }
  }

  /// The same sentence and the same time, whether the account or the password is wrong.
  private static let wrong = HTTPAnswer.problem(
    .unauthorized, "The e-mail or the password is wrong.")
  private static let tooMany = HTTPAnswer.final(
    .tooManyRequests, "Too many attempts to log in; wait a minute."
  ).with("Retry-After", "60")

  private func check(_ wanted: LoginRequest, _ request: HTTPRequest) async throws -> HTTPAnswer {
    let name = LoginName(wanted.email)
    let account =
      if let email = name.email { try await parts.sessions.store.account(email: email) } else {
        Account?.none
      }
    let attempt = LoginLimits.Attempt(
      target: account.map { .person($0.person.id) } ?? .unknown(name.spelling),
      network: request.caller.network,
      device: account.flatMap {
        DeviceMark(request.deviceMark, for: $0.person.id, passwordHash: $0.passwordHash)
      })
    guard limits.with({ $0.admit(attempt, at: parts.clock.uptime()) }) else {
      return refused(request, .tooMany, Self.tooMany)
    }
    switch await passwords.check(wanted.password, against: account?.passwordHash) {
    case .busy:
      limits.with { $0.forgotten(attempt, at: parts.clock.uptime()) }
      let sentence = "Too many people log in at once; try again in a moment."
      return refused(
        request, .busy, .problem(.serviceUnavailable, sentence).with("Retry-After", "2"))
    case .wrong:
      return refused(request, .wrong, Self.wrong)
    case .right:
      guard let account else { return refused(request, .wrong, Self.wrong) }
      guard account.isActive else {
        let sentence = "This account is switched off; ask the spa's manager."
        return refused(request, .inactive, .problem(.forbidden, sentence))
      }
      limits.with { $0.succeeded(attempt, at: parts.clock.uptime()) }
      return try await opened(for: account, request)
    }
  }

  /// One line, without what was typed: a password may stand where the e-mail should.
  private func refused(_ request: HTTPRequest, _ reason: Reason, _ answer: HTTPAnswer)
    -> HTTPAnswer
  {
    parts.metrics.count(.logins, reason.rawValue)
    parts.log.notice(
      "login refused",
      metadata: ["address": "\(request.caller.text)", "reason": "\(reason.rawValue)"])
    return answer
  }

  private func opened(for account: Account, _ request: HTTPRequest) async throws -> HTTPAnswer {
    let session = try await parts.sessions.open(for: account)
    let person = account.person
    parts.metrics.count(.logins, "accepted")
    parts.log.info(
      "logged in",
      metadata: [
        "user": "\(person.role.userType)/\(person.id.number)", "address": "\(request.caller.text)",
      ])
    let mark = DeviceMark.new(for: person.id, passwordHash: account.passwordHash ?? "")
    return HTTPAnswer(.ok, json: LoginCoding.encode(session)).forKnown
      .adding("Set-Cookie", cookie(.session, session.token, request))
      .adding(
        "Set-Cookie",
        cookie(.device, mark, request) + "; Max-Age=\(Self.deviceSeconds)")
  }

  func logOut(_ request: HTTPRequest) async -> HTTPAnswer {
    do {
      guard let session = try await parts.sessions.find(request.token) else {
        return .problem(.unauthorized, "There is no session to end.")
      }
      try await parts.sessions.close(session)
      parts.announcements.endSession(session.tokenHash)
      parts.hub.onEachSocket { $0.endSession(session.tokenHash, saying: "You have logged out.") }
      return HTTPAnswer(.ok, json: Array("{}".utf8))
        .with("Set-Cookie", cookie(.session, "", request) + "; Max-Age=0")
    } catch {
      return .problem(.serviceUnavailable, parts.database.refusal)
    }
  }

  private func cookie(_ name: LoginCookie, _ value: String, _ request: HTTPRequest) -> String {
    let path = parts.live.current.web.publicURL?.cookiePath ?? "/"
    return "\(name.rawValue)=\(value); Path=\(path); HttpOnly; SameSite=Strict"
      + (request.caller.isSecure ? "; Secure" : "")
  }
}

/// What somebody types to log in.
private struct LoginName {
  /// The longest address there is (RFC 5321, 4.5.3.1.3).
  private static let longest = 254

  /// As accounts are looked up; nil for what is nobody's address. A database may read only what
  /// stands before a NUL.
  let email: String?
  /// What attempts at names that nobody has are counted by.
  let spelling: String

  init(_ typed: String) {
    let name = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    spelling = String(name.prefix(Self.longest))
    let isAddress =
      !name.isEmpty && name.utf8.count <= Self.longest
      && name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    email = isAddress ? name : nil
  }
}
