import BookingDomain

/// Lines about a day and not about a booking: blocked time and the waiting list.
extension Drafting {
  /// `anna 13 30 lunch`: whose, from when, how many minutes, why.
  func block(_ text: String) -> Draft {
    read(text, .block) { (reading) throws(Unsettled) in
      if reading.isWholeDays { return try timeOff(&reading) }
      if reading.days.map({ $0.count > 1 }) ?? false {
        reading.refuse(.day, "Time is blocked on one day; without a time whole days are.")
        return .problem("")
      }
      let day = try self.day(reading.day, of: &reading)
      if reading.isForEverybody { return blockedForAll(&reading, on: day) }
      guard let therapist = reading.therapist ?? context.selected?.therapist else {
        return .problem("Whose time?")
      }
      let (time, length) = blocked(reading, on: day)
      let reason = [reading.reason, reading.note].compactMap { $0 }.joined(separator: " ")
      if let slip = refuseSlip(in: &reading) { return slip }
      let block = NewBlock(
        therapist: therapist, date: day.date, time: time, duration: length, reason: reason)
      let name = context.lexicon.name(of: therapist)
      let end = block.time + block.duration
      let what = "\(name)\(onDay(day.date)), \(time.hourMinute)–\(end.hourMinute)"
      var draft: Draft
      let refusal = Decision.refusal(of: block, by: context.person, now: context.moment, given: day)
      if let refusal {
        draft = .refused(refusal)
      } else {
        let why = block.reason.isEmpty ? "" : ": \(block.reason)"
        draft = Draft(.ready(.block(block)), says: "Block \(what)\(why)")
        draft.chips = [
          Draft.Chip(kind: .therapist, text: name, isSaid: reading.therapist != nil),
          Draft.Chip(kind: .day, text: named(day.date), isSaid: reading.day != nil),
          Draft.Chip(
            kind: .time, text: "\(time.hourMinute)–\(end.hourMinute)",
            isSaid: reading.time != nil || reading.window != nil),
        ]
        let subject = reason.isEmpty ? "" : reason.prefix(1).uppercased() + reason.dropFirst() + " "
        draft.done =
          "\(subject)\(time.hourMinute)–\(end.hourMinute) for \(name)\(onDay(day.date)) blocked."
        if !reason.isEmpty {
          draft.chips.append(Draft.Chip(kind: .reason, text: reason, isSaid: true))
        }
      }
      draft.ghosts = [
        Ghost(
          refusal == nil ? .draft : .conflict, therapist: therapist, date: day.date, time: time,
          duration: block.duration, text: block.reason.isEmpty ? "blocked" : block.reason)
      ]
      draft.guest = name
      return draft
    }
  }

  /// A part of a day is blocked for everybody. Therapists who have guests then are left out, and
  /// named.
  private func blockedForAll(_ reading: inout Reading, on day: Availability) -> Draft {
    let (time, length) = blocked(reading, on: day)
    let reason = [reading.reason, reading.note].compactMap { $0 }.joined(separator: " ")
    if let slip = refuseSlip(in: &reading) { return slip }
    let away = day.blocks.away(on: day.date)
    let atWork = day.spa.therapists.filter { $0.state.takesBookings && !away.contains($0.id) }
    let blocks = atWork.map {
      NewBlock(therapist: $0.id, date: day.date, time: time, duration: length, reason: reason)
    }
    let refusals = blocks.map {
      Decision.refusal(of: $0, by: context.person, now: context.moment, given: day)
    }
    let free = zip(blocks, refusals).filter { $1 == nil }.map(\.0)
    guard !free.isEmpty else {
      return refusals.compactMap(\.self).first.map(Draft.refused)
        ?? .problem("Nobody is at work\(onDay(day.date)).")
    }
    let span = "\(time.hourMinute)–\((time + length).hourMinute)"
    let why = reason.isEmpty ? "" : ": \(reason)"
    var draft = Draft(
      .readyAll(free.map(Order.block)), says: "Block everybody\(onDay(day.date)), \(span)\(why)")
    let left = zip(blocks, refusals).filter { $1 != nil }
      .map { context.lexicon.name(of: $0.0.therapist) }
    if !left.isEmpty { draft.warn("BOOKED: \(left.joined(separator: ", ")): it stays open.") }
    draft.chips = [
      Draft.Chip(kind: .therapist, text: "everybody", isSaid: true),
      Draft.Chip(kind: .day, text: named(day.date), isSaid: reading.day != nil),
      Draft.Chip(
        kind: .time, text: span, isSaid: reading.time != nil || reading.window != nil),
    ]
    if !reason.isEmpty { draft.chips.append(Draft.Chip(kind: .reason, text: reason, isSaid: true)) }
    draft.ghosts = free.map {
      Ghost(
        .draft, therapist: $0.therapist, date: day.date, time: time, duration: length,
        text: reason.isEmpty ? "blocked" : reason)
    }
    draft.guests = free.map { context.lexicon.name(of: $0.therapist) }
    draft.done = "Everybody is blocked\(onDay(day.date)), \(span)."
    return draft
  }

