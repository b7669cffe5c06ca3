/// Randomness that can be had again: the same seed gives the same numbers on every machine.
/// (SplitMix64, Steele, Lea and Flood 2014: small, fast, and good enough to shuffle tests.)
package struct SeededRandomness: RandomNumberGenerator, Sendable {
  package let seed: UInt64
  private var state: UInt64

  package init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  /// A new seed, printed, so that a failing run can be repeated with `init(seed:)`.
  package static func announced(for story: String) -> SeededRandomness {
    let seed = UInt64.random(in: 0...999_999)
    print("\(story): seed \(seed)")
    return SeededRandomness(seed: seed)
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
