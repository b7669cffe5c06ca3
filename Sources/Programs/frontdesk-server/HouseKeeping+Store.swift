import BookingDomain
import BookingServer
import BookingStore
import Logging
import SpaSetup

/// A manager's `:users` and `:house`, on the spa's database. Each change is a line of the log.
func houseKeeping(in store: any SQLStore, _ log: Logger) -> HouseKeeping {
  { line, person, now in
    do {
      let order = try HouseOrder(line)
      let made = order.needsPassword ? try HouseDesk.MadePassword() : nil
      let answer = try await store.inTransaction { db in
        try HouseDesk(db, for: person, at: now).answer(order, made)
      }
      if let change = answer.change {
        log.notice(
          "house changed",
          metadata: ["user": "\(person.role.userType)/\(person.id.number)", "what": "\(change)"])
      }
      return .success(answer.page)
    } catch let complaint as Complaint {
      return .failure(HouseRefusal(complaint.sentence))
    }
  }
}
