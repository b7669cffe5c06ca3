import BookingDomain
import DeskLanguage

/// The lines of the desk's own lists: whom to call, and what to do.
extension Model {
  /// Unconfirmed bookings of the day on the board: whoever was not reached stands below the others,
  /// the one who was tried longest ago first.
  var calls: [Booking] {
    let all = board.ofTheDay.filter { $0.status == .scheduled && $0.date == board.date }
    // Those who come together are called once: what is ticked off is their visit.
    var visits: Set<VisitID> = []
    let open = all.filter { booking in
      booking.visit.map { visits.insert($0).inserted } ?? true
    }
    func isTried(_ booking: Booking) -> Bool { booking.call?.outcome == .notReached }
    return open.filter { !isTried($0) }
      + open.filter(isTried).sorted {
        ($0.call?.at.milliseconds ?? 0, $0.id) < ($1.call?.at.milliseconds ?? 0, $1.id)
      }
  }

  func row(ofCall booking: Booking) -> DeskList.Row {
    let guest = booking.customer
    let others = board.others(onVisitOf: booking).filter {
      $0.status == .scheduled && $0.date == booking.date
    }.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    var row = RowText()
    row.append(wording.brief(booking.time), .quoted)
    row.append(guest.name, .name)
    if let phone = guest.phone { row.append(phone, .quoted) } else { row.append("no phone") }
    // How it went stands before the treatment: a narrow list has no room for the rest.
    if let call = said(of: booking) {
      row.append(call.whole, .quoted, rank: 2, shorter: call.short)
    }
    for (index, each) in ([booking] + others).enumerated() {
      row.append(each.service.name, .service, before: index == 0 ? "  " : " & ", rank: 3)
      row.append(board.therapistName(each.therapist), .name, before: ", ", rank: 4)
    }
    row.append(alertOf: guest)
    return DeskList.Row(
      row: row, isPossible: !isOnThePhone(booking), phrase: "", booking: booking.id)
  }

  /// `no answer 10:40 Mai: engaged`, `Mai calls since 10:40`.
  private func said(of booking: Booking) -> (whole: String, short: String)? {
    guard let call = booking.call else { return nil }
    switch call.outcome {
    case .calling:
      guard call.isGoingOn(at: moment.instant) else { return nil }
      let calls = wording("\(call.byName) calls since \(clock(call.at))")
      guard !isOnThePhone(booking) else { return (calls, calls) }
      let key = key(.order(.undo))
      return (
        wording("\(call.byName) calls since \(clock(call.at)): \(key) lets go"), calls
      )
    case .notReached:
      let note = call.note.isEmpty ? "" : ": \(call.note)"
      let words = wording("no answer") + " \(said(call.at))"
      return ("\(words) \(call.byName)\(note)", words)
    }
  }

  /// Somebody at another desk has the guest on the phone.
  private func isOnThePhone(_ booking: Booking) -> Bool {
    guard let call = booking.call, call.isGoingOn(at: moment.instant) else { return false }
    return booking.lastChange?.by != person?.id
  }

  func row(of task: DeskTask) -> DeskList.Row {
    var row = RowText()
    if let done = task.done {
      row.append(
        wording("done by \(done.byName), \(clock(done.at))"), .quoted, shorter: wording("done"))
    }
    row.append(task.text, .quoted)
    if let date = task.date {
      let day = wording(date == moment.today ? "today" : date.short(seenFrom: moment.today))
      row.append(day + (task.time.map { " \(wording.brief($0))" } ?? ""), .quoted)
    }
    row.append("\(task.byName), \(said(task.at))", .quoted, rank: 1)
    return DeskList.Row(row: row, isPossible: task.isOpen, phrase: "", task: task.id)
  }

  /// Whoever is free now can be given a guest.
  var turns: [DeskList.Row] {
    guard isOnToday, let day = board.availability else { return [] }
    let now = moment.local.time
    return TurnOrder(day, at: moment).lines.map { line in
      let busy = board.ofTheDay.filter {
        $0.therapist == line.therapist && $0.status.occupies && $0.status != .completed
          && ($0.status == .inProgress || $0.time <= now && now < $0.end)
      }
      let next = board.ofTheDay.filter {
        $0.therapist == line.therapist && $0.status.isAhead && $0.time > now
      }.map(\.time).min()
      let end = busy.map(\.end).max()
      let state =
        end.map {
          $0 > now ? "busy until \($0.onClock.hourMinute)" : "busy, over since \($0.hourMinute)"
        }
        ?? next.map { "free until \($0.hourMinute)" } ?? "free"
      var row = RowText()
      row.append(board.therapistName(line.therapist), .name)
      row.append(state, before: ": ")
      row.append(line.spoken, before: "   ", rank: 1)
      return DeskList.Row(
        row: row, isPossible: end == nil, phrase: "now \(word(for: line.therapist)) ")
    }
  }

  /// What stands where a list has no line.
  func words(forEmpty list: DeskList) -> String {
    switch list.kind {
    case .waiting: "Nobody, on this day."
    case .unscheduled: list.unscheduled == nil ? "Asking the server…" : "Nobody, on this day."
    case .calls:
      board.isLoaded
        ? "Everybody of \(board.date.short) is confirmed." : "Fetching \(board.date.spoken)…"
    case .turns: "Turns are of today: \(key(.showDay(.today))) shows it."
    case .tasks: "Nothing is to be done: n writes a task down."
    }
  }
}
