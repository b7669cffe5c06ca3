import BookingDomain
import BookingStore

/// The past of the house from which a day's board is drawn: changes of the desk and of other
/// programs.
extension StoreContract {
  package static let housePastPromises = [
    Promise("blocked time, days off and shifts are seen as they stood at any moment") { subject in
      let store = subject.store
      try await subject.runForeignSQL(ContractSpa.houseKnown(since: "09:00"))
      var desk = HouseWatch(store)
      try await desk.look(at: "09:55")
      try await desk.give(
        .block(
          NewBlock(
            therapist: 4, date: desk.date, time: clock("12:00"), duration: 30, reason: "lunch")),
        at: "10:00")
      try await desk.give(
        .takeOff(NewTimeOff(therapist: 5, days: desk.date...desk.date + 2, reason: "ill")),
        at: "10:10")
      let days = [
        DayShifts(.on(desk.date), [Shift(from: clock("13:00"), until: clock("20:00"))])
      ]
      try await desk.give(.setShifts(NewShifts(therapist: 4, days: days)), at: "10:20")
      let block = try requireValue(try await store.blocks(of: 4, on: desk.date).first)
      try await desk.give(.unblock(block.id), at: "10:30")
      let timeOff = try requireValue(try await store.blocks(of: 5, on: desk.date).first?.timeOff)
      try await desk.give(.endTimeOff(timeOff.id), at: "10:40")
      // A change of another day; this day still looks the same.
      try await desk.give(
        .block(
          NewBlock(
            therapist: 4, date: desk.date + 1, time: clock("12:00"), duration: 30, reason: "")),
        at: "10:50")
      let past = try await desk.check()
      try requireEqual(
        past.pictures.map(\.done),
        [
          ["Thu blocked Tue 10 Mar 12:00–12:30: lunch"], ["Minh off Tue 10 Mar–Thu 12 Mar: ill"],
          ["Thu's hours: Tue 10 Mar 13:00–20:00 (before: Tue 10 Mar as the spa is open)"],
          ["Thu unblocked Tue 10 Mar 12:00–12:30: lunch"],
          ["Minh not off Tue 10 Mar–Thu 12 Mar: ill"],
        ])
      let moments = Set(try await store.past(of: desk.date).moments)
      try require(moments.isSuperset(of: past.pictures.map(\.until)), "each can be stepped to")
      let reopened = try await subject.reopen()
      try await requireEqual(reopened.past(of: desk.date).house, past)
      try await requireEqual(
        store.past(of: desk.date + 1).house.pictures.map(\.done),
        [
          ["Minh off Tue 10 Mar–Thu 12 Mar: ill"],
          ["Thu's hours: Tue 10 Mar 13:00–20:00 (before: Tue 10 Mar as the spa is open)"],
          ["Minh not off Tue 10 Mar–Thu 12 Mar: ill"],
          ["Thu blocked Wed 11 Mar 12:00–12:30"],
        ])
    }
  ]

