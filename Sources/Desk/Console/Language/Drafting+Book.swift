import BookingDomain

extension Drafting {
  /// `7714 sw60 anna 14:30`, and ` & lan` for who comes along.
  func book(_ text: String, isWalkIn: Bool) -> Draft {
    let (line, note) = Self.parted(text)
    let parts = line.split(separator: "&", maxSplits: 3, omittingEmptySubsequences: false)
      .map(String.init)
    var phrase = Phrase(parts.first ?? "", at: desk, numbers: .phoneThenTime)
    let companions = parts.dropFirst().map { Phrase($0, at: desk, numbers: .timeThenMinutes) }
    // They come together, wherever in the line it is said when.
    for companion in companions {
      phrase.time = phrase.time ?? companion.time
      phrase.date = phrase.date ?? companion.date
    }
    let guest = phrase.waiting.flatMap { id in desk.waiting.first { $0.id == id } }
    let settled: (customer: NewBooking.Guest, name: String, card: CustomerCard?, choices: [String])
    if let guest {
      settled = (.known(guest.customer.id), guest.customer.name, nil, [])
    } else {
      switch who(phrase) {
      case .open(let draft): return draft
      case .new(let customer, let alike):
        let known = alike.map { "The register has \($0.line): the same guest?" }
        settled = (.new(customer), "\(customer.name) (new)", nil, known)
      case .known(let card, let others):
        let choices = others.prefix(8).enumerated().map { "#\($0 + 2) \($1.spoken)" }
        settled = (.known(card.customer.id), card.spoken, card, choices)
      }
    }
    let day: Availability
    switch self.day(phrase.date ?? guest?.date) {
    case .failure(let missing): return missing.draft
    case .success(let found): day = found
    }
    guard let service = service(phrase, settled.card, guest) else {
      var draft = Draft.problem("\(settled.name): what? Say the service, as sw60.")
      draft.choices = settled.choices
      return draft
    }
    var wanted: [NewBooking] = []
    let first = start(
      service, phrase.therapist ?? guest?.therapist, phrase.time, phrase.duration, on: day,
      isWalkIn: isWalkIn)
    guard let first else {
      return .problem(nothingFree(service, phrase.therapist ?? guest?.therapist, on: day))
    }
    wanted.append(
      NewBooking(
        customer: settled.customer, service: service.id, therapist: first.therapist,
        date: day.date, time: first.time, duration: phrase.duration, bed: phrase.bed,
        payment: .paidSessionOrSale(phrase.payment ?? .cash), waiting: guest?.id))
    for also in companions {
      let service = self.service(also, nil, nil) ?? service
      let taken = Set(wanted.map(\.therapist))
      let therapist =
        also.therapist ?? free(service, at: first.time, also.duration, on: day, except: taken)
      guard let therapist else {
        return .problem("Nobody else is free for \(service.name) at \(first.time.hourMinute).")
      }
      wanted.append(
        NewBooking(
          customer: .companion, service: service.id, therapist: therapist, date: day.date,
          time: first.time, duration: also.duration,
          payment: .paidSessionOrSale(phrase.payment ?? .cash)))
    }
    var draft = decided(wanted, note: note, settled.name, settled.card, on: day)
    draft.choices = settled.choices
    draft.guest = settled.name
    return draft
  }

  /// The same again, with the same therapist at the same time: `2` is in two weeks.
  func rebook(_ text: String) -> Draft {
    guard let booking = desk.selected else { return Self.nobodySelected }
    let (line, note) = Self.parted(text)
    let weeks = Int(line.filter { !$0.isWhitespace }) ?? 1
    guard (1...52).contains(weeks) else { return .problem("In 1 to 52 weeks, please.") }
    // From the day it stands on, wherever the board is by now.
    let date = booking.date + 7 * weeks
    let day: Availability
    switch self.day(date) {
    case .failure(let missing): return missing.draft
    case .success(let found): day = found
    }
    let wish = NewBooking(
      customer: .known(booking.customer.id), service: booking.service.id,
      therapist: booking.therapist, date: date, time: booking.time, duration: booking.duration,
      payment: .paidSessionOrSale(.cash))
    let name = booking.customer.name
    guard let phone = booking.customer.phone, let cards = desk.found[phone] else {
      guard let phone = booking.customer.phone else {
        return decided([wish], note: note, name, nil, on: day)
      }
      return Draft(.asks(.customers(phone)), says: "Looking for \(name)…")
    }
    var draft = decided(
      [wish], note: note, name, cards.first { $0.customer.id == booking.customer.id }, on: day)
    draft.guest = name
    return draft
  }

  private func nothingFree(_ service: Service, _ id: UserID?, on day: Availability) -> String {
    let therapist = id.flatMap(desk.therapist)
    if let therapist, !therapist.does(service) {
      return "\(therapist.name) does not do \(service.name)."
    }
    let whom = therapist.map { " with \($0.name)" } ?? ""
    return "\(service.name): nothing is free\(whom) "
      + "\(day.date.relative(to: desk.moment.today)) any more; add a day, as tomorrow."
  }

  // MARK: - What was left out

