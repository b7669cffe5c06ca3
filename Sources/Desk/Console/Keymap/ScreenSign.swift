import Screen

/// Every sign that screens draw, with what it means: help shows all of them, and no screen draws
/// another one.
package struct ScreenSign: Hashable, Sendable {
  /// How it is drawn.
  package enum Mark: Hashable, Sendable {
    /// As the theme draws these, side by side.
    case roles([StyleRole])
    case drawn(String)
  }

  package let mark: Mark
  package let meaning: String

  private init(_ roles: StyleRole..., meaning: String) {
    (mark, self.meaning) = (.roles(roles), meaning)
  }

  private init(drawn text: String, meaning: String) {
    (mark, self.meaning) = (.drawn(text), meaning)
  }

  package static let above = "▴"
  package static let below = "▾"
  package static let left = "‹"
  package static let right = "›"
  package static let chosen = "▸"

  /// In the order of the help screen.
  /// - Parameter takesMoney: the key that does.
  package static func all(takesMoney: String) -> [ScreenSign] {
    [
      ScreenSign(.statusScheduled, meaning: "Scheduled: booked, and not confirmed yet"),
      ScreenSign(.statusConfirmed, meaning: "Confirmed"),
      ScreenSign(.statusInProgress, meaning: "In progress"),
      ScreenSign(.statusCompleted, meaning: "Completed (done)"),
      ScreenSign(.statusCancelled, meaning: "Cancelled"),
      ScreenSign(.statusNoShow, meaning: "No-show: the guest did not come"),
      ScreenSign(.arrived, meaning: "The guest is here and waits, with the minutes"),
      ScreenSign(.late, meaning: "The guest is late, with the minutes"),
      ScreenSign(.overrun, meaning: "The treatment runs over its time, with the minutes"),
      ScreenSign(.owes, meaning: "Not paid yet: \(takesMoney) takes it"),
      ScreenSign(.paid, meaning: "Paid"),
      ScreenSign(.alert, meaning: "Something about the guest that must be known"),
      ScreenSign(.note, meaning: "A note"),
      ScreenSign(
        .wish, meaning: "The guest asked for a therapist; reversed where it is with another one"),
      ScreenSign(
        .linked, meaning: "One visit with others of the day: what is done is done to all of it"),
      ScreenSign(.pending, meaning: "Sent, and not answered yet"),
      ScreenSign(.refused, meaning: "Refused a moment ago"),
      ScreenSign(.selection, meaning: "Selected: what the keys are about"),
      ScreenSign(.conflict, meaning: "Somebody stands in the way of what is being typed"),
      ScreenSign(.gridBlocked, meaning: "Blocked time, with its reason"),
      ScreenSign(.buffer, meaning: "Kept free after a booking"),
      ScreenSign(.gridClosed, meaning: "Closed, or the therapist is away or not at work"),
      ScreenSign(.gridHour, meaning: "A full hour"),
      ScreenSign(.gridNow, meaning: "Now"),
      ScreenSign(.gridLine, meaning: "How far a booking goes, and a full hour on the wall"),
      ScreenSign(drawn: "(+15)", meaning: "How many minutes later it will probably begin"),
      ScreenSign(drawn: "\(above) \(below)", meaning: "More above, more below"),
      ScreenSign(drawn: "\(left) \(right)", meaning: "More columns on the left, on the right"),
      ScreenSign(drawn: chosen, meaning: "Chosen from a list"),
      ScreenSign(.gaugeFull, .gaugeEmpty, meaning: "How much of the time is booked, and is not"),
      ScreenSign(
        .connectionLive, .connectionPolling, .connectionReconnecting, .connectionStale,
        meaning:
          "The line: live, asked every few seconds, being made again, away and the picture old"),
      ScreenSign(
        .toastInfo, .toastSuccess, .toastWarning, .toastError,
        meaning: "A message: for information, done, to be looked at, not done"),
    ]
  }
}
