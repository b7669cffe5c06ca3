import BookingDomain

/// Changes of the selected booking.
extension Drafting {
  /// `15:30`, `lan`, `tomorrow 10`, `b2`, `90m`, in any order.
  func move(_ text: String) -> Draft {
    guard let booking = desk.selected else { return Self.nobodySelected }
    let phrase = Phrase(text, at: desk, numbers: .timeThenMinutes)
    if let odd = phrase.name.first {
      return .problem("\"\(odd)\" is no time, day, therapist or bed.")
    }
    guard
      phrase.time != nil || phrase.therapist != nil || phrase.date != nil
        || phrase.bed != nil || phrase.duration != nil
    else { return .problem("Where to? Arrows, or a time, a day, a therapist, a bed or a length.") }
    if let date = phrase.date, date != desk.date { return DayMissing(date: date).draft }
    let onAnotherDay = phrase.date.map { $0 != booking.date } ?? (desk.date != booking.date)
    let move = Move(
      therapist: phrase.therapist, date: onAnotherDay ? desk.date : nil, time: phrase.time,
      duration: phrase.duration, bed: phrase.bed)
    return moved(booking, move, reason: phrase.notes)
  }

  /// `15` minutes more or less; nothing is fifteen.
  func resize(_ text: String, by sign: Int) -> Draft {
    guard let booking = desk.selected else { return Self.nobodySelected }
    let (line, reason) = Self.parted(text)
    let words = line.filter { !$0.isWhitespace }
    guard let minutes = words.isEmpty ? 15 : Int(words), (1...240).contains(minutes) else {
      return .problem("By how many minutes? 1 to 240.")
    }
    let move = Move(duration: Minutes(booking.duration.count + sign * minutes))
    return moved(booking, move, reason: reason)
  }

  private func moved(_ booking: Booking, _ move: Move, reason: String?) -> Draft {
    placed(reason: reason) { reason in
      var move = move
      move.overrideReason = reason
      return moved(booking, move)
    }
  }

  private func moved(_ booking: Booking, _ move: Move) -> Draft {
    let target = (
      therapist: move.therapist ?? booking.therapist, date: move.date ?? booking.date,
      time: move.time ?? booking.time, duration: move.duration ?? booking.duration
    )
    func ghost(_ kind: Ghost.Kind) -> Ghost {
      Ghost(
        kind, therapist: target.therapist, date: target.date, time: target.time,
        duration: target.duration, buffer: booking.buffer, text: booking.customer.name)
    }
    var draft: Draft
    switch decide(.move(move), on: booking) {
    case .failure(let refusal):
      draft = .refused(refusal)
      draft.ghosts = [ghost(.conflict)]
    case .success(let outcome):
      let after = outcome.booking
      let therapist = desk.therapist(after.therapist)?.name ?? ""
      draft = Draft(
        .ready(change(.move(move), of: booking)),
        says: "\(booking.customer.name) to \(therapist), \(after.date.short) "
          + "\(after.time.hourMinute)–\(after.end.hourMinute), \(after.place.spoken)")
      draft.ghosts = [ghost(.draft)]
    }
    draft.guest = booking.customer.name
    return draft
  }

  /// With the booking that is named by its guest, therapist or time.
  func swap(_ text: String) -> Draft {
    guard let booking = desk.selected else { return Self.nobodySelected }
    let phrase = Phrase(text, at: desk, numbers: .timeThenMinutes)
    let name = FoldedText(phrase.name.joined(separator: " ")).text
    guard phrase.time != nil || phrase.therapist != nil || !name.isEmpty else {
      return .problem("With which? Its guest, therapist or time.")
    }
    let others = desk.bookings.filter { other in
      other.id != booking.id && other.status.isAhead
        && (phrase.therapist ?? other.therapist) == other.therapist
        && (phrase.time ?? other.time) == other.time
        && (name.isEmpty || FoldedText(other.customer.name).text.contains(name))
    }.sorted { abs(($0.time - booking.time).count) < abs(($1.time - booking.time).count) }
    guard let other = others.first else { return .problem("There is no such booking ahead today.") }
    let days = desk.day.map { [$0.date: $0] } ?? [:]
    let decision = Decision.swap(
      booking, other, by: desk.person, now: desk.moment, given: days)
    switch decision {
    case .failure(let refusal): return .refused(refusal)
    case .success(let (first, second)):
      var draft = Draft(
        .ready(
          .swap(
            booking.id, with: other.id,
            seen: Sight(status: booking.status, version: booking.version),
            otherSeen: Sight(status: other.status, version: other.version))),
        says: "\(booking.customer.name) and \(other.customer.name) change places")
      draft.ghosts = [first.booking, second.booking].map {
        Ghost(
          .draft, therapist: $0.therapist, date: $0.date, time: $0.time, duration: $0.duration,
          buffer: $0.buffer, text: $0.customer.name)
      }
      draft.guest = booking.customer.name
      return draft
    }
  }

  static let reasons = [
    "Guest cannot come", "Guest is ill", "Booked by mistake", "Therapist is away", "Other",
  ]

  /// A digit for one of the usual reasons, or words.
  func cancel(_ text: String) -> Draft {
    guard let booking = desk.selected else { return Self.nobodySelected }
    let words = text.trimmingBlanks
    let numbered = Self.reasons.enumerated().map { "\($0 + 1) \($1)" }
    guard !words.isEmpty else {
      var draft = Draft.problem("Why is \(booking.customer.name) cancelled?")
      draft.choices = numbered
      return draft
    }
    var reason = words
    if let number = Int(words), (1...Self.reasons.count).contains(number) {
      reason = Self.reasons[number - 1]
    }
    let wanted = Change.changeStatus(to: .cancelled, reason: reason)
    switch decide(wanted, on: booking) {
    case .failure(let refusal): return .refused(refusal)
    case .success(let outcome):
      let late = outcome.isLateCancellation ? ", late" : ""
      let session = outcome.session == .givenBack ? ", the session is given back" : ""
      var draft = Draft(
        .ready(change(wanted, of: booking)),
        says: "Cancel \(booking.customer.name), \(booking.time.hourMinute): "
          + "\(reason)\(late)\(session)")
      draft.guest = booking.customer.name
      return draft
    }
  }

  func notes(_ text: String) -> Draft {
    guard let booking = desk.selected else { return Self.nobodySelected }
    let wanted = Change.writeNotes(text.trimmingBlanks)
    switch decide(wanted, on: booking) {
    case .failure(let refusal): return .refused(refusal)
    case .success:
      var draft = Draft(
        .ready(change(wanted, of: booking)), says: "Notes of \(booking.customer.name)")
      draft.guest = booking.customer.name
      return draft
    }
  }
}

extension String {
  var trimmingBlanks: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
