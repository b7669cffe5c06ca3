import Foundation

/// Rounds with randomly damaged input, from a printed seed: for a short time in the tests, for
/// minutes in `make fuzz`.
///
/// `FRONTDESK_FUZZ_SECONDS` lengthens it, `FRONTDESK_FUZZ_SEED` repeats one.
package enum Fuzz {
  /// Nil in a short round.
  package static let given =
    ProcessInfo.processInfo.environment["FRONTDESK_FUZZ_SECONDS"].flatMap { Double($0) }
  package static let seed =
    ProcessInfo.processInfo.environment["FRONTDESK_FUZZ_SEED"].flatMap { UInt64($0) }
    ?? UInt64.random(in: 0...999_999)

  /// The time limit of such a test: long enough for a slow machine, so that only what never ends
  /// exceeds it.
  package static let minutes = Int((given ?? 0) / 60) + 5

  /// - Returns: how many rounds there were.
  @discardableResult
  package static func rounds(
    _ what: String, _ round: (inout SeededRandomness) async throws -> Void
  ) async throws -> Int {
    print("fuzz \(what): seed \(seed)")
    var chance = SeededRandomness(seed: seed)
    let end = ContinuousClock.now + .seconds(given ?? 1)
    var count = 0
    var longest = Duration.zero
    while ContinuousClock.now < end {
      let begun = ContinuousClock.now
      try await round(&chance)
      longest = max(longest, begun.duration(to: .now))
      count += 1
    }
    print("fuzz \(what): \(count) rounds, the longest \(longest)")
    return count
  }
}

extension SeededRandomness {
  /// The same with some of its bytes lost, doubled, turned or exchanged.
  package mutating func bent(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 0...4, using: &self) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &self)
      switch Int.random(in: 0..<6, using: &self) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
      case 1: bytes.remove(at: place)
      case 2:
        bytes.insert([0, 10, 13, 27, 32, 58, 255].randomElement(using: &self) ?? 0, at: place)
      case 3: bytes.removeSubrange(place...)
      case 4:
        let other = Int.random(in: place...bytes.count, using: &self)
        bytes.insert(contentsOf: bytes[place..<other], at: place)
      default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      }
    }
    return bytes
  }

  package mutating func bent(_ text: String) -> String {
    String(decoding: bent(Array(text.utf8)), as: UTF8.self)
  }
}
