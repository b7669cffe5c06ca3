import BookingDomain
import BookingProtocol
import NIOCore
import WebSocket

/// The staff's sockets of one event loop that follow the spa's stream in step: who looks at the
/// same days with the same role, and was sent the same event last, gets the next one in the same
/// bytes. They stand in groups, so that an event is one frame a group and one write a member.
///
/// A socket that falls out of step (it reads slowly, or asks for other days) leaves, is told by
/// itself, and comes back when it is level again.
struct FanOut {
  /// What decides what an event is to somebody of the staff.
  private struct Outlook: Hashable {
    let role: Role
    let days: ClosedRange<LocalDate>
  }

  private struct Member {
    let socket: any ServedSocket
    /// The socket's own, and so alive as long as that is. Counting who holds it would cost a third of
    /// what is done for a member beside the system's call.
    unowned(unsafe) let lane: WebSocketLane
    /// The lane's own, as long as the socket belongs here.
    let ticket: Int64
    var isHere: Bool { lane.ticket == ticket }
  }

  private struct Group {
    let viewer: Viewer
    /// The event that all of them were sent last: the next one's `prev`.
    let last: Int64
    var members: [Member]
  }

  /// One group's part of a batch of events.
  private struct Round {
    let group: Group
    let outlook: Outlook
    let frames: ByteBuffer
    let last: Int64
    var next = 0
    /// Members that have left.
    var gaps = 0
  }

  private var groups: [Outlook: [Group]] = [:]
  private var rounds: [Round] = []
  private var tickets: Int64 = 0
  /// Members that have left and still have a place.
  private var gaps = 0
  private var places = 0

  /// - Parameter last: the event that the socket was sent last.
  mutating func join(_ socket: any ServedSocket, after last: Int64) {
    guard let viewer = socket.viewer, let days = viewer.days else { return }
    let lane = socket.lane
    tickets += 1
    lane.ticket = tickets
    lane.mark = last
    places += 1
    let outlook = Outlook(role: viewer.person.role, days: days)
    add([Member(socket: socket, lane: lane, ticket: tickets)], to: outlook, viewer, after: last)
  }

  mutating func leave(_ socket: any ServedSocket) {
    guard socket.isInStep else { return }
    socket.fallsOut(after: socket.lane.mark)
    socket.lane.ticket = 0
    gaps += 1
    if gaps > 64, gaps > places / 2, rounds.isEmpty { closeGaps() }
  }

  /// Plans who is told these events, each group in its own bytes.
  mutating func begin(_ events: [PreparedEvent]) {
    guard let newest = events.last?.event.seq else { return }
    for (outlook, some) in groups {
      var resting: [Group] = []
      for group in some {
        if group.last < newest, let round = Self.round(of: events, for: group, outlook) {
          rounds.append(round)
        } else {
          resting.append(group)
        }
      }
      groups[outlook] = resting.isEmpty ? nil : resting
    }
  }

  /// What could not be written straight to a member's connection, because it reads too slowly.
  struct Unsent {
    let socket: any ServedSocket
    let frames: ByteBuffer
    /// Bytes of it that the system took before it would take no more.
    let taken: Int
    let last: Int64
  }

  /// Tells at most `count` more of those planned.
  /// - Returns: nil where everybody had been told.
  mutating func tell(_ count: Int) -> [Unsent]? {
    guard !rounds.isEmpty else { return nil }
    var unsent: [Unsent] = []
    var left = count
    while left > 0, let index = rounds.indices.last {
      let round = rounds[index]
      let places = round.next..<min(round.next + left, round.group.members.count)
      var gaps = 0
      round.frames.withUnsafeReadableBytes { bytes in
        round.group.members.withUnsafeBufferPointer { members in
          for place in places {
            guard members[place].isHere else {
              gaps += 1
              continue
            }
            let lane = members[place].lane
            let taken = lane.send(bytes)
            if taken == bytes.count {
              lane.mark = round.last
            } else {
              unsent.append(
                Unsent(
                  socket: members[place].socket, frames: round.frames, taken: taken,
                  last: round.last))
            }
          }
        }
      }
      left -= places.count
      rounds[index].next = places.upperBound
      rounds[index].gaps += gaps
      if places.upperBound == round.group.members.count { end(rounds.removeLast()) }
    }
    return unsent
  }

  private static func round(of events: [PreparedEvent], for group: Group, _ outlook: Outlook)
    -> Round?
  {
    var frames: ByteBuffer?
    var last = group.last
    for prepared in events where prepared.event.seq > group.last {
      guard let sight = prepared.sight(for: group.viewer)
      else { continue }
      let frame = prepared.frame(sight, mask: group.viewer.mask, prev: last).buffer
      if frames == nil { frames = frame } else { frames?.writeImmutableBuffer(frame) }
      last = prepared.event.seq
    }
    return frames.map { Round(group: group, outlook: outlook, frames: $0, last: last) }
  }

  private mutating func end(_ round: Round) {
    var members = round.group.members
    if round.gaps > 0 {
      let count = members.count
      members.removeAll { !$0.isHere }
      gaps -= count - members.count
      places -= count - members.count
    }
    add(members, to: round.outlook, round.group.viewer, after: round.last)
  }

  private mutating func add(
    _ members: [Member], to outlook: Outlook, _ viewer: Viewer, after last: Int64
  ) {
    guard !members.isEmpty else { return }
    let index = groups[outlook]?.firstIndex { $0.last == last }
    if let index {
      groups[outlook]?[index].members += members
    } else {
      groups[outlook, default: []].append(Group(viewer: viewer, last: last, members: members))
    }
  }

  private mutating func closeGaps() {
    groups = groups.compactMapValues { some in
      let left = some.compactMap { group in
        var group = group
        group.members.removeAll { !$0.isHere }
        return group.members.isEmpty ? nil : group
      }
      return left.isEmpty ? nil : left
    }
    gaps = 0
    places = groups.values.reduce(0) { $0 + $1.reduce(0) { $0 + $1.members.count } }
  }
}
