/// When a client should come back after a restart: spread, so that the herd does not arrive at
/// once, and never long, since people wait.
enum ReconnectSlots {
  /// Milliseconds from the end of one server to the next one's listening: it opens a database.
  static let restart = 300

  /// Milliseconds over which so many clients are spread: half a one each, which is twice what a board
  /// costs the server, its day included.
  static func spread(of connections: Int) -> Int { min(2_000, max(50, connections / 2)) }

  static func milliseconds(connection: Int64, of connections: Int) -> Int {
    // Fibonacci hashing: neighbours in number land far from each other.
    Int(
      UInt64(bitPattern: connection) &* 0x9E37_79B9_7F4A_7C15 >> 33
        % UInt64(spread(of: connections)))
  }
}
