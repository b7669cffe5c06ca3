import BookingDomain
import BookingServer
import BookingStore
import Logging
import SpaSetup

extension HouseKeeping {
  /// A manager's `:users` and `:house`, on the spa's database. Each change is a line of the log.
  init(in store: any SQLStore, _ log: Logger) {
    self.init(
      answer: { line, password, person, now in
        do {
          let order = try HouseOrder(line)
          let password =
            order.account == nil
            ? nil : try HouseAnswerer.NewPassword(typed: password, for: order)
          let answer = try await store.inTransaction { db in
            try HouseAnswerer(db, for: person, at: now).answer(order, password)
          }
          if let change = answer.change {
            log.notice(
              "house changed",
              metadata: [
                "user": "\(person.role.userType)/\(person.id.number)", "what": "\(change)",
              ])
          }
          return .success(answer.page)
        } catch let complaint as Complaint {
          return .failure(HouseRefusal(complaint.sentence))
        }
      },
      changes: { date, zone in
        try await store.inSnapshot { db in
          try HouseChanges(db).made(on: date, in: zone)
            + HousePastRows.foreign(on: date, in: zone, db)
        }
      })
  }
}
