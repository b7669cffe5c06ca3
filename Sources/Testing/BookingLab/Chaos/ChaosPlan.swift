import BookingTesting

/// How much of what is to happen. All random choices are made from `seed`; their exact timing
/// depends on the machine.
package struct ChaosPlan: Sendable {
  package var seed: UInt64
  /// On MariaDB there are two servers, and one kill in four is the database's own.
  package var database = Way.Database.sqlite
  /// Times that a server is killed with `kill -9`.
  package var kills = 200
  /// Orders a second, of all clients together.
  package var rate = 50
  /// What goes wrong on the way.
  package var faults: [FaultRule]
  /// Says how it goes, a line at a time.
  package var tell: @Sendable (String) -> Void = { _ in }

  package init(seed: UInt64) {
    self.seed = seed
    faults = Self.everything
  }

  /// Milliseconds that a server lives before it is killed: some do not get as far as a client.
  static let uptime = 0...1600
  /// Milliseconds that a database stays away.
  static let databaseAway = 0...1200
  /// Milliseconds between two writes of a foreign program, and between two ends of a client.
  static let foreignPause = 50...400
  static let dropPause = 1500...5000
  /// How long everything may take to come to rest once nothing goes wrong any more: a half-open
  /// connection is noticed after 11 s, and a retry may be 30 s away.
  static let rest = Duration.seconds(75)

  /// Every fault, mostly of the pieces whose loss is worst. The numbers are per cent of the pieces
  /// that fit.
  package static let everything: [FaultRule] = [
    FaultRule(.closeAfter, from: .server, .response(101), .chance(4)),
    FaultRule(.close, from: .server, .message("CONNECTION_ESTABLISHED"), .chance(4)),
    FaultRule(.drop, from: .server, .message("COMMAND_ACCEPTED"), .chance(2)),
    FaultRule(.reset, from: .server, .message("COMMAND_ACCEPTED"), .chance(1)),
    FaultRule(.drop, from: .client, .message("UPDATE_BOOKING_STATUS"), .chance(1)),
    FaultRule(.duplicate, from: .client, .message("UPDATE_BOOKING_STATUS"), .chance(10)),
    FaultRule(.duplicate, from: .client, .message("UNDO"), .chance(20)),
    FaultRule(.duplicate, from: .server, .anything, .chance(2)),
    FaultRule(.drop, from: .server, .message("BOOKING_STATUS_CHANGED"), .chance(0.5)),
    FaultRule(.drop, from: .server, .message("BOOKING_UPDATED"), .chance(0.5)),
    FaultRule(.drop, from: .server, .message("BOOKING_GONE"), .chance(1)),
    FaultRule(.drop, from: .server, .message("BOOKING_SNAPSHOT"), .chance(3)),
    FaultRule(.reset, from: .client, .request("/api/commands"), .chance(5)),
    FaultRule(.close, from: .server, .response(200), .chance(5)),
    FaultRule(.delay(milliseconds: 120), from: .server, .anything, .chance(1)),
    FaultRule(.delay(milliseconds: 80), from: .client, .anything, .chance(1)),
    FaultRule(.corrupt, from: .server, .anything, .chance(0.1)),
    FaultRule(.corrupt, from: .client, .anything, .chance(0.3)),
    FaultRule(.stall(milliseconds: 700), from: .server, .anything, .chance(0.1)),
    FaultRule(.close, from: .client, .anything, .chance(0.2)),
    FaultRule(.halfOpen, from: .server, .anything, .chance(0.02)),
  ]
}
