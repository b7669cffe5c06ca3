/// A normal answer for a person: what was asked for does not happen, and why.
package struct Refusal: Error, Hashable, Sendable {
  /// The reason as programs compare it.
  package enum Code: String, CaseIterable, Hashable, Sendable {
    case alreadyDone
    case alreadyCompleted
    case alreadyCancelled
    case alreadyNoShow
    case notInProgress
    case notAllowed
    case notYours
    case noSuchBooking
    case noSuchChange
    case dayIsOver
    case notToday
    case tooEarly
    case tooEarlyForNoShow
    case guestHasArrived
    case therapistBusy
    case bedBusy
    case slotTaken
    case noSessionLeft
    case reasonMissing
    case nothingToUndo
    case undoTooLate
    case undoNotYours
    case changedMeanwhile
    case tooOld
    case databaseUnavailable
    case tooMany
    case malformed
  }

  package let code: Code
  /// One sentence for the person who asked.
  package let sentence: String

  package init(_ code: Code, _ sentence: String) {
    self.code = code
    self.sentence = sentence
  }
}
