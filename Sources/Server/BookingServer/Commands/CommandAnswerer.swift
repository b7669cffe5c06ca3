import BookingDomain
import BookingProtocol
import BookingStore

/// Takes orders for bookings, over whichever transport, and answers as the protocol says.
struct CommandAnswerer: Sendable {
  let store: any BookingStore
  let database: DatabaseState
  let zone: SpaZone
  let clock: Clock

  /// Carries the order out. When this returns an acceptance, the change is durable.
  func answer(_ command: Command, by person: Person) async -> ServerMessage {
    do {
      let answer = try await store.perform(command, by: person, now: Moment(clock.now(), in: zone))
      return message(answer, to: command, for: person)
    } catch let failure as StoreFailure {
      database.failed(failure)
      return unavailable(command)
    } catch {
      return unavailable(command)
    }
  }

  private func message(_ answer: CommandAnswer, to command: Command, for person: Person)
    -> ServerMessage
  {
    // A remembered answer may be given to somebody who lost sight of the booking meanwhile.
    let current = answer.current.flatMap { Visibility.masked($0, for: person) }
    switch answer.result {
    case .accepted(let seq, let version):
      return .commandAccepted(
        .init(
          id: command.id, seq: seq, version: version, isReplayed: answer.isReplayed,
          current: current))
    case .refused(let refusal):
      return .commandRefused(
        .init(
          id: command.id, refusal: refusal, current: current, isReplayed: answer.isReplayed))
    }
  }

  /// Nothing is remembered under the id: the same order may be sent again.
  func unavailable(_ command: Command) -> ServerMessage {
    .commandRefused(
      .init(
        id: command.id,
        refusal: Refusal(
          .databaseUnavailable,
          "The booking database does not answer, so this is not done. Try again in a moment."),
        current: nil, isReplayed: false))
  }
}
