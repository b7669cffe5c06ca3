/// The sender's name for one order, unique for ever: the same id again is the same order.
package struct RequestID: Hashable, Sendable {
  /// A UUID in its usual form, lower case.
  package let text: String
  /// As its sender spelled it, by which they know the answer; nil where that is `text`.
  private let otherSpelling: String?

  /// What answers to the sender carry.
  package var asSent: String { otherSpelling ?? text }

  /// Nil where `text` is not a UUID (36 characters, hexadecimal digits and dashes in place).
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return nil }
    for (index, byte) in bytes.enumerated() {
      let isDash = index == 8 || index == 13 || index == 18 || index == 23
      let isHex =
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte)
        || (0x61...0x66).contains(byte)
      guard isDash ? byte == UInt8(ascii: "-") : isHex else { return nil }
    }
    self.text = text.lowercased()
    otherSpelling = self.text == text ? nil : text
  }

  /// One UUID is one id, in capital letters or small ones (RFC 9562, 4).
  package static func == (one: RequestID, other: RequestID) -> Bool { one.text == other.text }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// A version 4 UUID (RFC 9562, 5.4) from the given source of randomness.
  package static func random(using source: inout some RandomNumberGenerator) -> RequestID {
    var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &source) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return RequestID(known: text)
  }

  private init(known text: String) {
    self.text = text
    otherSpelling = nil
  }
}

/// What somebody wants to happen to one booking.
package enum Change: Hashable, Sendable {
  /// - Parameter reason: asked for by cancellations, early starts and overrides; empty is none.
  case changeStatus(to: BookingStatus, reason: String?)
  case markArrived
  case move(Move)
  /// - Parameter text: what stands there afterwards; empty is nothing.
  case writeNotes(String)
  /// Another treatment, paid for anew.
  case changeService(ServiceChange)
  /// The guest pays what was sold and not paid yet, all of its payment.
  case takePayment(PaymentMethod)
  /// How calling the guest went.
  /// - Parameter note: empty is none.
  case noteCall(CallOutcome, note: String)
  /// Whom the guest asks for; nil is nobody in particular.
  case wish(UserID?)
  case undo
}

/// Another time, day, length, therapist or bed for a booking; what is nil stays as it is.
package struct Move: Hashable, Sendable {
  package var therapist: UserID?
  package var date: LocalDate?
  package var time: TimeOfDay?
  package var duration: Minutes?
  /// Nil keeps the bed where it is free then, and takes the one that fits best where it is not.
  package var bed: BedID?
  /// Why it may overlap or lie outside the rules; only a manager's counts.
  package var overrideReason: String?

  package init(
    therapist: UserID? = nil, date: LocalDate? = nil, time: TimeOfDay? = nil,
    duration: Minutes? = nil, bed: BedID? = nil, overrideReason: String? = nil
  ) {
    (self.therapist, self.date, self.time, self.duration) = (therapist, date, time, duration)
    (self.bed, self.overrideReason) = (bed, overrideReason)
  }
}

/// The booking's state that the sender of an order saw. Where the stored one differs, the order is
/// refused: knowing it, the sender might decide otherwise. What is nil is not compared.
package struct Sight: Hashable, Sendable {
  package let status: BookingStatus?
  package let version: Int64?

  package init(status: BookingStatus? = nil, version: Int64? = nil) {
    (self.status, self.version) = (status, version)
  }
}

/// Every order that can be given.
package enum Order: Hashable, Sendable {
  case change(Change, of: BookingID, seen: Sight)
  /// Changes of several bookings, such as a visit's: all of them or none.
  case changeTogether([Part])
  /// What was last done to it goes back, with all that the same order did to its visit or series.
  case takeBack(BookingID, seen: Sight)
  /// All of them or none. Those of one day are one visit, those of several days a series.
  case book([NewBooking])
  /// Each takes the other's therapist, day and time.
  case swap(BookingID, with: BookingID, seen: Sight, otherSeen: Sight)
  case block(NewBlock)
  case unblock(BlockID)
  case takeOff(NewTimeOff)
  case endTimeOff(TimeOffID)
  case setShifts(NewShifts)
  /// Puts somebody on the waiting list.
  case wait(NewWaiting)
  case stopWaiting(WaitingID)
  /// Corrects one fact of a guest's record.
  case guest(GuestChange, of: CustomerID)
  case addTask(NewTask)
  /// Ticks a task off, opens it again or strikes it out.
  case markTask(TaskID, as: TaskMark)

  /// One of several changes that are ordered together.
  package struct Part: Hashable, Sendable {
    package let change: Change
    package let booking: BookingID
    package let seen: Sight

    package init(_ change: Change, of booking: BookingID, seen: Sight) {
      (self.change, self.booking, self.seen) = (change, booking, seen)
    }
  }

  /// What is to happen to the standing bookings that it is about; nil for what is no change of them.
  package var change: Change? {
    switch self {
    case .change(let change, _, _): change
    case .changeTogether(let parts): parts.first?.change
    case .takeBack: .undo
    case .book, .swap, .block, .unblock, .takeOff, .endTimeOff, .setShifts, .wait, .stopWaiting,
      .guest, .addTask, .markTask:
      nil
    }
  }

  /// The standing bookings that it is about, as far as the order names them.
  package var bookings: [BookingID] {
    switch self {
    case .change(_, let booking, _), .takeBack(let booking, _): [booking]
    case .changeTogether(let parts): parts.map(\.booking)
    case .swap(let first, let second, _, _): [first, second]
    case .book(let wanted): wanted.compactMap(\.joins)
    case .block, .unblock, .takeOff, .endTimeOff, .setShifts, .wait, .stopWaiting, .guest, .addTask,
      .markTask:
      []
    }
  }
}

/// An order with the id that its sender gave it.
package struct Command: Hashable, Sendable {
  package let id: RequestID
  package let order: Order
  /// Past this the order is old and must not be carried out any more.
  package let notAfter: Timestamp?

  package init(id: RequestID, order: Order, notAfter: Timestamp? = nil) {
    (self.id, self.order, self.notAfter) = (id, order, notAfter)
  }

  package init(
    id: RequestID, booking: BookingID, change: Change, expectedStatus: BookingStatus? = nil,
    expectedVersion: Int64? = nil, notAfter: Timestamp? = nil
  ) {
    self.init(
      id: id,
      order: .change(
        change, of: booking, seen: Sight(status: expectedStatus, version: expectedVersion)),
      notAfter: notAfter)
  }

  /// The standing booking that this is about, the first of several; nil where there is none yet.
  package var booking: BookingID? {
    switch order {
    case .change, .changeTogether, .takeBack, .swap: order.bookings.first
    case .book, .block, .unblock, .takeOff, .endTimeOff, .setShifts, .wait, .stopWaiting, .guest,
      .addTask, .markTask:
      nil
    }
  }
}
