import BookingDomain

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
  /// A guest's fields have other names in the register than in a booking, and one order.
  static func fields(of guest: Customer) -> (
    id: Int64, name: String, phone: String?, alert: String?, preferences: String?
  ) {
    (guest.id.number, guest.name, guest.phone, guest.alert, guest.preferences)
  }

  static func guest(
    _ id: Int64, _ name: String, _ phone: String?, _ alert: String?, _ preferences: String?
  ) -> Customer {
    Customer(id: CustomerID(id), name: name, phone: phone, alert: alert, preferences: preferences)
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
