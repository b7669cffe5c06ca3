import BookingClient
import BookingDomain
import BookingProtocol
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen
import Testing

/// Every whole number of every server message at its extremes, against the client's rules and the
/// console: a hostile or broken server ends nobody's day.
@Suite struct ExtremeMessagesTests {
  @Test(.timeLimit(.minutes(5)), arguments: ProtocolSamples.server.map(\.bytes))
  func noNumberEndsTheConsole(_ bytes: [UInt8]) throws {
    let variants = WireExtremes.variants(of: bytes)
    var readable = 0
    for variant in variants {
      guard let envelope = try? ServerCoding.decode(Array(variant.text.utf8)) else { continue }
      readable += 1
      var rules = LineRules(servers: 1, randomness: SeededRandomness(seed: 1))
      var desk = PaperDesk(bookings: [])
      desk.tell(.line(.welcome(.init(person: SampleSpa.manager, zone: .utc, clockOffset: 0))))
      for effect in hear(envelope, &rules, desk.now) {
        if case .tell(let event) = effect { desk.tell(.line(event)) }
      }
      desk.pass(milliseconds: 1_000)
      desk.press(.character("j"), .character("?"), .escape)
      _ = desk.model.nextChange
      #expect(!desk.picture().frame.text.isEmpty)
    }
    #expect(variants.isEmpty || readable > 0, "each is refused before anything is tried on it")
  }

  /// A line that is logged in and watches the samples' day hears the message, and time passes.
  private func hear(_ envelope: ServerEnvelope, _ rules: inout LineRules, _ now: Timestamp)
    -> [LineRules.Effect]
  {
    let answer = LoginAnswer(
      token: "t", person: SampleSpa.manager, expiresAt: now + Minutes(720))
    var effects = rules.handle(.loggedIn(answer, server: 0), now: now)
    let day = ProtocolSamples.date
    effects += rules.handle(.watch(day...day), now: now)
    let socket =
      effects.compactMap { effect -> Int? in
        if case .openSocket(let number, _, _) = effect { number } else { nil }
      }.last ?? 0
    effects += rules.handle(.socket(socket, .opened), now: now)
    for sample in ProtocolSamples.server.prefix(3) {
      effects += rules.handle(.socket(socket, .message(sample.envelope)), now: now)
    }
    effects += rules.handle(.socket(socket, .message(envelope)), now: now)
    for _ in 0..<20 {
      guard let next = rules.next else { break }
      effects += rules.handle(.time, now: max(now, next))
    }
    return effects
  }
}
