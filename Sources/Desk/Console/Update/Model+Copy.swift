import BookingDomain
import DeskLanguage
import Screen

extension Model {
  /// `Fri 27 Nov 15:45–16:30, Zora Quill 0901237714, Facial, with Mai, Orchid, bed 2`: a booking as it
  /// is told somebody else.
  func line(of booking: Booking) -> String {
    let times =
      booking.hasUnreadableTimes
      ? "" : " \(booking.time.hourMinute)–\(booking.end.hourMinute)"
    let guest = [booking.customer.name, booking.customer.phone].compactMap(\.self)
    let parts = [
      wording(booking.date.short + times), guest.joined(separator: " "), booking.service.name,
      wording("with \(board.therapistName(booking.therapist))"), wording(booking.place.spoken),
    ]
    return DisplayText(parts.joined(separator: ", ")).text
  }
}
