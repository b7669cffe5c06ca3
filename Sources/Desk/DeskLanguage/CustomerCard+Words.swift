import BookingDomain

/// A guest's card in a few words.
extension CustomerCard {
  /// Name, phone, alert, last visit and what is left, as a line of a list: two of one name are told
  /// apart by it.
  var line: String {
    var parts = [customer.name, customer.phone ?? "no phone"]
    if let alert = customer.alert { parts.append("! \(alert)") }
    if let lastVisit { parts.append("last \(lastVisit.shortWithYear)") }
    if let family { parts.append("\(family)'s number") }
    let left = sessions.filter { $0.left > 0 }
    parts += left.prefix(2).map { "\($0.left) of \($0.total) \($0.service.name)" }
    return parts.joined(separator: "  ")
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
