import BookingDomain
import BookingProtocol

/// How a viewer comes level with the log: all missed events, or the whole days anew; never a part.
struct CatchUp: Sendable {
  enum Content: Sendable {
    case snapshot(ServerMessage.Snapshot)
    case missed([PreparedEvent])
    /// Nothing is shown beforehand; only what comes is told.
    case nothing
  }

  let content: Content
  let days: ClosedRange<LocalDate>
  /// Where the viewer stands afterwards.
  let position: LogPosition
  /// The database is away, and this is what was last known.
  var isOld = false
  /// The snapshot's bytes, where others are given the same.
  var picture: BoardPicture?
  /// Days that were read for this answer alone.
  var daysRead = 0

  /// An event as it is sent to one viewer.
  struct Sent: Sendable {
    let event: PreparedEvent
    let sight: EventSight
    let prev: Int64
  }

  /// What this viewer may see of the missed events, each with the position of the one before.
  /// - Parameter after: what the viewer has, where events that are not for it were passed over
  ///   since.
  func replay(for person: Person, after: Int64? = nil) -> [Sent] {
    guard case .missed(let events) = content, let first = events.first else { return [] }
    let viewer = Viewer(person: person, days: days)
    // The log is dense, so the first missed event follows what the viewer has.
    var prev = after ?? first.event.seq - 1
    return events.compactMap { event in
      guard let sight = event.sight(for: viewer) else {
        return nil
      }
      defer { prev = event.event.seq }
      return Sent(event: event, sight: sight, prev: prev)
    }
  }
}

extension CatchUp {
  /// So many encoded bytes count as one day read.
  static let bytesOfADay = 10_000_000.0

  /// What a picture counts that is at hand already: to send it costs little, but not nothing.
  private static let least = 0.005

  /// What it took to find out, in days of the spa.
  var cost: Double {
    let missed: Int
    if case .missed(let events) = content { missed = events.count } else { missed = 0 }
    return Self.least + Double(daysRead) + Double(missed) / 100
  }
}

extension CatchUp {
  var hasSnapshot: Bool {
    if case .snapshot = content { true } else { false }
  }

  /// Therapists whose hours or state have changed among what was missed, each once.
  var therapistsWithNewHours: [UserID] {
    guard case .missed(let events) = content else { return [] }
    var known: Set<UserID> = []
    return events.compactMap { event in
      guard case .therapistScheduleUpdated(let therapist) = event.event.kind,
        known.insert(therapist).inserted
      else { return nil }
      return therapist
    }
  }

  /// What the replay or the snapshot is followed by.
  func subscribed(replayed: Int) -> ServerMessage.Subscribed {
    ServerMessage.Subscribed(
      from: days.lowerBound, to: days.upperBound, position: position, replayed: replayed,
      hasSnapshot: hasSnapshot)
  }
}
