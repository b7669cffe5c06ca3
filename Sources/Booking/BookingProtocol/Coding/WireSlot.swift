import BookingDomain

/// Whose time, from when and how long: the four fields in which every slot is spelt, whatever message
/// it stands in. They are written by `Wire.fields(of:)` and read by `heldSlot()`, and nowhere else.
protocol SlotFields {
  var therapistId: Int64 { get }
  var appointmentDate: String { get }
  var appointmentTime: String { get }
  var durationMinutes: WireDuration { get }
}

extension SlotFields {
  func heldSlot() throws(MessageProblem) -> HeldSlot {
    HeldSlot(
      therapist: UserID(therapistId), date: try Wire.appointmentDate(appointmentDate),
      time: try Wire.appointmentTime(appointmentTime), duration: durationMinutes.minutes)
  }
}

/// What takes a therapist's time.
protocol TakesTime {
  var therapist: UserID { get }
  var date: LocalDate { get }
  var time: TimeOfDay { get }
  var duration: Minutes { get }
}

extension Booking: TakesTime {}
extension BookedSlot: TakesTime {}
extension HeldSlot: TakesTime {}
extension NewBlock: TakesTime {}

extension Wire {
  static func fields(of slot: some TakesTime) -> (
    therapist: Int64, date: String, time: String, duration: WireDuration
  ) {
    (
      slot.therapist.number, slot.date.description, slot.time.description,
      WireDuration(slot.duration)
    )
  }

  static func appointmentDate(_ text: String) throws(MessageProblem) -> LocalDate {
    try date(text, "appointmentDate")
  }

  static func appointmentTime(_ text: String) throws(MessageProblem) -> TimeOfDay {
    try time(text, "appointmentTime")
  }
}

/// Where a booking stood.
struct WireSlot: WireForm, SlotFields, PlaceFields {
  let therapistId: Int64
  let appointmentDate, appointmentTime: String
  let durationMinutes: WireDuration
  let roomId: Int64
  let roomName: String
  let bedId: Int64?
  let bedName: String?

  init(_ slot: BookedSlot) {
    (therapistId, appointmentDate, appointmentTime, durationMinutes) = Wire.fields(of: slot)
    (roomId, roomName, bedId, bedName) = Wire.fields(of: slot.place)
  }

  func value() throws(MessageProblem) -> BookedSlot {
    let slot = try heldSlot()
    return BookedSlot(
      therapist: slot.therapist, date: slot.date, time: slot.time, duration: slot.duration,
      place: place)
  }
}
