import BookingDomain
import DeskLanguage
import LinePromise

/// Undo takes back what was done last at this desk to the selected booking; where that is nothing,
/// what was done last at all, after going there and saying what it is.
extension Model {
  mutating func takeBack(_ id: RequestID) -> [Effect] {
    guard !orders.isTakingBack else { return [] }
    if case .block(let block)? = selectedStop {
      if let line = lineThatFrees(block) { return open(.unblock, with: line) }
      deeds.forget(block)
      return free(block, id)
    }
    let meant = meantDeed
    // What was done last may not be answered yet; the step before it is not meant.
    if let given = orders.last(after: meant?.press ?? 0) {
      notices.say(
        .warning, "Wait: \(given.command.order.spoken) \(given.guest) is not answered yet.", at: now
      )
      return []
    }
    guard let deed = meant else { return takeBackOfTheSelected(id) }
    guard !orders.contains(press: deed.press) else {
      notices.say(.warning, "Wait: \(deed.words) is not answered yet.", at: now)
      return []
    }
    guard deeds.announced != nil || isAboutTheSelected(deed) else {
      return announce(deed)
    }
    return carryOut(deed, id)
  }

  /// In a list the last deed is the one that is meant: its lines are in sight.
  mutating func takeBackLast(_ id: RequestID) -> [Effect] {
    guard !orders.isTakingBack else { return [] }
    guard let deed = deeds.last else {
      notices.say(.warning, "Nothing was done here yet.", at: now)
      return []
    }
    guard orders.last(after: deed.press) == nil, !orders.contains(press: deed.press) else {
      notices.say(.warning, "Wait: what was done last is not answered yet.", at: now)
      return []
    }
    return carryOut(deed, id)
  }

  /// What was done before this console was started is known by the booking itself.
  private mutating func takeBackOfTheSelected(_ id: RequestID) -> [Effect] {
    guard let booking = selectedBooking else {
      notices.say(.warning, whyOff(.undo) ?? "Nothing was done here yet.", at: now)
      return []
    }
    return order(.undo, on: booking, id)
  }

  /// What `u` takes back, where that is the selected booking.
  package var undoOfTheSelected: String? {
    meantDeed.flatMap { isAboutTheSelected($0) ? $0.words : nil }
  }

  /// What was done last to the selected booking; but where something was done since that is about no
  /// booking, as a task or a guest's record, that is what was done last.
  private var meantDeed: Deeds.Deed? {
    guard let here = selectedBooking.flatMap({ deeds.last(to: $0) }) else { return deeds.last }
    guard let last = deeds.last, last.press > here.press,
      last.traces.allSatisfy({ $0.booking == nil })
    else { return here }
    return last
  }

  private func isAboutTheSelected(_ deed: Deeds.Deed) -> Bool {
    guard let selected = selectedBooking else { return false }
    return deed.traces.contains { trace in
      switch trace {
      case .corrected(let guest, _): guest == selected.customer.id
      default: trace.booking?.id == selected.id
      }
    }
  }

  private mutating func announce(_ deed: Deeds.Deed) -> [Effect] {
    let sentence = "\(key(.order(.undo))) once more takes back: \(deed.words)."
    deeds.announce(sentence)
    notices.say(.information, sentence, at: now)
    switch deed.traces.first {
    case .changed(let booking), .booked(let booking):
      return stand(on: board.bookings[booking.id] ?? booking)
    case .blocked(let block), .freed(let block):
      let effects = show(dayOf: block.date)
      stand(on: block)
      return effects
    case .tookOff(let timeOff), .cameBack(let timeOff):
      return show(dayOf: timeOff.days.lowerBound)
    case .waits(let wish), .waitsNoLonger(let wish): return show(dayOf: wish.date)
    case .setShifts, .corrected, .task, .marked, .lasting, nil: break
    }
    return []
  }

  private mutating func show(dayOf date: LocalDate) -> [Effect] {
    date == board.date ? [] : show(date == moment.today ? .today : .on(date))
  }

