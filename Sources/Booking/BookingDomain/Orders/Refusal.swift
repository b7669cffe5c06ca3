/// A normal answer for a person: what was asked for does not happen, and why.
package struct Refusal: Error, Hashable, Sendable {
  /// The reason as programs compare it.
  package enum Code: String, CaseIterable, Hashable, Sendable {
    case alreadyDone
    case alreadyCompleted
    case alreadyCancelled
    case alreadyNoShow
    case alreadyInProgress
    case notInProgress
    case notAllowed
    case noSuchBooking
    case noSuchChange
    /// A value of its row cannot be read.
    case unreadable
    case alreadyOver
    case notToday
    case tooEarly
    case tooEarlyForNoShow
    case guestHasArrived
    case therapistBusy
    case bedBusy
    /// Another treatment of the visit goes on.
    case guestBusy
    case slotTaken
    /// The therapist's time is blocked.
    case blocked
    case outsideHours
    /// The spa is open, and the therapist does not work then.
    case notAtWork
    case alreadyPast
    case notQualified
    /// On leave, or not with the spa any more.
    case therapistAway
    case noBedFree
    case noSuchTherapist
    case noSuchService
    case noSuchCustomer
    case noSuchBed
    case noSuchBlock
    /// Not on the waiting list.
    case noSuchGuest
    case noSuchTask
    /// Another customer has this phone number or e-mail.
    case customerExists
    case noSessionLeft
    /// Nothing of it is to be paid any more.
    case alreadyPaid
    case reasonMissing
    case nothingToUndo
    case undoTooLate
    case undoNotYours
    /// The sender saw another status or version than the stored one.
    case changedMeanwhile
    /// It arrived past its `notAfter`.
    case tooOld
    case databaseUnavailable
    /// The database is well and did not take it; the sentence has its words.
    case notStored
    case tooMany
    case malformed
    /// Longer than `TextLimit` allows; nothing was cut.
    case textTooLong
    /// The web shop does not offer this service, length or place.
    case notOnline
    /// Not one of the starts that are offered.
    case offGrid
    /// A reason that this program does not know yet; the sentence says it.
    case other
  }

  package let code: Code
  /// One sentence for the person who asked.
  package let sentence: String
  /// Free starts of the same day to choose instead, nearest first, at most three.
  package let alternatives: [TimeOfDay]

  package init(_ code: Code, _ sentence: String, alternatives: [TimeOfDay] = []) {
    (self.code, self.sentence, self.alternatives) = (code, sentence, alternatives)
  }
}

extension Refusal {
  /// Of several days that were asked for, the one that it is about.
  func on(_ date: LocalDate) -> Refusal {
    Refusal(code, "\(date.short): \(sentence)")
  }
}

extension Refusal.Code {
  /// Whether another start could do.
  var yieldsToTime: Bool {
    switch self {
    case .slotTaken, .blocked, .outsideHours, .notAtWork, .alreadyPast, .bedBusy, .noBedFree: true
    default: false
    }
  }

  /// Whether it is a rule about who is where when, which a manager may set aside with a reason.
  package var yieldsToReason: Bool {
    switch self {
    case .slotTaken, .blocked, .outsideHours, .notAtWork, .alreadyPast, .notQualified,
      .therapistAway, .bedBusy, .noBedFree:
      true
    default: false
    }
  }
}
