import BookingDomain
import BookingProtocol
import BookingStore
import NIOCore
import NIOHTTP1

/// `POST /api/house {"line": "users off mai@lotus.example"}`, and what was changed of the house.
struct HouseEndpoint: Sendable {
  /// Letters. The longest line has a name in it and what the web shop says of it.
  private static let longestLine = HousePiece.longestText + 400
  /// Of a password: longer ones are refused in words.
  private static let longestPassword = 1_000

  let parts: ServerParts

  func answer(_ request: HTTPRequest) async -> HTTPAnswer {
    await parts.withSession(request) { session in
      try await keeping(for: session.person) { keeping in
        guard let (line, password) = try? HouseCoding.line(request.body.readableBytesView),
          line.unicodeScalars.count <= Self.longestLine,
          password.unicodeScalars.count <= Self.longestPassword
        else { return .problem(.badRequest, "Send JSON with a \"line\", as it is typed.") }
        let now = Moment(parts.clock.now(), in: parts.configuration.zone)
        switch try await keeping.answer(line, password, session.person, now) {
        case .failure(let refusal): return .problem(.badRequest, refusal.sentence)
        case .success(let page):
          if page.done != nil { await parts.houseChanged() }
          return HTTPAnswer(.ok, json: HouseCoding.encode(page))
        }
      }
    }
  }

  /// `GET /api/house/changes?date=YYYY-MM-DD`: newest first.
  func changes(_ request: HTTPRequest) async -> HTTPAnswer {
    await parts.withSession(request) { session in
      try await keeping(for: session.person) { keeping in
        let changes = try await keeping.changes(request.date(), parts.configuration.zone)
        return HTTPAnswer(.ok, json: HouseCoding.encode(changes))
      }
    }
  }

  private func keeping(
    for person: Person, _ body: (HouseKeeping) async throws -> HTTPAnswer
  ) async throws -> HTTPAnswer {
    try person.require(.keepHouse, "Accounts and the house are for managers.")
    guard let keeping = parts.houseKeeping else {
      return .problem(.notFound, "This server keeps no house.")
    }
    return try await body(keeping)
  }
}
