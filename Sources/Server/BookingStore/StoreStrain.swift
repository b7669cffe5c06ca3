/// How hard the way to the database is used at present.
package struct StoreStrain: Hashable, Sendable {
  /// Connections that orders and questions share.
  package let connections: Int
  package let busy: Int
  /// Who waits until one of them is free.
  package let waiting: Int
  /// Commits of other programs that have no number in the log yet; nil where nobody could be asked.
  package let outbox: Int?
  /// Milliseconds since the oldest of them.
  package let outboxAge: Int64?

  /// Of a file: there is no way to it.
  package static let none = StoreStrain(
    connections: 0, busy: 0, waiting: 0, outbox: 0, outboxAge: 0)

  package init(connections: Int, busy: Int, waiting: Int, outbox: Int?, outboxAge: Int64?) {
    self.connections = connections
    self.busy = busy
    self.waiting = waiting
    self.outbox = outbox
    self.outboxAge = outboxAge
  }
}
