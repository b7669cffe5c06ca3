import BookingDomain
import BookingStore

/// One transaction on a copy of the books. The order of work is the drivers' own
/// (`CommandTransaction`); only rows and triggers are played here.
final class SimulatedLedger: OrderLedger {
  private(set) var books: SimulatedBooks

  init(_ books: SimulatedBooks) { self.books = books }

  /// There is one writer.
  func hold(_ booking: BookingID) {}

  func booking(_ id: BookingID) -> Booking? { books.bookings[id] }

  func answered(_ id: RequestID) -> OrderLedgerEntry? { books.requests[id]?.entry }

  func surroundings(of booking: Booking) -> Decision.Surroundings {
    Decision.Surroundings(
      neighbours: books.day(booking.date).filter {
        $0.therapist == booking.therapist
          || ($0.place.bed != nil && $0.place.bed == booking.place.bed)
      },
      sessionsLeft: books.sessionsLeft[booking.paymentItem],
      hours: books.spa.hours[booking.date.weekday])
  }

  func write(
    _ outcome: Decision.Outcome, of change: Change, on booking: Booking, by person: Person,
    now: Moment
  ) -> CommandAnswer.Result {
    if let recorded = outcome.recorded {
      books.history[booking.id, default: []].append(recorded)
    } else {
      _ = books.history[booking.id]?.popLast()
    }
    let after = outcome.booking
    let kind: BookingEvent.Kind =
      after.status == booking.status
      ? .updated : .statusChanged(from: booking.status, to: after.status)
    books.write(
      after, over: booking, kind, by: SimulatedAuthor(person: person, at: now.instant))
    book(outcome.session, booking.paymentItem)
    return .accepted(seq: books.end, version: books.versions[booking.id] ?? 0)
  }

  /// Stays within what was paid for, as the table's statement does.
  private func book(_ effect: Decision.SessionEffect, _ item: PaymentItemID) {
    guard let left = books.sessionsLeft[item], let paid = books.sessionsPaid[item] else { return }
    switch effect {
    case .none: break
    case .givenBack: books.sessionsLeft[item] = min(paid, left + 1)
    case .heldAgain: books.sessionsLeft[item] = max(0, left - 1)
    }
  }

  func remember(
    _ result: CommandAnswer.Result, of command: Command, by person: Person, at now: Timestamp
  ) {
    books.requests[command.id] = SimulatedBooks.Remembered(
      entry: OrderLedgerEntry(order: .init(command, by: person), result: result), at: now)
  }
}
