extension Refusal {
  /// The refusal as its reader may hear it. Staff read every sentence. A customer reads a sentence
  /// of this table wherever the desk's own one could name staff, other guests, what time is blocked
  /// for, who is on leave, or notes that customers are not shown.
  package func told(to role: Role) -> Refusal {
    guard Visibility.Mask(role) == .customer, let told = code.forCustomers else { return self }
    return Refusal(told.code, told.sentence, alternatives: alternatives)
  }
}

extension Refusal.Code {
  /// Nil where the desk's sentence holds nothing but what the customer sent, the customer's own
  /// booking and what the spa tells everybody.
  fileprivate var forCustomers: (code: Refusal.Code, sentence: String)? {
    switch self {
    case .slotTaken, .blocked, .therapistAway, .therapistBusy, .notAtWork:
      (.slotTaken, "This time is not free; choose another.")
    case .bedBusy, .noBedFree: (.noBedFree, "No place is free at this time; choose another.")
    case .notQualified: (self, "This therapist does not do this service; choose another.")
    case .undoNotYours, .nothingToUndo:
      (.nothingToUndo, "There is nothing of yours to undo on this booking.")
    case .changedMeanwhile:
      (self, "This booking has changed meanwhile; look at it again before you change it.")
    case .customerExists: (self, "This phone number or e-mail is known already.")
    case .unreadable: (self, "This booking cannot be changed just now; call the spa.")
    case .other: (self, "This cannot be done now; call the spa.")
    case .alreadyDone, .alreadyCompleted, .alreadyCancelled, .alreadyNoShow, .alreadyInProgress,
      .notInProgress, .notAllowed, .noSuchBooking, .noSuchChange, .alreadyOver, .notToday,
      .tooEarly, .tooEarlyForNoShow, .guestHasArrived, .guestBusy, .outsideHours, .alreadyPast,
      .noSuchTherapist, .noSuchService, .noSuchCustomer, .noSuchBed, .noSuchBlock, .noSuchGuest,
      .noSuchTask,
      .noSessionLeft, .alreadyPaid, .reasonMissing, .undoTooLate, .tooOld, .databaseUnavailable,
      .tooMany,
      .malformed, .textTooLong, .notOnline, .offGrid, .notStored:
      nil
    }
  }
}
