import BookingDomain
import DeskLanguage
import LinePromise

/// What of the console's life is worth a line in a log: numbers and states, never guests.
struct LogLine {
  let text: String

  init?(_ message: Message) {
    switch message {
    case .loggedIn(let person): text = "logged in as \(person.role.userType) \(person.id.number)"
    case .loginFailed(let failure): text = "login failed: \(failure.sentence)"
    case .line(.link(let state)): text = "line: \(state)"
    case .line(.snapshot(let snapshot)):
      text = "snapshot of \(snapshot.from): \(snapshot.bookings.count) bookings"
    case .line(.accepted(let id, _)): text = "accepted \(id.text)"
    case .line(.refused(let id, let refusal, _)): text = "refused \(id.text): \(refusal.code)"
    case .line(.expired(let id)): text = "expired \(id.text)"
    case .line(.sessionEnded(let reason)): text = "session ended: \(reason)"
    case .ended: text = "the terminal is gone"
    default: return nil
    }
  }

  init?(_ effect: Effect) {
    switch effect {
    case .send(let command):
      let about = command.booking.map { " booking \($0)" } ?? ""
      text = "sent \(command.id.text): \(command.order.spoken)\(about)"
    case .watch(let days): text = "watching \(days.lowerBound) to \(days.upperBound)"
    case .quit: text = "leaving"
    default: return nil
    }
  }
}
