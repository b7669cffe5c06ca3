import BookingDomain

/// Whom a guest asks for, and whose turn it is where nobody is asked for.
extension Drafting {
  /// `lan`. Without a name it is the booking's own therapist; typed again it removes the wish.
  func wish(_ text: String) -> Draft {
    guard let booking = context.selected else { return Self.nobodySelected }
    return read(text, .wish) { reading in
      let whom = reading.therapist ?? booking.therapist
      let isGone = booking.wish == whom && (reading.therapist == nil)
      let wish = isGone ? nil : whom
      let name = context.lexicon.name(of: whom)
      switch decide(.wish(wish), on: booking) {
      case .failure(let refusal): return .refused(refusal)
      case .success:
        let guest = booking.customer.name
        var draft = Draft(
          .ready(change(.wish(wish), of: booking)),
          says: isGone
            ? "\(guest) wishes for nobody in particular any more"
            : "\(Self.wish(true))\(guest) wishes for \(name)")
        draft.done = "\(draft.says)."
        draft.guest = guest
        return draft
      }
    }
  }

  /// What stands before the name of whom the guest asked for.
  static func wish(_ isWished: Bool) -> String { isWished ? "❤ " : "" }

  /// The warning before a guest gets another therapist than they asked for; empty where they asked
  /// for none.
  func warning(againstWishOf booking: Booking, with therapist: UserID) -> String {
    guard let wish = booking.wish, wish != therapist else { return "" }
    return "WISH: \(booking.customer.name) wished for \(context.lexicon.name(of: wish))."
  }

  func turn(of therapist: UserID, on day: Availability) -> String {
    let line = TurnOrder(day, at: context.moment).line(of: therapist)
    return "next by turn, \(line?.spoken ?? "nobody yet today")"
  }
}

extension Draft {
  /// Why this therapist was chosen, where none was named.
  mutating func explain(turn sentence: String) {
    guard isReady else { return }
    let place = chips.firstIndex { $0.kind == .therapist }.map { $0 + 1 } ?? chips.endIndex
    chips.insert(Chip(kind: .note, text: sentence, isSaid: false), at: place)
    says += ", \(sentence)"
  }
}

extension TurnOrder.Line {
  /// `60 min today, last served 11:30`.
  package var spoken: String {
    guard let lastServed else { return "nobody yet today" }
    return "\(minutes.count) min today, last served \(lastServed.onClock.hourMinute)"
  }
}
