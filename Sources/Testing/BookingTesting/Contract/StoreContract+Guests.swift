import BookingDomain
import BookingStore

/// A guest's record, calls about bookings and the desk's tasks: kept by every store, the simulated one
/// too.
extension StoreContract {
  static let guestPromises = [
    Promise("what is written of a guest stands in the record, with who wrote it, and is told") {
      let before = try await $0.store.position()
      for change in [
        GuestChange(.preferences, "trà gừng, ấn nhẹ", seen: ""),
        GuestChange(.alert, "nuts", seen: "ALLERGY: peanut oil"),
        GuestChange(.name, "Đặng Thị Ân"), GuestChange(.phone, "0909 111 222"),
        GuestChange(.email, "AN@spa.example"),
      ] {
        _ = try accepted(
          try await $0.store.perform(
            ContractSpa.order(.guest(change, of: 5)), by: ContractSpa.lan, now: ContractSpa.now))
      }
      try await $0.runForeignSQL([])
      let file = try requireValue(try await $0.store.customerFile(5), "the file")
      try requireEqual(file.card.customer.name, "Đặng Thị Ân")
      try requireEqual(file.card.customer.phone, "0909111222")
      try requireEqual(file.card.customer.alert, "nuts")
      try requireEqual(file.card.customer.preferences, "trà gừng, ấn nhẹ")
      try requireEqual(file.card.email, "AN@spa.example")
      try requireEqual(
        file.record.map(\.fact), [.email, .phone, .name, .alert, .preferences], "newest first")
      try requireEqual(file.record.map(\.byName), Array(repeating: "Lan", count: 5))
      try requireEqual(file.record[3].before, "ALLERGY: peanut oil")
      let booking = try await $0.store.day(ContractSpa.date).bookings.first { $0.id == 1 }
      try requireEqual(booking?.customer.alert, "nuts")
      try requireEqual(booking?.customer.name, "Đặng Thị Ân")
      let found = try await $0.store.customers(
        matching: "111222", limit: 5, today: ContractSpa.date)
      try requireEqual(found.map(\.customer.id), [5], "the register knows the new number")
      let events = try await $0.store.events(after: before, limit: 100) ?? []
      try require(events.contains { $0.kind == .customerChanged(5) }, "the register is told")
    },
    Promise("what another has, or what changed meanwhile, is refused and says so") {
      let store = $0.store
      func refused(_ change: GuestChange, by person: Person = ContractSpa.lan) async throws
        -> Refusal.Code?
      {
        refusal(
          try await store.perform(
            ContractSpa.order(.guest(change, of: 5)), by: person, now: ContractSpa.now))?.code
      }
      try await requireEqual(refused(GuestChange(.phone, "0902")), .customerExists)
      try await requireEqual(refused(GuestChange(.email, "BOTH@spa.vn")), .customerExists)
      try await requireEqual(refused(GuestChange(.alert, "x", seen: "")), .changedMeanwhile)
      try await requireEqual(refused(GuestChange(.alert, "x"), by: ContractSpa.guest), .notAllowed)
      try await requireEqual(
        refused(GuestChange(.alert, "x"), by: ContractSpa.therapist), .notAllowed)
    },
    Promise("somebody without a number, and another of a family, are found and booked again") {
      let store = $0.store
      func book(_ guest: NewCustomer, _ time: String) async throws -> Booking? {
        let answer = try await store.perform(
          ContractSpa.order(.book([ContractSpa.wanted(time, guest: .new(guest), .sale(.cash))])),
          by: ContractSpa.lan, now: ContractSpa.now)
        _ = try accepted(answer)
        return answer.current
      }
      let minh = try await book(NewCustomer(name: "Minh Ánh", reach: .familyOf(6)), "12:00")
      let hoa = try await book(NewCustomer(name: "Hoa", reach: .nowhere), "16:00")
      try requireEqual(minh?.customer.phone, ContractSpa.binh.phone, "they are called at Binh's")
      try requireEqual(hoa?.customer.phone, nil)
      try await $0.runForeignSQL([])
      let family = try await store.customers(
        matching: "minh anh", limit: 5, today: ContractSpa.date)
      try requireEqual(family.first?.family, "Binh")
      try await requireEqual(
        Set(
          store.customers(matching: "0902", limit: 5, today: ContractSpa.date).map(\.customer.name)),
        ["Binh", "Minh Ánh"])
      try await requireEqual(
        store.customers(matching: "hoa", limit: 5, today: ContractSpa.date).map(\.customer.phone),
        [nil])
      let unknown = try await store.perform(
        ContractSpa.order(
          .book([
            ContractSpa.wanted(
              "18:00", guest: .new(NewCustomer(name: "X", reach: .familyOf(99))), .sale(.cash))
          ])), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(unknown)?.code, .noSuchCustomer)
    },
    Promise("a card knows the next visit, no-shows and what was called off") {
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.command(
            ContractSpa.afternoon, .changeStatus(to: .cancelled, reason: "Guest is ill")),
          by: ContractSpa.lan, now: ContractSpa.now))
      let past = try requireValue(try await $0.store.customerFile(5), "the file").card.past
      try requireEqual(past.next?.slot.time, ContractSpa.clock("10:00"))
      try requireEqual(past.next?.slot.therapist, 4)
      try requireEqual(past.cancellations.map(\.at), [ContractSpa.now.instant])
      try requireEqual(past.calledOffLate(under: Decision.Policy(), in: .utc), 1)
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.command(ContractSpa.afternoon, .undo), by: ContractSpa.lan,
          now: ContractSpa.now))
      let undone = try requireValue(try await $0.store.customerFile(5), "the file").card.past
      try requireEqual(undone.cancellations, [])
    },
    Promise("a call is a line of the booking's history, and taken back with it") {
      let before = try await $0.store.position()
      let calling = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, .noteCall(.calling, note: "")),
        by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(try accepted(calling).version, 2)
      try requireEqual(calling.current?.call?.outcome, .calling)
      let other = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, .noteCall(.calling, note: "")),
        by: ContractSpa.hoa, now: ContractSpa.now)
      try requireEqual(refusal(other)?.code, .alreadyDone)
      let vain = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, .noteCall(.notReached, note: "Engaged")),
        by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(vain.current?.call?.note, "Engaged")
      try requireEqual(vain.current?.call?.byName, "Lan")
      let history = try await $0.store.history(of: ContractSpa.morning)
      try requireEqual(
        history.map(\.change.kind), [.created, .called(.calling), .called(.notReached)])
      let undone = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, .undo), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(undone.current?.call?.outcome, .calling)
      let events = try await $0.store.events(after: before, limit: 10) ?? []
      try requireEqual(events.map(\.booking), [1, 1, 1])
      try requireEqual(events.map(\.version), [2, 3, 4])
    },
  ]

  static let taskPromises = [
    Promise("tasks are listed, ticked off once, opened again and struck out") {
      let store = $0.store
      func give(_ order: Order, by person: Person = ContractSpa.lan) async throws -> CommandAnswer {
        try await store.perform(ContractSpa.order(order), by: person, now: ContractSpa.now)
      }
      let before = try await store.position()
      let oil = NewTask(
        text: "Đặt dầu 🛢", date: ContractSpa.date, time: ContractSpa.clock("15:00"))
      try requireEqual(try accepted(try await give(.addTask(oil))).seq, before.seq + 1)
      _ = try accepted(try await give(.addTask(NewTask(text: "Keys"))))
      let events = try await store.events(after: before, limit: 10) ?? []
      try requireEqual(events.map(\.kind), [.tasksChanged, .tasksChanged])
      let tasks = try await store.tasks()
      try requireEqual(tasks.map(\.text), ["Đặt dầu 🛢", "Keys"])
      try requireEqual(tasks.first?.time, ContractSpa.clock("15:00"))
      try requireEqual(tasks.first?.byName, "Lan")
      try await requireEqual(store.day(ContractSpa.date).tasks, tasks)
      try await requireEqual(store.day(ContractSpa.date + 9).tasks, tasks)
      let id = try requireValue(tasks.first?.id, "the task")
      _ = try accepted(try await give(.markTask(id, as: .done), by: ContractSpa.hoa))
      try requireEqual(
        refusal(try await give(.markTask(id, as: .done)))?.code, .alreadyDone)
      try await requireEqual(store.tasks().map(\.done?.byName), [nil, "Hoa"])
      _ = try accepted(try await give(.markTask(id, as: .open)))
      _ = try accepted(try await give(.markTask(id, as: .struck)))
      try await requireEqual(store.tasks().map(\.text), ["Keys"])
      try requireEqual(refusal(try await give(.markTask(id, as: .open)))?.code, .noSuchTask)
      try requireEqual(
        refusal(try await give(.addTask(oil), by: ContractSpa.therapist))?.code, .notAllowed)
    },
    Promise("what was done is kept for a quarter of a year") {
      let task = NewTask(text: "Keys")
      for order in [Order.addTask(task), .addTask(NewTask(text: "Oil"))] {
        _ = try accepted(
          try await $0.store.perform(
            ContractSpa.order(order), by: ContractSpa.lan, now: ContractSpa.now))
      }
      let id = try requireValue(try await $0.store.tasks().first?.id, "the task")
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.order(.markTask(id, as: .done)), by: ContractSpa.lan, now: ContractSpa.now))
      try await $0.store.prune(now: ContractSpa.now.instant + Retention.tasks)
      try await requireEqual($0.store.tasks().count, 2)
      try await $0.store.prune(now: ContractSpa.now.instant + (Retention.tasks + 1))
      try await requireEqual($0.store.tasks().map(\.text), ["Oil"], "what is open stays")
    },
  ]
}
