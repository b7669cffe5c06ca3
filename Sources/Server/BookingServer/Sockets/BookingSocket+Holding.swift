import BookingDomain
import BookingProtocol
import BookingStore
import WebSocket

/// Courtesy between desks: what one is typing the others see. It goes from socket to socket and is
/// kept nowhere; desks on another server do not see it.
extension BookingSocket {
  func hold(_ slot: HeldSlot?) {
    guard let person = session?.person, Rights.scope(of: .holdSlots, for: person.role) == .all
    else {
      return
    }
    guard let slot else { return release() }
    // What is relayed to other desks is checked like an order.
    let now = Moment(parts.clock.now(), in: parts.configuration.zone)
    guard slot.isBookable(on: now.today) else { return }
    if let held, held.date != slot.date { release() }
    held = slot
    tellDesks(
      of: slot.date, .slotHeld(SlotHold(holder: number, slot: slot, byName: person.name)))
  }

  func release() {
    guard let slot = held else { return }
    held = nil
    tellDesks(of: slot.date, .slotReleased(holder: number))
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
