import BookingDomain
import BookingTesting

/// Monday, at the spa of these tests.
let day = LocalDate(dayNumber: 20_000 + 3)
let zone = SampleSpa.zone

func at(_ hour: Int, _ minute: Int = 0, on date: LocalDate = day) -> Moment {
  let moment = LocalMoment(date: date, time: TimeOfDay(hour: hour, minute: minute))
  return Moment(zone.timestamp(moment), in: zone)
}

let mai: UserID = 11
let linh: UserID = 12
let reception = Person(id: .user(1), role: .receptionist, name: "An")
let otherDesk = Person(id: .user(2), role: .receptionist, name: "Binh")
let manager = Person(id: .user(3), role: .manager, name: "Chi")
let ownTherapist = Person(id: .user(mai), role: .therapist, name: "Mai")
let otherTherapist = Person(id: .user(linh), role: .therapist, name: "Linh")
let guest = Person(id: .customer(7), role: .customer, name: "Nguyen Thi Hoa")

func booking(
  _ id: BookingID = 1, at hour: Int = 14, _ minute: Int = 0, for duration: Minutes = 60,
  buffer: Minutes = 10, with therapist: UserID = mai, bed: BedID? = 1,
  status: BookingStatus = .scheduled, on date: LocalDate = day
) -> Booking {
  Booking(
    id: id, version: 1,
    customer: Customer(
      id: 7, name: "Nguyen Thi Hoa", phone: "0901234567", alert: "Nut allergy"),
    service: ServiceSummary(id: 5, name: "Swedish Massage"), therapist: therapist, date: date,
    time: TimeOfDay(hour: hour, minute: minute), duration: duration, buffer: buffer,
    status: status, place: Place(room: 1, roomName: "Lotus", bed: bed, bedName: "A"),
    paymentItem: 9, notes: "Prefers low pressure")
}

extension Booking {
  func with(_ adjust: (inout Booking) -> Void) -> Booking {
    var copy = self
    adjust(&copy)
    return copy
  }
}

/// What `change` comes to; the booking's own day is otherwise empty unless told.
func outcome(
  of change: Change, on booking: Booking, by person: Person = reception, now: Moment,
  among neighbours: [Booking] = [], sessionsLeft: Int? = nil, hours: BusinessHours? = nil,
  days: [LocalDate: Availability] = [:]
) -> Result<Decision.Outcome, Refusal> {
  Decision.decide(
    change, on: booking, by: person, now: now,
    given: Decision.Surroundings(
      neighbours: neighbours, sessionsLeft: sessionsLeft, hours: hours, days: days))
}

extension Result where Success == Decision.Outcome, Failure == Refusal {
  var status: BookingStatus? { try? get().booking.status }

  var refusal: Refusal.Code? {
    if case .failure(let refusal) = self { refusal.code } else { nil }
  }
}

let swedish = Service(
  id: 5, name: "Swedish Massage", type: 1, duration: 60, buffer: 10, isActive: true)
let facial = Service(id: 6, name: "Facial", type: 2, duration: 45, buffer: 5, isActive: true)

/// The sample spa with what the rules tell apart: two massage therapists and one for faces, one on
/// leave; a room for one, a room for two, a room that is closed.
let spa: Spa = {
  var spa = SampleSpa.spa
  spa.therapists = [
    Therapist(id: mai, name: "Mai", serviceType: 1, state: .available),
    Therapist(id: linh, name: "Linh", serviceType: 1, state: .busy),
    Therapist(id: 13, name: "Trang", serviceType: 2, state: .available),
    Therapist(id: 14, name: "Yen", serviceType: 1, state: .onLeave),
  ]
  spa.services = [swedish, facial]
  spa.rooms = [
    Room(id: 1, name: "Lotus", capacity: 1, isActive: true),
    Room(id: 2, name: "Couples", capacity: 2, isActive: true),
    Room(id: 3, name: "Closed", capacity: 1, isActive: false),
  ]
  spa.beds = [
    Bed(id: 1, room: 1, name: "L1", isActive: true),
    Bed(id: 2, room: 2, name: "C1", isActive: true),
    Bed(id: 3, room: 2, name: "C2", isActive: true),
    Bed(id: 4, room: 3, name: "X", isActive: true),
  ]
  return spa
}()

/// The same with one therapist at work, one bed, and open on Mondays alone.
func oneBedSpa(_ service: Service, until close: Int) -> Spa {
  var small = spa
  small.therapists = [
    Therapist(id: mai, name: "Mai", serviceType: 1, state: .available),
    Therapist(id: linh, name: "Linh", serviceType: 1, state: .onLeave),
  ]
  small.services = [service]
  small.rooms = [Room(id: 1, name: "Lotus", capacity: 1, isActive: true)]
  small.beds = [Bed(id: 1, room: 1, name: "A", isActive: true)]
  small.hours = [
    .monday: BusinessHours(open: TimeOfDay(hour: 9), close: TimeOfDay(hour: close))
  ]
  return small
}

func whole(_ bookings: [Booking], blocks: [Block] = [], on date: LocalDate = day)
  -> [LocalDate: Availability]
{
  [date: Availability(spa: spa, date: date, bookings: bookings, blocks: blocks)]
}

extension Result where Failure == Refusal {
  var sentence: String {
    if case .failure(let refusal) = self { refusal.sentence } else { "" }
  }
}
