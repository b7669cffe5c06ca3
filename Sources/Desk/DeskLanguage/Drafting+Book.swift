import BookingDomain

extension Drafting {
  /// `7714 sw60 anna 14:30`, and ` & lan` for who comes along.
  func book(_ text: String, isWalkIn: Bool) -> Draft {
    readGuest(text, .book) { (reading) throws(Unsettled) in
      try booked(&reading, isWalkIn: isWalkIn)
    }
  }

  /// Whom a line books for.
  struct Guest {
    var customer: NewBooking.Guest
    var name: String
    var card: CustomerCard?
    /// Whom the waiting list names, where the guest was meant by it.
    var waiting: WaitingGuest?
    var choices: [Draft.Choice] = []
    /// Those who come along, as they are called and as far as the register has them.
    var along: [(name: String, card: CustomerCard?)] = []
    /// Of treatments that are booked at once, beside the first, whom each is for.
    var beside: [String] = []
    /// What has to be seen before Enter.
    var warning = ""
  }

  private func booked(_ reading: inout Reading, isWalkIn: Bool) throws(Unsettled) -> Draft {
    reading.shareService()
    var guest = try guest(of: &reading, isWalkIn: isWalkIn)
    let usual = try usual(of: guest, reading)
    let day = try day(of: guest, &reading, usual, isWalkIn: isWalkIn)
    if let usual { take(usual, &reading, isNow: isWalkIn, on: day) }
    let service = try service(of: guest, &reading)
    let length = try length(of: &reading)
    let placing = Placing(day: day, now: context.moment, person: context.person)
    let therapist = reading.therapist ?? guest.waiting?.therapist
    guard !reading.isWished || therapist != nil else {
      reading.refuse(.wish, "Whom does the guest wish for? Say the therapist too.")
      throw .problem("")
    }
    let first = start(
      service, therapist, reading.time, length, within: reading.window, in: placing,
      isWalkIn: isWalkIn)
    guard let first else {
      throw .problem(
        nothingFree(
          service, therapist, within: reading.window, on: day, isWalkIn: isWalkIn))
    }
    let wish = NewBooking(
      customer: guest.customer, service: service.id, therapist: first.therapist,
      date: day.date, time: first.time, duration: length, bed: reading.bed,
      payment: payment(of: reading, isWalkIn: isWalkIn), waiting: guest.waiting?.id,
      isWished: reading.isWished)
    let companions = try companions(in: &reading, beside: service, guest)
    take(companions, along: &guest)
    let (asked, party) = (reading, guest)
    func drafted(_ wish: NewBooking) throws(Unsettled) -> Draft {
      let wanted = try visit(wish, service, companions, in: placing)
      return decided(wanted, note: asked.note, party, asked, on: day) { refusal in
        guard [.slotTaken, .blocked].contains(refusal.code) else { return refusal }
        if wanted.count == 1 {
          return therapist == nil
            ? nobodyFree(refusal, service, at: first.time, length, in: placing) : refusal
        }
        return unnamed(refusal, wanted, companions, in: placing)
      }
    }
    var draft = try drafted(wish)
    if reading.time == nil, !isWalkIn, !companions.isEmpty, draft.isProblem {
      let starts = laterStarts(than: wish, service, therapist, within: reading.window, in: placing)
      draft = starts.lazy.compactMap { try? drafted($0) }.first(where: \.isReady) ?? draft
    }
    if isWalkIn, therapist == nil { draft.explain(turn: turn(of: first.therapist, on: day)) }
    draft.choices = guest.choices
    draft.guestCard = guest.card
    draft.guest =
      guest.card?.customer.name ?? guest.waiting?.customer.name
      ?? reading.guest.spoken
    return draft
  }

