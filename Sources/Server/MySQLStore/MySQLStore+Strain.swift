import BookingDomain
import BookingStore

extension MySQLStore {
  package func strain() async -> StoreStrain {
    let use = await poolUse
    // The outbox is counted only while a connection is free, so that no order has to wait for one.
    let isFree = use.waiting == 0 && use.busy < use.size && obstacle() == nil
    let outbox = isFree ? try? await read { try Self.outbox($0) } : nil
    return StoreStrain(
      connections: use.size, busy: use.busy, waiting: use.waiting, outbox: outbox?.count,
      outboxAge: outbox?.age)
  }

  private static func outbox(_ db: MySQLConnection) throws -> (count: Int, age: Int64) {
    let row = try db.row(
      """
      SELECT COUNT(*) AS n, COALESCE(MAX(\(MySQLTriggers.databaseNow) - at), 0) AS age
      FROM frontdesk_outbox
      """)
    return (row?.int("n", in: 0...Int.max) ?? 0, max(0, row?.int64("age") ?? 0))
  }
}
