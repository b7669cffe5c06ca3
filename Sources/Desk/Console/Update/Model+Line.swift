import BookingDomain
import DeskLanguage
import LinePromise

extension Model {
  mutating func receive(_ event: ClientEvent) -> [Effect] {
    switch event {
    case .link(let state):
      let wasCurrent = link.isCurrent
      link.change(to: state, at: now)
      // What could not be asked for the line that is being typed is asked now.
      if !wasCurrent, link.isCurrent {
        found.mayAskAgain()
        otherDays.mayAskAgain()
      }
    case .welcome(let welcome): return welcomed(welcome)
    case .clock(let offset): clockOffset = offset
    case .snapshot(let snapshot): take(snapshot)
    case .booking(let booking, let news): return take(booking, news)
    case .gone(let id): takeAway(id)
    case .blocks(let blocks, let therapist, let date):
      announcingNewOffers {
        $0.board.blocks.removeAll { $0.therapist == therapist && $0.date == date }
        $0.board.blocks += blocks
      }
    case .waiting(let guests, let date):
      board.waiting.removeAll { $0.date == date }
      board.waiting += guests
    case .tasks(let tasks): take(tasks)
    case .held(let hold): holds.put(hold, at: now)
    case .released(let holder): holds.remove(holder)
    case .verified: link.verifiedAt = now
    case .accepted(let id, let current): return accepted(id, current)
    case .refused(let id, let refusal, let current): refused(id, refusal, current)
    case .expired(let id): expired(id)
    case .sessionEnded(let reason): return sessionEnded(reason)
    case .postponed: notices.say(.warning, Self.orderWaits, at: now)
    case .database(let trouble): database(is: trouble)
    case .notice(let sentence): notices.say(.warning, sentence, at: now)
    }
    return []
  }

  private static let orderWaits =
    "The booking database takes no changes at the moment: the order waits and is sent again."

  /// What is not true any more is said no longer, whether or not somebody sits here to press a key.
  private mutating func database(is trouble: String?) {
    if let databaseTrouble { notices.takeDown(databaseTrouble) }
    databaseTrouble = trouble
    if let trouble {
      notices.say(.warning, trouble, at: now)
    } else {
      notices.takeDown(Self.orderWaits)
      notices.say(.information, "The booking database is back.", at: now)
    }
  }

  private mutating func welcomed(_ welcome: ClientEvent.Welcome) -> [Effect] {
    person = welcome.person
    zone = welcome.zone
    clockOffset = welcome.clockOffset
    policy = welcome.policy
    guard board.watched == nil || board.day.date(today: moment.today) != board.date else {
      return []
    }
    return show(board.day)
  }

  private mutating func take(_ snapshot: ClientEvent.Snapshot) {
    link.snapshots += 1
    link.position = snapshot.position ?? link.position
    board.spa = snapshot.spa
    board.bookings = Dictionary(
      snapshot.bookings.map { ($0.id, $0) }, uniquingKeysWith: { $0.version > $1.version ? $0 : $1 }
    )
    board.blocks = snapshot.blocks
    board.waiting = snapshot.waiting
    board.tasks = snapshot.tasks
    let days = snapshot.from...max(snapshot.from, snapshot.to)
    guard days.contains(board.date) else { return }
    let isNew = board.loaded == nil
    board.loaded = days
    if lacksSelection {
      select(whereToStart)
    } else if isNew {
      findAwaited()
      showSelection()
    }
  }

  private mutating func take(_ booking: Booking, _ news: BookingNews) -> [Effect] {
    link.heard(commit: news.at, at: moment.instant)
    link.position = news.position ?? link.position
    let known = board.bookings[booking.id]
    // Our own change is known by its answer already, and is news all the same.
    if known.map({ booking.version >= $0.version }) ?? true {
      hear(
        News(
          booking: booking, kind: news.kind, byName: news.byName, at: news.at,
          takenBack: deeds.takenBack(with: booking)
            ?? known?.takenBack(
              with: booking, known.flatMap(board.span(ofVisitOf:)), on: board)),
        known: known)
    }
    guard known.map({ booking.version > $0.version }) ?? true else { return [] }
    let comes =
      known?.arrivedAt == nil && booking.arrivedAt != nil && booking.date == moment.today
      && booking.status.isAhead && orders.order(on: booking.id) == nil
    // What we asked for ourselves is no surprise.
    if known != nil, orders.order(on: booking.id) == nil {
      freshChanges.note(booking.id, at: now)
    }
    announcingNewOffers { $0.board.bookings[booking.id] = booking }
    if lacksSelection {
      select(whereToStart)
    } else if findAwaited() {
      showSelection()
    }
    return comes ? [.announceArrival] : []
  }

  /// What was said of several days or of a visit as one is not said again for each part.
  private mutating func hear(_ news: News, known: Booking?) {
    if let last = lastNews, last.says(news) { return }
    var news = news
    if let known { news.compare(with: known) }
    news.span = board.span(ofVisitOf: news.booking)
    lastNews = news
  }

  /// The wall shows no selection but keeps the old one for the next view.
  private var lacksSelection: Bool {
    view != .wall && selectedBooking == nil && selectedSpot == nil
      && !awaited.isMeant(by: selection)
  }

  /// - Returns: whether what the cursor waits for is on the board now.
  @discardableResult
  private mutating func findAwaited() -> Bool {
    awaited.hasCome(as: selectedBooking?.id)
  }

