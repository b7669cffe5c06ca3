/// Who sees which booking and how much of it. The server masks with this, live, on replay and on
/// the polling fallback alike.
package enum Visibility {
  package static func maySee(_ booking: Booking, _ person: Person) -> Bool {
    Rights.allows(.seeBookings, on: booking, by: person)
  }

  /// The booking as `person` may see it; nil where not at all.
  package static func masked(_ booking: Booking, for person: Person) -> Booking? {
    guard maySee(booking, person) else { return nil }
    return masked(booking, for: Mask(person.role))
  }

  /// The spa as `person` may see it: prices are for those who may see all payments, and when somebody
  /// works for those who may see their schedule.
  package static func masked(_ spa: Spa, for person: Person) -> Spa {
    var seen = spa
    switch Rights.scope(of: .seeSchedule, for: person.role) {
    case .all: break
    case .own: seen.shifts = spa.shifts.filter { person.isTherapist($0.key) }
    case .none: seen.shifts = [:]
    }
    guard Rights.scope(of: .seePayments, for: person.role) != .all else { return seen }
    for index in seen.services.indices {
      seen.services[index].price = nil
      seen.services[index].charge = nil
    }
    return seen
  }

  /// A booking's history as `person` may see it.
  package static func masked(_ history: [HistoryEntry], for person: Person) -> [HistoryEntry] {
    guard Rights.scope(of: .seePayments, for: person.role) != .all else { return history }
    return history.compactMap { entry in
      entry.change.asATherapistReadsIt.map {
        HistoryEntry(
          change: $0, reason: entry.reason, undoneAt: entry.undoneAt,
          undoneByName: entry.undoneByName, undone: entry.undone)
      }
    }
  }

  /// Reception and managers see all blocked time, a therapist their own, customers none.
  package static func maySee(_ block: Block, _ person: Person) -> Bool {
    switch Rights.scope(of: .seeSchedule, for: person.role) {
    case .all: true
    case .own: person.isTherapist(block.therapist)
    case .none: false
    }
  }

  /// What a viewer's role leaves of a booking that the viewer may see. Viewers with the same mask
  /// get the same bytes.
  package enum Mask: Hashable, CaseIterable, Sendable {
    case staff
    case therapist
    case customer

    package init(_ role: Role) {
      switch role {
      case .admin, .manager, .receptionist: self = .staff
      case .therapist: self = .therapist
      case .customer: self = .customer
      }
    }
  }

  package static func masked(_ booking: Booking, for mask: Mask) -> Booking {
    var seen = booking
    let guest = booking.customer
    switch mask {
    case .staff:
      break
    case .therapist:
      // Therapists do not see what a treatment cost.
      seen.price = nil
      seen.payment = nil
      seen.lastChange = seen.lastChange.flatMap(\.asATherapistReadsIt)
      seen.customer = Customer(
        id: guest.id, name: guest.name, alert: guest.alert, preferences: guest.preferences)
      seen.call = nil
    case .customer:
      // Notes, alerts, the books and who of the staff did what are the spa's own; so is why the
      // desk cancelled, which is written for colleagues. The customer's own words stay.
      if !booking.isCancelledByItsGuest { seen.cancellationReason = nil }
      seen.price = nil
      seen.payment = nil
      seen.customer = Customer(id: guest.id, name: guest.name, phone: guest.phone)
      seen.notes = nil
      seen.wish = nil
      seen.call = nil
      seen.lastChange = nil
      seen.unreadable = booking.unreadable.map { UnreadableValue($0.field, "") }
    }
    return seen
  }
}

extension BookingChange {
  /// Nil for a change that tells of money alone, or of a call: those are the desk's.
  fileprivate var asATherapistReadsIt: BookingChange? {
    switch kind {
    case .payment, .called: nil
    case .service(let exchange):
      BookingChange(kind: .service(exchange.withoutMoney), by: by, byName: byName, at: at)
    default: self
    }
  }
}

extension Booking {
  /// Known from the last change; where another came after it, it is taken as the desk's.
  fileprivate var isCancelledByItsGuest: Bool {
    guard case .status(_, .cancelled)? = lastChange?.kind else { return false }
    return lastChange?.by == .customer(customer.id)
  }

  /// How a refusal about something else names this booking: with the guest's name only for readers
  /// who may see it, and with the day only where the sentence is about another one.
  func described(to person: Person, on day: LocalDate? = nil) -> String {
    let away = day.map { $0 == date ? "" : " on \(date.short)" } ?? ""
    let times = "\(time.hourMinute)–\(end.onClock.hourMinute)\(away)"
    return Visibility.maySee(self, person)
      ? "\(customer.name), \(times)" : "another booking, \(times)"
  }
}
