import BookingDomain

/// What comes of a booking that was typed: what the rules say, and how it is shown.
extension Drafting {
  /// What stands behind `//` is a note for the booking, and where the rules refuse it a manager's
  /// reason.
  ///
  /// - Parameter said: a refusal as it is said to whoever types.
  func decided(
    _ wanted: [NewBooking], note: String?, _ guest: Guest, _ reading: Reading,
    on day: Availability, _ said: (Refusal) -> Refusal = { $0 }
  ) -> Draft {
    let draft = placed(reason: note) { reason in
      var wanted = wanted
      for index in wanted.indices { wanted[index].overrideReason = reason }
      if reason == nil { wanted[0].notes = note }
      return decided(wanted, guest, reading, on: day, said)
    }
    return draft.noting(note, context)
  }

  private func decided(
    _ wanted: [NewBooking], _ guest: Guest, _ reading: Reading, on day: Availability,
    _ said: (Refusal) -> Refusal
  ) -> Draft {
    var customers: [CustomerID: Customer] = [:]
    var sessions: [CustomerID: [PaidSessions]] = [:]
    if case .known(let id) = wanted[0].customer {
      customers[id] = guest.card?.customer ?? Customer(id: id, name: guest.name)
      sessions[id] = guest.card?.sessions
    }
    for card in guest.along.compactMap(\.card) {
      customers[card.customer.id] = card.customer
      sessions[card.customer.id] = card.sessions
    }
    for case .new(let newcomer) in wanted.map(\.customer) {
      if let holder = newcomer.family { customers[holder] = card(holder)?.customer }
    }
    let decision = Decision.book(
      wanted, by: context.person, now: context.moment,
      given: Decision.Demand(
        days: [day.date: day], customers: customers, sessions: sessions,
        standing: context.selected.map { [$0.id: $0] } ?? [:]))
    switch decision {
    case .failure(let refusal):
      var draft = Draft.refused(said(refusal))
      draft.ghosts = ghosts(wanted, guest, .conflict, on: day)
      return draft
    case .success(let booked):
      let chips = chips(booked, guest, reading) + remarks(on: guest.card)
      var draft = Draft(
        .ready(.book(wanted)), says: chips.map(\.text).joined(separator: ", "))
      draft.chips = chips
      for warning in [
        alert(of: guest), unused(booked[0], guest.card), twice(wanted[0], on: day),
        guest.warning, otherLength(booked, reading),
      ] { draft.warn(warning) }
      draft.ghosts = ghosts(wanted, guest, .draft, on: day)
      return draft
    }
  }

  /// What must be known of a guest stands before everything else.
  private func alert(of guest: Guest) -> String {
    let first = (guest.card?.customer ?? guest.waiting?.customer)?.alert
    let others = guest.along.compactMap { also in
      also.card?.customer.alert.map { "\(also.name): \($0)" }
    }
    return ([first].compactMap(\.self) + others).joined(separator: " ")
  }

  /// What the desk should know and nobody has to read: likings, and how often the guest did not come.
  private func remarks(on card: CustomerCard?) -> [Draft.Chip] {
    guard let card else { return [] }
    let missed = card.missedWords(under: context.policy, in: context.moment.zone)
    return [missed?.isOften == true ? missed?.text : nil, card.customer.preferences]
      .compactMap { $0 }.map { Draft.Chip(kind: .note, text: $0, isSaid: false) }
  }

  /// A guest who has a booking within the hour already.
  private func twice(_ wanted: NewBooking, on day: Availability) -> String {
    guard wanted.joins == nil, case .known(let id) = wanted.customer,
      day.date == context.day?.date
    else { return "" }
    let near = context.bookings.first { booking in
      booking.customer.id == id && booking.status.occupies && booking.date == wanted.date
        && abs((booking.time - wanted.time).count) <= 60
    }
    guard let near else { return "" }
    return "TWICE: \(near.customer.name) is booked \(near.time.hourMinute) with "
      + "\(context.lexicon.name(of: near.therapist)) already."
  }

