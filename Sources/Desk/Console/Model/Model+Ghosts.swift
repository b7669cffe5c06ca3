import BookingDomain
import DeskLanguage

extension Model {
  /// What does not stand on the board and is drawn there nevertheless: typed here, sent, or typed
  /// at another desk.
  package var ghosts: [Ghost] {
    let sent = orders.orders.flatMap { order in
      order.memo.ghosts.map {
        Ghost(
          .sent, therapist: $0.therapist, date: $0.date, time: $0.time, duration: $0.duration,
          buffer: $0.buffer, text: $0.text)
      }
    }
    let held = holds.all.map { hold in
      Ghost(
        .held, therapist: hold.slot.therapist, date: hold.slot.date, time: hold.slot.time,
        duration: hold.slot.duration, text: hold.byName)
    }
    return held + sent + (typing.draft?.ghosts ?? [])
  }
}
