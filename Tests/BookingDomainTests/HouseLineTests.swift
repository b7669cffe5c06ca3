import BookingDomain
import Testing

@Suite struct HouseLineTests {
  private static let names = HouseLine.Names(
    Spa(
      name: "Sen",
      therapists: [Therapist(id: 4, name: "Đặng Linh", serviceType: 1, state: .available)],
      services: [
        Service(id: 7, name: "Thai 60'", type: 1, duration: 60, buffer: 15, isActive: true),
        Service(id: 8, name: "Thai 90'", type: 1, duration: 90, buffer: 15, isActive: false),
      ], rooms: [Room(id: 1, name: "Lotus", capacity: 1, isActive: true)],
      beds: [Bed(id: 2, room: 1, name: "L1", isActive: true)], hours: [:]))

  /// Every form that help shows is a line as soon as its parts stand there.
  @Test(arguments: HouseDeed.allCases)
  func whatHelpShowsIsUnderstood(deed: HouseDeed) {
    let parts: [String: String] = [
      "E-MAIL": "mai@sen.example", "ROLE": "manager", "NAME": "Mai Trần", "[KIND]": "Massage",
      "PRICE": "49.50", "MINUTES": "60", "BUFFER": "0", "SERVICE": "thai 60'", "BED": "2",
      "ROOM": "LOTUS", "THERAPIST": "dang linh", "DAY": "Monday", "09:00-21:00": "9:00-21:00",
      "KIND: NAME": "Massage: Thai 60'", "NAME: BED, BED": "Sky: 1, 2", "ROOM: BED": "Lotus: 3",
      "NAME: KIND": "Anna: Massage",
    ]
    let text = deed.words + deed.pieces.map { parts[$0.name] ?? "?" }
    let line = HouseLine(text.joined(separator: " "), names: Self.names)
    #expect(line.deed == deed && line.problem == nil && line.unread.isEmpty, "\(line)")
    #expect(line.values == deed.pieces.map { parts[$0.name] ?? "?" })
  }

  /// What is red, and what is said.
  @Test(arguments: [
    ("users fire mai@sen.example", "fire", "there are add, password, role, off, on, logout"),
    ("users off mai", "mai", "not an e-mail address"),
    ("users off mai@sen.example now", "now", "nothing stands behind that"),
    ("users role mai@sen.example customer", "customer", "not a role"),
    ("house price -1 thai 60'", "-1", "not a price"),
    ("house minutes 4 thai 60'", "4", "5 to 480"),
    ("house buffer 9223372036854775808 x", "9223372036854775808", "0 to 240"),
    ("house leave  nobody here ", "nobody here", ":house shows them"),
    ("house off service thai", "thai", "Write more: Thai 60', Thai 90'."),
    ("house hours monday 09:00-09:00", "09:00-09:00", "not hours like"),
    ("house hours monday 24:00-09:00", "24:00-09:00", "not hours like"),
    ("house add room Sky", "Sky", "a colon and its beds"),
    ("house add sauna", "sauna", "there are service, room, bed, therapist"),
    ("garden", "garden", "nothing that can be done"),
  ])
  func whatIsWrongIsRed(text: String, red: String, words: String) {
    let line = HouseLine(text, names: Self.names)
    let letters = Array(text)
    #expect(line.unread.map { String(letters[$0]) } == [red], "\(line)")
    #expect(line.problem?.contains(words) == true, "\(line.problem ?? "-")")
  }

  @Test(arguments: [
    ("users off", "Write an e-mail address."),
    ("users add mai@sen.example", "Write a role: admin, manager, receptionist or therapist."),
    ("house on", "Write service, bed or room behind house on."),
    ("house hours", "Write monday to sunday, or every-day."),
  ])
  func whatIsMissingIsSaidAndNothingIsRed(text: String, sentence: String) {
    let line = HouseLine(text, names: Self.names)
    #expect(line.unread.isEmpty && line.problem == sentence, "\(line)")
  }

  @Test func aNameIsReadAsTheSpaWritesIt() {
    #expect(HouseLine("house leave 4", names: Self.names).readings == ["Đặng Linh"])
    #expect(HouseLine("house price 1 THAI 90'", names: Self.names).readings == ["1", "Thai 90'"])
  }

  /// A spa that closes in the night closes on the next day, and everybody is told so.
  @Test(arguments: [
    ("9:00-21:00", 9 * 60, 21 * 60, "09:00-21:00"),
    ("18:00-02:00", 18 * 60, 26 * 60, "18:00-02:00, which is the next day"),
    ("10:00 – 00:00", 10 * 60, 24 * 60, "10:00-24:00"),
    ("08:00-24:00", 8 * 60, 24 * 60, "08:00-24:00"),
    ("0:00-0:00", 0, 24 * 60, "00:00-24:00"),
    ("22:30-06:15", 22 * 60 + 30, 30 * 60 + 15, "22:30-06:15, which is the next day"),
  ])
  func hoursMayGoOnAfterMidnight(text: String, open: Int, close: Int, said: String) throws {
    let hours = try #require(BusinessHours.written(text) ?? nil)
    #expect(hours.open.minutes == open && hours.close.minutes == close)
    #expect(hours.sentence == said)
    #expect(BusinessHours.written(hours.text) == .some(hours), "what is shown can be typed")
  }
}
