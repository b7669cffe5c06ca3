import BookingDomain

extension SimulatedBooks {
  /// What `ContractSpa.statements` writes into a database.
  package static var ofTheContract: SimulatedBooks {
    typealias Contract = ContractSpa
    let (an, binh) = (Contract.an, Contract.binh)
    var books = SimulatedBooks(epoch: "contract", spa: Contract.spa)
    books.register(an, email: "an@mail.vn")
    books.register(binh, email: "both@spa.vn")
    let service = ServiceSummary(id: Contract.massage.id, name: Contract.massage.name)
    books.sell(1, sessions: 3, taken: 2, to: an.id, of: service)
    books.sell(2, sessions: 1, taken: 1, to: binh.id, of: service)
    for appointment in Contract.appointments {
      let bed = Contract.spa.beds.first { $0.id == appointment.bed }
      let booking = Booking(
        id: appointment.booking, version: 1, customer: appointment.customer, service: service,
        therapist: appointment.therapist, date: Contract.date, time: appointment.time,
        duration: Contract.massage.duration, buffer: Contract.massage.buffer,
        status: appointment.status,
        place: Place(room: 1, roomName: "Lotus", bed: appointment.bed, bedName: bed?.name),
        paymentItem: appointment.item)
      books.apply(.insert(booking), at: Contract.moment(8, 0).instant)
    }
    return books
  }
}
