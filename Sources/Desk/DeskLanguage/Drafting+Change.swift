import BookingDomain

/// Changes of the selected booking.
extension Drafting {
  /// `15:30`, `lan`, `tomorrow 10`, `b2`, `90m`, in any order. Another time or day is meant for the
  /// whole visit, unless `only` is typed.
  func move(_ text: String) -> Draft {
    guard let booking = context.selected else { return Self.nobodySelected }
    return read(text, .move) { (reading) throws(Unsettled) in
      guard reading.words.contains(where: { ![.joint, .note, .scope].contains($0.kind) }) else {
        return .problem("Where to? Arrows, or a time, a day, a therapist, a bed or a length.")
      }
      if reading.scope == .series { return try moved(series: booking, reading) }
      try checkIsToCome(&reading)
      let date = try day(reading.day ?? booking.date, of: &reading).date
      let span = reading.time.flatMap { time in reading.until.map { $0 - time } }
      var move = Move(
        therapist: reading.therapist, date: date == booking.date ? nil : date,
        time: reading.time ?? reading.shift.map { booking.time + $0 },
        duration: reading.length ?? span, bed: reading.bed)
      if let window = reading.window {
        guard let start = start(of: booking, move, within: window) else {
          let whom = context.lexicon.name(of: move.therapist ?? booking.therapist)
          reading.refuse(
            .window,
            "Nothing is free with \(whom) \(date.relative(to: context.moment.today)) "
              + "\(window.spoken): say another time.")
          return .problem("")
        }
        move.time = start
      }
      let others = reading.scope == .only ? [] : othersAhead(of: booking)
      let isElsewhere = move.time.map { $0 != booking.time } ?? false || move.date != nil
      guard isElsewhere, booking.status.isAhead, !others.isEmpty else {
        return moved(booking, move, reason: reading.note)
      }
      return moved(visit: booking, others, move, reason: reading.note)
    }
  }

  /// Where in the window the booking may stand.
  private func start(of booking: Booking, _ move: Move, within window: TimeWindow) -> TimeOfDay? {
    guard let day = context.day else { return nil }
    let earliest = context.earliest(on: day.date)
    let starts = DaySchedule.starts(
      in: day.spa.openings(on: day.date), lasting: move.duration ?? booking.duration,
      grid: day.grid)
    let fitting = starts.lazy.filter { start in
      guard start >= earliest, window.contains(start) else { return false }
      var move = move
      move.time = start
      return (try? decide(.move(move), on: booking).get()) != nil
    }
    return window.best(of: fitting) { $0 }
  }

  /// `15` minutes more or less; without a number it is 15.
  func resize(_ text: String, by sign: Int) -> Draft {
    guard let booking = context.selected else { return Self.nobodySelected }
    return read(text, .resize) { reading in
      let minutes = reading.length?.count ?? 15
      guard (1...240).contains(minutes) else {
        reading.refuse(.length, "By how many minutes? 1 to 240.")
        return .problem("")
      }
      let move = Move(duration: Minutes(booking.duration.count + sign * minutes))
      return moved(booking, move, reason: reading.note)
    }
  }

