extension GuestPast {
  /// How often it was called off later than the spa allows; what went in one order was once.
  package func calledOffLate(under policy: Decision.Policy, in zone: SpaZone) -> Int {
    let late = cancellations.filter {
      Moment($0.at, in: zone).minutesUntil($0.start) < policy.lateCancellation
    }
    return Set(late.map(\.at)).count
  }
}
