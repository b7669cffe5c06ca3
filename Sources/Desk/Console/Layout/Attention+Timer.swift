import BookingDomain
import Screen

extension Attention {
  /// The most urgent timer and how it is drawn.
  var timer: (role: StyleRole, minutes: Minutes)? {
    if let overrun { return (.overrun, overrun) }
    if let late { return (.late, late) }
    if let waiting { return (.arrived, waiting) }
    return nil
  }
}
