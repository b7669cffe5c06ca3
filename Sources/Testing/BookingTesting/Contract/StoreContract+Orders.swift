import BookingDomain
import BookingStore

extension StoreContract {
  static let orderPromises = [
    Promise("an accepted order changes the row, counts its version and logs one event") {
      let before = try await $0.store.position()
      let answer = try await $0.store.perform(
        ContractSpa.command(
          ContractSpa.morning, ContractSpa.change(.confirmed), expectedStatus: .scheduled),
        by: ContractSpa.lan, now: ContractSpa.now)
      let (seq, version) = try accepted(answer)
      try requireEqual(seq, before.seq + 1, "the event's number")
      try requireEqual(version, 2, "the version")
      let booking = try await $0.store.booking(ContractSpa.morning)
      try requireEqual(booking.status, .confirmed)
      try requireEqual(booking.version, version)
      try requireEqual(booking.lastChange?.byName, "Lan")
      try requireEqual(answer.current, booking, "the answer's picture")
      let events = try await $0.store.events(after: before, limit: 10)
      let event = try requireValue(events?.first, "the event")
      try requireEqual(events?.count, 1, "events")
      try requireEqual(event.kind, .statusChanged(from: .scheduled, to: .confirmed))
      try requireEqual(event.by, .user(2))
      try requireEqual(event.at, ContractSpa.now.instant)
      try requireEqual(event.audience.customer, 5)
      try requireEqual(event.audience.therapist, 4)
      try requireEqual(event.audience.date, ContractSpa.date)
    },
    Promise("the same request id is answered as the first time and done once") {
      let command = ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed))
      let first = try await $0.store.perform(command, by: ContractSpa.lan, now: ContractSpa.now)
      let position = try await $0.store.position()
      let again = try await $0.store.perform(
        command, by: ContractSpa.lan, now: ContractSpa.moment(9, 59))
      try requireEqual(again.result, first.result)
      try require(again.isReplayed && !first.isReplayed, "only the second is a replay")
      try await requireEqual($0.store.position(), position, "the log")
    },
    Promise("a refusal is remembered too, even when the order would be allowed by now") {
      let command = ContractSpa.command(ContractSpa.morning, ContractSpa.change(.noShow))
      let first = try await $0.store.perform(command, by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(first)?.code, .tooEarlyForNoShow)
      let again = try await $0.store.perform(
        command, by: ContractSpa.lan, now: ContractSpa.moment(10, 30))
      try requireEqual(again.result, first.result)
      try require(again.isReplayed, "it is a replay")
    },
    Promise("what was acknowledged and its request id survive a restart") {
      let command = ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed))
      let first = try await $0.store.perform(command, by: ContractSpa.lan, now: ContractSpa.now)
      let position = try await $0.store.position()
      let reopened = try await $0.reopen()
      try await requireEqual(reopened.position(), position, "the log goes on")
      try await requireEqual(reopened.booking(ContractSpa.morning).status, .confirmed)
      let again = try await reopened.perform(command, by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(again.result, first.result)
      try require(again.isReplayed, "it is a replay")
    },
    Promise("a request id is good for one order of one person") {
      let command = ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed))
      _ = try await $0.store.perform(command, by: ContractSpa.lan, now: ContractSpa.now)
      let foreign = try await $0.store.perform(command, by: ContractSpa.hoa, now: ContractSpa.now)
      try requireEqual(refusal(foreign)?.code, .malformed)
      let reused = try await $0.store.perform(
        ContractSpa.command(ContractSpa.other, ContractSpa.change(.confirmed), id: command.id),
        by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(reused)?.code, .malformed)
      try await requireEqual($0.store.booking(ContractSpa.other).status, .scheduled)
    },
    Promise("a request id is good for one content: another payment, note or reason is refused") {
      func change(_ payment: NewBooking.Payment) -> Order {
        .change(
          .changeService(ServiceChange(to: 2, payment: payment)), of: ContractSpa.morning,
          seen: Sight())
      }
      func book(_ payment: NewBooking.Payment, _ notes: String? = nil) -> Order {
        var wanted = ContractSpa.wanted("12:00", for: 6, with: 5, payment)
        wanted.notes = notes
        return .book([wanted])
      }
      func cancel(_ reason: String) -> Order {
        .change(
          ContractSpa.change(.cancelled, reason), of: ContractSpa.afternoon, seen: Sight())
      }
      for orders in [
        [change(.unpaidSale), change(.unpaidSale), change(.sale(.cash))],
        [book(.unpaidSale), book(.unpaidSale), book(.sale(.cash)), book(.unpaidSale, "window")],
        [cancel("ill"), cancel("ill"), cancel("late")],
      ] {
        let id = ContractSpa.order(orders[0]).id
        for (place, order) in orders.enumerated() {
          let answer = try await $0.store.perform(
            Command(id: id, order: order), by: ContractSpa.lan, now: ContractSpa.now)
          try requireEqual(
            refusal(answer)?.code, place < 2 ? nil : .malformed, "\(order), sent as \(place)")
          try requireEqual(answer.isReplayed, place > 0)
        }
      }
    },
    Promise("an order on a stale picture is refused with who changed it") {
      _ = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed)),
        by: ContractSpa.lan, now: ContractSpa.now)
      let byStatus = try await $0.store.perform(
        ContractSpa.command(
          ContractSpa.morning, ContractSpa.change(.cancelled, "ill"), expectedStatus: .scheduled),
        by: ContractSpa.hoa, now: ContractSpa.now)
      let stale = try requireValue(refusal(byStatus), "the refusal")
      try requireEqual(stale.code, .changedMeanwhile)
      try require(stale.sentence.contains("Lan"), "names Lan: \(stale.sentence)")
      try require(stale.sentence.contains("confirmed"), "says to what: \(stale.sentence)")
      let byVersion = try await $0.store.perform(
        ContractSpa.command(
          ContractSpa.morning, ContractSpa.change(.cancelled, "ill"), expectedVersion: 1),
        by: ContractSpa.hoa, now: ContractSpa.now)
      try requireEqual(refusal(byVersion)?.code, .changedMeanwhile)
      try await requireEqual($0.store.booking(ContractSpa.morning).status, .confirmed)
    },
    Promise("an order past its time is not carried out") {
      let answer = try await $0.store.perform(
        ContractSpa.command(
          ContractSpa.morning, ContractSpa.change(.confirmed),
          notAfter: ContractSpa.moment(9, 49).instant),
        by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(answer)?.code, .tooOld)
      try await requireEqual($0.store.booking(ContractSpa.morning).status, .scheduled)
    },
    Promise("who may not see a booking does not learn that it exists") {
      let answer = try await $0.store.perform(
        ContractSpa.command(
          ContractSpa.morning, ContractSpa.change(.inProgress), expectedVersion: 99),
        by: ContractSpa.otherTherapist, now: ContractSpa.now)
      let missing = try await $0.store.perform(
        ContractSpa.command(4711, ContractSpa.change(.inProgress)), by: ContractSpa.otherTherapist,
        now: ContractSpa.now)
      try requireEqual(refusal(answer)?.code, .noSuchBooking)
      try requireEqual(refusal(missing)?.code, .noSuchBooking)
    },
    Promise("arrival, start and end are kept beside the status") {
      _ = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, .markArrived), by: ContractSpa.lan,
        now: ContractSpa.now)
      var booking = try await $0.store.booking(ContractSpa.morning)
      try requireEqual(booking.arrivedAt, ContractSpa.now.instant)
      try requireEqual(booking.status, .scheduled)
      _ = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, ContractSpa.change(.inProgress)),
        by: ContractSpa.therapist,
        now: ContractSpa.moment(10, 2))
      _ = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, ContractSpa.change(.completed)),
        by: ContractSpa.therapist,
        now: ContractSpa.moment(11, 1))
      booking = try await $0.store.booking(ContractSpa.morning)
      try requireEqual(booking.startedAt, ContractSpa.moment(10, 2).instant)
      try requireEqual(booking.endedAt, ContractSpa.moment(11, 1).instant)
      try requireEqual(booking.arrivedAt, ContractSpa.now.instant)
      try requireEqual(booking.version, 4)
    },
    Promise("a start that implies the arrival is one event") {
      let before = try await $0.store.position()
      _ = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, ContractSpa.change(.inProgress)),
        by: ContractSpa.therapist, now: ContractSpa.now)
      let booking = try await $0.store.booking(ContractSpa.morning)
      try requireEqual(booking.arrivedAt, ContractSpa.now.instant)
      try requireEqual(booking.version, 2)
      try await requireEqual($0.store.position().seq, before.seq + 1)
    },
  ]

  static func accepted(_ answer: CommandAnswer) throws -> (seq: Int64, version: Int64) {
    switch answer.result {
    case .accepted(let seq, let version): return (seq, version)
    case .refused(let refusal): throw BrokenPromise(description: "refused: \(refusal)")
    }
  }

  static func refusal(_ answer: CommandAnswer) -> Refusal? {
    if case .refused(let refusal) = answer.result { refusal } else { nil }
  }
}

extension BookingStore {
  /// With what everybody works on every single day.
  package func day(_ date: LocalDate) async throws -> DaySnapshot {
    try await day(date, hoursSince: .first)
  }

  package func spa() async throws -> Spa { try await spa(hoursSince: .first) }

  func booking(_ id: BookingID) async throws -> Booking {
    try requireValue(try await bookings([id]).first, "booking \(id)")
  }
}
