import BookingDomain
import BookingStore

extension SimulatedStore {
  package func blocks(of therapist: UserID, on date: LocalDate) async throws -> [Block] {
    try read { $0.blocks(date).filter { $0.therapist == therapist } }
  }

  package func waiting(on date: LocalDate) async throws -> [WaitingGuest] {
    try read { $0.waiting(date) }
  }

  package func tasks() async throws -> [DeskTask] { try read(\.shownTasks) }

  package func history(of booking: BookingID) async throws -> [HistoryEntry] {
    try read { $0.history[booking] ?? [] }
  }

  package func changes(on date: LocalDate, limit: Int) async throws -> [DayChange] {
    try read { books in
      let all = books.day(date).flatMap { booking in
        // Of changes with the same millisecond the one that was written later is the newer.
        (books.history[booking.id] ?? []).reversed().map { entry in
          DayChange(
            booking: booking.id, guest: booking.customer.name, therapist: booking.therapist,
            time: booking.time, entry: entry)
        }
      }
      return Array(all.sorted { $0.entry.change.at > $1.entry.change.at }.prefix(limit))
    }
  }

  package func takings(on date: LocalDate, in span: Range<Timestamp>) async throws -> DayTakings {
    try read { $0.takings(on: date, in: span) }
  }

  package func past(of date: LocalDate) async throws -> DayPast {
    try read { books in
      let lives = books.bookings.values.map {
        DayPast.Life(booking: $0, history: books.history[$0.id] ?? [])
      }
      let ofTheDay = lives.filter { life in
        life.booking.date == date || life.history.contains { $0.stood(on: date) }
      }
      return DayPast(
        date: date, lives: ofTheDay.sorted { $0.booking.id < $1.booking.id },
        house: books.housePast(of: date))
    }
  }

  package func customers(matching text: String, limit: Int, today: LocalDate) async throws
    -> [CustomerCard]
  {
    try read { books in
      let entries = books.register.customers.values.map { customer in
        CustomerIndex.Entry(customer, email: books.register.emails[customer.id] ?? "")
      }
      let guests = Set(
        books.bookings.values.filter { $0.date == today && $0.status.occupies }.map(\.customer.id))
      return CustomerIndex(entries).matches(text, limit: limit, first: guests)
        .compactMap(books.card)
    }
  }

  package func customerFile(_ id: CustomerID) async throws -> CustomerFile? {
    try read { books in
      books.card(id).map { card in
        let bookings = books.bookings(of: id).reversed().prefix(50)
        return CustomerFile(
          card: card, bookings: Array(bookings),
          record: (books.record[id] ?? []).reversed())
      }
    }
  }

  package func unscheduled(limit: Int) async throws -> [UnscheduledSessions] {
    try read { books in
      let all = books.register.customers.values.flatMap { customer in
        books.register.sessions(of: customer.id).filter { $0.left > 0 }.map {
          UnscheduledSessions(customer: customer, sessions: $0)
        }
      }
      let oldest = all.sorted {
        ($0.sessions.paidAt?.milliseconds ?? 0, $0.sessions.item)
          < ($1.sessions.paidAt?.milliseconds ?? 0, $1.sessions.item)
      }
      return Array(oldest.prefix(limit))
    }
  }
}

extension SimulatedBooks {
  /// The oldest first.
  fileprivate func bookings(of customer: CustomerID) -> [Booking] {
    bookings.values.filter { $0.customer.id == customer }
      .sorted { ($0.date, $0.time, $0.id) < ($1.date, $1.time, $1.id) }
  }

  fileprivate func card(_ id: CustomerID) -> CustomerCard? {
    guard let customer = register.customers[id] else { return nil }
    let bookings = bookings(of: id)
    let lastVisit = bookings.last { $0.status == .completed }?.date
    return CustomerCard(
      customer: customer, email: register.emails[id], notes: nil,
      sessions: register.sessions(of: id), lastVisit: lastVisit,
      nextVisit: bookings.first { $0.status.isAhead && $0.date >= lastVisit ?? $0.date }?.date,
      past: past(bookings),
      family: register.holders[id].flatMap { register.customers[$0]?.name })
  }

  /// - Parameter bookings: the oldest first.
  private func past(_ bookings: [Booking]) -> GuestPast {
    let visits = bookings.reversed().filter { $0.status == .completed }
    let called = bookings.reversed().compactMap { booking -> GuestPast.Cancellation? in
      let last = history[booking.id]?.last { $0.undoneAt == nil && $0.isCancellation }
      guard booking.status == .cancelled, let last,
        !CancellationReason.isTheSpas(booking.cancellationReason)
      else { return nil }
      return GuestPast.Cancellation(start: booking.start, at: last.change.at)
    }
    let next = bookings.first { booking in
      booking.status.isAhead && booking.date >= visits.first?.date ?? booking.date
    }
    return GuestPast(
      visits: visits.prefix(GuestPast.mostVisits).map(visit), next: next.map(visit),
      missed: bookings.count { $0.status == .noShow },
      cancellations: Array(called.prefix(GuestPast.mostCancellations)))
  }

  private func visit(_ booking: Booking) -> GuestPast.Visit {
    GuestPast.Visit(
      service: booking.service,
      slot: HeldSlot(
        therapist: booking.therapist, date: booking.date, time: booking.time,
        duration: booking.duration))
  }
}

extension HistoryEntry {
  fileprivate func stood(on date: LocalDate) -> Bool {
    if case .slot(let until)? = undone, until.date == date { return true }
    switch change.kind {
    case .moved(let from), .swapped(let from, _): return from.date == date
    case .service(let exchange): return exchange.slot.date == date
    case .created, .status, .arrival, .notes, .payment, .called, .wished: return false
    }
  }
}
