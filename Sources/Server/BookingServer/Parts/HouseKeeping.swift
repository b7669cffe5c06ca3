import BookingDomain

/// Does what a manager typed about the house, and shows what stands then. Whoever starts the server
/// says how; this module knows nothing of accounts and price lists.
package struct HouseKeeping: Sendable {
  /// What goes with a line: `password` is empty where one is to be made, or none is needed.
  package typealias Answering =
    @Sendable (_ line: String, _ password: String, _ by: Person, _ now: Moment) async throws ->
    Result<HousePage, HouseRefusal>
  /// What was changed on a day of this zone, the newest first.
  package typealias Changes =
    @Sendable (_ date: LocalDate, _ zone: SpaZone) async throws -> [HouseChange]

  let answer: Answering
  let changes: Changes

  package init(answer: @escaping Answering, changes: @escaping Changes) {
    (self.answer, self.changes) = (answer, changes)
  }
}
