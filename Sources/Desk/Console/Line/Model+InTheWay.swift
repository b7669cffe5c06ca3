import BookingDomain
import DeskLanguage

extension Model {
  /// Whose bookings stand where what is being typed would: they are marked on the board.
  package var inTheWay: Set<BookingID> {
    guard case .command = mode, let draft = typing.draft else { return [] }
    let itself = CommandLine.phrase(typing.draftedLine).flatMap {
      $0.verb.isAboutSelection ? typing.about?.id : nil
    }
    var found: Set<BookingID> = []
    for ghost in draft.ghosts where ghost.kind == .conflict || ghost.kind == .override {
      let until = ghost.time + ghost.duration + ghost.buffer
      for booking in board.byTherapist[ghost.therapist] ?? []
      where booking.id != itself && booking.status.occupies && board.date == ghost.date {
        let taken = booking.occupied(on: ghost.date)
        if taken.start < until, ghost.time < taken.end { found.insert(booking.id) }
      }
    }
    return found
  }
}