  /// A treatment that is sold although one of its kind is paid for already.
  private func unused(_ booked: Decision.Booked, _ card: CustomerCard?) -> String {
    guard let sale = booked.settlement.sale,
      let paid = card?.sessions.first(where: { $0.service.id == booked.service.id && $0.left > 0 })
    else { return "" }
    return
      "PAID FOR: \(paid.left) of \(paid.total) are left; leave out \"\(sale.spoken)\" to use one."
  }

  /// Each under the name of whom it is for.
  private func ghosts(
    _ wanted: [NewBooking], _ guest: Guest, _ kind: Ghost.Kind, on day: Availability
  ) -> [Ghost] {
    let names = [guest.name] + guest.beside
    return wanted.enumerated().map { index, one in
      ghost(one, names.indices.contains(index) ? names[index] : guest.name, kind, on: day)
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

  /// Guest, service, therapist, day, time, price and how it is paid.
  private func chips(
    _ booked: [Decision.Booked], _ guest: Guest, _ reading: Reading
  ) -> [Draft.Chip] {
    func each(_ words: (Decision.Booked) -> String) -> String {
      var said: [String] = []
      for words in booked.map(words) where !said.contains(words) { said.append(words) }
      return said.joined(separator: " & ")
    }
    func isSaid(_ kinds: Reading.Kind...) -> Bool {
      reading.words.contains { kinds.contains($0.kind) }
    }
    let first = booked[0].slot
    let times = each {
      "\($0.slot.time.hourMinute)–\(($0.slot.time + $0.slot.duration).hourMinute)"
    }
    let guests = [guest.name] + guest.along.map(\.name)
    let all: [(Reading.Kind, String, Bool)] = [
      (.guest, guests.joined(separator: " & "), true),
      (.service, each(\.service.name), isSaid(.service)),
      (
        .therapist,
        each { Self.wish($0.isWished) + context.lexicon.name(of: $0.slot.therapist) },
        isSaid(.therapist)
      ),
      (.day, named(first.date), isSaid(.day, .weeks)),
      (.time, times, isSaid(.time, .span, .window)),
      (
        .payment, each { paid($0, guest, of: booked) } + together(booked), isSaid(.payment)
      ),
      (.bed, each(\.slot.place.spoken), isSaid(.bed)),
    ]
    return all.map { Draft.Chip(kind: $0, text: $1, isSaid: $2) }
  }

  /// What is to be paid for several treatments that are sold at once.
  private func together(_ booked: [Decision.Booked]) -> String {
    let sums = booked.filter { $0.settlement.standing != nil }.compactMap(\.service.charge)
    guard sums.count > 1 else { return "" }
    let sum = Money(hundredths: sums.reduce(0) { $0 + $1.hundredths })
    return ", together \(sum.spoken)"
  }

  /// - Parameter party: who is booked with it.
  private func paid(
    _ booked: Decision.Booked, _ guest: Guest, of party: [Decision.Booked]
  ) -> String {
    switch booked.settlement {
    case .sale, .unpaidSale:
      let price = booked.service.charge.map { "\($0.spoken) " } ?? "sold, "
      return "\(price)\(booked.settlement.sale?.spoken ?? "")"
    case .session(let item):
      let cards = [guest.card] + guest.along.map(\.card)
      let paid = cards.compactMap { $0 }.flatMap(\.sessions).first { $0.item == item }
      let used = party.count { $0.settlement == booked.settlement }
      let uses = used > 1 ? "uses \(used): " : ""
      return paid.map { "\(uses)\($0.left) of \($0.total) left" } ?? "paid session"
    }
  }
}

extension Decision.Booked.Settlement {
  /// Nil where nothing is sold.
  fileprivate var sale: NewBooking.Payment? {
    switch self {
    case .session: nil
    case .sale(let method): .sale(method)
    case .unpaidSale: .unpaidSale
    }
  }
}
