import BookingDomain
import DeskLanguage

extension Model {
  package func rows(of list: DeskList) -> [DeskList.Row] {
    switch list.kind {
    case .unscheduled:
      return (list.unscheduled ?? []).map { line in
        let phone = line.customer.phone.map { String($0.filter(\.isNumber)) } ?? line.customer.name
        let since = line.sessions.paidAt.map { ", " + wording("paid \(zone.local($0).date)") } ?? ""
        return DeskList.Row(
          text: "\(line.customer.name)\(Self.alert(line.customer))  \(line.customer.phone ?? "")  "
            + wording("\(line.sessions.left) of \(line.sessions.total)")
            + " \(line.sessions.service.name)\(since)",
          isPossible: true, phrase: "\(phone) ")
      }
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

  private func row(_ guest: WaitingGuest, _ offer: WaitingOffer?) -> DeskList.Row {
    let whom = guest.therapist.map(board.therapistName) ?? wording("anybody")
    let span = wording("\(guest.from.hourMinute)–\(guest.until.hourMinute)")
    let note = guest.note.isEmpty ? "" : " (\(guest.note))"
    let wish = "\(guest.service.name), \(whom), \(span)\(note)\(Self.alert(guest.customer))"
    // What is free stands first: a narrow list has no room for the rest.
    guard let offer else {
      return DeskList.Row(
        text: "\(guest.customer.name): \(wording("full"))   \(wish)", isPossible: false,
        phrase: "w\(guest.id) ")
    }
    let name = board.therapistName(offer.therapist)
    return DeskList.Row(
      text: "\(guest.customer.name): "
        + wording("\(offer.time.hourMinute) with \(name)") + "   \(wish)",
      isPossible: true,
      phrase: "w\(guest.id) \(offer.time.hourMinute) \(word(for: offer.therapist))")
  }

  private static func alert(_ guest: Customer) -> String {
    guest.alert.map { "  ! \($0)" } ?? ""
  }

  func word(for therapist: UserID) -> String {
    board.lexicon?.word(for: therapist) ?? ""
  }
}
