import BookingDomain
import BookingProtocol
import BookingStore
import BookingTesting

/// The small spa of the simulated worlds: two therapists, two days, few bookings, so that things
/// meet often.
enum SimulatedSpa {
  static let today = SampleSpa.date
  static let therapists: [UserID] = [11, 12]
  static let start = SampleSpa.at("13:00").milliseconds

  static let people: [Person] = [
    SampleSpa.reception, SampleSpa.manager, SampleSpa.therapistLinh,
    Person(id: .user(12), role: .therapist, name: "Mai Trần"),
    Person(id: .user(3), role: .receptionist, name: "Hoa Lê"),
    Person(id: .customer(1001), role: .customer, name: "Guest 1"),
  ]

  /// Those of the first two bookings.
  static let customers: [CustomerID] = [1001, 1002]

  /// The sample's people, with what is needed to book.
  private static var spa: Spa {
    var spa = SampleSpa.spa
    spa.services = [
      Service(
        id: 1, name: "Swedish Massage", type: 1, duration: 60, buffer: 15, isActive: true,
        price: Money("480000")),
      Service(
        id: 2, name: "Long Massage", type: 1, duration: 90, buffer: 15, isActive: true,
        price: Money("650000")),
    ]
    spa.rooms = [Room(id: 1, name: "Orchid", capacity: 8, isActive: true)]
    spa.beds = (1...8).map { Bed(id: BedID($0), room: 1, name: "\($0)", isActive: true) }
    return spa
  }

  static func books() -> SimulatedBooks {
    var books = SimulatedBooks(epoch: "first", spa: spa)
    for (number, customer) in customers.enumerated() {
      books.sell(
        PaymentItemID(Int64(11 + number)), sessions: 3, taken: 0, to: customer,
        of: ServiceSummary(id: 1, name: "Swedish Massage"))
    }
    for number in 1...5 as ClosedRange<Int64> {
      books.sell(PaymentItemID(number), sessions: 1, taken: 1)
      books.apply(.insert(booking(number)), at: Timestamp(milliseconds: start))
    }
    return books
  }

  static func booking(_ number: Int64, therapist: UserID? = nil, on day: LocalDate? = nil)
    -> Booking
  {
    SampleSpa.booking(
      number, "Guest \(number)", ["13:00", "13:10", "14:15", "15:30", "13:20"][Int(number) % 5],
      with: therapist ?? therapists[Int(number) % 2], phone: "0901 \(number)",
      alert: "Allergy: \(number)", notes: "note \(number)",
      on: day ?? (number % 3 == 0 ? today + 1 : today))
  }
}