  static let foreignHousePastPromises = [
    Promise("what other programs change of the house is seen as it stood, too") { subject in
      let store = subject.store
      let (date, next) = (ContractSpa.date, ContractSpa.date + 1)
      let author = "'USER', 2, 'Lan', 1"
      let statements = [
        "INSERT INTO frontdesk_blocks (therapist_id, date, time, duration_minutes, reason,"
          + " by_kind, by_number, by_name, at) VALUES (4, '\(date)', '12:00:00', 30, 'lunch', \(author))",
        "UPDATE frontdesk_blocks SET time = '12:30:00'",
        "UPDATE frontdesk_blocks SET date = '\(next)'",
        "UPDATE frontdesk_blocks SET date = '\(date)'",
        "DELETE FROM frontdesk_blocks",
        "INSERT INTO frontdesk_time_off (therapist_id, from_date, until_date, reason,"
          + " by_kind, by_number, by_name, at) VALUES (NULL, '\(date)', '\(next)', 'Tết', \(author))",
        "UPDATE frontdesk_time_off SET from_date = '\(next)'",
        "INSERT INTO frontdesk_shifts (therapist_id, weekday, from_time, until_time)"
          + " VALUES (5, 'TUESDAY', '10:00:00', '18:00:00')",
        "UPDATE frontdesk_shifts SET until_time = '16:00:00'",
        "UPDATE therapists SET availability_status = 'ON_LEAVE' WHERE user_id = 4",
        "UPDATE users SET full_name = 'Thu Hà' WHERE user_id = 4",
        "UPDATE users SET is_active = 0 WHERE user_id = 5",
        "UPDATE users SET role_id = 3 WHERE user_id = 3",
        "UPDATE business_hours SET close_time = '18:00:00' WHERE day_of_week = 'TUESDAY'",
        "UPDATE beds SET is_active = 0 WHERE bed_id = 2",
        "UPDATE rooms SET name = 'Orchid' WHERE room_id = 1",
      ]
      var count = try await store.past(of: date).house.pictures.count
      for statement in statements {
        let before = try await house(store)
        try await subject.runForeignSQL([statement])
        let past = try await store.past(of: date).house
        count += 1
        try requireEqual(past.pictures.count, count, statement)
        try requireEqual(past.pictures.last?.done.isEmpty, false, statement)
        try requireEqual(past.pictures.last?.house, before, statement)
        try requireEqual(past.house(at: Timestamp(milliseconds: .max)), nil, statement)
      }
      for statement in [
        "REPLACE INTO business_hours (day_of_week, open_time, close_time, is_closed)"
          + " VALUES ('TUESDAY', '09:00:00', '21:00:00', 0)",
        "INSERT INTO rooms (name, capacity) VALUES ('Foot hall', 3)",
        "REPLACE INTO rooms (name, capacity) VALUES ('Foot hall', 7)",
      ] {
        let before = try await house(store)
        try await subject.runForeignSQL([statement])
        let past = try await store.past(of: date).house
        count = past.pictures.count
        try requireEqual(past.pictures.last?.house, before, statement)
      }
      // A change of something that the board does not show.
      try await subject.runForeignSQL([
        "UPDATE users SET hash_password = 'other' WHERE user_id = 4",
        "UPDATE therapists SET bio = 'since 2019' WHERE user_id = 4",
      ])
      try await requireEqual(store.past(of: date).house.pictures.count, count)
    }
  ]

  /// Without therapists who have left and still have bookings.
  fileprivate static func house(_ store: any BookingStore) async throws -> DayHouse {
    let day = try await store.day(ContractSpa.date)
    return DayHouse(try await store.spa(), blocks: day.blocks, on: day.date)
  }

  private static func clock(_ text: String) -> TimeOfDay { ContractSpa.clock(text) }
}

/// Gives orders about the house, and remembers how it stood after each.
private struct HouseWatch {
  let date = ContractSpa.date
  private let store: any BookingStore
  private var seen: [(at: Timestamp, house: DayHouse)] = []

  init(_ store: any BookingStore) { self.store = store }

  mutating func give(_ order: Order, at time: String) async throws {
    let answer = try await store.perform(
      ContractSpa.order(order), by: ContractSpa.manager, now: moment(time))
    _ = try StoreContract.accepted(answer)
    try await look(at: time)
  }

  mutating func look(at time: String) async throws {
    seen.append((moment(time).instant, try await StoreContract.house(store)))
  }

  func check() async throws -> HousePast {
    let past = try await store.past(of: date).house
    let now = try requireValue(seen.last).house
    for (at, house) in seen {
      try requireEqual(past.house(at: at) ?? now, house, "\(at)")
    }
    return past
  }

  private func moment(_ time: String) -> Moment {
    let time = ContractSpa.clock(time)
    return ContractSpa.moment(time.hour, time.minute)
  }
}
