import BookingDomain

extension ClientMessageType {
  /// What it asks for, in a sentence or two.
  package var summary: String {
    switch self {
    case .authenticate:
      "Shows a session where neither cookie nor header could. The first message, within five seconds."
    case .subscribeBookingUpdates:
      "Asks for the spa's days: a snapshot or what was missed since `after`, then SUBSCRIBED, then live events. Again for other days."
    case .subscribeTherapistSchedule:
      "Asks for a therapist's bookings of a day, now and at every change."
    case .requestAvailability: "Asks for free starts, now and at every change."
    case .createBooking:
      "Makes one booking, or several together: all or none. Those of one day are one visit, in one room where they begin together; those of several days are a series."
    case .updateBookingStatus: "Confirms, starts, completes, cancels a booking or marks a no-show."
    case .markArrived: "Says that the guest is here."
    case .moveBooking: "Another time, day, length, therapist or bed; what is left out stays."
    case .swapBookings: "Each of two bookings takes the other's therapist, day and time."
    case .changeBookings: "Changes several bookings, such as a visit: all or none."
    case .changeService:
      "Another treatment in the place of the booking's own. What was sold for it alone at the desk is given back, any other session is free again."
    case .writeNotes: "Replaces a booking's notes; an empty text removes them."
    case .takePayment: "The guest pays what was sold with the booking and not paid yet."
    case .undo: "Takes the booking's last change back."
    case .blockTime: "Keeps a therapist's time free of bookings."
    case .unblockTime: "Gives blocked time back."
    case .takeTimeOff: "Whole days on which a therapist, or everybody, is off."
    case .endTimeOff: "Gives time off back, all of its days."
    case .setShifts:
      "Says when a therapist works on the days named; the others stay as they are."
    case .addWaiting: "Puts a customer on a day's waiting list."
    case .removeWaiting: "Takes a guest off the waiting list."
    case .noteCall: "Says how calling a guest about an unconfirmed booking went."
    case .wishTherapist: "Says whom the guest asks for, whoever the booking is with."
    case .changeGuest: "Corrects one fact of a guest's record; an empty text takes it away."
    case .addTask: "Writes a task of the desk down."
    case .markTask: "Ticks a task of the desk off, opens it again or strikes it out."
    case .holdSlot: "Shows the other desks a slot that is being given away here. No answer."
    case .releaseSlot: "Ends what HOLD_SLOT showed. No answer."
    case .eventAck: "Says up to where events have arrived. No answer."
    case .refreshSession: "Makes the session last longer."
    case .ping: "Asks for PONG; WebSocket pings run beside it."
    }
  }

  /// Who may send it.
  package var senders: String {
    switch self {
    case .authenticate, .requestAvailability, .eventAck, .refreshSession, .ping: "everybody"
    case .subscribeBookingUpdates: "staff; a therapist sees the own bookings"
    case .subscribeTherapistSchedule: "staff; a therapist asks for the own schedule"
    case .createBooking:
      "reception, managers; a customer books online services for themselves, with a paid session"
    case .updateBookingStatus:
      "reception, managers; a therapist starts and completes own bookings, a customer cancels own ones before they begin"
    case .undo: "whoever made the change, for a while; a manager on the same day"
    case .changeBookings: "whoever may do each of the changes"
    case .setShifts: "managers; reception for single days alone"
    case .markArrived, .moveBooking, .swapBookings, .changeService, .writeNotes, .takePayment,
      .blockTime, .unblockTime, .addWaiting, .removeWaiting, .holdSlot, .releaseSlot, .takeTimeOff,
      .endTimeOff,
      .noteCall, .wishTherapist, .changeGuest, .addTask, .markTask:
      "reception, managers"
    }
  }

