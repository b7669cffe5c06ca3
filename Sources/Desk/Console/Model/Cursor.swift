import BookingDomain

/// A time in a column of the grid where no booking stands.
package struct Spot: Hashable, Sendable {
  package let column: GridColumn
  package let date: LocalDate
  package let time: TimeOfDay
}

/// What the next key is about.
package enum Cursor: Hashable, Sendable {
  case booking(BookingID)
  case spot(Spot)
}
