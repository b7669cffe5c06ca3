import BookingDomain

/// What is about a day and no booking: blocked time and the waiting list.
extension Drafting {
  /// `anna 13 30 lunch`: whose, from when, how many minutes, why.
  func block(_ text: String) -> Draft {
    read(text, .block) { (reading) throws(Unsettled) in
      if reading.isWholeDays { return try timeOff(&reading) }
      if reading.isForEverybody || reading.days != nil {
        return .problem(
          "Time is blocked of one therapist on one day; without a time whole days are.")
      }
      let day = try self.day(reading.day, of: &reading)
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

  /// As it was said, the part of the day that was said, or half an hour from now on.
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

  /// A reason may be any word but one that was meant as something else.
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
      let earliest = context.earliest(on: day.date)
      let from = reading.time ?? max(reading.window?.from ?? earliest, earliest)
      let hours = day.spa.hours[day.date.weekday]
      let last = min(hours.map { $0.close - service.duration } ?? .endOfDay, .endOfDay)
      let wish = NewWaiting(
        customer: card.customer.id, service: service.id, therapist: reading.therapist,
        date: day.date, from: from,
        until: reading.until ?? min(reading.window?.until ?? .endOfDay, max(from, last)),
        note: reading.note ?? "")
      let refusal = Decision.refusal(
        of: wish, isKnown: true, beside: context.waiting.filter { $0.date == wish.date },
        by: context.person, now: context.moment, given: context.spa)
      if let refusal { return .refused(refusal) }
      let whom = reading.therapist.map(context.lexicon.name(of:)) ?? "anybody"
      let span = "\(wish.from.hourMinute)–\(wish.until.hourMinute)"
      var draft = Draft(
        .ready(.wait(wish)),
        says: "\(card.spoken) waits for \(service.name) with \(whom)\(onDay(day.date)), \(span)")
      draft.chips = [
        Draft.Chip(kind: .guest, text: card.spoken, isSaid: true),
        Draft.Chip(kind: .service, text: service.name, isSaid: !reading.services.isEmpty),
        Draft.Chip(kind: .therapist, text: whom, isSaid: reading.therapist != nil),
        Draft.Chip(kind: .day, text: named(day.date), isSaid: reading.day != nil),
        Draft.Chip(kind: .span, text: span, isSaid: reading.time != nil || reading.window != nil),
      ]
      draft.guest = card.customer.name
      draft.guestCard = card
      draft.done = "\(card.customer.name) waits for \(service.name)\(onDay(day.date)), \(span)."
      return draft
    }
  }

  /// Whoever waits under this name or number, for this service, with this therapist, then: the same
  /// words that put them on the list.
  func unwait(_ text: String) -> Draft {
    guard !text.trimmingBlanks.isEmpty else {
      return .problem("Who waits no longer? A part of the name or number.")
    }
    return read(text, .unwait) { (reading) throws(Unsettled) in
      let date = try day(reading.day, of: &reading).date
      let name = FoldedText(reading.guest.spoken).words
      let found = context.waiting.filter { guest in
        guard guest.date == date, reading.waiting.map({ $0 == guest.id }) ?? true else {
          return false
        }
        let words = FoldedText(guest.customer.name).words
        return name.allSatisfy { part in words.contains { $0.starts(with: part) } }
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
      return draft
    }
  }
}
