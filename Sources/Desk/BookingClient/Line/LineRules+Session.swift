import BookingDomain
import BookingProtocol
import LinePromise

/// Logging in and what ends a session; what waits outlives both.
extension LineRules {
  mutating func loggedIn(_ answer: LoginAnswer, _ now: Timestamp) {
    if let lastPerson, lastPerson.id != answer.person.id || lastPerson.role != answer.person.role {
      // Another person's orders are not given in this one's name, and this one may see other
      // things of the same bookings.
      for id in commands.abandon() { tell(.expired(id)) }
      followed.startFromNothing()
    }
    dropSocket()
    disconnected()
    stopPolling()
    posting.sessionEnded()
    lastPerson = answer.person
    session = ClientSession(answer)
    connection.stop()
    if transport == .polling { polling.begin(at: now) } else { connection.begin(at: now) }
    tell(link: .connecting)
  }

  mutating func endSession(_ reason: String) {
    dropSocket()
    disconnected()
    stopPolling()
    posting.sessionEnded()
    connection.stop()
    session = nil
    link = nil
    tell(
      .sessionEnded(reason: reason.isEmpty ? "The server ended the session; log in again." : reason)
    )
  }

  /// What was under way on a connection has to be asked for again on the next.
  mutating func disconnected() {
    commands.connectionLost()
    followed.connectionLost()
    session?.connectionLost()
  }
}
