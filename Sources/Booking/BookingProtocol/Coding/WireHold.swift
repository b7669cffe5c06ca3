import BookingDomain

/// A slot that a desk is about to give away.
struct WireHold: WireForm, SlotFields {
  let holder: Int64
  let therapistId: Int64
  let appointmentDate, appointmentTime: String
  let durationMinutes: WireDuration
  let byName: String
  /// For other clients than ours: how long it is worth showing.
  let seconds: WireCount

  init(_ hold: SlotHold) {
    holder = hold.holder
    (therapistId, appointmentDate, appointmentTime, durationMinutes) = Wire.fields(of: hold.slot)
    byName = hold.byName
    seconds = WireCount(SlotHold.seconds)
  }

  func value() throws(MessageProblem) -> SlotHold {
    SlotHold(holder: holder, slot: try heldSlot(), byName: byName)
  }
}

struct WireRelease: Codable {
  let holder: Int64
}
