import BookingDomain

/// A therapist looks at the screen between two guests and presses nothing: it shows by itself who
/// is there or comes next.
extension Model {
  /// Whoever pressed a key wants to see what they looked at, or take it back (milliseconds).
  package static let lookTime: Int64 = 120_000

  mutating func keepLooking() {
    guard view == .own else { return }
    viewport.looksUntil = Timestamp(milliseconds: now.milliseconds + Self.lookTime)
  }

  mutating func showNow() {
    viewport.top = nil
    guard view == .own else { return }
    viewport.looksUntil = nil
    selection = guestOfNow?.id
  }

  /// Nobody is in the middle of something.
  var goesOnByItself: Bool {
    view == .own && stage == .day && isOnToday && mode == .normal && overlay == nil
  }

  mutating func goOnWithTheDay() {
    guard goesOnByItself, board.isLoaded else { return }
    if let until = viewport.looksUntil {
      guard until <= now else { return }
      viewport.looksUntil = nil
    }
    let next = guestOfNow?.id
    guard next != selection else { return }
    selection = next
    if let next { freshChanges.note(next, at: now) }
  }
}