  /// The time that was typed, else the part of the day that was typed, else half an hour from now.
  private func blocked(
    _ reading: Reading, on day: Availability
  ) -> (start: TimeOfDay, length: Minutes) {
    let earliest = context.earliest(on: day.date)
    if let time = reading.time ?? reading.window?.about {
      return (time, reading.length ?? reading.until.map { $0 - time } ?? 30)
    }
    let start = max(reading.window?.from ?? earliest, earliest)
    let close = day.spa.hours[day.date.weekday]?.close ?? .endOfDay
    let span = reading.window.map { min($0.until ?? close, close) - start }
    return (start, reading.length ?? span ?? 30)
  }

  /// A reason may be any words, unless one of them was meant as something else.
  func refuseSlip(in reading: inout Reading) -> Draft? {
    let words = LineWord.words(of: reading.reason ?? "")
    guard let slip = words.first(where: { context.lexicon.meant(by: $0) != nil })?.written else {
      return nil
    }
    reading.refuse(.reason, written: [slip], reading.sentence(about: [slip], context))
    return .problem("")
  }

  /// The block of that therapist at that time, or the next one.
  func unblock(_ text: String) -> Draft {
    read(text, .unblock) { (reading) throws(Unsettled) in
      let day = try self.day(reading.day, of: &reading)
      let therapist =
        reading.therapist ?? (reading.time == nil ? context.selected?.therapist : nil)
      let found = day.blocks.filter { block in
        block.date == day.date && (therapist ?? block.therapist) == block.therapist
          && (!reading.isForEverybody || block.timeOff?.therapist == nil && block.timeOff != nil)
          && reading.time.map { (block.time..<block.end).contains($0) } ?? true
      }.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
      let earliest = context.earliest(on: day.date)
      guard let block = found.first(where: { $0.end > earliest }) ?? found.first else {
        return .problem("No time is blocked there.")
      }
      if let timeOff = block.timeOff { return back(timeOff, asked: reading.therapist) }
      if let refusal = Decision.refusal(ofFreeing: block, id: block.id, by: context.person) {
        return .refused(refusal)
      }
      let name = context.lexicon.name(of: block.therapist)
      var draft = Draft(
        .ready(.unblock(block.id)),
        says: "Free \(name)\(onDay(day.date)), \(block.time.hourMinute)–\(block.end.hourMinute)")
      draft.done =
        "\(block.time.hourMinute)–\(block.end.hourMinute) for \(name)\(onDay(day.date)) is free again."
      draft.guest = name
      return draft
    }
  }

  /// `7714 sw anna 14-18`: who waits for what, with whom, from when to when.
  func wait(_ text: String) -> Draft {
    readGuest(text, .wait) { (reading) throws(Unsettled) in
      let card: CustomerCard
      switch try who(reading.guest, &reading) {
      case .new(let customer, _):
        return .problem("\(customer.name) is new: book once, then they can wait.")
      case .known(let found, _): card = found
      }
      let day = try self.day(reading.day, of: &reading)
      let service = try self.service(
        reading.services, nil, reading.therapist, card, nil, &reading)
      guard let service else { return noService(for: card.spoken) }
      let days = (reading.days ?? day.date...day.date).filter {
        $0 == day.date || day.spa.hours[$0.weekday] != nil
      }
      guard days.count <= Self.mostDaysToWait else {
        reading.refuse(.day, "Somebody waits for two weeks at most: which days?")
        return .problem("")
      }
      let wishes = days.map { wish(on: $0, reading, card, service, in: day.spa) }
      for wish in wishes {
        let refusal = Decision.refusal(
          of: wish, isKnown: true, beside: context.waiting.filter { $0.date == wish.date },
          by: context.person, now: context.moment, given: context.spa)
        if let refusal { return .refused(refusal) }
      }
      let whom = reading.therapist.map(context.lexicon.name(of:)) ?? "anybody"
      let first = wishes[0]
      let isEqual = wishes.allSatisfy { ($0.from, $0.until) == (first.from, first.until) }
      let span =
        isEqual ? "\(first.from.hourMinute)–\(first.until.hourMinute)" : "whenever it is open"
      let on = days.count == 1 ? onDay(days[0]) : " on \(Self.words(days))"
      var draft = Draft(
        wishes.count == 1 ? .ready(.wait(first)) : .readyAll(wishes.map(Order.wait)),
        says: "\(card.spoken) waits for \(service.name) with \(whom)\(on), \(span)")
      draft.chips = [
        Draft.Chip(kind: .guest, text: card.spoken, isSaid: true),
        Draft.Chip(kind: .service, text: service.name, isSaid: !reading.services.isEmpty),
        Draft.Chip(kind: .therapist, text: whom, isSaid: reading.therapist != nil),
        Draft.Chip(
          kind: .day, text: days.count == 1 ? named(days[0]) : Self.words(days),
          isSaid: reading.day != nil),
        Draft.Chip(kind: .span, text: span, isSaid: reading.time != nil || reading.window != nil),
      ]
      draft.guest = card.customer.name
      draft.guestCard = card
      draft.done = "\(card.customer.name) waits for \(service.name)\(on), \(span)."
      return draft
    }
  }

