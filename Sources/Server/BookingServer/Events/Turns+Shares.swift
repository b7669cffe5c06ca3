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

  /// Twice a connection's budget; two at a time per account leave the machine to others.
  static let staffsQuestions = Turns.Share(
    perAccount: 2, all: .max, budget: .init(days: 252, perSecond: 40))
  /// More than any spa's desks or scripts send; only a runaway program meets it.
  static let staffsOrders = Turns.Share(
    perAccount: 4, all: .max, budget: .init(days: 1_000, perSecond: 250))
}
