import BookingDomain

/// What somebody looks at and wants to be told again whenever it changes.
enum DayQuestion: Hashable, Sendable {
  case schedule(therapist: UserID, LocalDate)
  case availability(ServiceID, therapist: UserID?, LocalDate)

  var date: LocalDate {
    switch self {
    case .schedule(_, let date), .availability(_, _, let date): date
    }
  }
}
