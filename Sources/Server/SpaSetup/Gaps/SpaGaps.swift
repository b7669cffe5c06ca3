import BookingDomain

/// What a spa still lacks before anybody can be booked, a sentence each with what mends it.
package enum SpaGaps {
  private static let addUser = "`frontdesk-server user add E-MAIL --name NAME --role"

  package static func sentences(of spa: Spa, accounts: [StaffAccounts.Listed]) -> [String] {
    [gap(in: accounts)].compactMap(\.self) + missing(in: spa) + unfinished(in: spa)
  }

  private static func gap(in accounts: [StaffAccounts.Listed]) -> String? {
    let usable = accounts.filter { $0.isActive && Role(rawValue: $0.role) != nil }
    if usable.isEmpty {
      return "Nobody can log in: there is no account. \(addUser) manager` gives one."
    }
    if !usable.contains(where: { $0.role != Role.therapist.rawValue }) {
      return "Nobody can book: there are only therapists' accounts. \(addUser) receptionist` adds"
        + " another."
    }
    return nil
  }

  /// Services before therapists, who are added with the kind of treatment that they do.
  private static func missing(in spa: Spa) -> [String] {
    let gaps = [
      (
        !spa.services.contains(where: \.isActive),
        "There are no services. `frontdesk-server import services FILE --kind KIND` takes a price"
          + " list."
      ),
      (
        spa.therapists.isEmpty,
        "There are no therapists. \(addUser) therapist --does KIND` adds one."
      ),
      (
        !spa.rooms.contains(where: \.isActive),
        "There are no rooms. `frontdesk-server edit room NAME --add --beds NAMES` adds one."
      ),
      (
        spa.hours.isEmpty,
        "No day has business hours. `frontdesk-server edit hours monday 09:00-21:00` sets them."
      ),
    ]
    return gaps.filter(\.0).map(\.1)
  }

  /// What is there, and cannot be booked yet.
  private static func unfinished(in spa: Spa) -> [String] {
    guard !spa.therapists.isEmpty else { return [] }
    let services = spa.services.filter(\.isActive)
    let done = Set(spa.therapists.compactMap(\.serviceType))
    return services.filter { !done.contains($0.type) }.map { service in
      "No therapist does \(PlainLine.shown(service.name)). \(addUser) therapist --does"
        + " \(service.type)` adds one who does."
    }
      + spa.therapists.filter { $0.serviceType == nil }.map { therapist in
        "\(PlainLine.shown(therapist.name)) does no treatment yet: `frontdesk-server edit therapist"
          + " \(therapist.id) --does KIND`."
      }
      + services.filter { $0.price ?? .zero <= .zero }.map { service in
        "\(PlainLine.shown(service.name)) has no price, so that it cannot be sold:"
          + " `frontdesk-server edit service \(service.id) --price PRICE`."
      }
  }
}
