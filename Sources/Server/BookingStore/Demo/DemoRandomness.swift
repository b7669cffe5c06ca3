import BookingDomain

/// What the demo spa needs of chance, from its seed.
struct DemoRandomness {
  private var numbers: SplitMix64

  init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

  /// Zero up to, not including, `bound`, which is more than zero.
  mutating func below(_ bound: Int) -> Int { Int(numbers.next() >> 1) % bound }

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
