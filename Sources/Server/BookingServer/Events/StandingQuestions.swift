import BookingDomain
import BookingProtocol
import BookingStore
import WebSocket

/// Who asked, and the way back.
struct Asker: Sendable {
  let connection: Int64
  let person: PersonID
  let mask: Visibility.Mask
  let tell: @Sendable (WebSocketFrameBytes) -> Void
}

/// Schedules and free slots that connections look at: answered when asked, and again at every
/// change, worked out once for all who asked the same.
actor StandingQuestions {
  private struct Standing {
    var askers: [Int64: Asker] = [:]
    var last: [Visibility.Mask: ServerMessage] = [:]
  }

  private let answerer: DayAnswerer
  private let atMost: Int
  private var standing: [DayQuestion: Standing] = [:]
  /// The oldest first.
  private var asked: [Int64: [DayQuestion]] = [:]
  /// Of each guest, over all connections together: every one costs again whenever its day changes.
  private var guests: [PersonID: [(connection: Int64, question: DayQuestion)]] = [:]

  init(answerer: DayAnswerer, atMost: Int) { (self.answerer, self.atMost) = (answerer, atMost) }

  /// The answer now; later ones go to the asker directly.
  func ask(_ question: DayQuestion, by asker: Asker) async throws -> ServerMessage {
    let answer = try await answerer.answer(question, mask: asker.mask)
    var questions = asked[asker.connection, default: []].filter { $0 != question }
    if questions.count >= atMost { drop(questions.removeFirst(), of: asker.connection) }
    asked[asker.connection] = questions + [question]
    count(question, by: asker)
    standing[question, default: Standing()].askers[asker.connection] = asker
    standing[question]?.last[asker.mask] = answer
    return answer
  }

  func forget(_ connection: Int64, of person: PersonID) {
    for question in asked.removeValue(forKey: connection) ?? [] {
      drop(question, of: connection)
    }
    guests[person]?.removeAll { $0.connection == connection }
    if guests[person]?.isEmpty == true { guests[person] = nil }
  }

  /// Questions that are answered again whenever their day changes.
  var count: Int { standing.count }

  private func count(_ question: DayQuestion, by asker: Asker) {
    guard case .customer = asker.person else { return }
    var questions = guests[asker.person, default: []]
    questions.removeAll { $0.connection == asker.connection && $0.question == question }
    if questions.count >= atMost {
      let oldest = questions.removeFirst()
      asked[oldest.connection]?.removeAll { $0 == oldest.question }
      drop(oldest.question, of: oldest.connection)
    }
    guests[asker.person] = questions + [(asker.connection, question)]
  }

  /// Answers again what these events may have changed. Where the database is away, the next event
  /// answers instead.
  func changed(by touched: TouchedDays) async {
    for question in standing.keys where touched.mayChange(question) {
      for mask in Set(standing[question]?.askers.values.map(\.mask) ?? []) {
        guard let answer = try? await answerer.answer(question, mask: mask),
          let now = standing[question], now.last[mask] != answer
        else { continue }
        standing[question]?.last[mask] = answer
        let frame = WebSocketFrameBytes(answerer.envelope(answer))
        for asker in now.askers.values where asker.mask == mask { asker.tell(frame) }
      }
    }
  }

  private func drop(_ question: DayQuestion, of connection: Int64) {
    standing[question]?.askers[connection] = nil
    if standing[question]?.askers.isEmpty == true { standing[question] = nil }
  }
}
