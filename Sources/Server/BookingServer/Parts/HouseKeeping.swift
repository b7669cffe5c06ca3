import BookingDomain

/// Does what a manager typed about the house, and shows what stands then. Whoever starts the server
/// says how; this module knows nothing of accounts and price lists.
package typealias HouseKeeping =
  @Sendable (_ line: String, _ by: Person, _ now: Moment) async throws -> Result<
    HousePage, HouseRefusal
  >
