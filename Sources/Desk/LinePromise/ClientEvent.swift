import BookingDomain

/// What the client tells the program that uses it, in order.
package enum ClientEvent: Hashable, Sendable {
  case link(LinkState)
  /// Who is logged in, and the spa's clock; again after every reconnect.
  case welcome(Welcome)
  /// Somebody set the server's clock: from now on this is what `Welcome.clockOffset` says.
  case clock(offset: Int64)
  /// Replaces everything known of these days.
  case snapshot(Snapshot)
  /// A booking as it is now, already checked to be newer than the one delivered before.
  case booking(Booking, BookingNews)
  /// Deleted, moved out of the days watched, or no longer ours to see.
  case gone(BookingID)
  /// All the blocked time of a therapist on a day watched, as it is now.
  case blocks([Block], of: UserID, on: LocalDate)
  /// All who wait for a slot on a day watched, as it is now.
  case waiting([WaitingGuest], on: LocalDate)
  /// The desk's tasks, as they are now.
  case tasks([DeskTask])
  /// Another desk is about to give this slot away: worth showing for `SlotHold.seconds`.
  case held(SlotHold)
  case released(holder: Int64)
  /// The picture told so far was compared with the server's and is the same (local clock).
  case verified(at: Timestamp)
  case accepted(RequestID, Booking?)
  case refused(RequestID, Refusal, current: Booking?)
  /// The database takes no changes: it waits, and is sent again until its `notAfter`. Told once.
  case postponed(RequestID)
  /// It was not answered before its `notAfter`; whether it happened shows in the next picture.
  case expired(RequestID)
  /// The session ended for good; `reason` is for the person. Log in again, nothing else is lost.
  case sessionEnded(reason: String)
  /// Whether the database takes orders, where that has changed: why it does not, in a sentence for the
  /// person; nil where it does again.
  case database(trouble: String?)
  /// Something was wrong that the person should read once (an `ERROR` of the server).
  case notice(String)

  package struct Welcome: Hashable, Sendable {
    package let person: Person
    package let zone: SpaZone
    /// Server time minus local time, in milliseconds: add it to the local clock.
    package let clockOffset: Int64
    /// The limits that the spa has set for itself.
    package let policy: Decision.Policy

    package init(
      person: Person, zone: SpaZone, clockOffset: Int64,
      policy: Decision.Policy = Decision.Policy()
    ) {
      (self.person, self.zone, self.clockOffset, self.policy) = (person, zone, clockOffset, policy)
    }
  }

  package struct Snapshot: Hashable, Sendable {
    package let from: LocalDate
    package let to: LocalDate
    package let spa: Spa
    package let bookings: [Booking]
    package let blocks: [Block]
    package let waiting: [WaitingGuest]
    package let tasks: [DeskTask]
    /// Where in the server's log this is the picture.
    package let position: LogPosition?

    package init(
      from: LocalDate, to: LocalDate, spa: Spa, bookings: [Booking], blocks: [Block] = [],
      waiting: [WaitingGuest] = [], tasks: [DeskTask] = [], position: LogPosition? = nil
    ) {
      self.from = from
      self.to = to
      self.spa = spa
      self.bookings = bookings
      self.blocks = blocks
      self.waiting = waiting
      self.tasks = tasks
      self.position = position
    }
  }
}
