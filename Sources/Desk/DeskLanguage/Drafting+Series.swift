import BookingDomain

/// The same booking again and again: `2w x6`. Each day is shown, with what is in the way and what
/// is booked instead. What is shown is booked in one order.
extension Drafting {
  /// One day of the series that is being typed.
  private struct Day {
    let number: Int
    let date: LocalDate
    /// Empty where nothing is booked.
    var wanted: [NewBooking] = []
    /// Why it cannot be booked at the usual time, or not at all.
    var obstacle = ""
    var isLeftOut = false

    var line: Draft.Choice {
      let edit = Draft.Choice.Edit.toggle("-\(number)")
      let start = "\(number) \(date.short)"
      if isLeftOut { return Draft.Choice(text: "\(start)  left out", edit: edit) }
      guard let first = wanted.first else {
        return Draft.Choice(text: "\(start)  nothing is free: \(obstacle)")
      }
      guard !obstacle.isEmpty else {
        return Draft.Choice(text: "\(start) \(first.time.hourMinute)", edit: edit)
      }
      let day = first.date == date ? "" : "\(first.date.short) "
      return Draft.Choice(
        text: "\(start)  \(day)\(first.time.hourMinute) instead (-\(number) leaves it out): "
          + obstacle, edit: edit)
    }
  }

  func series(
    _ booking: Booking, every weeks: Int, _ reading: inout Reading
  ) throws(Unsettled) -> Draft {
    let times = reading.times ?? 0
    guard (2...Series.longest).contains(times) else {
      reading.refuse(.times, "How often? x2 to x\(Series.longest).")
      return .problem("How often? x2 to x\(Series.longest).")
    }
    guard reading.leftOut.allSatisfy({ (1...times).contains($0) }) else {
      reading.refuse(.leftOut, "There are \(times) days: -1 to -\(times) leaves one out.")
      return .problem("")
    }
    let guest = try guest(of: booking)
    let treatments =
      [booking]
      + context.visit.filter {
        $0.isOnVisit(with: booking) && $0.status.occupies
      }
    guard treatments.count * times <= Series.mostBookings else {
      return .problem(
        "That is \(treatments.count * times) bookings: \(Series.mostBookings) at most.")
    }
    var missing: [LocalDate] = []
    let days = (1...times).map { number in
      day(
        Day(number: number, date: booking.date + 7 * weeks * number), of: treatments,
        isLeftOut: reading.leftOut.contains(number), &missing)
    }
    guard missing.isEmpty else {
      return Draft(.needsDays(missing), says: "Fetching \(missing.count) days…")
    }
    return decided(days, every: weeks, guest, reading)
  }

  /// At the usual time, else at the nearest free start of that day, else on the day after.
  private func day(
    _ day: Day, of treatments: [Booking], isLeftOut: Bool, _ missing: inout [LocalDate]
  ) -> Day {
    var day = day
    day.isLeftOut = isLeftOut
    guard !isLeftOut else { return day }
    let wanted = treatments.map { again($0, on: day.date) }
    guard let there = context.availability(on: day.date) else {
      missing.append(day.date)
      return day
    }
    guard let refusal = refusal(of: wanted, on: there) else {
      day.wanted = wanted
      return day
    }
    day.obstacle = refusal.sentence
    if let start = refusal.alternatives.first {
      day.wanted = wanted.map { one in
        var one = one
        one.time = one.time + (start - wanted[0].time)
        return one
      }
      return day
    }
    guard let next = context.availability(on: day.date + 1) else {
      missing.append(day.date + 1)
      return day
    }
    let later = treatments.map { again($0, on: day.date + 1) }
    if self.refusal(of: later, on: next) == nil { day.wanted = later }
    return day
  }

  private func again(_ booking: Booking, on date: LocalDate) -> NewBooking {
    NewBooking(
      customer: .known(booking.customer.id), service: booking.service.id,
      therapist: booking.therapist, date: date, time: booking.time, duration: booking.duration,
      payment: .paidSessionOrUnpaidSale, isWished: booking.wish == booking.therapist)
  }

  private func refusal(of wanted: [NewBooking], on day: Availability) -> Refusal? {
    guard case .failure(let refusal) = decide(wanted, [day.date: day], sessions: [:]) else {
      return nil
    }
    return refusal
  }

