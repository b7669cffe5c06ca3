import BookingDomain

/// How a server does: the answer to `GET /health`.
package struct ServerHealth: Hashable, Sendable {
  package enum Status: String, CaseIterable, Sendable {
    case ok
    /// Orders wait for something, as a lock in the database.
    case waiting
    /// The database is away, or takes no orders.
    case degraded
    /// It is being ended.
    case draining
  }

  package struct Orders: Hashable, Codable, Sendable {
    /// That the database has not answered yet.
    package let waiting: Int
    /// Of the oldest of them, whole seconds.
    package let longestSeconds: Int

    package init(waiting: Int, longestSeconds: Int) {
      (self.waiting, self.longestSeconds) = (waiting, longestSeconds)
    }
  }

  /// Connections that follow the event log and say how far they have come (`EVENT_ACK`).
  package struct Readers: Hashable, Codable, Sendable {
    package let acknowledging: Int
    /// Log positions between the last event sent to a reader and the last it acknowledged.
    package let furthestBehind: Int64

    package init(acknowledging: Int, furthestBehind: Int64) {
      (self.acknowledging, self.furthestBehind) = (acknowledging, furthestBehind)
    }
  }

  package let status: Status
  package let isDatabaseAvailable: Bool
  /// What keeps it from taking orders; nil where nothing does.
  package let cause: String?
  package let orders: Orders
  package let connections: Int
  package let position: LogPosition
  package let readers: Readers

  package init(
    status: Status, isDatabaseAvailable: Bool, cause: String?, orders: Orders, connections: Int,
    position: LogPosition, readers: Readers
  ) {
    self.status = status
    self.isDatabaseAvailable = isDatabaseAvailable
    self.cause = cause
    self.orders = orders
    self.connections = connections
    self.position = position
    self.readers = readers
  }
}

/// What is said over HTTP beside the messages: how the server does, and why something is refused.
package enum OperationCoding {
  private struct WireHealth: Codable {
    let status: String
    let database: String
    let cause: String?
    /// Older servers say nothing of these.
    let orders: ServerHealth.Orders?
    let connections: Int
    let epoch: String
    let position: Int64
    let readers: ServerHealth.Readers?
  }

  private struct WireRefusal: Codable {
    let error: String
  }

  package static let alive = Wire.bytes(["status": "alive"])

  package static func encode(_ health: ServerHealth) -> [UInt8] {
    Wire.bytes(
      WireHealth(
        status: health.status.rawValue,
        database: health.isDatabaseAvailable ? "available" : "unavailable", cause: health.cause,
        orders: health.orders, connections: health.connections, epoch: health.position.epoch,
        position: health.position.seq, readers: health.readers))
  }

  package static func health(_ bytes: some Collection<UInt8>) throws(MessageProblem)
    -> ServerHealth
  {
    let wire = try Wire.value(WireHealth.self, from: bytes)
    let isAvailable = wire.database == "available"
    return ServerHealth(
      // A newer server may have a word of its own.
      status: ServerHealth.Status(rawValue: wire.status) ?? (isAvailable ? .ok : .degraded),
      isDatabaseAvailable: isAvailable, cause: wire.cause,
      orders: wire.orders ?? .init(waiting: 0, longestSeconds: 0), connections: wire.connections,
      position: LogPosition(epoch: wire.epoch, seq: wire.position),
      readers: wire.readers ?? .init(acknowledging: 0, furthestBehind: 0))
  }

  package static func encode(refusal sentence: String) -> [UInt8] {
    Wire.bytes(WireRefusal(error: sentence))
  }

  package static func refusal(_ bytes: some Collection<UInt8>) throws(MessageProblem) -> String {
    try Wire.value(WireRefusal.self, from: bytes).error
  }
}
