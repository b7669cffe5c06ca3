import BookingDomain

/// What a spa still lacks before anybody can be booked, a sentence each with what mends it.
package enum SpaGaps {
  package static func sentences(of spa: Spa, accounts: [StaffAccounts.Listed]) -> [String] {
    let usable = accounts.filter { $0.isActive && Role(rawValue: $0.role) != nil }
    let services = spa.services.filter(\.isActive)
    var gaps: [String] = []
    if usable.isEmpty {
      gaps.append(
        "Nobody can log in: there is no account. `frontdesk-server user add E-MAIL --name NAME --role manager` gives one."
      )
    } else if !usable.contains(where: { $0.role != Role.therapist.rawValue }) {
      gaps.append(
        "Nobody can book: there are only therapists' accounts. `frontdesk-server user add E-MAIL --name NAME --role receptionist` adds another."
      )
    }
    // Before the therapists, who are added with the kind that they do.
    if services.isEmpty {
      gaps.append(
        "There are no services. `frontdesk-server import services FILE --kind KIND` takes a price list."
      )
    }
    if spa.therapists.isEmpty {
      gaps.append(
        "There are no therapists. `frontdesk-server user add E-MAIL --name NAME --role therapist --does KIND` adds one."
      )
    }
    if !spa.rooms.contains(where: \.isActive) {
      gaps.append(
        "There are no rooms. `frontdesk-server edit room NAME --add --beds NAMES` adds one.")
    }
    if spa.hours.isEmpty {
      gaps.append(
        "No day has business hours. `frontdesk-server edit hours monday 09:00-21:00` sets them.")
    }
    guard !spa.therapists.isEmpty else { return gaps }
    let done = Set(spa.therapists.compactMap(\.serviceType))
    for service in services where !done.contains(service.type) {
      gaps.append(
        "No therapist does \(PlainLine.shown(service.name)). `frontdesk-server user add E-MAIL --name NAME --role therapist --does \(service.type)` adds one who does."
      )
    }
    for therapist in spa.therapists where therapist.serviceType == nil {
      gaps.append(
        "\(PlainLine.shown(therapist.name)) does no treatment yet: `frontdesk-server user role E-MAIL therapist --does KIND`."
      )
    }
    for service in services where service.price ?? .zero <= .zero {
      gaps.append(
        "\(PlainLine.shown(service.name)) has no price, so that it cannot be sold: `frontdesk-server edit service \(service.id) --price PRICE`."
      )
    }
    return gaps
  }
}
