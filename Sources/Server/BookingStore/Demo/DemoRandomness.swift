/// Numbers from a seed, the same on every machine and with every compiler, which the standard
/// library does not promise for its own. (SplitMix64, Steele, Lea and Flood 2014.)
struct DemoRandomness {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Zero up to, not including, `bound`, which is more than zero.
  mutating func below(_ bound: Int) -> Int { Int(next() >> 1) % bound }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  mutating func happens(percent: Int) -> Bool { below(100) < percent }

  /// One of several, which are at least one.
  mutating func one<T>(of choices: [T]) -> T { choices[below(choices.count)] }

  /// One of several by weights that add up to 100.
  mutating func weighted<T>(_ choices: [(T, percent: Int)]) -> T {
    var rest = below(100)
    for (choice, percent) in choices {
      rest -= percent
      if rest < 0 { return choice }
    }
    return choices[choices.count - 1].0
  }
}
