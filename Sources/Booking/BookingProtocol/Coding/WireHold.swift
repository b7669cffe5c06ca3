import BookingDomain

/// A slot that a desk is about to give away.
struct WireHold: Codable {
  let holder: Int64
  let therapistId: Int64
  let appointmentDate: String
  let appointmentTime: String
  let durationMinutes: WireDuration
  let byName: String
  /// For other clients than ours: how long it is worth showing.
  let seconds: WireCount

  init(_ hold: SlotHold) {
    holder = hold.holder
    therapistId = hold.slot.therapist.number
    appointmentDate = hold.slot.date.description
    appointmentTime = hold.slot.time.description
    durationMinutes = WireDuration(hold.slot.duration)
    byName = hold.byName
    seconds = WireCount(SlotHold.seconds)
  }

  func hold() throws(MessageProblem) -> SlotHold {
    SlotHold(
      holder: holder,
      slot: HeldSlot(
        therapist: UserID(therapistId),
        date: try Wire.date(appointmentDate, "appointmentDate"),
        time: try Wire.time(appointmentTime, "appointmentTime"),
        duration: durationMinutes.minutes),
      byName: byName)
  }
}

struct WireRelease: Codable {
  let holder: Int64
}
