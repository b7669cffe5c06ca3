import BookingDomain
import BookingProtocol
import BookingStore

/// Opens, finds, slides and closes sessions. The tokens themselves are never kept.
struct Sessions: Sendable {
  let store: any BookingStore
  let rules: SessionRules
  let clock: Clock
  let metrics: Metrics

  /// Ends with the password that `account` has now.
  func open(for account: Account) async throws -> LoginAnswer {
    let token = SessionToken.random()
    let expiry = rules.expiry(from: clock.now())
    try await store.openSession(
      StoredSession(
        tokenHash: token.hash, person: account.person, expiry: expiry,
        passwordSeal: PasswordSeal(of: account.passwordHash)))
    return LoginAnswer(token: token.text, person: account.person, expiresAt: expiry)
  }

  /// Whose token this is; nil for any that does not open anything (any more).
  func find(_ token: String?) async throws -> StoredSession? {
    guard let token = token.flatMap({ SessionToken($0) }) else { return nil }
    return try await usable(token.hash)
  }

  /// The session as it is now, for whoever showed its token a while ago; nil where it has ended.
  func standing(_ session: StoredSession) async throws -> StoredSession? {
    try await usable(session.tokenHash)
  }

  private func usable(_ tokenHash: String) async throws -> StoredSession? {
    guard
      let session = try await metrics.timing(
        "session", { try await store.session(tokenHash: tokenHash) }), isUsable(session)
    else { return nil }
    return session
  }

  /// Whether a session that stands has not expired.
  func isUsable(_ session: StoredSession) -> Bool {
    rules.isUsable(until: session.expiry, at: clock.now())
  }

  /// The session of somebody who is at work, with its new expiry.
  func slide(_ session: StoredSession) async throws -> StoredSession {
    guard let expiry = rules.extended(session.expiry, at: clock.now()) else { return session }
    return try await extend(session, to: expiry)
  }

  /// `REFRESH_SESSION`: the full lifetime from now on.
  func refresh(_ session: StoredSession) async throws -> StoredSession {
    try await extend(session, to: rules.expiry(from: clock.now()))
  }

  func close(_ session: StoredSession) async throws {
    try await store.closeSession(tokenHash: session.tokenHash)
  }

  private func extend(_ session: StoredSession, to expiry: Timestamp) async throws -> StoredSession
  {
    try await store.extendSession(tokenHash: session.tokenHash, to: expiry)
    return session.lasting(until: expiry)
  }
}
