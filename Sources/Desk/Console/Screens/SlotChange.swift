import BookingDomain
import DeskLanguage

/// What of a booking's place, time, length or therapist became another, in words:
/// `moved from 14:30 to 15:30, from Lan to Minh`.
struct SlotChange {
  /// `moved`, `handed`, `made longer`.
  private let verb: String
  /// `from 14:30 to 15:30`, `from Lan to Minh`; empty where nothing is known to have changed.
  private let parts: [String]

  init(from before: BookedSlot, to after: BookedSlot, in model: Model) {
    func part(_ from: String, _ to: String) -> String? {
      from == to ? nil : "from \(from) to \(to)"
    }
    let isOtherDay = before.date != after.date
    func when(_ slot: BookedSlot) -> String {
      (isOtherDay ? "\(slot.date.short) " : "") + slot.time.hourMinute
    }
    let time = part(when(before), when(after))
    let therapist = part(
      model.board.therapistName(before.therapist), model.board.therapistName(after.therapist))
    let length = part(before.duration.spoken, after.duration.spoken)
    let place = part(before.place.spoken, after.place.spoken)
    verb =
      if time != nil {
        "moved"
      } else if therapist != nil {
        "handed"
      } else if length != nil {
        before.duration < after.duration ? "made longer" : "made shorter"
      } else {
        "moved"
      }
    parts = [time, therapist, length, place].compactMap { $0 }
  }

  func said(_ wording: Wording, isOverride: Bool = false) -> String {
    let first = wording(isOverride ? "\(verb), against the rules" : verb)
    let rest = parts.map { wording($0) }.joined(separator: ", ")
    return rest.isEmpty ? first : "\(first) \(rest)"
  }
}
