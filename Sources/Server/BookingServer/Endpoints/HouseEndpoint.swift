import BookingDomain
import BookingProtocol
import BookingStore
import NIOCore
import NIOHTTP1

/// `POST /api/house {"line": "users off mai@lotus.example"}`.
struct HouseEndpoint: Sendable {
  /// Letters. The longest line has a name and an e-mail address in it.
  private static let longestLine = 400

  let parts: ServerParts

  func answer(_ request: HTTPRequest) async -> HTTPAnswer {
    await parts.withSession(request) { session in
      guard Rights.scope(of: .keepHouse, for: session.person.role) == .all else {
        return .problem(.forbidden, "Accounts and the house are for managers.")
      }
      guard let keeping = parts.houseKeeping else {
        return .problem(.notFound, "This server keeps no house.")
      }
      guard let line = try? HouseCoding.line(request.body.readableBytesView),
        line.unicodeScalars.count <= Self.longestLine
      else { return .problem(.badRequest, "Send JSON with a \"line\", as it is typed.") }
      let now = Moment(parts.clock.now(), in: parts.configuration.zone)
      switch try await keeping(line, session.person, now) {
      case .failure(let refusal): return .problem(.badRequest, refusal.sentence)
      case .success(let page):
        if page.done != nil { await showEverybody() }
        return HTTPAnswer(.ok, json: HouseCoding.encode(page))
      }
    }
  }

  /// Prices, rooms and beds are no events: whoever asks for a day now gets it as it is now.
  private func showEverybody() async {
    await parts.catchUps.expirePictures()
    parts.digests.expire()
  }
}
