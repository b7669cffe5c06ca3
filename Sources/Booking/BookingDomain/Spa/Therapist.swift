package struct Therapist: Hashable, Sendable {
  package enum State: String, CaseIterable, Hashable, Sendable {
    case available = "AVAILABLE"
    case busy = "BUSY"
    case offline = "OFFLINE"
    case onLeave = "ON_LEAVE"
  }

  package let id: UserID
  package let name: String
  /// The one qualification (`therapists.service_type_id`); nil for a therapist user without a
  /// `therapists` row, which the existing data has.
  package let serviceType: ServiceTypeID?
  package let state: State

  package init(id: UserID, name: String, serviceType: ServiceTypeID?, state: State) {
    (self.id, self.name, self.serviceType, self.state) = (id, name, serviceType, state)
  }
}

extension Therapist.State {
  /// The spa's word for it.
  package var word: String {
    switch self {
    case .available: "available"
    case .busy: "busy"
    case .offline: "offline"
    case .onLeave: "on leave"
    }
  }
}
