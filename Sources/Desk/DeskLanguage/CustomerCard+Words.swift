import BookingDomain

/// A guest's card in a few words.
extension CustomerCard {
  /// Name, phone, alert, last visit and what is left, as a line of a list: two of one name are told
  /// apart by it.
  var row: RowText {
    var row = RowText()
    row.append(customer.name, .name)
    if let phone = customer.phone { row.append(phone, .quoted) } else { row.append("no phone") }
    row.append(customer.alert.map { "! \($0)" } ?? "", .quoted, rank: 1, shorter: "!")
    row.append(lastVisit.map { "last \($0.shortWithYear)" } ?? "", rank: 3)
    row.append(family.map { "\($0)'s number" } ?? "", rank: 4)
    for paid in sessions.filter({ $0.left > 0 }).prefix(2) {
      row.append("\(paid.left) of \(paid.total)", rank: 2)
      row.append(paid.service.name, .service, before: " ", rank: 2)
    }
    return row
  }

  /// The same behind a word.
  func row(behind word: String, before separator: String = " ") -> RowText {
    var line = RowText(word)
    line.append(row, before: separator)
    return line
  }

  /// `Nguyễn Thị Hoa …7714`.
  var spoken: String {
    customer.name + (customer.phone.map { " …" + $0.filter(\.isNumber).suffix(4) } ?? "")
  }

  /// How often the guest did not come or called off late: `2 no-shows, 1 called off late`; nil where
  /// that never was.
  package func missedWords(under policy: Decision.Policy, in zone: SpaZone)
    -> (text: String, isOften: Bool)?
  {
    let late = past.calledOffLate(under: policy, in: zone)
    guard past.missed + late > 0 else { return nil }
    let missed = past.missed == 1 ? "1 no-show" : "\(past.missed) no-shows"
    let parts = [past.missed > 0 ? missed : nil, late > 0 ? "\(late) called off late" : nil]
    return (
      parts.compactMap { $0 }.joined(separator: ", "),
      past.missed + late >= GuestPast.worthAWord
    )
  }
}
