import BookingDomain

/// Blocked time on the wire.
struct WireBlock: Codable {
  let blockId: Int64
  let therapistId: Int64
  let date: String
  let time: String
  let durationMinutes: WireDuration
  let reason: String
  let byName: String

  init(_ block: Block) {
    blockId = block.id.number
    therapistId = block.therapist.number
    date = block.date.description
    time = block.time.description
    durationMinutes = WireDuration(block.duration)
    reason = block.reason
    byName = block.byName
  }

  func block() throws(MessageProblem) -> Block {
    Block(
      id: BlockID(blockId), therapist: UserID(therapistId), date: try Wire.date(date, "date"),
      time: try Wire.time(time, "time"), duration: durationMinutes.minutes, reason: reason,
      byName: byName)
  }
}

extension [WireBlock] {
  func blocks() throws(MessageProblem) -> [Block] {
    try read { (wire) throws(MessageProblem) in try wire.block() }
  }
}
