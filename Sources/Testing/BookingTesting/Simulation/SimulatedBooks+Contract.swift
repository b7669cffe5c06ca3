import BookingDomain

extension SimulatedBooks {
  /// What `StoreContractSpa.statements` writes into a database.
  package static var ofTheContract: SimulatedBooks {
    typealias Contract = StoreContractSpa
    let hours = BusinessHours(open: TimeOfDay(hour: 9), close: TimeOfDay(hour: 21))
    let massage = Service(
      id: 1, name: "Massage 60", type: 1, duration: 60, buffer: 15, isActive: true,
      price: Money("500000"))
    var books = SimulatedBooks(
      epoch: "contract",
      spa: Spa(
        name: "Sen Spa",
        therapists: [
          Therapist(id: 4, name: "Thu", serviceType: 1, state: .available),
          Therapist(id: 5, name: "Minh", serviceType: 1, state: .available),
        ],
        services: [massage], rooms: [Room(id: 1, name: "Lotus", capacity: 2, isActive: true)],
        beds: [
          Bed(id: 1, room: 1, name: "Bed 1", isActive: true),
          Bed(id: 2, room: 1, name: "Bed 2", isActive: true),
        ],
        hours: [
          .monday: hours, .tuesday: hours,
          .saturday: BusinessHours(open: TimeOfDay(hour: 22), close: .midnight),
          .sunday: BusinessHours(open: .midnight, close: .endOfDay),
        ]))
    let an = Customer(id: 5, name: "An", phone: "0901", alert: "ALLERGY: peanut oil")
    let binh = Customer(id: 6, name: "Binh", phone: "0902")
    books.register(an, email: "an@mail.vn")
    books.register(binh, email: "both@spa.vn")
    let service = ServiceSummary(id: massage.id, name: massage.name)
    books.sell(1, sessions: 3, held: 2, to: an.id, of: service)
    books.sell(2, sessions: 1, held: 1, to: binh.id, of: service)
    let rows: [(BookingID, Customer, UserID, String, BookingStatus, BedID)] = [
      (Contract.morning, an, 4, "10:00", .scheduled, 1),
      (Contract.other, binh, 5, "10:30", .scheduled, 2),
      (Contract.afternoon, an, 4, "14:00", .confirmed, 1),
    ]
    for (id, customer, therapist, time, status, bed) in rows {
      let booking = Booking(
        id: id, version: 1, customer: customer, service: service, therapist: therapist,
        date: Contract.date, time: Contract.clock(time), duration: 60, buffer: 15, status: status,
        place: Place(room: 1, roomName: "Lotus", bed: bed, bedName: "Bed \(bed)"),
        paymentItem: customer.id == an.id ? 1 : 2)
      books.apply(.insert(booking), at: Contract.moment(8, 0).instant)
    }
    return books
  }
}