  private mutating func takeAway(_ id: BookingID) {
    guard let gone = board.bookings.removeValue(forKey: id) else { return }
    // What this desk has just sent elsewhere, or what stands on a day that is not looked at any more,
    // is no surprise.
    let isExpected = orders.order(on: id) != nil || !(board.loaded?.contains(gone.date) ?? false)
    guard !isExpected else {
      guard selection == id, board.date == gone.date else { return }
      // Where it went is said by the answer, which comes after this.
      if orders.order(on: id) == nil { select(nearestTo(gone)) } else { awaited.wait(for: id) }
      return
    }
    notices.say(
      .information, "\(gone.customer.name), \(gone.time.hourMinute), is no longer on this board.",
      at: now)
    if selection == id { select(nearestTo(gone)) }
  }

  private func nearestTo(_ gone: Booking) -> BookingID? {
    board.ofTheDay.filter { $0.therapist == gone.therapist }
      .min { abs(($0.time - gone.time).count) < abs(($1.time - gone.time).count) }?.id
      ?? whereToStart
  }

  // MARK: - Answers

  private mutating func accepted(_ id: RequestID, _ current: Booking?) -> [Effect] {
    let order = orders.answered(id)
    notices.takeDown(Self.orderWaits)
    if let current { replace(current) }
    guard let order else { return [] }
    found.forget()
    if let current { done(order, current) }
    switch order.command.order {
    case .block(let wanted): blocked(wanted, order)
    case .takeOff(let wanted) where hands.rest(since: order.press): stand(on: wanted)
    case .setShifts(let wanted): board.set(wanted)
    default: break
    }
    let isFirst = noteDeed(order, current)
    let isOfSeveralDays = !order.memo.extent.isEmpty
    if isOfSeveralDays, let current {
      lastNews = News(
        booking: current, kind: .updated, byName: person?.name ?? "",
        at: current.lastChange?.at ?? moment.instant, ofSeveralDays: order.memo.done)
    }
    if order.wasOffline {
      notices.say(
        .information, "Done after all: \(order.command.order.spoken) \(order.guest).", at: now)
    } else if current == nil || isOfSeveralDays, !order.memo.done.isEmpty {
      notices.say(.information, order.memo.done, at: now)
    }
    guard isFirst, let current else { return [] }
    return endCall(order, current) + follow(order, to: current)
  }

  private mutating func blocked(_ block: NewBlock, _ order: WaitingOrders.Order) {
    if hands.rest(since: order.press) { stand(on: block) }
  }

  private mutating func refused(_ id: RequestID, _ refusal: Refusal, _ current: Booking?) {
    let order = orders.answered(id)
    if order?.memo.isTakingBack ?? false { deeds.cameBack(refused: true) }
    if let current {
      replace(current)
      freshChanges.flash(current.id, at: now)
    }
    let what = order.map { "Not done (\($0.command.order.spoken) \($0.guest)): " } ?? ""
    notices.say(.error, what + refusal.sentence, at: now)
    if let order, let line = order.memo.line { bringBack(line, order, refusal) }
  }

  /// Nothing typed is lost: where nobody types anything else the line stands there again, with
  /// other starts to choose from.
  private mutating func bringBack(
    _ line: String, _ order: WaitingOrders.Order, _ refusal: Refusal
  ) {
    guard mode == .normal, overlay == nil, hands.rest(since: order.press) else { return }
    let known = order.command.booking.flatMap { board.bookings[$0] }
    if let about = order.memo.about, known?.id != about.id {
      typing.beginsAgain(about: about, with: order.memo.visit, from: order.memo.origin)
    } else {
      typing.begins(about: known ?? selectedBooking, on: board)
    }
    mode = .command(TextField(line))
    typing.isRefused(line, with: refusal.alternatives)
  }

  /// What deserves a word although it went well.
  private mutating func done(_ order: WaitingOrders.Order, _ current: Booking) {
    guard let change = order.command.order.change else { return }
    switch change {
    case .markArrived:
      if let alert = current.customer.alert {
        // It stays until a key says that it was read.
        notices.say(.error, "\(current.customer.name): \(alert)", at: now)
      }
    case .changeStatus(.cancelled, _) where !order.memo.extent.isEmpty: break
    case .changeStatus(.cancelled, _), .changeStatus(.noShow, _):
      notices.say(
        .information,
        "\(current.customer.name) is \(current.status.word); \(key(.order(.undo))) takes it back.",
        at: now)
    // What is to be taken or given back is said once more, while the guest stands here.
    case .changeService, .takePayment:
      if !order.memo.done.isEmpty { notices.say(.information, order.memo.done, at: now) }
    default: break
    }
  }

  /// A time that becomes free, by this desk, another one or another program, is offered where
  /// somebody waits for it. On a wall nobody could take the offer.
  private mutating func announcingNewOffers(_ change: (inout Model) -> Void) {
    let before = Set(offers.map(\.guest.id))
    change(&self)
    guard view != .wall, let new = offers.first(where: { !before.contains($0.guest.id) }) else {
      return
    }
    notices.say(
      .information,
      "\(new.guest.customer.name) waits for \(new.guest.service.name): \(key(.list(.waiting))) shows what is free.",
      at: now)
  }

  private mutating func expired(_ id: RequestID) {
    guard let order = orders.answered(id) else { return }
    notices.takeDown(Self.orderWaits)
    deeds.cameBack()
    for booking in order.command.order.bookings { freshChanges.flash(booking, at: now) }
    notices.say(
      .error,
      "Not answered in time: \(order.command.order.spoken) \(order.guest). "
        + "Look at the booking when the line is back, and order it again if needed.", at: now)
  }

  private mutating func replace(_ current: Booking) {
    if let known = board.bookings[current.id] {
      guard current.version > known.version else { return }
    } else {
      guard board.loaded?.contains(current.date) ?? false else { return }
    }
    announcingNewOffers { $0.board.bookings[current.id] = current }
  }
}
