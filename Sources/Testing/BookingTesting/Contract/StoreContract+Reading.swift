import BookingDomain
import BookingStore

extension StoreContract {
  static let readingPromises = [
    Promise("a booking says what its session was sold for, of a package its part") {
      try await requireEqual($0.store.booking(ContractSpa.morning).price, Money("500000"))
      try await $0.runForeignSQL([
        "UPDATE payment_items SET total_price = 1200000.60 WHERE payment_item_id = 1"
      ])
      try await requireEqual($0.store.booking(ContractSpa.morning).price, Money("400000.20"))
    },
    Promise("a day is whole, in order, at a stated position") {
      let position = try await $0.store.position()
      let day = try await $0.store.day(ContractSpa.date)
      try requireEqual(day.position, position)
      try requireEqual(day.bookings.map(\.id), [1, 2, 3])
      try requireEqual(day.spa.name, "Sen Spa")
      try requireEqual(day.spa.therapists.map(\.name), ["Thu", "Minh"])
      try requireEqual(day.spa.beds.map(\.id), [1, 2])
      try requireEqual(
        day.spa.hours[.tuesday],
        BusinessHours(open: TimeOfDay(hour: 9), close: TimeOfDay(hour: 21)))
      try requireEqual(day.spa.hours[.wednesday], nil)
      let first = try requireValue(day.bookings.first)
      try requireEqual(first.customer.name, "An")
      try requireEqual(first.customer.alert, "ALLERGY: peanut oil")
      try requireEqual(first.buffer, 15)
      try requireEqual(first.place.bedName, "Bed 1")
      try requireEqual(first.version, 1)
      try await requireEqual($0.store.day(ContractSpa.date + 1).bookings, [])
    },
    Promise("a snapshot is never older than its position says") {
      let store = $0.store
      let writing = Task {
        for _ in 0..<20 {
          _ = try await store.perform(
            ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed)),
            by: ContractSpa.lan, now: ContractSpa.now)
          _ = try await store.perform(
            ContractSpa.command(ContractSpa.morning, .undo), by: ContractSpa.lan,
            now: ContractSpa.now)
        }
      }
      for _ in 0..<40 {
        let day = try await store.day(ContractSpa.date)
        let booking = try requireValue(day.bookings.first { $0.id == ContractSpa.morning })
        let start = LogPosition(epoch: day.position.epoch, seq: 0)
        let log = try requireValue(try await store.events(after: start, limit: 10_000))
        let newest = log.last { $0.booking == ContractSpa.morning && $0.seq <= day.position.seq }
        try require(
          booking.version >= newest?.version ?? 1,
          "version \(booking.version) at \(day.position), log has \(newest?.version ?? 0)")
      }
      try await writing.value
    },
    Promise("numbers without a booking are missing from the answer") {
      let found = try await $0.store.bookings([1, 4711, 3])
      try requireEqual(found.map(\.id).sorted(), [1, 3])
    },
    Promise("a booking of somebody who is no therapist is drawn all the same") {
      try await $0.runForeignSQL([
        ContractSpa.booking(9, customer: 6, item: 2, therapist: 2, "23:30:00", "CONFIRMED", bed: 2)
      ])
      let day = try await $0.store.day(ContractSpa.date)
      try requireEqual(day.bookings.map(\.id), [1, 2, 3, 9])
      try requireEqual(day.spa.therapists.last?.id, 2)
      try requireEqual(day.spa.therapists.last?.name, "Lan")
    },
  ]
}
