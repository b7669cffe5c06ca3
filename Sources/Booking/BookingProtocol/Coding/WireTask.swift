import BookingDomain

/// A task of the desk.
struct WireTask: WireForm {
  let taskId: Int64
  let text: String
  let date: String?
  let time: String?
  let byName: String
  let at: String
  let doneByName: String?
  let doneAt: String?

  init(_ task: DeskTask) {
    taskId = task.id.number
    text = task.text
    date = task.date?.description
    time = task.time?.description
    byName = task.byName
    at = task.at.description
    doneByName = task.done?.byName
    doneAt = task.done?.at.description
  }

  func value() throws(MessageProblem) -> DeskTask {
    let doneAt = try Wire.timestamp(ifAny: doneAt, "doneAt")
    return DeskTask(
      id: TaskID(taskId), text: text, date: try Wire.date(ifAny: date, "date"),
      time: try Wire.time(ifAny: time, "time"), byName: byName, at: try Wire.timestamp(at, "at"),
      done: doneAt.map { DeskTask.Done(byName: doneByName ?? "", at: $0) })
  }
}

/// The last call about a booking.
struct WireCall: WireForm {
  let outcome: String
  let note: String?
  let byName: String
  let at: String

  init(_ call: CallMark) {
    outcome = call.outcome.rawValue
    note = call.note.isEmpty ? nil : call.note
    byName = call.byName
    at = call.at.description
  }

  /// Nil for an outcome that only a newer server knows.
  func value() throws(MessageProblem) -> CallMark? {
    guard let outcome = CallOutcome(rawValue: outcome) else { return nil }
    return CallMark(
      outcome: outcome, note: note ?? "", byName: byName, at: try Wire.timestamp(at, "at"))
  }
}