  /// What has to be seen of those who come along, beside the guest's own.
  private func take(_ companions: [Companion], along guest: inout Guest) {
    for also in companions {
      let name = also.who.map(spoken) ?? also.said.who.spoken
      if !name.isEmpty { guest.along.append((name, also.who?.card)) }
      guest.beside.append(also.isNext || name.isEmpty ? guest.name : name)
      guard let who = also.who else { continue }
      guest.choices += who.choices(of: also.said.who)
      guest.warning = [guest.warning, who.warning].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  // MARK: - Step by step

  private func guest(of reading: inout Reading, isWalkIn: Bool) throws(Unsettled) -> Guest {
    if let guest = reading.waiting.flatMap({ id in context.waiting.first { $0.id == id } }) {
      return Guest(
        customer: .known(guest.customer.id), name: guest.customer.name, waiting: guest)
    }
    let who = try who(reading.guest, &reading, needsNumber: isWalkIn)
    return Guest(
      customer: who.guest, name: spoken(who), card: who.card,
      choices: who.choices(of: reading.guest), warning: who.warning)
  }

  private func day(
    of guest: Guest, _ reading: inout Reading, _ usual: GuestPast.Usual?, isWalkIn: Bool
  ) throws(Unsettled) -> Availability {
    let today = context.moment.today
    guard isWalkIn else {
      try checkIsToCome(&reading)
      return try day(
        reading.day ?? guest.waiting?.date ?? usual?.date(after: today), of: &reading)
    }
    if let day = reading.day, day != today {
      reading.refuse(.day, "Who walks in stands here now: :book is for \(day.short).")
      throw .problem("")
    }
    return try day(today, of: &reading)
  }

  private func service(of guest: Guest, _ reading: inout Reading) throws(Unsettled) -> Service {
    let therapist = reading.therapist ?? guest.waiting?.therapist
    let found = try service(
      reading.services, reading.length, therapist, guest.card, guest.waiting, &reading)
    guard let found else {
      throw Unsettled(draft: noService(for: guest.name).with(choices: guest.choices))
    }
    return found
  }

  /// How long, said as a length or as a span of time; nil is as long as the service.
  private func length(of reading: inout Reading) throws(Unsettled) -> Minutes? {
    guard let time = reading.time, let until = reading.until else { return reading.length }
    let span = until - time
    guard span <= Self.longestSpan else {
      reading.refuse(
        .span,
        "\(time.hourMinute)–\(until.hourMinute) is \(span.spoken): say a start, or a length.")
      throw .problem("")
    }
    return span
  }

  /// Whoever says how it is paid does not want it taken from what is paid for. Who stands at the
  /// desk pays now; who is booked pays when they come, so that no money is in the books before it is
  /// in the drawer.
  func payment(of reading: Reading, isWalkIn: Bool = false) -> NewBooking.Payment {
    reading.payment ?? (isWalkIn ? .paidSessionOrSale(.cash) : .paidSessionOrUnpaidSale)
  }

  /// A refusal that names one therapist, where anybody would have done: with the nearest starts at
  /// which somebody is free.
  private func nobodyFree(
    _ refusal: Refusal, _ service: Service, at time: TimeOfDay, _ length: Minutes?,
    in placing: Placing
  ) -> Refusal {
    let day = placing.day
    let starts = day.slots(for: service, from: context.earliest(on: day.date))
      .filter { fits(service, $0.therapist, $0.time, length, in: placing) }.map(\.time)
    return Refusal(
      refusal.code,
      "Nobody is free for \(service.name) at \(time.hourMinute)\(onDay(day.date)).",
      alternatives: Self.nearest(starts, to: time))
  }

  /// The same for a visit: whoever was not asked for is not blamed for a treatment behind the first.
  private func unnamed(
    _ refusal: Refusal, _ wanted: [NewBooking], _ companions: [Companion], in placing: Placing
  ) -> Refusal {
    let missed = zip(wanted.dropFirst(), companions).first { one, also in
      also.said.therapist == nil
        && !fits(also.service, one.therapist, one.time, also.said.length, in: placing)
    }
    guard let (one, also) = missed else { return refusal }
    return Refusal(
      refusal.code,
      "Nobody is free for \(also.service.name) at \(one.time.hourMinute)\(onDay(one.date)).",
      alternatives: refusal.alternatives)
  }

  /// The starts after this one, where a whole visit may fit in that does not fit in there.
  private func laterStarts(
    than wish: NewBooking, _ service: Service, _ therapist: UserID?, within window: TimeWindow?,
    in placing: Placing
  ) -> [NewBooking] {
    placing.day.slots(for: service, therapist: therapist, from: wish.time).dropFirst()
      .prefix(Self.mostStarts).filter { window?.contains($0.time) ?? true }
      .map { slot in
        var other = wish
        (other.therapist, other.time) = (slot.therapist, slot.time)
        return other
      }
  }

  /// Half a day, of two therapists: whoever finds nothing says a time.
  private static let mostStarts = 32

  /// At most three, the nearest first.
  static func nearest(_ starts: [TimeOfDay], to time: TimeOfDay) -> [TimeOfDay] {
    let sorted = Set(starts).sorted {
      (abs($0.seconds - time.seconds), $0) < (abs($1.seconds - time.seconds), $1)
    }
    return Array(sorted.prefix(3))
  }

  /// Longer than this is a time to choose from and no treatment.
  private static let longestSpan: Minutes = 240

  /// The start that was said, or the next that is free: of the therapist, or of anybody who can.
  private func start(
    _ service: Service, _ therapist: UserID?, _ time: TimeOfDay?, _ duration: Minutes?,
    within window: TimeWindow?, in placing: Placing, isWalkIn: Bool
  ) -> (therapist: UserID, time: TimeOfDay)? {
    let day = placing.day
    if let time {
      let who =
        therapist ?? free(service, at: time, duration, in: placing, except: [], inTurn: isWalkIn)
      // Nobody is free: the rules then say so, with other starts.
      return (who ?? day.spa.therapists.first { $0.does(service) }?.id).map { ($0, time) }
    }
    let now = context.earliest(on: day.date)
    if isWalkIn, window?.contains(now) ?? true {
      let who =
        therapist ?? free(service, at: now, duration, in: placing, except: [], inTurn: true)
      if let who, fits(service, who, now, duration, in: placing) { return (who, now) }
    }
    let slots = day.slots(for: service, therapist: therapist, from: now)
    let window = window ?? .anyTime
    let fitting = slots.lazy.filter {
      window.contains($0.time) && fits(service, $0.therapist, $0.time, duration, in: placing)
    }
    return window.best(of: fitting, at: \.time).map { ($0.therapist, $0.time) }
  }

  func free(
    _ service: Service, at time: TimeOfDay, _ duration: Minutes?, in placing: Placing,
    except taken: Set<UserID>, inTurn: Bool = false
  ) -> UserID? {
    let all =
      inTurn
      ? TurnOrder(placing.day, at: context.moment).lines.map(\.therapist)
      : placing.day.spa.therapists.map(\.id)
    return all.first { !taken.contains($0) && fits(service, $0, time, duration, in: placing) }
  }

  func fits(
    _ service: Service, _ therapist: UserID, _ time: TimeOfDay, _ duration: Minutes?,
    in placing: Placing
  ) -> Bool {
    placing.fits(
      Placing.Wanted(service: service, therapist: therapist, time: time, duration: duration))
  }

  private func nothingFree(
    _ service: Service, _ id: UserID?, within window: TimeWindow?, on day: Availability,
    isWalkIn: Bool
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
    let leftOut = notOffered(service, id, on: day.date...day.date)
    func said(_ sentence: String) -> String { naming(leftOut, behind: sentence) }
    if let window {
      return said(
        "\(service.name): nothing is free\(whom) \(date) \(window.spoken); say another time.")
    }
    // Who stands here cannot be given another day: that is a booking.
    if isWalkIn {
      return said(
        "\(service.name): nothing is free\(whom) \(date) any more; :book is for another day.")
    }
    return said("\(service.name): nothing is free\(whom) \(date) any more; add a day, as tomorrow.")
  }
}