  private mutating func carryOut(_ deed: Deeds.Deed, _ id: RequestID) -> [Effect] {
    var wanted: [(Order, guest: String)] = []
    for trace in deed.traces {
      if let date = trace.date, trace.booking == nil, !(board.loaded?.contains(date) ?? false) {
        return announce(deed)
      }
      switch trace {
      case .changed(let after):
        guard let booking = board.bookings[after.id] else { return announce(deed) }
        guard booking.lastChange == after.lastChange else { return refuse(deed, changed: booking) }
        wanted.append(undo(booking))
      case .booked(let first):
        guard let booking = board.bookings[first.id] else { return announce(deed) }
        guard booking.lastChange == first.lastChange else { return refuse(deed, changed: booking) }
        wanted += ([booking] + bookedTogether(with: booking)).map(undo)
      case .blocked(let new):
        guard let block = board.blocks.first(where: { $0.is(new) }) else {
          return refuse(deed, "The blocked time is gone already.")
        }
        wanted.append((.unblock(block.id), board.therapistName(block.therapist)))
      case .freed(let block): wanted.append((.block(block), board.therapistName(block.therapist)))
      case .tookOff(let new):
        guard let timeOff = board.timeOff(new) else {
          return refuse(deed, "That time off is gone already.")
        }
        wanted.append((.endTimeOff(timeOff.id), deed.guest))
      case .cameBack(let timeOff): wanted.append((.takeOff(timeOff), deed.guest))
      case .setShifts(let set, let back):
        guard set.stands(in: board.spa?.shifts[set.therapist] ?? WorkingHours()) else {
          return refuse(deed, "Somebody has set other hours of \(deed.guest) since.")
        }
        wanted.append((.setShifts(back), deed.guest))
      case .waits(let wish):
        guard let guest = board.waiting.last(where: { $0.is(wish) }) else {
          return refuse(deed, "Nobody waits for that any more.")
        }
        wanted.append((.stopWaiting(guest.id), guest.customer.name))
      case .waitsNoLonger(let wish): wanted.append((.wait(wish), deed.guest))
      case .corrected(let guest, let back): wanted.append((.guest(back, of: guest), deed.guest))
      case .task(let new):
        guard let task = board.tasks.last(where: { $0.is(new, by: person) }) else {
          return refuse(deed, "This task is not there any more.")
        }
        wanted.append((.markTask(task.id, as: .struck), task.text))
      case .marked(let task, let back): wanted.append((.markTask(task, as: back), deed.guest))
      case .lasting:
        return refuse(deed, "Nothing takes back at once: \(deed.words).")
      }
    }
    for (order, _) in wanted {
      guard let known = order.bookings.first.flatMap({ board.bookings[$0] }),
        let refusal = refusal(of: .undo, on: known)
      else {
        continue
      }
      deeds.setAside(deed)
      notices.say(
        .warning, "\(refusal.sentence) It is tried again after the step before it.", at: now)
      return []
    }
    if let announced = deeds.announced { notices.takeDown(announced) }
    deeds.take(deed)
    notices.say(.information, takingBack(deed), at: now)
    return wanted.enumerated().flatMap { index, order in
      let done = order.0.isAboutBooking ? "" : "Taken back: \(deed.words)."
      return send(
        order.0,
        memo: .init(
          guest: order.guest, done: done, takes: deed.words, isTakingBack: true,
          endsCall: deed.isCallInVain),
        id.sibling(index))
    }
  }

  /// Taking back "not reached" takes back the call before it too: nobody is on the telephone any
  /// more.
  mutating func endCall(_ order: WaitingOrders.Order, _ current: Booking) -> [Effect] {
    guard order.memo.endsCall, case .called(.calling)? = current.lastChange?.kind,
      current.lastChange?.by == person?.id
    else { return [] }
    deeds.forget(current)
    let memo = WaitingOrders.Memo(
      guest: order.guest, takes: order.memo.takes, isTakingBack: true)
    return send(.undo(of: current), memo: memo, order.command.id.follower)
  }

  private func takingBack(_ deed: Deeds.Deed) -> String { "Taking back: \(deed.words)." }

  private func undo(_ booking: Booking) -> (Order, guest: String) {
    (.undo(of: booking), booking.customer.name)
  }

  /// The others of a couple that an older server booked: in the same instant under the same guest.
  private func bookedTogether(with first: Booking) -> [Booking] {
    guard first.visit == nil, first.series == nil else { return [] }
    return board.bookings.values.filter {
      $0.id != first.id && $0.customer.id == first.customer.id
        && $0.lastChange?.kind == .created && $0.lastChange?.at == first.lastChange?.at
    }.sorted { $0.id < $1.id }
  }

  private mutating func refuse(_ deed: Deeds.Deed, changed booking: Booking) -> [Effect] {
    let name = booking.lastChange?.byName ?? ""
    let who = name.isEmpty ? "Another program" : name
    return refuse(
      deed,
      "\(who) has changed \(booking.customer.name) since: \(key(.history)) shows what happened.")
  }

  /// What cannot be taken back is out of the way of what was done before it.
  private mutating func refuse(_ deed: Deeds.Deed, _ sentence: String) -> [Effect] {
    deeds.drop(deed)
    notices.say(.warning, sentence, at: now)
    return []
  }
}

