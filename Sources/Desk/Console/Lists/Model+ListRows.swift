import BookingDomain
import DeskLanguage

extension Model {
  package func rows(of list: DeskList) -> [DeskList.Row] {
    switch list.kind {
    case .unscheduled:
      return (list.unscheduled ?? []).map(row(ofPaid:))
    case .calls: return calls.map(row(ofCall:))
    case .tasks: return board.tasks.map(row(of:))
    case .turns: return turns
    case .waiting:
      guard board.availability != nil else { return [] }
      let free = Dictionary(offers.map { ($0.guest.id, $0) }, uniquingKeysWith: { a, _ in a })
      return board.waiting.filter { $0.date == board.date }
        .sorted { ($0.since, $0.id) < ($1.since, $1.id) }
        .map { guest in row(guest, free[guest.id]) }
        .sorted { $0.isPossible && !$1.isPossible }
    }
  }

  /// What is free on the day for those who wait.
  var offers: [WaitingOffer] {
    guard !board.waiting.isEmpty, let day = board.availability else { return [] }
    return day.offers(to: board.waiting, from: isOnToday ? moment.local.time : .midnight)
  }

  private func row(ofPaid line: UnscheduledSessions) -> DeskList.Row {
    let guest = line.customer
    var row = RowText()
    row.append(guest.name, .name)
    row.append(alertOf: guest)
    row.append(guest.phone ?? "", .quoted, rank: 2)
    row.append("\(line.sessions.left) of \(line.sessions.total)")
    row.append(line.sessions.service.name, .service, before: " ")
    row.append(
      line.sessions.paidAt.map { "paid \(zone.local($0).date)" } ?? "", before: ", ", rank: 3)
    let phrase = guest.phone.map { String($0.filter(\.isNumber)) } ?? guest.name
    return DeskList.Row(row: row, isPossible: true, phrase: "\(phrase) ")
  }

  private func row(_ guest: WaitingGuest, _ offer: WaitingOffer?) -> DeskList.Row {
    var row = RowText()
    row.append(guest.customer.name, .name)
    if let offer {
      let time = offer.time.hourMinute
      row.append(
        "\(time) with \(board.therapistName(offer.therapist))", before: ": ", shorter: time)
    } else {
      row.append("full", before: ": ")
    }
    row.append(guest.service.name, .service, before: "   ", rank: 2)
    if let therapist = guest.therapist {
      row.append(board.therapistName(therapist), .name, before: ", ", rank: 4)
    } else {
      row.append("anybody", before: ", ", rank: 4)
    }
    row.append("\(guest.from.hourMinute)–\(guest.until.hourMinute)", before: ", ", rank: 3)
    if !guest.note.isEmpty { row.append("(\(guest.note))", .quoted, before: " ", rank: 5) }
    row.append(alertOf: guest.customer)
    let start = offer.map { "\($0.time.hourMinute) \(word(for: $0.therapist))" } ?? ""
    return DeskList.Row(row: row, isPossible: offer != nil, phrase: "w\(guest.id) \(start)")
  }

  func word(for therapist: UserID) -> String {
    board.lexicon?.word(for: therapist) ?? ""
  }
}

extension RowText {
  /// What must not be forgotten of somebody; where there is little room, that there is something.
  mutating func append(alertOf guest: Customer) {
    append(guest.alert.map { "! \($0)" } ?? "", .quoted, rank: 1, shorter: "!")
  }
}
