import BookingDomain
import BookingStore
import NIOCore
import NIOHTTP1

extension ServerParts {
  /// Answers a request of somebody who is logged in, and keeps the session from ending.
  func withSession(
    _ request: HTTPRequest, _ body: (StoredSession) async throws -> HTTPAnswer
  ) async -> HTTPAnswer {
    do {
      guard let session = try await sessions.find(request.token) else {
        return .noSession
      }
      guard messageRates.admits(session.person.id, at: .now()) else { return .tooMany }
      return try await body(try await sessions.slide(session)).forKnown
    } catch is FairTurns.TooMany {
      return .tooMany
    } catch let refused as RefusedRequest {
      return .problem(refused.status, refused.sentence).forKnown
    } catch let impossible as CatchUpAnswerer.Impossible {
      return .problem(.badRequest, impossible.sentence)
    } catch {
      if let failure = error as? StoreFailure { database.failed(failure) }
      return .problem(.serviceUnavailable, database.refusal)
    }
  }
}

extension HTTPAnswer {
  static let noSession = problem(.unauthorized, "Log in first: there is no open session.")
    .with("WWW-Authenticate", "Bearer")
  fileprivate static let tooMany = final(
    .tooManyRequests, "You ask too much at once; slow down."
  ).with("Retry-After", "1")
}
