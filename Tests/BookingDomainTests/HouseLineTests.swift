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
  @Test(arguments: HouseDeed.all)
  func whatHelpShowsIsUnderstood(deed: HouseDeed) {
    let values = deed.pieces.map(Self.sample)
    let line = HouseLine((deed.words + values).joined(separator: " "), names: Self.names)
    #expect(line.deed == deed && line.problem == nil && line.unread.isEmpty, "\(line)")
    #expect(line.values == values)
  }

  private static func sample(_ piece: HousePiece) -> String {
    switch piece {
    case .email, .newEmail: "mai@sen.example"
    case .role: "manager"
    case .person, .newKind: "Mai Trần"
    case .phone: "0901 234 567"
    case .treatment: "Massage"
    case .price: "49.50"
    case .minutes: "60"
    case .buffer: "0"
    case .day: "Monday"
    case .hours: "9:00-21:00"
    case .one(let thing): sample(thing)
    case .gone: "Somebody Else"
    case .pair(let thing, let value): "\(sample(thing)): \(sample(value))"
    case .newService: "Massage: Thai 60'"
    case .newRoom: "Sky: 1, 2"
    case .newBed: "Lotus: 3"
    case .newTherapist: "Anna: Massage"
    case .fact(let fact): sample(fact)
    }
  }

  private static func sample(_ thing: HouseThing) -> String {
    switch thing {
    case .service: "thai 60'"
    case .kind: "Massage"
    case .bed: "2"
    case .room: "LOTUS"
    case .therapist: "dang linh"
    }
  }

  private static func sample(_ value: HouseValue) -> String {
    switch value {
    case .name: "Sen: 60'"
    case .text: "with warm oil, 60 minutes: quiet"
    case .kind: "Facial"
    case .room: "lotus"
    case .seats: "6"
    case .years: "11"
    }
  }

  private static func sample(_ fact: SpaFact) -> String {
    switch fact {
    case .tax: "7.5 %"
    case .currency: "EUR"
    case .phone, .phoneToo: "028 3822 7000"
    case .email, .emailToo: "hello@sen.example"
    case .buffer: "15"
    default: "12 Lê Thánh Tôn"
    }
  }

  /// What differs in what it is about alone is one row.
  @Test func helpIsShort() {
    let rows = HouseDeed.table(users: false)
    #expect(
      rows.map { $0[0] }.filter { $0.hasPrefix("house name") } == ["house name WHAT NAME: NEW NAME"]
    )
    #expect(rows.count < 25 && rows.allSatisfy { $0[0].count < 50 })
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
    ("house add sauna", "sauna", "there are service, kind, bed, room, therapist"),
    ("house name service thai: Sen", "thai: Sen", "Write more: Thai 60', Thai 90'."),
    ("house name bed 9: Window", "9: Window", "\"9\" is not a bed's name or number"),
    ("house move 2: Orchid", "2: Orchid", "\"Orchid\" is not a room's name or number"),
    ("house seats lotus: 0", "lotus: 0", "\"0\" is not guests at a time, 1 to 1000."),
    ("house spa tax 100", "100", "\"100\" is not per cent on top of the prices"),
    ("house spa colour red", "colour", "there are name, tax, currency, address"),
    ("users phone mai@sen.example x", "x", "\"x\" is not a phone number"),
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
    (
      "house on",
      "Write service, kind, bed, room, therapist, web or consultation behind house on."
    ),
    ("house name bed", "Write a bed's name or number, a colon and its new name."),
    ("house name bed 2", "Write a colon and its new name behind L1."),
    ("house does dang linh:", "Write a colon and a kind of treatment behind Đặng Linh."),
    ("house hours", "Write monday to sunday, or every-day."),
  ])
  func whatIsMissingIsSaidAndNothingIsRed(text: String, sentence: String) {
    let line = HouseLine(text, names: Self.names)
    #expect(line.unread.isEmpty && line.problem == sentence, "\(line)")
  }

  @Test func aNameIsReadAsTheSpaWritesIt() {
    #expect(HouseLine("house leave 4", names: Self.names).readings == ["Đặng Linh"])
    #expect(HouseLine("house price 1 THAI 90'", names: Self.names).readings == ["1", "Thai 90'"])
    #expect(HouseLine("house move 2: LOTUS", names: Self.names).readings == ["L1: Lotus"])
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

  @Test(arguments: [
    (
      "mon-fri 9-17, sat 10:00-14:00 15-18, sun off",
      "Mon–Fri 09:00–17:00, every Sat 10:00–14:00 and 15:00–18:00, every Sun off"
    ),
    ("every-day 13:30-20", "every day 13:30–20:00"), ("Saturday off", "every Sat off"),
    ("fri-mon 18-2", "every Mon 18:00–02:00, Fri–Sun 18:00–02:00"),
    ("wed 9-13", "every Wed 09:00–13:00"),
  ])
  func aWeekIsWrittenAsItIsTyped(text: String, said: String) throws {
    let week = try #require(WorkingHours(written: text))
    #expect(ShiftWords.grouped(week.all).joined(separator: ", ") == said)
  }

  @Test(arguments: [
    "", "mon", "9-17", "mon 9-9", "mon 25-26", "mon 9-17 mon off", "mon off 9-17", "mon 9-17 off",
    "mo 9-17", "mon-tue-wed 9-17", "mon 9", "mon-fri 1-2 3-4 5-6 7-8 9-10", "-",
    "mon 9-17; tue 8-9",
  ])
  func aWeekThatIsNoneIsRefused(text: String) {
    #expect(WorkingHours(written: text) == nil)
  }
}