  /// What was said, what the guest has paid for, or what the only service is.
  private func service(_ phrase: Phrase, _ card: CustomerCard?, _ guest: WaitingGuest?) -> Service?
  {
    if let guest, phrase.services.isEmpty { return desk.service(guest.service.id) }
    let paid = card?.sessions.filter { $0.left > 0 }.map(\.service.id) ?? []
    if let named = phrase.services.first(where: paid.contains) ?? phrase.services.first {
      return desk.service(named)
    }
    return paid.first.flatMap(desk.service)
  }

  /// The start that was said, or the next that is free: of the therapist, or of anybody who can.
  private func start(
    _ service: Service, _ therapist: UserID?, _ time: TimeOfDay?, _ duration: Minutes?,
    on day: Availability, isWalkIn: Bool
  ) -> (therapist: UserID, time: TimeOfDay)? {
    if let time {
      let who = therapist ?? free(service, at: time, duration, on: day, except: [])
      // Nobody is free: the rules then say so, with other starts.
      return (who ?? day.spa.therapists.first { $0.does(service) }?.id).map { ($0, time) }
    }
    if isWalkIn {
      let now = desk.earliest
      let who = therapist ?? free(service, at: now, duration, on: day, except: [])
      if let who, fits(service, who, now, duration, on: day) { return (who, now) }
    }
    let slots = day.slots(for: service, therapist: therapist, from: desk.earliest)
    return slots.first { fits(service, $0.therapist, $0.time, duration, on: day) }
      .map { ($0.therapist, $0.time) }
  }

  private func free(
    _ service: Service, at time: TimeOfDay, _ duration: Minutes?, on day: Availability,
    except taken: Set<UserID>
  ) -> UserID? {
    day.spa.therapists.first {
      !taken.contains($0.id) && fits(service, $0.id, time, duration, on: day)
    }?.id
  }

  private func fits(
    _ service: Service, _ therapist: UserID, _ time: TimeOfDay, _ duration: Minutes?,
    on day: Availability
  ) -> Bool {
    placing(day).fits(
      Placing.Wanted(service: service, therapist: therapist, time: time, duration: duration))
  }

  // MARK: - What comes of it

  /// What stands behind `//` is a note for the booking, and where the rules refuse it a manager's
  /// reason.
  private func decided(
    _ wanted: [NewBooking], note: String?, _ name: String, _ card: CustomerCard?,
    on day: Availability
  ) -> Draft {
    placed(reason: note) { reason in
      var wanted = wanted
      for index in wanted.indices { wanted[index].overrideReason = reason }
      if reason == nil { wanted[0].notes = note }
      return decided(wanted, name, card, on: day)
    }
  }

  private func decided(
    _ wanted: [NewBooking], _ name: String, _ card: CustomerCard?, on day: Availability
  ) -> Draft {
    var customers: [CustomerID: Customer] = [:]
    var sessions: [CustomerID: [PaidSessions]] = [:]
    if case .known(let id) = wanted[0].customer {
      customers[id] = card?.customer ?? Customer(id: id, name: name)
      sessions[id] = card?.sessions
    }
    let decision = Decision.book(
      wanted, by: desk.person, now: desk.moment,
      given: Decision.Demand(days: [day.date: day], customers: customers, sessions: sessions))
    switch decision {
    case .failure(let refusal):
      var draft = Draft.refused(refusal)
      draft.ghosts = wanted.map { ghost($0, name, .conflict, on: day) }
      return draft
    case .success(let booked):
      var draft = Draft(.ready(.book(wanted)), says: said(booked, name, card))
      draft.ghosts = wanted.map { ghost($0, name, .draft, on: day) }
      return draft
    }
  }

  private func ghost(
    _ wanted: NewBooking, _ name: String, _ kind: Ghost.Kind, on day: Availability
  ) -> Ghost {
    let service = day.spa.services.first { $0.id == wanted.service }
    return Ghost(
      kind, therapist: wanted.therapist, date: wanted.date, time: wanted.time,
      duration: wanted.duration ?? service?.duration ?? 60, buffer: service?.buffer ?? 0,
      text: name)
  }

  /// Who and when of all who come first: a line may be too narrow for the rest.
  private func said(_ booked: [Decision.Booked], _ name: String, _ card: CustomerCard?) -> String {
    func each(_ words: (Decision.Booked) -> String) -> String {
      var said: [String] = []
      for words in booked.map(words) where !said.contains(words) { said.append(words) }
      return said.joined(separator: " & ")
    }
    let times = each { one in
      let therapist = desk.therapist(one.slot.therapist)?.name ?? ""
      let end = one.slot.time + one.slot.duration
      return "\(therapist) \(one.slot.time.hourMinute)–\(end.hourMinute)"
    }
    let rest = [each { paid($0, card) }, each(\.service.name), each(\.slot.place.spoken)]
    return "\(name): " + ([times] + rest).joined(separator: ", ")
  }

  private func paid(_ booked: Decision.Booked, _ card: CustomerCard?) -> String {
    switch booked.settlement {
    case .sale(let method): return "sold, \(method.spoken)"
    case .session(let item):
      guard let sessions = card?.sessions.first(where: { $0.item == item }) else {
        return "paid session"
      }
      return "\(sessions.left) of \(sessions.total) left"
    }
  }
}

extension PaymentMethod {
  var spoken: String {
    switch self {
    case .bankTransfer: "transfer"
    case .creditCard: "card"
    case .vnPay: "VNPay"
    case .momo: "Momo"
    case .zaloPay: "ZaloPay"
    case .cash: "cash"
    }
  }
}