  /// Each day gets its own line in the list. Whoever would come on more days than this does not
  /// wait for a certain day.
  private static let mostDaysToWait = 14

  private static func words(_ days: [LocalDate]) -> String {
    (days[0]...days[days.count - 1]).words
  }

  private func wish(
    on date: LocalDate, _ reading: Reading, _ card: CustomerCard, _ service: Service, in spa: Spa
  ) -> NewWaiting {
    let earliest = context.earliest(on: date)
    let from = reading.time ?? max(reading.window?.from ?? earliest, earliest)
    let last = min(
      spa.hours[date.weekday].map { $0.close - service.duration } ?? .endOfDay, .endOfDay)
    return NewWaiting(
      customer: card.customer.id, service: service.id, therapist: reading.therapist, date: date,
      from: from,
      until: reading.until ?? min(reading.window?.until ?? .endOfDay, max(from, last)),
      note: reading.note ?? "")
  }

  /// The guest on the list with this name or number, service, therapist and time: the same words
  /// that were typed to put them there.
  func unwait(_ text: String) -> Draft {
    guard !text.trimmingBlanks.isEmpty else {
      return .problem("Who waits no longer? A part of the name or number.")
    }
    return read(text, .unwait) { (reading) throws(Unsettled) in
      let date = try day(reading.day, of: &reading).date
      let found = context.waiting.filter { guest in
        guard guest.date == date, reading.waiting.map({ $0 == guest.id }) ?? true else {
          return false
        }
        return Self.isBegun(reading.guest.spoken, of: guest.customer.name)
          && (reading.guest.phone?.matches(guest.customer.phone) ?? true)
          && (reading.services.isEmpty || reading.services.all.contains(guest.service.id))
          && (reading.therapist.map { guest.therapist == $0 } ?? true)
          && (reading.time.map { (guest.from...guest.until).contains($0) } ?? true)
      }.sorted { ($0.since, $0.id) < ($1.since, $1.id) }
      guard let first = found.first else {
        let sentence = "Nobody waits\(onDay(date)) who is \(text.trimmingBlanks)."
        reading.refuse(.guest, sentence)
        return .problem(sentence)
      }
      let index = (reading.guest.choice ?? 1) - 1
      guard reading.guest.choice != nil || found.count == 1, found.indices.contains(index) else {
        var draft = Draft.problem("Which \(first.customer.name)? Add #1 to #\(found.count).")
        draft.choices = found.enumerated().map { index, guest in
          Draft.Choice(
            text: "#\(index + 1) \(guest.customer.name) \(guest.customer.phone ?? "")  "
              + "\(guest.service.name), \(guest.from.hourMinute)–\(guest.until.hourMinute)",
            edit: .number(index + 1))
        }
        return draft
      }
      let guest = found[index]
      if let refusal = Decision.refusal(ofEnding: guest, id: guest.id, by: context.person) {
        return .refused(refusal)
      }
      var draft = Draft(
        .ready(.stopWaiting(guest.id)),
        says: "\(guest.customer.name) waits no longer for \(guest.service.name)\(onDay(date))")
      draft.guest = guest.customer.name
      draft.done = draft.says + "."
      draft.chips = [
        Draft.Chip(kind: .guest, text: guest.customer.name, isSaid: true),
        Draft.Chip(kind: .service, text: guest.service.name, isSaid: !reading.services.isEmpty),
        Draft.Chip(kind: .day, text: named(date), isSaid: reading.day != nil),
      ]
      // Which of their wishes is meant.
      if let time = reading.time {
        draft.chips.append(Draft.Chip(kind: .time, text: time.hourMinute, isSaid: true))
      }
      return draft
    }
  }
}
