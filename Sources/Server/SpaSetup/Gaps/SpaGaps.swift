import BookingDomain

/// What a spa still lacks before anybody can be booked, a sentence each with what mends it.
package enum SpaGaps {
  package static func sentences(of spa: Spa, accounts: [StaffAccounts.Listed]) -> [String] {
    let usable = accounts.filter { $0.isActive && Role(rawValue: $0.role) != nil }
    let services = spa.services.filter(\.isActive)
    var gaps: [String] = []
    if usable.isEmpty {
      gaps.append("Nobody can log in: there is no account. `frontdesk-server user add` gives one.")
    } else if !usable.contains(where: { $0.role != Role.therapist.rawValue }) {
      gaps.append(
        "Nobody can book: there are only therapists' accounts. Add a receptionist's or a manager's."
      )
    }
    if spa.therapists.isEmpty {
      gaps.append(
        "There are no therapists. `frontdesk-server user add E-MAIL --role therapist --does KIND` adds one."
      )
    }
    if services.isEmpty {
      gaps.append(
        "There are no services. `frontdesk-server import services FILE` takes a price list.")
    }
    if !spa.rooms.contains(where: \.isActive) {
      gaps.append("There are no rooms. `frontdesk-server edit room add NAME` adds one.")
    }
    if spa.hours.isEmpty {
      gaps.append(
        "No day has business hours. `frontdesk-server edit hours monday 09:00-21:00` sets them.")
    }
    guard !spa.therapists.isEmpty else { return gaps }
    let done = Set(spa.therapists.compactMap(\.serviceType))
    for service in services where !done.contains(service.type) {
      gaps.append("No therapist does \(PlainLine.shown(service.name)).")
    }
    for therapist in spa.therapists where therapist.serviceType == nil {
      gaps.append(
        "\(PlainLine.shown(therapist.name)) does no treatment yet: `frontdesk-server user role E-MAIL therapist --does KIND`."
      )
    }
    for service in services where service.price ?? .zero <= .zero {
      gaps.append("\(PlainLine.shown(service.name)) has no price, so that it cannot be sold.")
    }
    return gaps
  }
}
