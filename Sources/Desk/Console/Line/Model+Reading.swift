import BookingDomain
import DeskLanguage

/// What a line in the desk's language means on this board, now.
extension Model {
  package var phraseContext: PhraseContext? {
    guard let lexicon = board.lexicon, let person else { return nil }
    var context = PhraseContext(
      lexicon: lexicon, day: board.availability, date: typing.origin?.date ?? board.date,
      bookings: board.ofTheDay, waiting: board.waiting, selected: selected, person: person,
      moment: moment, found: found.cards)
    context.policy = policy
    context.visit = selectedVisit
    context.free = foundDays.free
    context.fullness = foundDays.fullness
    context.askedInVain = foundDays.wasAskedInVain
    context.guest = typing.guest ?? selected.map { PhraseContext.Guest($0.customer, file: nil) }
    context.openTasks = board.openTasks.count
    context.days = otherDays.days
    context.files = otherDays.files
    return context
  }

  /// The others of what a line is about, as they are now where they are on the board.
  private var selectedVisit: [Booking] {
    guard case .command = mode, typing.about != nil else {
      return selectedBooking.map(board.others(onVisitOf:)) ?? []
    }
    return typing.visit.map { board.bookings[$0.id] ?? $0 }
  }

  /// What a line is about, as it is now where it is on the board.
  private var selected: Booking? {
    guard case .command = mode, let about = typing.about else { return selectedBooking }
    return board.bookings[about.id] ?? about
  }

  /// What a line would do.
  package func draft(_ verb: Verb, _ text: String) -> Draft {
    phraseContext.map { verb.draft(text, at: $0) } ?? .problem("The day is not here yet.")
  }

  /// The same, as it was made with the last message where it is that line.
  func draft(of line: String) -> Draft? {
    if let draft = typing.draft, typing.draftedLine == line { return draft }
    return CommandLine.phrase(line).map { draft($0.verb, $0.text) }
  }
}
