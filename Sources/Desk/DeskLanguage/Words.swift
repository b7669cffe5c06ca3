import BookingDomain

/// Domain values as the console says them.
extension Change {
  /// For a sentence: "confirm Linh".
  package var spoken: String {
    switch self {
    case .changeStatus(.scheduled, _): "reschedule"
    case .changeStatus(.confirmed, _): "confirm"
    case .changeStatus(.inProgress, _): "start"
    case .changeStatus(.completed, _): "complete"
    case .changeStatus(.cancelled, _): "cancel"
    case .changeStatus(.noShow, _): "no-show"
    case .markArrived: "arrived"
    case .move: "move"
    case .changeService: "another service of"
    case .writeNotes: "notes"
    case .takePayment: "pay"
    case .noteCall(.calling, _): "call"
    case .noteCall(.notReached, _): "no answer of"
    case .wish: "wish of"
    case .undo: "undo"
    }
  }
}

extension Booking {
  /// The state of a booking in one word.
  package var statusWord: String { unreadable.isEmpty ? status.word : "unreadable" }

  /// `time "838:59:59" cannot be read`, a sentence for each such value of its row.
  package var unreadableSentences: [String] {
    unreadable.map { "\($0.described) cannot be read" }
  }

  /// Whether its time or length cannot be read in its row, so that another value is shown in its
  /// place.
  package var hasUnreadableTimes: Bool {
    unreadable.contains { $0.field == .time || $0.field == .duration }
  }
}

extension Order {
  /// For a sentence: "book Linh".
  package var spoken: String {
    switch self {
    case .change(let change, _, _): change.spoken
    case .changeTogether(let parts): parts.first?.change.spoken ?? ""
    case .takeBack: Change.undo.spoken
    case .book: "book"
    case .swap: "swap"
    case .block: "block"
    case .unblock: "unblock"
    case .takeOff: "time off of"
    case .endTimeOff: "end the time off of"
    case .setShifts: "hours of"
    case .wait: "waiting list"
    case .stopWaiting: "off the waiting list"
    case .guest(let change, _): "\(change.fact.word) of"
    case .addTask: "task"
    case .markTask(_, .done): "done"
    case .markTask(_, .open): "open again"
    case .markTask(_, .struck): "strike"
    }
  }
}

extension Block {
  /// What the time is blocked for, in a few words.
  package var spoken: String {
    guard reason.isEmpty else { return reason }
    guard let timeOff else { return "blocked" }
    return timeOff.therapist == nil ? "closed" : "off"
  }
}

extension Minutes {
  /// `45 min`, `1 h 05`.
  package var spoken: String {
    let size = abs(count)
    guard size >= 60 else { return "\(size) min" }
    let rest = size % 60
    return "\(size / 60) h \(rest < 10 ? "0" : "")\(rest)"
  }
}

extension Place {
  /// `Orchid, bed A`.
  package var spoken: String { bedName.map { "\(roomName), bed \($0)" } ?? roomName }
}

/// A length of real time for a person: `4 s`, `3 min`, `2 h`.
package func spokenAge(milliseconds: Int64) -> String {
  let seconds = max(0, milliseconds) / 1000
  if seconds < 100 { return "\(seconds) s" }
  if seconds < 6000 { return "\(seconds / 60) min" }
  return "\(seconds / 3600) h"
}
