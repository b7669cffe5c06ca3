import BookingDomain

/// A spa with a register for tests of the desk's language: its people have names that are also
/// words for days and other things. Sunday, 22 November 2026, as in `SampleSpa`.
package enum CounterSpa {
  package static let therapists: [(UserID, String)] = [
    (6, "Lan Anh"), (11, "Thu Hà"), (12, "Minh Châu"), (13, "Hồ Văn Tâm"), (14, "Hoàng Nam"),
    (15, "Hoa Phạm"), (16, "Tuệ Mẫn"), (17, "Xuân Lan"), (18, "Anna Lee"),
  ]

  package static let spa: Spa = {
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

  package static func service(_ id: ServiceID, _ name: String, _ minutes: Minutes) -> Service {
    Service(
      id: id, name: name, type: 1, duration: minutes, buffer: 15, isActive: true,
      price: Money("480000"))
  }

  package static let register: [CustomerCard] = [
    card(71, "Zora Quill", "0901237714", left: 3), card(72, "Yann Moss", "+84 938 555 838"),
    card(73, "Phạm Thị Lan", "0938-555-102"), card(74, "Lan Võ", "0977700321"),
    card(75, "Anne-Marie Weiß", "0912 000 111"), card(76, "Seán O’Brien", "0912000222"),
    card(77, "Minh Thu", "0913000333"), card(78, "Trần Minh Khoa", "0914000441"),
    card(79, "Trần Minh Khoa", "0914000442"), card(80, "Jæger Søren", "+45 31 23 45 67"),
    card(81, "Kim Ngân", "0900000000"), card(82, "Đinh Thục Anh", "84915000555"),
    card(83, "Lê Thị Mỹ Duyên", "0916000666"), card(84, "Lê Thị Mỹ Hạnh", "0916000666"),
    card(85, "王小明", "0917000777"), card(86, "Mai Phương", "0918000888"),
    card(87, "Jürgen Groß", "0920111222"), card(88, "أحمد الأحمد", "0920111333"),
    card(89, "Samuel Poe", "0920111444"),
  ]

  package static func card(_ id: Int64, _ name: String, _ phone: String, left: Int = 0)
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
  package static let bookings: [Booking] = [
    SampleSpa.booking(1, "Ola Berg", "17:00", with: 12),
    SampleSpa.booking(2, "Ida Lund", "19:00", with: 14, phone: "0919000999"),
    SampleSpa.booking(9, "Eva Holm", "17:00", with: 12, on: SampleSpa.date + 28),
  ].map { booking in
    var booking = booking
    booking.place = Place(room: 1, roomName: "Orchid", bed: 8, bedName: "G8")
    return booking
  }

  package static let waiting = [
    WaitingGuest(
      id: 8, customer: Customer(id: 74, name: "Lan Võ", phone: "0977700321"),
      service: ServiceSummary(id: 1, name: "Swedish Massage"), therapist: nil,
      date: SampleSpa.date, from: .midnight, until: .endOfDay, note: "", byName: "",
      since: SampleSpa.at("08:00"))
  ]

  /// As the server finds them: digits in the number, letters in the name.
  package static func matching(_ text: String) -> [CustomerCard] {
    let spellings = FoldedText.spellings(of: text).map { $0.text.split(separator: " ") }
    return register.filter { card in
      if text.allSatisfy({ $0.isASCII && $0.isNumber }) {
        return (card.customer.phone ?? "").filter(\.isNumber).contains(text)
      }
      let names = FoldedText.spellings(of: card.customer.name).map(\.text).joined(separator: " ")
      return spellings.contains { $0.allSatisfy { names.contains($0) } }
    }
  }

  package static func day(_ date: LocalDate) -> Availability {
    Availability(spa: spa, date: date, bookings: bookings.filter { $0.date == date })
  }

  /// As the server finds them.
  package static func starts(_ question: FreeQuestion) -> [FreeStart] {
    question.days.flatMap { day($0).starts(for: question) }
  }

  /// Two guests of Anna's, every day.
  package static func fullness(_ date: LocalDate) -> DayFullness {
    DayFullness(
      date: date, bookings: 2, bookedMinutes: 120, openMinutes: 600, closed: nil,
      ahead: [spa.therapists[0].id: 2])
  }
}
