import BookingDomain

/// A therapist who cannot come: each guest still ahead goes to somebody who can do it and is free.
extension Drafting {
  /// `anna` for the whole day, `anna 14` from then on.
  func reassign(_ text: String) -> Draft {
    read(text, .reassign) { (reading) throws(Unsettled) in
      let day = try self.day(reading.day, of: &reading)
      guard let therapist = reading.therapist else { return askingWhose(on: day) }
      let name = context.lexicon.name(of: therapist)
      let from =
        reading.time ?? (day.date == context.moment.today ? context.moment.local.time : .midnight)
      let all = context.bookings.filter {
        $0.therapist == therapist && $0.status.isAhead && $0.end > from
      }
      // A therapist who works that day keeps the guests within their hours, unless a time is typed.
      let outside = reading.time == nil ? all.filter { $0.isOutsideShifts(in: day.spa) } : []
      let guests = outside.isEmpty ? all : outside
      let then = reading.time.map { " from \($0.hourMinute)" } ?? ""
      guard !guests.isEmpty else {
        return .problem("\(name) has no guest ahead\(onDay(day.date))\(then).")
      }
      let reason = mayOverbook ? reading.note?.trimmingBlanks : nil
      var sharing = Sharing(day: day, drafting: self, reason: reason)
      // Guests who asked for nobody in particular are given away first, while others are free.
      for booking in guests.filter({ $0.wish != therapist }) { sharing.giveAway(booking) }
      for booking in guests.filter({ $0.wish == therapist }) { sharing.giveAway(booking) }
      guard !sharing.orders.isEmpty else {
        return .problem("Nobody who could take \(name)'s guests is free.")
      }
      let left = guests.count - sharing.orders.count
      var rest = left == 0 ? "" : "; \(left) \(left == 1 ? "stays" : "stay")"
      if left > 0, mayOverbook, reason?.isEmpty ?? true { rest += "; // and a reason overbooks" }
      let count = outside.isEmpty ? "\(guests.count)" : "\(guests.count) outside the hours"
      let whose = "\(name)\(onDay(day.date))\(then)"
      var draft = Draft(
        .readyAll(sharing.orders),
        says: "\(whose): \(sharing.orders.count) of \(count) go to others\(rest)")
      draft.choices = sharing.lines.map { Draft.Choice($0) }
      draft.ghosts = sharing.ghosts
      draft.guest = name
      draft.guests = sharing.guests
      return draft
    }
  }

  /// Asks whose guests are meant, and names the therapists with guests who are off or not at work
  /// then.
  private func askingWhose(on day: Availability) -> Draft {
    let away = day.blocks.away(on: day.date)
    let lines = day.spa.therapists.compactMap { therapist -> Draft.Choice? in
      let guests = context.bookings.filter {
        $0.therapist == therapist.id && $0.date == day.date && $0.status.isAhead
          && (away.contains(therapist.id) || $0.isOutsideShifts(in: day.spa))
      }
      guard let first = guests.min(by: { $0.time < $1.time }) else { return nil }
      let more = guests.count > 1 ? " and \(guests.count - 1) more" : ""
      let word = context.lexicon.word(for: therapist.id)
      return Draft.Choice(
        text: "\(word)  \(first.time.hourMinute) \(first.customer.name)\(more)",
        edit: .whole(word))
    }
    return Draft.problem(
      lines.isEmpty ? "Whose guests?" : "Whose guests? These are off or not at work then:"
    ).with(choices: lines)
  }

  /// Gives guests away one after the other: a slot that one gets is taken for the next.
  private struct Sharing {
    let day: Availability
    let drafting: Drafting
    var moved: [BookingID: Booking] = [:]
    var orders: [Order] = []
    var lines: [RowText] = []
    var ghosts: [Ghost] = []
    var guests: [String] = []

    /// The reason with which a therapist who is not free may get a guest; nil where none was typed.
    let reason: String?

    init(day: Availability, drafting: Drafting, reason: String?) {
      self.day = day
      self.drafting = drafting
      self.reason = reason.flatMap { $0.isEmpty ? nil : $0 }
    }

    mutating func giveAway(_ booking: Booking) {
      if give(booking, reason: nil) { return }
      if let reason, give(booking, reason: reason) { return }
      var line = line(of: booking)
      line.append("nobody is free", before: ": ")
      lines.append(line)
    }

    private func line(of booking: Booking) -> RowText {
      var line = RowText(booking.time.hourMinute)
      line.append(booking.customer.name, .name, before: " ")
      return line
    }

    private mutating func give(_ booking: Booking, reason: String?) -> Bool {
      for other in others(than: booking.therapist) where reason == nil || can(other, booking) {
        let change = Change.move(Move(therapist: other.id, overrideReason: reason))
        guard case .success(let outcome) = decide(change, on: booking) else { continue }
        moved[booking.id] = outcome.booking
        orders.append(drafting.change(change, of: booking))
        var line = line(of: booking)
        line.append(other.name, .name, before: " → ")
        if reason != nil { line.append("OVERBOOKED", before: ", ") }
        let wish = drafting.warning(againstWishOf: booking, with: other.id)
        line.append(wish, before: "  " + Drafting.wish(true), rank: 1)
        lines.append(line)
        guests.append(booking.customer.name)
        ghosts.append(
          Ghost(
            reason == nil ? .draft : .override, therapist: other.id, date: day.date,
            time: booking.time, duration: booking.duration, buffer: booking.buffer,
            text: booking.customer.name))
        return true
      }
      return false
    }

    /// A reason does not help where the therapist does not do the treatment or is off.
    private func can(_ therapist: Therapist, _ booking: Booking) -> Bool {
      therapist.state.takesBookings
        && !day.blocks.contains {
          $0.therapist == therapist.id && $0.date == day.date && $0.timeOff != nil
        }
        && !booking.isOutsideShifts(of: therapist.id, in: day.spa)
        && (drafting.context.service(booking.service.id).map(therapist.does) ?? true)
    }

    /// Sorted by how much they have to do, the least first.
    private func others(than away: UserID) -> [Therapist] {
      let load = Dictionary(standing.map { ($0.therapist, 1) }, uniquingKeysWith: +)
      return day.spa.therapists.filter { $0.id != away }
        .sorted { (load[$0.id] ?? 0, $0.id) < (load[$1.id] ?? 0, $1.id) }
    }

    private var standing: [Booking] { day.bookings.map { moved[$0.id] ?? $0 } }

    private func decide(_ change: Change, on booking: Booking) -> Result<
      Decision.Outcome, Refusal
    > {
      let day = Availability(
        spa: day.spa, date: day.date, bookings: standing, blocks: day.blocks, grid: day.grid)
      return Decision.decide(
        change, on: booking, by: drafting.context.person, now: drafting.context.moment,
        given: Decision.Surroundings(
          neighbours: standing, hours: day.spa.hours[day.date.weekday], days: [day.date: day],
          policy: drafting.context.policy))
    }
  }
}
