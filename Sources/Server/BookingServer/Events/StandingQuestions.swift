import BookingDomain
import BookingProtocol
import BookingStore
import WebSocket

/// Who asked, and the way back.
struct Asker: Sendable {
  let connection: Int64
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

  init(answerer: DayAnswerer, atMost: Int) {
    self.answerer = answerer
    self.atMost = atMost
  }

  /// The answer now; later ones go to the asker directly.
  func ask(_ question: DayQuestion, by asker: Asker) async throws -> ServerMessage {
    let answer = try await answerer.answer(question, mask: asker.mask)
    var questions = asked[asker.connection, default: []].filter { $0 != question }
    if questions.count >= atMost { drop(questions.removeFirst(), of: asker.connection) }
    asked[asker.connection] = questions + [question]
    standing[question, default: Standing()].askers[asker.connection] = asker
    standing[question]?.last[asker.mask] = answer
    return answer
  }

  func forget(_ connection: Int64) {
    for question in asked.removeValue(forKey: connection) ?? [] {
      drop(question, of: connection)
    }
  }

  /// Answers again what these events may have changed. Where the database is away, the next event
  /// answers instead.
  func changed(by events: [PreparedEvent]) async {
    await answerAgain(Touched(events))
  }

  /// People, hours, services or beds have changed: answers all again.
  func houseChanged() async { await answerAgain(Touched()) }

  private func answerAgain(_ touched: Touched) async {
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

  /// What a batch of events has to do with.
  private struct Touched {
    private var days: Set<LocalDate> = []
    private var hasNewHours = false

    /// Everything.
    init() { hasNewHours = true }

    init(_ events: [PreparedEvent]) {
      for prepared in events {
        let audience = prepared.event.audience
        days.formUnion(
          [audience.date, audience.formerDate, prepared.current?.date].compactMap(\.self))
        if case .therapistScheduleUpdated = prepared.event.kind { hasNewHours = true }
      }
    }

    func mayChange(_ question: DayQuestion) -> Bool { hasNewHours || days.contains(question.date) }
  }
}