extension Deeds.Deed {
  fileprivate var isCallInVain: Bool {
    traces.contains {
      if case .called(.notReached)? = $0.booking?.lastChange?.kind { true } else { false }
    }
  }
}

extension Block {
  /// Whether this is what was asked for.
  func `is`(_ new: NewBlock) -> Bool {
    therapist == new.therapist && date == new.date && time == new.time
      && duration == new.duration
  }
}

extension TimeOff {
  /// Whether this is what was asked for.
  func `is`(_ new: NewTimeOff) -> Bool { therapist == new.therapist && days == new.days }
}

extension WaitingGuest {
  fileprivate func `is`(_ new: NewWaiting) -> Bool {
    customer.id == new.customer && service.id == new.service && therapist == new.therapist
      && date == new.date && from == new.from && until == new.until
  }
}

extension DeskTask {
  fileprivate func `is`(_ new: NewTask, by person: Person?) -> Bool {
    isOpen && text == new.text && date == new.date && time == new.time && byName == person?.name
  }
}

extension Order {
  /// The one day that it is about, where it is no booking's.
  fileprivate var date: LocalDate? {
    switch self {
    case .block(let block): block.date
    case .wait(let wish): wish.date
    case .takeOff(let timeOff) where timeOff.days.count == 1: timeOff.days.lowerBound
    default: nil
    }
  }

  fileprivate var isAboutBooking: Bool {
    switch self {
    case .change, .changeTogether, .takeBack, .book, .swap: true
    case .block, .unblock, .takeOff, .endTimeOff, .setShifts, .wait, .stopWaiting, .guest, .addTask,
      .markTask:
      false
    }
  }
}

// MARK: - After an answer

extension Model {
  /// What was done is known for an undo.
  /// - Returns: whether it is the first answer to its key press.
  mutating func noteDeed(_ order: WaitingOrders.Order, _ current: Booking?) -> Bool {
    let words = deedWords(order, current)
    let trace: Deeds.Trace
    if order.memo.isTakingBack {
      if let current {
        let before = order.memo.takes.isEmpty ? "the last of \(order.guest)" : order.memo.takes
        tookBack(deeds.leaving?.words ?? before, of: current)
      }
      if !orders.contains(press: order.press) {
        if let deed = deeds.leaving { notices.takeDown(takingBack(deed)) }
        deeds.wentBack()
      }
      return true
    }
    switch order.command.order {
    case .change, .changeTogether, .takeBack, .swap:
      guard let current else { return true }
      trace = .changed(current)
    case .book:
      guard let current else { return true }
      trace = .booked(current)
    case .block(let block): trace = .blocked(block)
    case .takeOff(let timeOff): trace = .tookOff(timeOff)
    case .wait(let wish): trace = .waits(wish)
    case .addTask(let task): trace = .task(task)
    case .unblock, .endTimeOff, .setShifts, .stopWaiting, .guest, .markTask:
      trace = order.ends ?? .lasting
    }
    return deeds.note(trace, words, guest: order.guest, press: order.press)
  }

  /// The news say what was done, and not what a rule makes of it: a booking that was taken back is
  /// stored as cancelled.
  private mutating func tookBack(_ words: String, of current: Booking) {
    deeds.tookBack(words, of: current)
    if let news = lastNews, news.booking.id == current.id, news.booking.version >= current.version {
      if news.booking.version == current.version { lastNews?.takenBack = words }
      return
    }
    // Not told yet, or never: what leaves the day on the board is only told to be gone.
    lastNews = News(
      booking: current, kind: .updated, byName: person?.name ?? "", at: moment.instant,
      takenBack: words)
  }

  /// `lengthen Đức`, `book Hoa, 6 times, Thu 3 Dec to Thu 7 Jan`.
  private func deedWords(_ order: WaitingOrders.Order, _ current: Booking?) -> String {
    let extent = order.memo.extent.isEmpty ? "" : ", \(order.memo.extent)"
    if extent.isEmpty, let current, case .moved(let from)? = current.lastChange?.kind,
      from.duration != current.duration, from.time == current.time, from.date == current.date
    {
      return from.duration < current.duration
        ? "lengthen \(order.guest)" : "shorten \(order.guest)"
    }
    let day = extent.isEmpty ? deedDay(current?.date ?? order.command.order.date) : ""
    return "\(order.command.order.spoken) \(order.guest)\(day)\(extent)"
  }

  /// `, Fri 4 Dec`, where it is on another day than today.
  private func deedDay(_ date: LocalDate?) -> String {
    guard let date, date != moment.today else { return "" }
    return ", \(date.short)"
  }
}
