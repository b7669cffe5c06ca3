import CCrypt
import NIOPosix
import Synchronization

/// Verifies bcrypt hashes away from the event loops, a few at a time.
///
/// Whether an account exists does not show in the time: where there is no hash, one that fits
/// nothing is verified instead.
final class PasswordCheck: Sendable {
  enum Outcome: Hashable, Sendable {
    case right
    case wrong
    /// Too many are waiting already; try again in a moment.
    case busy
  }

  /// One check takes 66 ms at cost 10; past this many waiting ones the answer would come after
  /// seconds, so the next are turned away instead.
  private static let waitingAtMost = 64
  /// Longer ones are wrong without being looked at: bcrypt reads 72 bytes, and nobody types more.
  private static let longestPassword = 1024
  /// Well-formed, at the cost that the spa's own hashes have; what it answers is never looked at.
  private static let dummy = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"

  private let pool: NIOThreadPool
  private let waiting = Mutex(0)

  /// - Parameter threads: checks at a time; the rest of the machine is for the desk.
  init(threads: Int = 2) {
    pool = NIOThreadPool(numberOfThreads: threads)
    pool.start()
  }

  func check(_ password: String, against stored: String?) async -> Outcome {
    let isAdmitted = waiting.withLock { count in
      guard count < Self.waitingAtMost else { return false }
      count += 1
      return true
    }
    guard isAdmitted else { return .busy }
    defer { waiting.withLock { $0 -= 1 } }
    let isPlausible =
      Self.isBcrypt(stored) && password.utf8.count <= Self.longestPassword
      && !password.utf8.contains(0)
    let hash = isPlausible ? stored ?? Self.dummy : Self.dummy
    let given = isPlausible ? password : ""
    let matches = try? await pool.runIfActive { frontdesk_password_matches(given, hash) }
    return matches == true && isPlausible ? .right : .wrong
  }

  func stop() async {
    try? await pool.shutdownGracefully()
  }

  /// `$2a$10$` and 53 characters of bcrypt's alphabet, at a cost that anybody would choose: a
  /// hash of cost 31 would hold a thread for days.
  static func isBcrypt(_ stored: String?) -> Bool {
    guard let bytes = stored.map({ Array($0.utf8) }), bytes.count == 60,
      ["$2a$", "$2b$", "$2y$"].contains(String(decoding: bytes[0..<4], as: UTF8.self)),
      let cost = Int(String(decoding: bytes[4..<6], as: UTF8.self)), (4...14).contains(cost),
      bytes[6] == UInt8(ascii: "$")
    else { return false }
    return bytes[7...].allSatisfy {
      (0x2E...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
    }
  }
}
