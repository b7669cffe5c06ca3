import BookingDomain
import BookingTesting
import DeskLanguage

/// A counter with a register, where lines are read: a Sunday morning, 22 November 2026, half past
/// eight.
struct Counter {
  static let therapists: [(UserID, String)] = [
    (6, "Lan Anh"), (11, "Thu Hà"), (12, "Minh Châu"), (13, "Hồ Văn Tâm"), (14, "Hoàng Nam"),
    (15, "Hoa Phạm"), (16, "Tuệ Mẫn"), (17, "Xuân Lan"), (18, "Anna Lee"),
  ]

  static let spa: Spa = {
    var spa = SampleSpa.spa
    spa.therapists = therapists.map { SampleSpa.therapist($0.0, $0.1) }
    spa.services = [
      service(1, "Swedish Massage", 60), service(2, "Swedish Massage", 90),
      service(3, "Hot Stone", 90), service(4, "Massage Thái", 60),
      service(5, "Foot Massage", 45), service(6, "Massage thư giãn 60'", 60),
    ]
    spa.rooms = [Room(id: 1, name: "Orchid", capacity: 8, isActive: true)]
    spa.beds = (1...8).map { Bed(id: BedID($0), room: 1, name: "G\($0)", isActive: true) }
    return spa
  }()

  private static func service(_ id: ServiceID, _ name: String, _ minutes: Minutes) -> Service {
    Service(
      id: id, name: name, type: 1, duration: minutes, buffer: 15, isActive: true,
      price: Money("480000"))
  }

  static let register: [CustomerCard] = [
    card(71, "Zora Quill", "0901237714", left: 3), card(72, "Yann Moss", "+84 938 555 838"),
    card(73, "Phạm Thị Lan", "0938-555-102"), card(74, "Lan Võ", "0977700321"),
    card(75, "Anne-Marie Weiß", "0912 000 111"), card(76, "Seán O’Brien", "0912000222"),
    card(77, "Minh Thu", "0913000333"), card(78, "Trần Minh Khoa", "0914000441"),
    card(79, "Trần Minh Khoa", "0914000442"), card(80, "Jæger Søren", "+45 31 23 45 67"),
    card(81, "Kim Ngân", "0900000000"), card(82, "Đinh Thục Anh", "84915000555"),
    card(83, "Lê Thị Mỹ Duyên", "0916000666"), card(84, "Lê Thị Mỹ Hạnh", "0916000666"),
    card(85, "王小明", "0917000777"), card(86, "Mai Phương", "0918000888"),
  ]

  private static func card(_ id: Int64, _ name: String, _ phone: String, left: Int = 0)
    -> CustomerCard
  {
    let sessions = [
      PaidSessions(
        item: PaymentItemID(id), service: ServiceSummary(id: 1, name: "Swedish Massage"),
        total: 10, left: left, paidAt: nil)
    ]
    return CustomerCard(
      customer: Customer(id: CustomerID(id), name: name, phone: phone), email: nil, notes: nil,
      sessions: left == 0 ? [] : sessions, lastVisit: nil, nextVisit: nil)
  }

  /// On the twentieth of December Minh Châu has a guest at five.
  static let bookings: [Booking] = [
    SampleSpa.booking(1, "Ola Berg", "17:00", with: 12),
    SampleSpa.booking(2, "Ida Lund", "19:00", with: 14, phone: "0919000999"),
    SampleSpa.booking(9, "Eva Holm", "17:00", with: 12, on: SampleSpa.date + 28),
  ].map { booking in
    var booking = booking
    booking.place = Place(room: 1, roomName: "Orchid", bed: 8, bedName: "G8")
    return booking
  }

  static let waiting = [
    WaitingGuest(
      id: 8, customer: Customer(id: 74, name: "Lan Võ", phone: "0977700321"),
      service: ServiceSummary(id: 1, name: "Swedish Massage"), therapist: nil,
      date: SampleSpa.date, from: .midnight, until: .endOfDay, note: "", byName: "",
      since: SampleSpa.at("08:00"))
  ]

  static let lexicon = Lexicon(spa: spa)

  /// As the server finds them: digits in the number, letters in the name.
  static func matching(_ text: String) -> [CustomerCard] {
    let words = FoldedText(text).text.split(separator: " ")
    return register.filter { card in
      if text.allSatisfy({ $0.isASCII && $0.isNumber }) {
        return (card.customer.phone ?? "").filter(\.isNumber).contains(text)
      }
      let name = FoldedText(card.customer.name).text
      return words.allSatisfy { name.contains($0) }
    }
  }

  var found: [String: [CustomerCard]] = [:]
  var free: [FreeQuestion: [FreeStart]] = [:]
  var fullness: [LocalDate: DayFullness] = [:]
  var shown = SampleSpa.date
  var date = SampleSpa.date
  private var person = SampleSpa.reception

  /// Other days, once they were asked for.
  private var days: [LocalDate: Availability] = [:]
  private var filesOf: [Booking] = []

  private static func day(_ date: LocalDate) -> Availability {
    Availability(spa: spa, date: date, bookings: bookings.filter { $0.date == date })
  }

  private var context: PhraseContext {
    var context = boardContext
    context.days = days
    context.files = Dictionary(grouping: filesOf, by: \.customer.id)
    return context
  }

  private var boardContext: PhraseContext {
    let day = Self.day(shown)
    var context = PhraseContext(
      lexicon: Self.lexicon, day: day, date: date, bookings: day.bookings, waiting: Self.waiting,
      selected: Self.bookings[0], person: person,
      moment: Moment(SampleSpa.at("08:30"), in: SampleSpa.zone), found: found)
    context.free = free
    context.fullness = fullness
    return context
  }

  /// As the server finds them.
  private static func starts(_ question: FreeQuestion) -> [FreeStart] {
    question.days.flatMap { day($0).starts(for: question) }
  }

  /// Two guests of Anna's, every day.
  private static func fullness(_ date: LocalDate) -> DayFullness {
    DayFullness(
      date: date, bookings: 2, bookedMinutes: 120, openMinutes: 600, closed: nil,
      ahead: [spa.therapists[0].id: 2])
  }

  /// The line with everything answered that it asks for.
  mutating func draft(_ verb: Verb, _ text: String) -> Draft {
    person = verb == .shift ? SampleSpa.manager : SampleSpa.reception
    for _ in 0..<12 {
      let draft = verb.draft(text, at: context)
      switch draft.outcome {
      case .asks(let question): found[question] = Self.matching(question)
      case .asksFree(let question): free[question] = Self.starts(question)
      case .asksDays(let days): for date in days { fullness[date] = Self.fullness(date) }
      case .needsDay(let date): shown = date
      case .needsDays(let dates): for date in dates { days[date] = Self.day(date) }
      case .needsFile: filesOf = Self.bookings
      default: return draft
      }
    }
    return verb.draft(text, at: context)
  }

  /// Chips, or the red words and what is said of them.
  mutating func reading(_ verb: Verb, _ text: String) -> String {
    let draft = draft(verb, text)
    let chips = draft.chips.map(\.text).joined(separator: " · ")
    let red = draft.words.filter { $0.kind == .unread }.map(\.written).joined(separator: " ")
    let warning = draft.warning.isEmpty ? "" : "! \(draft.warning) "
    switch draft.outcome {
    case .ready, .readyAll, .shows, .begins: return warning + (chips.isEmpty ? draft.says : chips)
    case .problem(let sentence, _):
      return (red.isEmpty ? "no: " : "RED [\(red)] ") + sentence
    case .asks, .asksFree, .asksDays, .needsDay, .needsDays, .needsFile: return "asks for ever"
    }
  }
}
