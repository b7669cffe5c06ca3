import BookingDomain
import BookingStore

/// Asks a store everything that anybody asks, and orders a little. Failures are answers too: what
/// counts is that there is one.
package enum StoreReading {
  package static func everything(of store: any BookingStore) async {
    let date = ContractSpa.date
    let day = try? await store.day(date)
    _ = day.map { day in
      let availability = Availability(
        spa: day.spa, date: date, bookings: day.bookings, blocks: day.blocks)
      _ = day.spa.services.map { availability.slots(for: $0) }
      _ = DayFigures(day.bookings, on: date, in: day.spa, at: ContractSpa.now)
      _ = BoardDigest(day.bookings, blocks: day.blocks)
    }
    _ = try? await store.bookings([1, 2, 3])
    _ = try? await store.history(of: 1)
    _ = try? await store.changes(on: date, limit: 10)
    _ = try? await store.customers(matching: "an", limit: 10)
    _ = try? await store.customerFile(5)
    _ = try? await store.unscheduled(limit: 10)
    _ = try? await store.waiting(on: date)
    _ = try? await store.blocks(of: 4, on: date)
    let position = try? await store.position()
    _ = try? await store.events(
      after: LogPosition(epoch: position?.epoch ?? "", seq: 0), limit: 100)
    _ = try? await store.account(email: "lan@spa.vn")
    _ = try? await store.openSessionHashes(now: ContractSpa.now.instant)
    let change = Change.move(Move(time: TimeOfDay(hour: 12), duration: 75))
    _ = try? await store.perform(
      ContractSpa.command(1, change), by: ContractSpa.manager, now: ContractSpa.now)
    _ = try? await store.perform(
      ContractSpa.command(1, .undo), by: ContractSpa.manager, now: ContractSpa.now)
  }
}
