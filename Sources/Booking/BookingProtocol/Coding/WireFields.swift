import BookingDomain

/// The guest of a booking or of the waiting list, whatever message names them.
protocol GuestFields {
  var customerId: Int64 { get }
  var customerName: String { get }
  var customerPhone: String? { get }
  var customerAlert: String? { get }
  var customerPreferences: String? { get }
}

extension GuestFields {
  var guest: Customer {
    Customer(
      id: CustomerID(customerId), name: customerName, phone: customerPhone, alert: customerAlert,
      preferences: customerPreferences)
  }
}

/// A service as messages name it.
protocol ServiceFields {
  var serviceId: Int64 { get }
  var serviceName: String { get }
}

extension ServiceFields {
  var service: ServiceSummary { ServiceSummary(id: ServiceID(serviceId), name: serviceName) }
}

/// The room, and the bed where there is one.
protocol PlaceFields {
  var roomId: Int64 { get }
  var roomName: String { get }
  var bedId: Int64? { get }
  var bedName: String? { get }
}

extension PlaceFields {
  var place: Place {
    Place(room: RoomID(roomId), roomName: roomName, bed: bedId.map { BedID($0) }, bedName: bedName)
  }
}

extension Wire {
  static func fields(of guest: Customer) -> (
    id: Int64, name: String, phone: String?, alert: String?, preferences: String?
  ) {
    (guest.id.number, guest.name, guest.phone, guest.alert, guest.preferences)
  }

  static func fields(of service: ServiceSummary) -> (id: Int64, name: String) {
    (service.id.number, service.name)
  }

  static func fields(of place: Place) -> (
    room: Int64, roomName: String, bed: Int64?, bedName: String?
  ) {
    (place.room.number, place.roomName, place.bed?.number, place.bedName)
  }
}
