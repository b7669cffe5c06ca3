import BookingDomain
import BookingStore
import BookingTesting

/// What happens in a world while there is trouble, drawn from its seed.
struct Plan {
  /// Milliseconds of trouble.
  static let trouble: Int64 = 30_000

  let world: World

  func make() {
    some(12...28) { giveOrder() }
    some(5...12) { writeForeign() }
    some(0...4) { world.network.cutSome() }
    some(0...2) { stopServer() }
    some(0...4) {
      world.store.strikeNext(
        [.away, .beforeCommit, .afterCommit].randomElement(
          using: &world.randomness))
    }
    some(0...2) { awayForAWhile() }
    some(0...2) { world.server?.stall() }
    some(0...1) { prune() }
    some(0...1) { jumpClock() }
    some(0...4) { watchOtherDays() }
    if world.verifies { some(0...1) { writeSilently() } }
    if world.flip(0.3) { some(1...1) { restore() } }
    if world.flip(0.3) { some(1...1) { blockSockets() } }
    if world.flip(0.2) { some(1...1) { restartClient() } }
    if world.flip(0.2) { some(1...1) { endSession() } }
  }

  private func some(_ count: ClosedRange<Int64>, _ work: @escaping () async -> Void) {
    for _ in 0..<world.random(count) { world.after(world.random(0...Self.trouble - 500), work) }
  }

  var client: SimulatedClient { world.clients[world.chance(world.clients.count)] }

  func writeForeign() {
    let id = BookingID(world.random(1...6))
    let therapist = SimulatedSpa.therapists[world.chance(2)]
    let exists = world.store.books.bookings[id] != nil
    let write: SimulatedBooks.ForeignWrite =
      switch world.chance(10) {
      case _ where !exists: .insert(SimulatedSpa.booking(id.number, therapist: therapist))
      case 0, 1: .setStatus(id, BookingStatus.allCases[world.chance(6)])
      case 2, 3: .reassign(id, therapist)
      case 4, 5:
        .move(id, SimulatedSpa.today + world.chance(3), TimeOfDay(hour: 13 + world.chance(4)))
      case 6: .delete(id)
      case 7: .pay(paymentID: 1, 1001)
      case 8:
        .settle(
          PaymentItemID(id.number),
          PaymentStanding(PaymentStatus.allCases[world.chance(4)], .vnPay))
      default: .note(id, "note \(world.number())")
      }
    world.foreign(write)
  }

  /// Past every trigger: only comparing the boards finds out.
  private func writeSilently() {
    guard let id = world.store.books.bookings.keys.sorted().first else { return }
    world.tell { "booking \(id) is changed past the triggers" }
    world.store.commit { $0.changeSilently(id) { $0.status = .completed } }
  }

  private func stopServer() {
    if world.flip(0.3) {
      world.stopServer("drains") { $0.drain() }
    } else {
      world.stopServer("is killed") { $0.kill() }
    }
  }

  private func awayForAWhile() {
    world.tell { "the database is away" }
    world.store.isAway = true
    world.after(world.random(50...4_000)) { [world] in world.store.isAway = false }
  }

  private func prune() { world.store.commit { $0.prune(Int(world.random(1...20))) } }

  private func jumpClock() {
    world.skew = world.random(-90_000...90_000)
    world.tell { "the server's clock jumps to \(world.skew) ms off" }
  }

  private func watchOtherDays() {
    let from = SimulatedSpa.today + world.chance(2)
    client.watch(from...from + world.chance(2))
  }

  /// The operator stops the server, puts an older copy of the database in place and starts again.
  private func restore() {
    let backup = world.store.books
    let kept = world.orders.count
    world.after(world.random(500...12_000)) { [world] in
      world.stopServer("is stopped for a backup") { $0.kill() }
      world.tell { "a backup that ends at \(backup.end) is put in place" }
      world.restores += 1
      world.orders.restored(kept)
      world.store.commit { books in
        let sessions = books.sessions
        books = backup
        books.sessions = sessions
        if !world.bugs.has(.restoreKeepsEpoch) { books.epoch = "epoch \(world.number())" }
      }
    }
  }

  private func blockSockets() {
    world.tell { "WebSockets are blocked" }
    world.network.blocksSockets = true
    for _ in 0..<4 { world.network.cutSome() }
    world.after(world.random(5_000...20_000)) { [world] in world.network.blocksSockets = false }
  }

  private func restartClient() {
    let client = client
    world.tell { "\(client) is killed and started again" }
    world.orders.abandon(of: client.index)
    client.start()
  }

  /// Somebody ends the session elsewhere; now and then the person comes back with another role.
  private func endSession() {
    let client = client
    world.tell { "the session of \(client) is ended" }
    let token = client.token
    world.store.commit { $0.sessions[token] = nil }
    world.server?.revoke(token)
  }
}
