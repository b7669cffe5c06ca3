import BookingDomain

extension Drafting {
  /// `7714 sw60 anna 14:30`, and ` & lan` for who comes along.
  func book(_ text: String, isWalkIn: Bool) -> Draft {
    readGuest(text, .book) { reading in booked(&reading, isWalkIn: isWalkIn) }
  }

  /// Who it is for, settled.
  private struct Settled {
    var customer: NewBooking.Guest
    var name: String
    var card: CustomerCard?
    var choices: [Draft.Choice] = []
    /// What has to be seen before Enter.
    var warning = ""
  }

  private func booked(_ reading: inout Reading, isWalkIn: Bool) -> Draft {
    let guest = reading.waiting.flatMap { id in context.waiting.first { $0.id == id } }
    let settled: Settled
    if let guest {
      settled = Settled(customer: .known(guest.customer.id), name: guest.customer.name)
    } else {
      switch who(&reading, needsNumber: isWalkIn) {
      case .open(let draft): return draft
      case .new(let customer, let alike):
        settled = Settled(
          customer: .new(customer), name: "\(customer.name) \(customer.phone) (new)",
          choices: alike.map {
            Draft.Choice(text: "The register has \($0.line): the same guest?")
          },
          warning: alike.isEmpty ? "" : "ALIKE: \(alike[0].spoken) is in the register.")
      case .known(let card, let others):
        settled = Settled(
          customer: .known(card.customer.id), name: card.spoken, card: card,
          choices: reading.choice == nil
            ? [] : others.prefix(8).map { Draft.Choice(text: "also \($0.line)") })
      }
    }
    let today = context.moment.today
    if isWalkIn, let day = reading.day, day != today {
      reading.refuse(.day, "Who walks in stands here now: b books \(day.short).")
      return .problem("")
    }
    let day: Availability
    switch self.day(isWalkIn ? today : reading.day ?? guest?.date, of: &reading) {
    case .failure(let missing): return missing.draft
    case .success(let found): day = found
    }
    let therapist = reading.therapist ?? guest?.therapist
    let service: Service
    switch self.service(reading.services, reading.length, therapist, settled.card, guest) {
    case .one(let found): service = found
    case .none:
      return noService(for: settled.name).with(choices: settled.choices)
    case .several(let found):
      return refuse(&reading, several: found)
    }
    var length = reading.length
    if let time = reading.time, let until = reading.until {
      let span = until - time
      guard span <= Self.longestSpan else {
        reading.refuse(
          .span,
          "\(time.hourMinute)–\(until.hourMinute) is \(span.spoken): say a start, or a "
            + "length.")
        return .problem("")
      }
      length = span
    }
    let placing = Placing(day: day, now: context.moment, person: context.person)
    let first = start(
      service, therapist, reading.time, length, within: reading.window, in: placing,
      isWalkIn: isWalkIn)
    guard let first else {
      return .problem(nothingFree(service, therapist, within: reading.window, on: day))
    }
    // Whoever says how it is paid does not want it taken from what is paid for.
    let payment =
      reading.payment.map(NewBooking.Payment.sale) ?? NewBooking.Payment.paidSessionOrSale(.cash)
    var wanted = [
      NewBooking(
        customer: settled.customer, service: service.id, therapist: first.therapist,
        date: day.date, time: first.time, duration: length, bed: reading.bed, payment: payment,
        waiting: guest?.id)
    ]
    for also in reading.companions {
      let theirs: Service
      switch self.service(also.services, also.length, also.therapist, nil, nil) {
      case .one(let found): theirs = found
      case .none: theirs = service
      case .several(let found): return refuse(&reading, several: found)
      }
      let taken = Set(wanted.map(\.therapist))
      let therapist =
        also.therapist ?? free(theirs, at: first.time, also.length, in: placing, except: taken)
      guard let therapist else {
        return .problem("Nobody else is free for \(theirs.name) at \(first.time.hourMinute).")
      }
      wanted.append(
        NewBooking(
          customer: .companion, service: theirs.id, therapist: therapist, date: day.date,
          time: first.time, duration: also.length, payment: payment))
    }
    var draft = decided(wanted, note: reading.note, settled, reading, on: day) { refusal in
      guard therapist == nil, wanted.count == 1, [.slotTaken, .blocked].contains(refusal.code)
      else { return refusal }
      let starts = day.slots(for: service, from: context.earliest(on: day.date))
        .filter { fits(service, $0.therapist, $0.time, length, in: placing) }.map(\.time)
      return Refusal(
        refusal.code,
        "Nobody is free for \(service.name) at \(first.time.hourMinute)\(onDay(day.date)).",
        alternatives: Self.nearest(starts, to: first.time))
    }
    draft.choices = settled.choices
    draft.guestCard = settled.card
    draft.guest =
      settled.card?.customer.name ?? guest?.customer.name ?? reading.name.joined(separator: " ")
    return draft
  }

  /// At most three, the nearest first.
  private static func nearest(_ starts: [TimeOfDay], to time: TimeOfDay) -> [TimeOfDay] {
    let sorted = Set(starts).sorted {
      (abs($0.seconds - time.seconds), $0) < (abs($1.seconds - time.seconds), $1)
    }
    return Array(sorted.prefix(3))
  }

