import BookingDomain

extension ObjectNote {
  /// The objects that fields are made of, in the order in which a reader meets them.
  package static let all: [ObjectNote] = [
    ObjectNote(
      name: "Position",
      summary:
        "Where a reader stands in the event log. Positions of different epochs do not compare.",
      fields: [
        .needed("epoch", Form.text, "another one after a restored backup"),
        .needed("seq", Form.seq, "the last event that is included"),
      ]),
    ObjectNote(
      name: "Zone", summary: "The spa's time zone.",
      fields: [
        .needed("name", Form.text, "of the zone database"),
        .needed("offsets", Form.list("Offset"), "in order of time"),
      ]),
    ObjectNote(
      name: "Offset", summary: "From when on which offset holds.",
      fields: [
        .needed("from", Form.instant, "from then on"),
        .needed("seconds", "seconds east of UTC, \(Ranges.zoneOffset.words)", "the offset"),
      ]),
    ObjectNote(
      name: "Booking", summary: "A booking as its reader may see it: what is hidden is left out.",
      fields: [
        .needed("bookingId", Form.id, "its number"),
        .needed("version", Form.seq, "counts its changes: the higher is newer"),
        .needed("customerId", Form.id, "of `customers`"),
        .needed("customerName", Form.text, "the guest"),
        .optional("customerPhone", Form.text, "not for therapists"),
        .optional("customerAlert", Form.text, "what to say at arrival; not for customers"),
        .optional("customerPreferences", Form.text, "what the guest likes; not for customers"),
        .needed("serviceId", Form.id, "which service"),
        .needed("serviceName", Form.text, "its name"),
        .needed("therapistId", Form.id, "of `users`"),
        .needed("appointmentDate", Form.date, "the day"),
        .needed("appointmentTime", Form.time, "the start"),
        .needed("durationMinutes", Form.duration, "the length"),
        .needed("bufferMinutes", Form.buffer, "kept free after it"),
        .needed("status", Form.status, "where it stands"), .needed("roomId", Form.id, "which room"),
        .needed("roomName", Form.text, "its name"),
        .optional("bedId", Form.id, "which bed, if any"),
        .optional("bedName", Form.text, "its name"),
        .needed("paymentItemId", Form.id, "whose session it uses"),
        .optional("price", Form.money, "of that session; for reception and managers"),
        .optional(
          "visitId", Form.id,
          "the same for bookings of one day that belong together: its first one's number"),
        .optional(
          "seriesId", Form.id, "the same for visits that were booked again and again in one order"),
        .optional(
          "wishedTherapistId", Form.id,
          "whom the guest asked for, whoever it is with; not for customers"),
        .optional(
          "payment", Form.object("BookingPayment"), "how it is paid; for reception and managers"),
        .optional("notes", Form.text, "not for customers"),
        .optional("arrivedAt", Form.instant, "when the guest came"),
        .optional("startedAt", Form.instant, "when it began"),
        .optional("endedAt", Form.instant, "when it was completed"),
        .optional(
          "cancellationReason", Form.text, "to customers only what they wrote themselves"),
        .optional(
          "call", Form.object("Call"), "the last call about it; for reception and managers"),
        .optional("lastChange", Form.object("Change"), "not for customers"),
        .optional(
          "unreadable", Form.list("UnreadableValue"),
          "of its row in the database; something harmless stands in their place above"),
      ]),
    ObjectNote(
      name: "UnreadableValue", summary: "Only notes can be written on such a booking.",
      fields: [
        .needed("field", "status, time or duration", "which"),
        .needed("value", Form.text, "as it stands there; empty for customers"),
      ]),
    ObjectNote(
      name: "Change", summary: "Who did what. Pass over kinds that you do not know.",
      fields: [
        .needed(
          "kind", "CREATED, STATUS, ARRIVAL, MOVED, NOTES, PAYMENT, CALLED, SERVICE or WISHED",
          "what was done"),
        .optional("fromStatus", Form.status, "of STATUS"),
        .optional("toStatus", Form.status, "of STATUS"),
        .optional("fromSlot", Form.object("Slot"), "of MOVED and SERVICE: where it stood"),
        .optional("swappedWith", Form.id, "of MOVED: the booking it changed places with"),
        .optional("fromNotes", Form.text, "of NOTES: what stood there"),
        .optional(
          "fromPayment", Form.object("PaymentStanding"),
          "of PAYMENT: how it stood; of SERVICE: how the sale stood that was given back"),
        .optional(
          "toPayment", Form.object("PaymentStanding"),
          "of PAYMENT: how it stands; of SERVICE: how the other treatment was sold"),
        .optional("fromService", Form.object("ServiceName"), "of SERVICE: what it was"),
        .optional("toService", Form.object("ServiceName"), "of SERVICE: what it is"),
        .optional("fromItemId", Form.id, "of SERVICE: whose session it used"),
        .optional("fromTherapistId", Form.id, "of WISHED: whom the guest asked for before"),
        .optional("toTherapistId", Form.id, "of WISHED: whom the guest asks for"),
        .optional("callOutcome", "CALLING or NOT_REACHED", "of CALLED: how it went"),
        .optional("by", Form.object("Person"), "left out for another program"),
        .needed("byName", Form.text, "empty for another program"),
        .needed("at", Form.instant, "when"),
      ]),
    ObjectNote(
      name: "BookingPayment",
      summary: "What its session was sold with. It may pay for other bookings as well.",
      fields: [
        .needed("paymentId", Form.id, "of `payments`"),
        .needed("status", Form.paymentStatus, "PENDING is not paid yet"),
        .needed("method", Form.paymentMethod, "of what is not paid yet a guess"),
        .needed("sum", Form.money, "all of it, tax included"),
        .needed("sessions", Form.count, "sessions that it pays for"),
        .optional("paidAt", Form.instant, "when it was paid"),
        .optional("atDesk", Form.yesOrNo, "whether it was sold at the desk; left out is no"),
      ]),
    ObjectNote(
      name: "ServiceName", summary: "A treatment as a change names it.",
      fields: [
        .needed("serviceId", Form.id, "its number"), .needed("serviceName", Form.text, "its name"),
      ]),
    ObjectNote(
      name: "PaymentStanding", summary: "Whether a payment is paid, and how.",
      fields: [
        .needed("status", Form.paymentStatus, "whether"),
        .needed("method", Form.paymentMethod, "how"),
      ]),
    ObjectNote(
      name: "Person", summary: "Users and customers have numbers of their own.",
      fields: [.needed("kind", "USER or CUSTOMER", "whose"), .needed("id", Form.id, "the number")]),
    ObjectNote(
      name: "Slot", summary: "Where a booking stood.",
      fields: [
        .needed("therapistId", Form.id, "with whom"),
        .needed("appointmentDate", Form.date, "the day"),
        .needed("appointmentTime", Form.time, "the start"),
        .needed("durationMinutes", Form.duration, "the length"),
        .needed("roomId", Form.id, "which room"), .needed("roomName", Form.text, "its name"),
        .optional("bedId", Form.id, "which bed"), .optional("bedName", Form.text, "its name"),
      ]),
    ObjectNote(
      name: "Spa", summary: "The people, places and services that a day is drawn from.",
      fields: [
        .needed("name", Form.text, "the spa's"),
        .needed("therapists", Form.list("Therapist"), "in the order of the board"),
        .needed("services", Form.list("Service"), "also those not offered any more"),
        .needed("rooms", Form.list("Room"), "all"), .needed("beds", Form.list("Bed"), "all"),
        .needed("hours", "Hours by the weekday's name", "a weekday that is missing is closed"),
      ]),
    ObjectNote(
      name: "Therapist", summary: "Somebody with a column of the board.",
      fields: [
        .needed("therapistId", Form.id, "of `users`"), .needed("name", Form.text, "the name"),
        .optional("serviceTypeId", Form.id, "the qualification"),
        .needed("state", "AVAILABLE, BUSY, OFFLINE or ON_LEAVE", "as the shop has it"),
        .optional(
          "shifts", Form.list("DayShifts"),
          "when they work, without single days long over; left out is whenever the spa is open. A "
            + "therapist sees the own ones"),
        .optional(
          "shiftsInDoubt", Form.yesOrNo,
          "whether a row of them cannot be read, nor of which day it is; guests book nobody by such "
            + "hours. Left out is no"),
        .optional(
          "daysInDoubt", Form.list("DayShifts"),
          "days of which a row cannot be read, without their hours; guests book nobody then. Left out "
            + "is none"),
      ]),
    ObjectNote(
      name: "Service", summary: "A treatment.",
      fields: [
        .needed("serviceId", Form.id, "its number"), .needed("name", Form.text, "its name"),
        .needed("serviceTypeId", Form.id, "the qualification that it asks for"),
        .needed("durationMinutes", Form.duration, "as it is sold"),
        .needed("bufferMinutes", Form.buffer, "kept free after it"),
        .needed("isActive", Form.yesOrNo, "whether it is offered"),
        .optional("bookableOnline", Form.yesOrNo, "whether customers may book it; left out is yes"),
        .optional("price", Form.money, "of one session; for reception and managers"),
        .optional("charge", Form.money, "what a guest pays, where tax comes on top of the price"),
      ]),
    ObjectNote(
      name: "Room", summary: "A room.",
      fields: [
        .needed("roomId", Form.id, "its number"), .needed("name", Form.text, "its name"),
        .needed("capacity", "guests at a time", "two is a couples' room"),
        .needed("isActive", Form.yesOrNo, "whether it is in use"),
      ]),
    ObjectNote(
      name: "Bed", summary: "A bed.",
      fields: [
        .needed("bedId", Form.id, "its number"), .needed("roomId", Form.id, "where it stands"),
        .needed("name", Form.text, "its name"),
        .needed("isActive", Form.yesOrNo, "whether it is in use"),
      ]),
    ObjectNote(
      name: "Hours", summary: "When the spa is open on a weekday.",
      fields: [
        .needed("open", Form.time, "from"),
        .needed("close", Form.time, "until; at or before `open` it is the next day's"),
      ]),
    ObjectNote(
      name: "DayShifts", summary: "When a therapist works on such days.",
      fields: [
        .optional("weekday", Form.weekday, "every such day"),
        .optional("date", Form.date, "instead: this day alone, whatever holds for its weekday"),
        .optional(
          "hours", Form.list("Shift"),
          "at most \(WorkingHours.mostShifts); empty is not at all, left out as the spa is open"),
      ]),
    ObjectNote(
      name: "Shift", summary: "From when until when somebody works.",
      fields: [
        .needed("from", Form.time, "from"),
        .needed("until", Form.time, "until; at or before `from` it is the next day's"),
      ]),
    ObjectNote(
      name: "Block", summary: "Time of a therapist that is kept free.",
      fields: [
        .needed("blockId", Form.id, "its number; one below 0 belongs to a day of time off"),
        .needed("therapistId", Form.id, "whose"),
        .needed("date", Form.date, "the day"), .needed("time", Form.time, "from"),
        .needed("durationMinutes", Form.duration, "how long"),
        .needed("reason", Form.text, "what for; may be empty"),
        .needed("byName", Form.text, "who blocked it"),
        .optional("timeOff", Form.object("TimeOff"), "where it is a day of time off"),
      ]),
    ObjectNote(
      name: "TimeOff", summary: "Whole days off; each of them is a Block of each therapist.",
      fields: [
        .needed("timeOffId", Form.id, "its number"), .needed("from", Form.date, "the first day"),
        .needed("to", Form.date, "the last day"),
        .needed("isForEverybody", Form.yesOrNo, "whether the spa is closed then"),
      ]),
    ObjectNote(
      name: "Waiting", summary: "Somebody who would come if there were room.",
      fields: [
        .needed("waitingId", Form.id, "its number"), .needed("customerId", Form.id, "who"),
        .needed("customerName", Form.text, "the name"),
        .optional("customerPhone", Form.text, "the number"),
        .optional("customerAlert", Form.text, "what to say at arrival"),
        .optional("customerPreferences", Form.text, "what the guest likes"),
        .needed("serviceId", Form.id, "for what"), .needed("serviceName", Form.text, "its name"),
        .optional("therapistId", Form.id, "with whom; left out is whoever is free"),
        .needed("date", Form.date, "the day"), .needed("from", Form.time, "the earliest start"),
        .needed("until", Form.time, "the latest start"), .needed("note", Form.text, "may be empty"),
        .needed("byName", Form.text, "who wrote it"), .needed("since", Form.instant, "since when"),
      ]),
    ObjectNote(
      name: "Task", summary: "Something that the desk has to do or to hand over.",
      fields: [
        .needed("taskId", Form.id, "its number"), .needed("text", Form.text, "what"),
        .optional("date", Form.date, "when it is due; left out is whenever"),
        .optional("time", Form.time, "from when on, on that day"),
        .needed("byName", Form.text, "who wrote it"), .needed("at", Form.instant, "when"),
        .optional("doneByName", Form.text, "who did it; left out is nobody yet"),
        .optional("doneAt", Form.instant, "when it was done"),
      ]),
    ObjectNote(
      name: "Call", summary: "How calling a guest about an unconfirmed booking went.",
      fields: [
        .needed("outcome", "CALLING or NOT_REACHED", "a call of more than 5 minutes is over"),
        .optional("note", Form.text, "what to know"), .needed("byName", Form.text, "who called"),
        .needed("at", Form.instant, "when"),
      ]),
    ObjectNote(
      name: "FreeStart", summary: "A start that is free.",
      fields: [
        .needed("time", Form.time, "the start"), .needed("duration", Form.duration, "the length"),
        .needed("therapistId", Form.id, "with whom"),
      ]),
    ObjectNote(
      name: "NewBooking",
      summary:
        "A booking to be made. Without `customerId` and `newCustomer` it is for the companion of the first.",
      fields: [
        .optional("customerId", Form.id, "somebody who is known"),
        .optional("newCustomer", Form.object("NewCustomer"), "somebody who is new"),
        .needed("serviceId", Form.id, "which service"),
        .needed("therapistId", Form.id, "with whom"),
        .needed("appointmentDate", Form.date, "the day"),
        .needed("appointmentTime", Form.time, "the start"),
        .optional("durationMinutes", Form.duration, "left out is as sold; our rules allow 720"),
        .optional("bedId", Form.id, "left out is the best free one"),
        .needed("payment", Form.object("Payment"), "which session it uses"),
        .optional("notes", Form.text(.notes), "what to know"),
        .optional(
          "overrideReason", Form.text(.reason), "why it may stand against the rules; a manager's"),
        .optional("waitingId", Form.id, "who is off the waiting list with it"),
        .optional(
          "joinsBookingId", Form.id, "a standing booking of that day, to whose visit it is added"),
        .optional("isWished", Form.yesOrNo, "whether the guest asked for this therapist"),
      ]),
    ObjectNote(
      name: "OrderPart",
      summary: "A change of one booking: its message's type, and that message's fields.",
      fields: [
        .needed(
          "type", "UPDATE_BOOKING_STATUS, MARK_ARRIVED, MOVE_BOOKING or WRITE_NOTES", "which"),
        .needed("bookingId", Form.id, "which booking"),
        .optional("newStatus", Form.status, "of UPDATE_BOOKING_STATUS"),
        .optional("reason", Form.text(.reason), "of UPDATE_BOOKING_STATUS"),
        .optional("therapistId", Form.id, "of MOVE_BOOKING"),
        .optional("appointmentDate", Form.date, "of MOVE_BOOKING"),
        .optional("appointmentTime", Form.time, "of MOVE_BOOKING"),
        .optional("durationMinutes", Form.duration, "of MOVE_BOOKING"),
        .optional("bedId", Form.id, "of MOVE_BOOKING"),
        .optional("overrideReason", Form.text(.reason), "of MOVE_BOOKING"),
        .optional("notes", Form.text(.notes), "of WRITE_NOTES"),
        .optional("expectedStatus", Form.status, "what the sender saw"),
        .optional("expectedVersion", Form.seq, "what the sender saw"),
      ]),
    ObjectNote(
      name: "NewCustomer", summary: "Somebody whom the spa does not know yet.",
      fields: [
        .needed("name", Form.text(.customerName), "the name"),
        .optional("phone", "\(Form.text(.phone)), 3 to 15 digits", "each but once"),
        .optional("familyOf", Form.id, "instead: the customer at whose number they are called"),
        .optional("email", Form.text(.email), "each but once"),
      ]),
    ObjectNote(
      name: "Payment", summary: "Which session a booking uses.",
      fields: [
        .needed(
          "kind", "PAID, ITEM, PAID_OR_SALE, PAID_OR_UNPAID_SALE, SALE or UNPAID_SALE",
          "paid for, of one item, sold, or sold and paid later; OR: where nothing paid for is left"),
        .optional("itemId", Form.id, "of ITEM"),
        .optional(
          "method", Form.paymentMethod, "of a sale that is paid now"),
      ]),
  ]
}
