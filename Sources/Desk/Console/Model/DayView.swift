import BookingDomain

/// How the bookings are looked at. All views share selection, day and orders.
package enum DayView: String, CaseIterable, Hashable, Sendable {
  /// A column a therapist.
  case board
  /// The next hours as a list, what needs somebody first.
  case agenda
  /// A column a bed, grouped by room.
  case rooms
  /// A column a day, for one therapist.
  case week
  /// The manager's wall: read from three metres, without a keyboard.
  case wall
  /// A therapist's own day: the next guest big, the day as a list.
  case own
}

extension Model {
  /// Whether the view is the grid of columns and rows.
  package var showsGrid: Bool { view == .board || view == .rooms || view == .week }

  /// The views this person has, their own first.
  package var views: [DayView] { person?.role == .therapist ? Self.own : Self.all }

  private static let own: [DayView] = [.own, .week]
  private static let all: [DayView] = [.board, .agenda, .rooms, .week, .wall]

  /// The one on the screen.
  package var view: DayView {
    viewport.view.flatMap { views.contains($0) ? $0 : nil } ?? views[0]
  }

  /// Whose week is shown.
  package var weekTherapist: UserID? {
    if person?.role == .therapist, case .user(let own)? = person?.id { return own }
    return viewport.therapist ?? selectedBooking?.therapist ?? board.spa?.therapists.first?.id
  }

  /// The days that the view shows: the selected one, or its week from the day on which weeks begin here.
  package func days(around date: LocalDate) -> ClosedRange<LocalDate> {
    guard view == .week else { return date...date }
    let first = setup.weekBegins.place
    let today = date.weekday.place
    let begin = date - (today - first + 7) % 7
    return begin...begin + 6
  }

  /// The days that have to be known to show that one: in the first half of today what was begun
  /// yesterday may still go on.
  func watchedDays(around date: LocalDate) -> ClosedRange<LocalDate> {
    let days = days(around: date)
    guard date == moment.today, moment.local.time < Booking.nightEnds else { return days }
    return min(days.lowerBound, date - 1)...days.upperBound
  }

  /// The bookings that can be selected, by time, then number.
  package var shownBookings: [Booking] {
    guard view == .week else { return board.ofTheDay }
    let days = days(around: board.date)
    return board.bookings.values
      .filter { $0.therapist == weekTherapist && days.contains($0.date) }
      .sorted { ($0.date, $0.time, $0.id) < ($1.date, $1.time, $1.id) }
  }
}
