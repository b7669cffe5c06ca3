import BookingDomain
import BookingProtocol
import BookingStore
import WebSocket

/// Courtesy between desks: what one is typing the others see. It goes from socket to socket and is
/// kept nowhere; desks on another server do not see it.
extension BookingSocket {
  func holdSlot(_ slot: HeldSlot?) {
    guard let person = session?.person, Rights.scope(of: .holdSlots, for: person.role) == .all
    else {
      return
    }
    guard let slot else { return releaseSlot() }
    // What is relayed to other desks is checked like an order.
    let now = Moment(parts.clock.now(), in: parts.configuration.zone)
    guard slot.isBookable(on: now.today) else { return }
    if hold.isOfAnotherDay(than: slot) { releaseSlot() }
    hold.take(slot)
    tellDesks(
      of: slot.date, .slotHeld(SlotHold(holder: number, slot: slot, byName: person.name)))
  }

  func releaseSlot() {
    if let slot = hold.release() { tellDesks(of: slot.date, .slotReleased(holder: number)) }
  }

  private func tellDesks(of date: LocalDate, _ message: ServerMessage) {
    let number = number
    parts.hub.tell(answerer.frame(message), to: .staff) { socket in
      guard socket.number != number, let viewer = socket.viewer,
        Rights.scope(of: .holdSlots, for: viewer.person.role) == .all
      else { return false }
      return viewer.days?.contains(date) ?? false
    }
  }
}

/// The slot that is being typed at this desk, as other desks were told.
struct SoftHold: Hashable, Sendable {
  private var slot: HeldSlot?

  func isOfAnotherDay(than new: HeldSlot) -> Bool { slot.map { $0.date != new.date } ?? false }

  mutating func take(_ new: HeldSlot) { slot = new }

  /// - Returns: what was held.
  mutating func release() -> HeldSlot? {
    defer { slot = nil }
    return slot
  }
}
