extension GuestPast {
  /// How often it was called off later than the spa allows.
  package func calledOffLate(under policy: Decision.Policy, in zone: SpaZone) -> Int {
    cancellations.count {
      Moment($0.at, in: zone).minutesUntil($0.start) < policy.lateCancellation
    }
  }
}
