import NIOCore

extension Turns.Share {
  /// All guests together have half of the machine's cores at most.
  static func guestsQuestions(_ limits: ServerConfiguration.Limits) -> Turns.Share {
    Turns.Share(
      perAccount: 1, all: max(1, System.coreCount / 2),
      budget: .init(days: limits.guestDays, perSecond: limits.guestDaysPerSecond))
  }

  static func guestsOrders(_ limits: ServerConfiguration.Limits) -> Turns.Share {
    Turns.Share(
      perAccount: 1, all: .max,
      budget: .init(days: limits.guestOrders, perSecond: limits.guestOrdersPerSecond))
  }

  /// Two desks' worth, and what many desks with one account ask together after a restart. Two at a time
  /// leave the rest of the machine to the others.
  static let staffsQuestions = Turns.Share(
    perAccount: 2, all: .max, budget: .init(days: 252, perSecond: 40))
  /// Far more than all desks of a spa press keys, or a script reads lines.
  static let staffsOrders = Turns.Share(
    perAccount: 4, all: .max, budget: .init(days: 1_000, perSecond: 250))
}