  /// What stands in `data`.
  package var fields: [FieldNote] {
    switch self {
    case .authenticate: [.needed("token", Form.text, "from `POST /api/login`")]
    case .subscribeBookingUpdates:
      [
        .optional("from", Form.date, "first day; left out it is today"),
        .optional("to", Form.date, "last day, at most 41 after the first"),
        .optional(
          "after", Form.object("Position"), "what the client has; left out asks for a snapshot"),
      ]
    case .subscribeTherapistSchedule:
      [.needed("therapistId", Form.id, "of `users`"), .needed("date", Form.date, "which day")]
    case .requestAvailability:
      [
        .needed("serviceId", Form.id, "which service"),
        .optional("therapistId", Form.id, "left out it is any therapist"),
        .needed("date", Form.date, "which day"),
      ]
    case .createBooking:
      [
        .needed(
          "bookings", Form.list("NewBooking"),
          "one to eight a day, at most 52 on 26 days; of customers one to four"), Self.notAfter,
      ]
    case .updateBookingStatus:
      [
        Self.booking, .needed("newStatus", Form.status, "never SCHEDULED"),
        .optional("reason", Form.text(.reason), "needed to cancel, and to start early"),
      ] + Self.seen + [Self.notAfter]
    case .markArrived: [Self.booking] + Self.seen + [Self.notAfter]
    case .undo:
      [Self.booking] + Self.seen + [
        .optional(
          "together", Form.yesOrNo,
          "with what the same order did to the other bookings of its visit or series"),
        Self.notAfter,
      ]
    case .changeBookings:
      [
        .needed("changes", Form.list("OrderPart"), "one to 52, each booking but once"),
        Self.notAfter,
      ]
    case .moveBooking:
      [
        Self.booking, .optional("therapistId", Form.id, "the other therapist"),
        .optional("appointmentDate", Form.date, "the other day"),
        .optional("appointmentTime", Form.time, "the other start"),
        .optional("durationMinutes", Form.duration, "the other length; our rules allow 720"),
        .optional("bedId", Form.id, "the other bed; left out keeps it, or takes the best free one"),
        Self.override,
      ] + Self.seen + [Self.notAfter]
    case .swapBookings:
      [
        Self.booking, .needed("otherBookingId", Form.id, "the booking to change places with"),
      ] + Self.seen + [
        .optional("otherExpectedStatus", Form.status, "as `expectedStatus`, of the other one"),
        .optional("otherExpectedVersion", Form.seq, "as `expectedVersion`, of the other one"),
        Self.notAfter,
      ]
    case .changeService:
      [
        Self.booking, .needed("serviceId", Form.id, "the other treatment"),
        .optional("therapistId", Form.id, "with whom; left out is who has the booking"),
        .optional("durationMinutes", Form.duration, "left out is as sold; our rules allow 720"),
        .needed("payment", Form.object("Payment"), "which session it uses"), Self.override,
      ] + Self.seen + [Self.notAfter]
    case .writeNotes:
      [Self.booking, .needed("notes", Form.text(.notes), "all of what stands there afterwards")]
        + Self.seen + [Self.notAfter]
    case .takePayment:
      [Self.booking, .needed("method", Form.paymentMethod, "how the guest pays")]
        + Self.seen + [Self.notAfter]
    case .blockTime:
      Self.slot + [.optional("reason", Form.text(.blockReason), "what for"), Self.notAfter]
    case .unblockTime: [.needed("blockId", Form.id, "which block"), Self.notAfter]
    case .takeTimeOff:
      [
        .optional("therapistId", Form.id, "who is off; left out is everybody, the spa is closed"),
        .needed("from", Form.date, "the first day"),
        .needed("to", Form.date, "the last day, at most 365 after the first; 30 for everybody"),
        .optional("reason", Form.text(.blockReason), "what for"), Self.notAfter,
      ]
    case .endTimeOff: [.needed("timeOffId", Form.id, "which time off"), Self.notAfter]
    case .setShifts:
      [
        .needed("therapistId", Form.id, "who works so"),
        .needed(
          "shifts", Form.list("DayShifts"),
          "one to \(NewShifts.mostDays), each day but once"), Self.notAfter,
      ]
    case .addWaiting:
      [
        .needed("customerId", Form.id, "who waits"), .needed("serviceId", Form.id, "for what"),
        .optional("therapistId", Form.id, "with whom; left out is whoever is free"),
        .needed("appointmentDate", Form.date, "on which day"),
        .needed("appointmentTime", Form.time, "the earliest start that would do"),
        .needed("untilTime", Form.time, "the latest start that would do"),
        .optional("notes", Form.text(.waitingNote), "what to know"), Self.notAfter,
      ]
    case .removeWaiting: [.needed("waitingId", Form.id, "which line of the list"), Self.notAfter]
    case .noteCall:
      [
        Self.booking,
        .needed("outcome", "CALLING or NOT_REACHED", "who was reached is confirmed instead"),
        .optional("notes", Form.text(.callNote), "what to know"),
      ] + Self.seen + [Self.notAfter]
    case .wishTherapist:
      [
        Self.booking,
        .optional("therapistId", Form.id, "left out is nobody in particular any more"),
      ] + Self.seen + [Self.notAfter]
    case .changeGuest:
      [
        .needed("customerId", Form.id, "whose"),
        .needed("fact", "NAME, PHONE, EMAIL, ALERT or PREFERENCES", "which"),
        .needed("text", Form.text, "as it is to stand; empty takes it away"),
        .optional("expectedText", Form.text, "what the sender saw; another one refuses the order"),
        Self.notAfter,
      ]
    case .addTask:
      [
        .needed("text", Form.text(.task), "what is to be done"),
        .optional("appointmentDate", Form.date, "the day when it is due"),
        .optional("appointmentTime", Form.time, "from when on, on that day"), Self.notAfter,
      ]
    case .markTask:
      [
        .needed("taskId", Form.id, "which task"),
        .needed("mark", "DONE, OPEN or STRUCK", "what becomes of it"), Self.notAfter,
      ]
    case .holdSlot: Self.slot
    case .releaseSlot, .refreshSession, .ping: []
    case .eventAck: [.needed("seq", Form.seq, "position of the last event that arrived")]
    }
  }

  private static let booking = FieldNote.needed("bookingId", Form.id, "which booking")
  private static let override = FieldNote.optional(
    "overrideReason", Form.text(.reason), "why it may stand against the rules; a manager's word")
  private static let notAfter = FieldNote.optional(
    "notAfter", Form.instant, "past it the order is refused, not carried out late")
  private static let seen = [
    FieldNote.optional(
      "expectedStatus", Form.status, "what the sender saw; another one refuses the order"),
    FieldNote.optional(
      "expectedVersion", Form.seq, "what the sender saw; another one refuses the order"),
  ]
  private static let slot = [
    FieldNote.needed("therapistId", Form.id, "whose time"),
    FieldNote.needed("appointmentDate", Form.date, "on which day"),
    FieldNote.needed("appointmentTime", Form.time, "from when on"),
    FieldNote.needed("durationMinutes", Form.duration, "how long"),
  ]
}
