import BookingDomain

/// Randomness that can be had again: the same seed gives the same numbers on every machine.
package struct SeededRandomness: RandomNumberGenerator, Sendable {
  package let seed: UInt64
  private var numbers: SplitMix64

  package init(seed: UInt64) {
    self.seed = seed
    numbers = SplitMix64(seed: seed)
  }

  /// A new seed, printed, so that a failing run can be repeated with `init(seed:)`.
  package static func announced(for story: String) -> SeededRandomness {
    let seed = UInt64.random(in: 0...999_999)
    print("\(story): seed \(seed)")
    return SeededRandomness(seed: seed)
  }

  package mutating func next() -> UInt64 { numbers.next() }
}