  private func decide(
    _ wanted: [NewBooking], _ days: [LocalDate: Availability],
    sessions: [CustomerID: [PaidSessions]]
  ) -> Result<[Decision.Booked], Refusal> {
    var customers: [CustomerID: Customer] = [:]
    for one in wanted {
      if case .known(let id) = one.customer { customers[id] = Customer(id: id, name: "") }
    }
    return Decision.book(
      wanted, by: context.person, now: context.moment,
      given: Decision.Demand(days: days, customers: customers, sessions: sessions))
  }

  private func decided(_ days: [Day], every weeks: Int, _ guest: Guest, _ reading: Reading)
    -> Draft
  {
    let wanted = days.flatMap(\.wanted)
    var draft: Draft
    if wanted.isEmpty {
      draft = .problem("Nothing of it is free.")
    } else {
      var known: [LocalDate: Availability] = [:]
      for date in Set(wanted.map(\.date)) { known[date] = context.availability(on: date) }
      var sessions: [CustomerID: [PaidSessions]] = [:]
      if let card = guest.card { sessions[card.customer.id] = card.sessions }
      switch decide(wanted, known, sessions: sessions) {
      case .failure(let refusal): draft = .refused(refusal)
      case .success(let booked):
        draft = ready(wanted, booked, days, every: weeks, guest, reading)
      }
    }
    draft.choices = lines(days)
    draft.guest = guest.name
    return draft
  }

  private func ready(
    _ wanted: [NewBooking], _ booked: [Decision.Booked], _ days: [Day], every weeks: Int,
    _ guest: Guest, _ reading: Reading
  ) -> Draft {
    let count = Set(wanted.map(\.date)).count
    let rhythm = weeks == 1 ? "every week" : "every \(weeks) weeks"
    let last = wanted.map(\.date).max() ?? wanted[0].date
    let span = "\(count) times, \(rhythm), \(wanted[0].date.short) to \(last.short)"
    var draft = Draft(
      .ready(.book(wanted)), says: "\(guest.name) \(span), \(paid(booked, guest.card))")
    draft.chips = [
      Draft.Chip(kind: .guest, text: guest.name, isSaid: false),
      Draft.Chip(kind: .times, text: span, isSaid: true),
      Draft.Chip(kind: .payment, text: paid(booked, guest.card), isSaid: false),
    ]
    let others = days.filter { !$0.obstacle.isEmpty && !$0.wanted.isEmpty }
    let none = days.filter { $0.wanted.isEmpty && !$0.isLeftOut }
    if !others.isEmpty {
      draft.warn("INSTEAD: \(others.map { "\($0.number)" }.joined(separator: ", ")).")
    }
    if !none.isEmpty {
      draft.warn("NOT FREE: \(none.map { "\($0.number)" }.joined(separator: ", ")).")
    }
    draft.needsALook = !draft.warning.isEmpty
    draft.extent = "\(times(count)), \(wanted[0].date.short) to \(last.short)\(start(of: wanted))"
    draft.done = "\(guest.name) is booked \(draft.extent)."
    return draft
  }

  private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  /// `, 11:00`, where all begin at that time; of a visit its first treatment counts.
  private func start(of wanted: [NewBooking]) -> String {
    let starts = Dictionary(grouping: wanted, by: \.date).values.compactMap { $0.map(\.time).min() }
    return Set(starts).count == 1 ? ", \(starts[0].hourMinute)" : ""
  }

  /// For how many of them the paid sessions are enough, and what the others cost.
  private func paid(_ booked: [Decision.Booked], _ card: CustomerCard?) -> String {
    var (paid, sold, sum) = (0, 0, Money(hundredths: 0))
    for one in booked {
      switch one.settlement {
      case .session: paid += 1
      case .sale, .unpaidSale:
        sold += 1
        sum = Money(hundredths: sum.hundredths + (one.service.charge?.hundredths ?? 0))
      }
    }
    let parts = [
      paid == 0 ? "" : "\(paid) of what is paid for",
      sold == 0 ? "" : "\(sold) sold, \(sum.spoken) unpaid",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", then ")
  }

  /// Days that need a look come first; of many days the others are put together in lines.
  private func lines(_ days: [Day]) -> [Draft.Choice] {
    guard days.count > 7 else { return days.map(\.line) }
    let clear = days.filter { $0.obstacle.isEmpty && !$0.isLeftOut }
    let rest = days.filter { !$0.obstacle.isEmpty || $0.isLeftOut }
    return rest.map(\.line)
      + stride(from: 0, to: clear.count, by: 4).map { start in
        Draft.Choice(
          text: clear[start..<min(start + 4, clear.count)].map { "\($0.number) \($0.date.short)" }
            .joined(separator: "  "))
      }
  }
}
