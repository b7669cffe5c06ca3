/// Numbers from a seed, the same on every machine and with every compiler, which the standard library
/// does not promise for its own. (Steele, Lea and Flood 2014.)
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    defer { state &+= Self.step }
    return Self.first(from: state)
  }

  /// The first number from a seed. Every bit of it depends on every bit of the seed, so that sums of
  /// small seeds' numbers do not meet by chance.
  static func first(from seed: UInt64) -> UInt64 {
    var mixed = seed &+ step
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
