import BookingDomain

/// What a column of the grid stands for: whoever or whatever a booking takes up for its time.
package enum GridColumn: Hashable, Sendable {
  case therapist(UserID)
  case bed(BedID)
  /// What is booked in a room without a bed of its own.
  case room(RoomID)
  /// A day of one therapist's week.
  case day(LocalDate)
}