  /// Longer than this is a time to choose from and no treatment.
  private static let longestSpan: Minutes = 240

  /// The same again, with the same therapist at the same time: `2` is in two weeks.
  func rebook(_ text: String) -> Draft {
    guard let booking = context.selected else { return Self.nobodySelected }
    return read(text, .rebook) { reading in
      let weeks = reading.weeks ?? 1
      guard (1...52).contains(weeks) else {
        reading.refuse(.weeks, "In 1 to 52 weeks, please.")
        return .problem("")
      }
      // From the day it stands on, wherever the board is by now.
      let date = booking.date + 7 * weeks
      let day: Availability
      switch self.day(date, of: &reading) {
      case .failure(let missing): return missing.draft
      case .success(let found): day = found
      }
      let wish = NewBooking(
        customer: .known(booking.customer.id), service: booking.service.id,
        therapist: booking.therapist, date: date, time: booking.time, duration: booking.duration,
        payment: .paidSessionOrSale(.cash))
      var settled = Settled(customer: wish.customer, name: booking.customer.name)
      if let phone = booking.customer.phone.flatMap({ Telephone($0) }) {
        guard let cards = context.found[phone.question] else { return asking(phone.question) }
        settled.card = cards.first { $0.customer.id == booking.customer.id }
      }
      var draft = decided([wish], note: reading.note, settled, reading, on: day)
      draft.date = date
      draft.guest = booking.customer.name
      return draft
    }
  }

  private func nothingFree(
    _ service: Service, _ id: UserID?, within window: TimeWindow?, on day: Availability
  ) -> String {
    let therapist = id.flatMap(context.therapist)
    if let therapist, !therapist.does(service) {
      return "\(therapist.name) does not do \(service.name)."
    }
    if day.spa.lacks.contains(where: { $0 != .hours }), let lacking = day.spa.sentenceOfLacks {
      return lacking
    }
    let whom = therapist.map { " with \($0.name)" } ?? ""
    let date = day.date.relative(to: context.moment.today)
    if let window {
      return "\(service.name): nothing is free\(whom) \(date) \(window.spoken); say another time."
    }
    return "\(service.name): nothing is free\(whom) \(date) any more; add a day, as tomorrow."
  }

  // MARK: - What was left out

  enum Choice {
    case one(Service)
    case several([Service])
    case none
  }

  /// What was said, what the guest has paid for, or what is waited for. Of several that a word may
  /// mean: those of the length that was said, that the therapist does, that are paid for.
  func service(
    _ said: Lexicon.Services, _ length: Minutes?, _ therapist: UserID?, _ card: CustomerCard?,
    _ guest: WaitingGuest?
  ) -> Choice {
    if let guest, said.isEmpty { return context.service(guest.service.id).map(Choice.one) ?? .none }
    let paid = card?.sessions.filter { $0.left > 0 }.map(\.service.id) ?? []
    guard !said.isEmpty else {
      return paid.first.flatMap(context.service).map(Choice.one) ?? .none
    }
    var left = said.all.compactMap(context.service)
    func narrow(_ isMeant: (Service) -> Bool) {
      let fewer = left.filter(isMeant)
      if !fewer.isEmpty { left = fewer }
    }
    if let length { narrow { $0.duration == length } }
    if let therapist = therapist.flatMap(context.therapist) { narrow(therapist.does) }
    let meant = left.filter { said.best.contains($0.id) }
    if meant.count == 1 { return .one(meant[0]) }
    narrow { paid.contains($0.id) }
    return left.count == 1 ? .one(left[0]) : .several(left)
  }

  /// A word for several services is red until one of them is meant; all of them stand below it.
  func refuse(_ reading: inout Reading, several services: [Service]) -> Draft {
    let names = Self.listed(Array(services.prefix(3)))
    let rest = services.count > 3 ? " or \(services.count - 3) others" : ""
    reading.refuse(.service, "Which: \(names)\(rest)? Add the minutes, or more of the name.")
    return Draft.problem("").with(
      choices: services.prefix(9).map { service in
        let word = context.lexicon.word(for: service.id)
        return Draft.Choice(
          text: (word.map { "\($0)  " } ?? "") + Self.listed([service]),
          edit: word.map(Draft.Choice.Edit.word))
      })
  }

  func noService(for name: String) -> Draft {
    let example = context.lexicon.serviceExample.map { ", as \($0)" } ?? ""
    return .problem("\(name): what? Say the service\(example).")
  }

  /// Names with what tells two of one name apart.
  static func listed(_ services: [Service]) -> String {
    services.prefix(4).map { service in
      service.name.contains("\(service.duration.count)")
        ? service.name : "\(service.name) \(service.duration.count)'"
    }.joined(separator: ", ")
  }

