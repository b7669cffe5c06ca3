import BookingDomain
import BookingStore
import BookingTesting
import Foundation
import GRDB
import Testing

@testable import SQLiteStore

/// Other programs can write anything: SQLite keeps text in number columns, and checks can be off.
@Suite struct ForeignRowsTests {
  private func day(after statements: [String]) async throws -> DaySnapshot {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    try await database.runForeignSQL(
      ["PRAGMA ignore_check_constraints = ON", "PRAGMA foreign_keys = OFF"] + statements)
    let day = try await store.day(ContractSpa.date)
    store.close()
    return day
  }

  /// What the log of a spa that is served says of another program's statements.
  private func withEvents(
    of statements: [String], _ look: (SQLiteStore, [BookingEvent]) async throws -> Void
  ) async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    let before = try await store.position()
    try await database.runForeignSQL(statements)
    try await look(store, try #require(try await store.events(after: before, limit: 10)))
    store.close()
  }

  @Test func whatCannotBeReadIsShownAndSaid() async throws {
    let day = try await day(after: [
      """
      UPDATE bookings SET booking_status = 'BANANA', appointment_time = 'noon',
        duration_minutes = 'long', room_id = 77, bed_id = 'x', service_id = -1
      WHERE booking_id = 1
      """
    ])
    let odd = try #require(day.bookings.first { $0.id == 1 })
    #expect(odd.status == .scheduled)
    #expect(odd.time == .midnight)
    #expect(odd.duration == 60)
    #expect(odd.place.roomName == "Room 77")
    #expect(
      odd.unreadable == [
        UnreadableValue(.status, "BANANA"), UnreadableValue(.time, "noon"),
        UnreadableValue(.duration, "long"),
      ])
    #expect(odd.notes == nil, "the field of notes is for notes")
    #expect(day.bookings.map(\.id).sorted() == [1, 2, 3], "the rest of the day is there")
  }

  @Test(arguments: ["0", "-5", "1441", "9223372036854775807", "0.5", "''"])
  func aLengthThatIsNoneIsShownAndSaid(_ length: String) async throws {
    let day = try await day(after: [
      "UPDATE bookings SET duration_minutes = \(length) WHERE booking_id = 1"
    ])
    let odd = try #require(day.bookings.first { $0.id == 1 })
    #expect(odd.duration == 60, "as long as can be seen and reached")
    let said = length.trimmingCharacters(in: ["'"])
    #expect(odd.unreadable == [UnreadableValue(.duration, said)])
  }

  @Test(arguments: [
    "appointment_date = 'never'", "appointment_date = x'00ff'", "therapist_user_id = 'Thu'",
    "customer_id = 'An'", "appointment_date = '9999999-99-99'",
  ])
  func aRowThatCannotBeDrawnTakesNothingElseAway(_ assignment: String) async throws {
    let day = try await day(after: ["UPDATE bookings SET \(assignment) WHERE booking_id = 1"])
    #expect(day.bookings.map(\.id) == [2, 3])
  }

  @Test func tenMegabytesOfNotesStayWhereTheyAre() async throws {
    let day = try await day(after: [
      "UPDATE bookings SET booking_notes = printf('%.*c', 10000000, 'x') WHERE booking_id = 1",
      "UPDATE customers SET full_name = printf('%.*c', 10000000, 'y'), notes = x'ff00fe'"
        + " WHERE customer_id = 5",
      "UPDATE bookings SET booking_status = printf('%.*c', 10000000, 'z') WHERE booking_id = 2",
    ])
    let long = try #require(day.bookings.first { $0.id == 1 })
    #expect(long.notes?.count == 4000)
    #expect(long.customer.name.count == 200)
    #expect(day.bookings.count == 3)
  }

  @Test func aRowWithoutItsNeighboursHasPlaceholders() async throws {
    let day = try await day(after: [
      "DELETE FROM customers", "DELETE FROM services", "DELETE FROM beds", "DELETE FROM rooms",
      "DELETE FROM users", "DELETE FROM business_hours",
    ])
    let booking = try #require(day.bookings.first)
    #expect(booking.customer.name == "Customer 5")
    #expect(booking.service.name == "Service 1")
    #expect(day.spa.therapists.map(\.name) == ["User 4", "User 5"])
    #expect(day.spa.hours.isEmpty)
  }

  @Test func nothingIsDecidedOnAnOddRow() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    try await database.runForeignSQL([
      "PRAGMA ignore_check_constraints = ON",
      "UPDATE bookings SET booking_status = 'BANANA' WHERE booking_id = 1",
    ])
    let answer = try await store.perform(
      ContractSpa.command(1, ContractSpa.change(.confirmed)), by: ContractSpa.lan,
      now: ContractSpa.now)
    guard case .refused(let refusal) = answer.result else {
      Issue.record("carried out: \(answer)")
      return
    }
    #expect(refusal.code == .unreadable && refusal.sentence.contains("status \"BANANA\""))
    #expect(answer.current?.unreadable.map(\.text) == ["BANANA"])
    store.close()
  }

  @Test func replacingARowIsToldAsDeletingAndInserting() async throws {
    try await withEvents(of: [
      ContractSpa.booking(
        1, customer: 5, item: 1, therapist: 4, "10:00:00", "CONFIRMED", bed: 1
      ).replacing("INSERT", with: "INSERT OR REPLACE"),
      "UPDATE bookings SET booking_id = 50 WHERE booking_id = 2",
    ]) { _, events in
      #expect(events.map(\.kind) == [.gone, .created, .gone, .created])
      #expect(events.map(\.booking) == [1, 1, 2, 50])
      #expect(events.map(\.version) == [2, 3, 2, 1])
    }
  }

  @Test func updatingOntoAnotherRowIsToldToWhoeverSawIt() async throws {
    try await withEvents(of: [
      "PRAGMA foreign_keys = OFF",
      "UPDATE OR REPLACE bookings SET booking_id = 1 WHERE booking_id = 2",
    ]) { store, events async throws in
      #expect(events.map(\.kind) == [.gone, .gone, .created])
      #expect(events.map(\.booking) == [1, 2, 1])
      #expect(events.map(\.audience.customer) == [5, 6, 6], "An hears that hers is gone")
      #expect(events.map(\.version) == [2, 2, 3])
      #expect(try await store.bookings([1, 2, 3]).count == 2)
    }
  }

  @Test func aGuestsNewNameReachesTheBookingsToCome() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    try await database.runForeignSQL([
      "UPDATE bookings SET appointment_date = '2999-01-01' WHERE booking_id = 3"
    ])
    let before = try await store.position()
    try await database.runForeignSQL([
      "UPDATE customers SET full_name = 'An Nguyen' WHERE customer_id = 5"
    ])
    let events = try #require(try await store.events(after: before, limit: 10))
    // Booking 1 lies in the past of the real clock that foreign writers have.
    #expect(events.filter { $0.booking == 3 }.map(\.kind) == [.updated])
    #expect(try await store.bookings([3]).first?.customer.name == "An Nguyen")
    store.close()
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
  func aShellsUpdateIsAnEventAndWakesTheServer() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    let before = try await store.position()
    let commits = store.commits()
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    shell.arguments = [
      database.path, "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 1",
    ]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    for await _ in commits { break }
    let events = try #require(try await store.events(after: before, limit: 10))
    #expect(events.map(\.kind) == [.statusChanged(from: .scheduled, to: .confirmed)])
    #expect(events.first?.by == nil)
    store.close()
  }

  /// What `frontdesk-server check` says of rows that the desk cannot change.
  @Test func theOperatorIsToldOfBookingsThatCannotBeRead() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    let date = ContractSpa.date
    func complaints() async throws -> [String] {
      try await store.inSnapshot { try BookingRows.complaints(from: date, $0) }
    }
    #expect(try await complaints() == [])
    try await database.runForeignSQL([
      "PRAGMA ignore_check_constraints = ON",
      "UPDATE bookings SET duration_minutes = 'ninety', booking_status = 'EXPIRED' WHERE booking_id = 2",
    ])
    let sentence = try #require(try await complaints().first)
    #expect(sentence.hasPrefix("1 booking from today on cannot be read whole"))
    #expect(sentence.contains("2 on \(date)") && sentence.contains("status \"EXPIRED\""))
    #expect(sentence.contains("ninety"))
    #expect(
      try await store.inSnapshot { try BookingRows.complaints(from: date + 1, $0) } == [])
    store.close()
  }
}
