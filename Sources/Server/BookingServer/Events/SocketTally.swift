import BookingDomain

/// How the sockets stand, of one event loop or of all.
struct SocketTally: Sendable {
  var deliveries = 0
  private(set) var roles: [String: Int] = [:]
  private(set) var queuedBytes = 0
  private(set) var slowReaders = 0
  /// Of each that says how far it has come.
  private(set) var behind: [Int64] = []

  mutating func add(_ socket: any ServedSocket) {
    roles[socket.viewer?.person.role.userType ?? "none", default: 0] += 1
    queuedBytes += socket.waitingBytes
    if socket.waitingBytes > 0 { slowReaders += 1 }
    if let position = socket.behind { behind.append(position) }
  }

  mutating func add(_ other: SocketTally) {
    deliveries += other.deliveries
    roles.merge(other.roles, uniquingKeysWith: +)
    queuedBytes += other.queuedBytes
    slowReaders += other.slowReaders
    behind += other.behind
  }
}
