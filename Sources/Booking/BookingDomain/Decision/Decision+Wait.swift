extension Decision {
  /// - Parameters:
  ///   - isKnown: whether there is this customer.
  ///   - waiting: everybody who waits on that date already.
  ///   - spa: with the service and the therapist asked for.
  /// - Returns: nil where the guest may be put on the list, or why not.
  package static func refusal(
    of wanted: NewWaiting, isKnown: Bool, beside waiting: [WaitingGuest], by person: Person,
    now: Moment, given spa: Spa
  ) -> Refusal? {
    guard Rights.scope(of: .keepWaitingList, for: person.role) == .all else {
      return Refusal(.notAllowed, Operation.keepWaitingList.refusal(for: person.role))
    }
    guard isKnown else {
      return Refusal(.noSuchCustomer, "There is no customer \(wanted.customer).")
    }
    guard spa.services.contains(where: { $0.id == wanted.service && $0.isActive }) else {
      return Refusal(.noSuchService, "There is no service \(wanted.service).")
    }
    if let therapist = wanted.therapist, !spa.therapists.contains(where: { $0.id == therapist }) {
      return Refusal(.noSuchTherapist, "There is no therapist \(therapist).")
    }
    guard wanted.from <= wanted.until else {
      return Refusal(.malformed, "Waiting ends at or after its beginning.")
    }
    if let refusal = TextLimit.waitingNote.refusal(of: wanted.note) { return refusal }
    if let refusal = Self.refusal(ofDay: wanted.date, now: now) { return refusal }
    guard now.minutesUntil(LocalMoment(date: wanted.date, time: wanted.until)) >= 0 else {
      return Refusal(.alreadyPast, "\(wanted.until.hourMinute) on \(wanted.date) is over.")
    }
    return WaitingLimit.refusal(of: wanted, beside: waiting)
  }

  /// - Returns: nil where the guest may be taken off the list.
  package static func refusal(ofEnding guest: WaitingGuest?, id: WaitingID, by person: Person)
    -> Refusal?
  {
    guard Rights.scope(of: .keepWaitingList, for: person.role) == .all else {
      return Refusal(.notAllowed, Operation.keepWaitingList.refusal(for: person.role))
    }
    return guest == nil
      ? Refusal(.noSuchGuest, "Nobody waits under number \(id) any more.") : nil
  }
}