  private func moved(_ booking: Booking, _ move: Move, reason: String?) -> Draft {
    placed(reason: reason) { reason in
      var move = move
      move.overrideReason = reason
      return moved(booking, move)
    }.saying(unused: reason)
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
      let therapist = context.therapist(after.therapist)?.name ?? ""
      draft = Draft(
        .ready(change(.move(move), of: booking)),
        says: "\(booking.customer.name) to \(therapist), \(after.date.short) "
          + "\(after.time.hourMinute)–\(after.end.hourMinute), \(after.place.spoken)")
      draft.done = moved(from: booking, to: after)
      draft.chips = [
        Draft.Chip(kind: .guest, text: booking.customer.name, isSaid: false),
        Draft.Chip(kind: .therapist, text: therapist, isSaid: move.therapist != nil),
        Draft.Chip(kind: .day, text: named(after.date), isSaid: move.date != nil),
        Draft.Chip(
          kind: .time, text: "\(after.time.hourMinute)–\(after.end.hourMinute)",
          isSaid: move.time != nil),
        Draft.Chip(kind: .length, text: after.duration.spoken, isSaid: move.duration != nil),
        Draft.Chip(kind: .bed, text: after.place.spoken, isSaid: move.bed != nil),
      ]
      draft.ghosts = [ghost(.draft)]
      if booking.therapist != after.therapist {
        draft.warn(warning(againstWishOf: booking, with: after.therapist))
      }
      if booking.date != after.date || booking.time != after.time {
        draft.warn(warning(leavingBehind: booking))
      } else if after.end > booking.end {
        draft.warn(warning(runningInto: after))
      }
    }
    draft.guest = booking.customer.name
    return draft
  }

  /// `Võ Thùy An now 60 min`, `Võ Thùy An now Fri 4 Dec 15:30–16:30 with Lan`.
  private func moved(from before: Booking, to after: Booking) -> String {
    var now: [String] = []
    if before.date != after.date {
      now.append(after.date.short)
    } else if after.date != context.moment.today {
      now.append("on \(after.date.short)")
    }
    if before.date != after.date || before.time != after.time {
      now.append("\(after.time.hourMinute)–\(after.end.hourMinute)")
    }
    if before.duration != after.duration { now.append(after.duration.spoken) }
    if before.therapist != after.therapist {
      now.append("with \(context.lexicon.name(of: after.therapist))")
    }
    if before.place != after.place { now.append("in \(after.place.spoken)") }
    return now.isEmpty ? "" : "\(after.customer.name) now \(now.joined(separator: " "))."
  }

  /// The other booking of a swap, named by its guest, therapist or time.
  func swap(_ text: String) -> Draft {
    guard let booking = context.selected else { return Self.nobodySelected }
    return read(text, .swap) { (reading) throws(Unsettled) in
      guard reading.time != nil || reading.therapist != nil || reading.hasGuest else {
        return .problem("With which? Its guest, therapist or time.")
      }
      _ = try day(booking.date)
      let ahead = context.bookings.filter { other in
        other.id != booking.id && other.status.isAhead
          && (reading.therapist ?? other.therapist) == other.therapist
          && (reading.time ?? other.time) == other.time
          && (reading.guest.phone?.matches(other.customer.phone) ?? true)
      }
      let name = reading.guest.spoken
      let others = name.isEmpty ? ahead : BookingSearch(name, in: nil).guests(in: ahead)
      guard let other = others.first else {
        reading.refuse(.guest, "There is no such booking ahead\(onDay(booking.date)).")
        return .problem("There is no such booking ahead\(onDay(booking.date)).")
      }
      // Of several bookings of one guest the nearest is meant; between several guests nothing is
      // guessed.
      guard Set(others.map(\.customer.id)).count == 1 || name.isEmpty else {
        return asking(whichOf: others, name)
      }
      let nearest = others.min {
        abs(($0.time - booking.time).count) < abs(($1.time - booking.time).count)
      }
      return swapped(booking, nearest ?? other)
    }
  }

  private func asking(whichOf others: [Booking], _ name: String) -> Draft {
    let sorted = others.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    return Draft.problem("Which \(name)? Add the time, or the end of the number.").with(
      choices: sorted.prefix(9).map {
        Draft.Choice(
          text: "\($0.customer.name) \($0.time.hourMinute)", edit: .also($0.time.hourMinute))
      })
  }

  private func swapped(_ booking: Booking, _ other: Booking) -> Draft {
    let days = context.day.map { [$0.date: $0] } ?? [:]
    let decision = Decision.swap(
      booking, other, by: context.person, now: context.moment, given: days)
    switch decision {
    case .failure(let refusal): return .refused(refusal)
    case .success(let (first, second)):
      var draft = Draft(
        .ready(
          .swap(
            booking.id, with: other.id,
            seen: Sight(status: booking.status, version: booking.version),
            otherSeen: Sight(status: other.status, version: other.version))),
        says: "\(booking.customer.name) \(booking.time.hourMinute) and \(other.customer.name) "
          + "\(other.time.hourMinute)\(onDay(booking.date)) change places")
      draft.ghosts = [first.booking, second.booking].map {
        Ghost(
          .draft, therapist: $0.therapist, date: $0.date, time: $0.time, duration: $0.duration,
          buffer: $0.buffer, text: $0.customer.name)
      }
      draft.guest = booking.customer.name
      return draft
    }
  }

  static let reasons = CancellationReason.usual

  /// A digit for one of the usual reasons, or words.
  func cancel(_ text: String) -> Draft {
    guard let booking = context.selected else { return Self.nobodySelected }
    let (scope, words) = Scope.parted(text, onVisit: !othersAhead(of: booking).isEmpty)
    if let (slip, meant) = Scope.slip(in: words) { return refuse(slip, of: text, meant) }
    let prefix = [Scope.only: "only ", .series: "series "][scope] ?? ""
    let numbered = Self.reasons.enumerated().map {
      Draft.Choice(text: "\($0 + 1) \($1)", edit: .whole(prefix + $1))
    }
    guard !words.isEmpty else {
      var draft = Draft.problem("Why is \(booking.customer.name) cancelled?")
      draft.choices = numbered
      return draft
    }
    var reason = words
    if let number = Int(words), !(1...Self.reasons.count).contains(number) {
      var draft = Draft.problem("1 to \(Self.reasons.count), or why in words.")
      draft.choices = numbered
      return draft
    }
    if let number = Int(words), (1...Self.reasons.count).contains(number) {
      reason = Self.reasons[number - 1]
    }
    if scope == .series { return cancelled(series: booking, reason: reason) }
    let others = scope == .only ? [] : othersAhead(of: booking)
    return cancelled([booking] + others, reason: reason)
  }

  /// A free text with a word that was probably meant as another one.
  func refuse(_ slip: LineWord, of text: String, _ meant: String) -> Draft {
    var draft = Draft.problem("\"\(slip.written)\" is not understood: \(meant)?")
    draft.words = LineWord.words(of: text).map {
      Reading.Word(
        range: $0.range, kind: $0.written == slip.written ? .unread : .reason, written: $0.written)
    }
    return draft
  }

  func notes(_ text: String) -> Draft {
    guard let booking = context.selected else { return Self.nobodySelected }
    let wanted = Change.writeNotes(text.trimmingBlanks)
    switch decide(wanted, on: booking) {
    case .failure(let refusal): return .refused(refusal)
    case .success:
      var draft = Draft(
        .ready(change(wanted, of: booking)),
        says: "Notes of \(booking.customer.name), \(booking.time.hourMinute)"
          + "\(onDay(booking.date)): \(text.trimmingBlanks)")
      draft.done = "Notes of \(booking.customer.name)\(onDay(booking.date)) written."
      draft.guest = booking.customer.name
      return draft
    }
  }
}

extension String {
  package var trimmingBlanks: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