  /// The start that was said, or the next that is free: of the therapist, or of anybody who can.
  private func start(
    _ service: Service, _ therapist: UserID?, _ time: TimeOfDay?, _ duration: Minutes?,
    within window: TimeWindow?, in placing: Placing, isWalkIn: Bool
  ) -> (therapist: UserID, time: TimeOfDay)? {
    let day = placing.day
    if let time {
      let who = therapist ?? free(service, at: time, duration, in: placing, except: [])
      // Nobody is free: the rules then say so, with other starts.
      return (who ?? day.spa.therapists.first { $0.does(service) }?.id).map { ($0, time) }
    }
    let now = context.earliest(on: day.date)
    if isWalkIn, window?.contains(now) ?? true {
      let who = therapist ?? free(service, at: now, duration, in: placing, except: [])
      if let who, fits(service, who, now, duration, in: placing) { return (who, now) }
    }
    let slots = day.slots(for: service, therapist: therapist, from: now)
    return slots.first {
      window?.contains($0.time) ?? true
        && fits(service, $0.therapist, $0.time, duration, in: placing)
    }.map { ($0.therapist, $0.time) }
  }

  private func free(
    _ service: Service, at time: TimeOfDay, _ duration: Minutes?, in placing: Placing,
    except taken: Set<UserID>
  ) -> UserID? {
    placing.day.spa.therapists.first {
      !taken.contains($0.id) && fits(service, $0.id, time, duration, in: placing)
    }?.id
  }

  private func fits(
    _ service: Service, _ therapist: UserID, _ time: TimeOfDay, _ duration: Minutes?,
    in placing: Placing
  ) -> Bool {
    placing.fits(
      Placing.Wanted(service: service, therapist: therapist, time: time, duration: duration))
  }

  // MARK: - What comes of it

  /// What stands behind `//` is a note for the booking, and where the rules refuse it a manager's
  /// reason.
  ///
  /// - Parameter said: a refusal as it is said to whoever types.
  private func decided(
    _ wanted: [NewBooking], note: String?, _ settled: Settled, _ reading: Reading,
    on day: Availability, _ said: (Refusal) -> Refusal = { $0 }
  ) -> Draft {
    placed(reason: note) { reason in
      var wanted = wanted
      for index in wanted.indices { wanted[index].overrideReason = reason }
      if reason == nil { wanted[0].notes = note }
      return decided(wanted, settled, reading, on: day, said)
    }
  }

  private func decided(
    _ wanted: [NewBooking], _ settled: Settled, _ reading: Reading, on day: Availability,
    _ said: (Refusal) -> Refusal
  ) -> Draft {
    var customers: [CustomerID: Customer] = [:]
    var sessions: [CustomerID: [PaidSessions]] = [:]
    if case .known(let id) = wanted[0].customer {
      customers[id] = settled.card?.customer ?? Customer(id: id, name: settled.name)
      sessions[id] = settled.card?.sessions
    }
    let decision = Decision.book(
      wanted, by: context.person, now: context.moment,
      given: Decision.Demand(days: [day.date: day], customers: customers, sessions: sessions))
    switch decision {
    case .failure(let refusal):
      var draft = Draft.refused(said(refusal))
      draft.ghosts = wanted.map { ghost($0, settled.name, .conflict, on: day) }
      return draft
    case .success(let booked):
      let chips = chips(booked, settled, reading)
      var draft = Draft(
        .ready(.book(wanted)), says: chips.map(\.text).joined(separator: ", "))
      draft.chips = chips
      for warning in [
        unused(booked[0], settled.card), twice(wanted[0], on: day), settled.warning,
      ] { draft.warn(warning) }
      draft.ghosts = wanted.map { ghost($0, settled.name, .draft, on: day) }
      return draft
    }
  }

  /// A guest who has a booking within the hour already.
  private func twice(_ wanted: NewBooking, on day: Availability) -> String {
    guard case .known(let id) = wanted.customer, day.date == context.day?.date else { return "" }
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
    guard case .sale(let method) = booked.settlement,
      let paid = card?.sessions.first(where: { $0.service.id == booked.service.id && $0.left > 0 })
    else { return "" }
    return
      "PAID FOR: \(paid.left) of \(paid.total) are left; leave out \"\(method.spoken)\" to use one."
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
    _ booked: [Decision.Booked], _ settled: Settled, _ reading: Reading
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
    let all: [(Reading.Kind, String, Bool)] = [
      (.guest, settled.name, true),
      (.service, each(\.service.name), isSaid(.service)),
      (.therapist, each { context.lexicon.name(of: $0.slot.therapist) }, isSaid(.therapist)),
      (.day, named(first.date), isSaid(.day, .weeks)),
      (.time, times, isSaid(.time, .span, .window)),
      (.payment, each { paid($0, settled.card) }, isSaid(.payment)),
      (.bed, each(\.slot.place.spoken), isSaid(.bed)),
    ]
    return all.map { Draft.Chip(kind: $0, text: $1, isSaid: $2) }
  }

  private func paid(_ booked: Decision.Booked, _ card: CustomerCard?) -> String {
    switch booked.settlement {
    case .sale(let method):
      let price = booked.service.price.map { "\($0.spoken) " } ?? "sold, "
      return "\(price)\(method.spoken)"
    case .session(let item):
      let paid = card?.sessions.first { $0.item == item }
      return paid.map { "\($0.left) of \($0.total) left" } ?? "paid session"
    }
  }
}
