import BookingDomain

/// Blocked time on the wire.
struct WireBlock: WireForm {
  let blockId, therapistId: Int64
  let date, time: String
  let durationMinutes: WireDuration
  let reason: String
  let byName: String
  /// Where it is a day of time off.
  var timeOff: WireTimeOff?

  init(_ block: Block) {
    blockId = block.id.number
    therapistId = block.therapist.number
    date = block.date.description
    time = block.time.description
    durationMinutes = WireDuration(block.duration)
    reason = block.reason
    byName = block.byName
    timeOff = block.timeOff.map(WireTimeOff.init)
  }

  func value() throws(MessageProblem) -> Block {
    Block(
      id: BlockID(blockId), therapist: UserID(therapistId), date: try Wire.date(date, "date"),
      time: try Wire.time(time, "time"), duration: durationMinutes.minutes, reason: reason,
      byName: byName, kind: try kind())
  }

  private func kind() throws(MessageProblem) -> Block.Kind {
    guard let timeOff else { return .time }
    return .timeOff(
      TimeOff(
        id: TimeOffID(timeOff.timeOffId),
        therapist: timeOff.isForEverybody ? nil : UserID(therapistId),
        days: try Wire.days(timeOff.from, timeOff.to), reason: reason, byName: byName))
  }
}

/// Whole days off, beside what a block says of one of them.
struct WireTimeOff: Codable {
  let timeOffId: Int64
  let from, to: String
  let isForEverybody: Bool

  init(_ timeOff: TimeOff) {
    timeOffId = timeOff.id.number
    from = timeOff.days.lowerBound.description
    to = timeOff.days.upperBound.description
    isForEverybody = timeOff.therapist == nil
  }
}

extension Wire {
  /// - Throws: where the last day lies before the first.
  static func days(_ from: String, _ to: String) throws(MessageProblem) -> ClosedRange<LocalDate> {
    let (first, last) = (try date(from, "from"), try date(to, "to"))
    guard first <= last else { throw .malformed(detail: "to lies before from") }
    return first...last
  }
}
