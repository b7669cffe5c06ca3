import BookingDomain
import DeskLanguage
import Screen

/// One guest as a therapist needs to know them: below the time who it is, what must not be
/// forgotten, what is done and where, and what was written down.
package struct GuestCard: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package let text: DisplayText
    package let role: StyleRole
    /// The sign before it; the lines below it stand under its first letter.
    package var sign: StyleRole?
    package var indent = 0
    /// The whole row is painted: an alert is seen before it is read.
    package var isBand = false
  }

  package let booking: Booking
  /// Whether the time stands in figures that are read with the phone on the shelf.
  package let isBig: Bool
  package let lines: [Line]

  package init(_ booking: Booking, columns: Int, isBig: Bool, wording: Wording) {
    self.booking = booking
    self.isBig = isBig
    var lines: [Line] = []
    func add(
      _ text: String, _ role: StyleRole, sign: StyleRole? = nil, isBand: Bool = false
    ) {
      let indent = sign == nil ? 0 : 2
      let pieces = DisplayText(text).wrapped(to: columns - indent)
      for (index, piece) in pieces.enumerated() {
        lines.append(
          Line(
            text: piece, role: role, sign: index == 0 ? sign : nil, indent: indent, isBand: isBand))
      }
    }
    add(booking.customer.name, .title)
    if let alert = booking.customer.alert { add(alert, .alert, sign: .alert, isBand: true) }
    let what = booking.service.name
    // Beside big figures there is room for length and place.
    add(
      isBig
        ? what
        : [what, wording("\(booking.duration.count) min"), wording(booking.place.spoken)]
          .joined(separator: ", "),
      .detailsText)
    if let likes = booking.customer.preferences {
      add("\(wording("prefers")) \(likes)", .detailsText)
    }
    if let notes = booking.notes { add(notes, .detailsText, sign: .note) }
    self.lines = lines
  }

  /// Rows above the lines: the figures with the course of the treatment below them, or a row of
  /// words.
  package var headRows: Int { isBig ? BigText.rows + 2 : 1 }
  package var rows: Int { headRows + lines.count }
}

/// What the clock says about a guest, in a few words.
package struct GuestClock: Hashable, Sendable {
  package let text: String
  package let role: StyleRole
  /// How far the treatment is, in per cent; nil before and after.
  package var progress: Int?

  package init(_ booking: Booking, at moment: Moment, on day: DaySituation) {
    let attention = Attention(booking, at: moment, on: day)
    switch booking.status {
    case .inProgress:
      if let over = attention.overrun {
        (text, role, progress) = ("\(over.spoken) over", .overrun, 100)
      } else {
        let left = (attention.left ?? 0).count
        let total = max(1, left + (attention.running ?? 0).count)
        text = left == 0 ? "ends now" : "\(Minutes(left).spoken) left"
        (role, progress) = (.statusInProgress, (total - left) * 100 / total)
      }
    case .scheduled, .confirmed:
      let until = moment.minutesUntil(booking.start)
      if let waiting = attention.waiting {
        (text, role) = (waiting == 0 ? "is here" : "waiting \(waiting.spoken)", .arrived)
      } else if let late = attention.late {
        (text, role) = ("\(late.spoken) late", .late)
      } else if booking.date != moment.today {
        (text, role) = (booking.date.relative(to: moment.today), .headerToday)
      } else {
        (text, role) = (until <= 0 ? "now" : "in \(until.spoken)", .headerToday)
      }
    case .completed:
      let end = booking.endedAt.map { moment.zone.local($0).time } ?? booking.end
      (text, role) = ("done at \(end.hourMinute)", .listFaint)
    case .cancelled: (text, role) = ("cancelled", .listFaint)
    case .noShow: (text, role) = ("did not come", .listFaint)
    }
  }
}
