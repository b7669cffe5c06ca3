import BookingTesting

/// Everything that is to go wrong, and the seed for random decisions: the same script does the same
/// to the same pieces.
package struct FaultScript: Hashable, Sendable, CustomStringConvertible {
  package let seed: UInt64
  /// A piece gets the first fault whose rule fits now, and no other.
  package var rules: [FaultRule]

  package init(seed: UInt64 = 0, _ rules: [FaultRule] = []) {
    (self.seed, self.rules) = (seed, rules)
  }

  package var description: String {
    "seed \(seed)\n" + rules.map { "  \($0)\n" }.joined()
  }
}

/// Decides for one connection. Each direction has its own counts and its own chance, so that what
/// one end sends does not change what befalls the other, however the two interleave.
struct FaultJudge {
  private struct Lane {
    var chance: SeededRandomness
    /// Pieces that have fitted each rule.
    var counts: [Int]
    /// Rules with a time that have had their effect.
    var spent: Set<Int> = []
  }

  private let rules: [FaultRule]
  private let connection: Int
  private var lanes: [Sender: Lane] = [:]

  init(_ script: FaultScript, connection: Int) {
    rules = script.rules
    self.connection = connection
    for (index, sender) in Sender.allCases.enumerated() {
      // Far enough apart that no two streams of the generator meet.
      var mixing = SeededRandomness(
        seed: script.seed &+ UInt64(connection * 2 + index) &* 0xD134_2543_DE82_EF95)
      lanes[sender] = Lane(
        chance: SeededRandomness(seed: mixing.next()), counts: rules.map { _ in 0 })
    }
  }

  /// - Parameter age: milliseconds since the connection was opened.
  mutating func verdict(on kind: WirePiece.Kind, from sender: Sender, age: Int64) -> Fault? {
    guard var lane = lanes[sender] else { return nil }
    defer { lanes[sender] = lane }
    var verdict: Fault?
    for (index, rule) in rules.enumerated()
    where rule.fits(kind, from: sender, connection: connection) {
      lane.counts[index] += 1
      // The random number is drawn even where another rule was chosen, so that one rule does not
      // change what another does.
      let isDue = Self.isDue(rule.when, index, &lane, age)
      if isDue, verdict == nil { verdict = rule.fault }
    }
    return verdict
  }

  private static func isDue(_ when: FaultRule.When, _ index: Int, _ lane: inout Lane, _ age: Int64)
    -> Bool
  {
    switch when {
    case .always: return true
    case .nth(let count): return lane.counts[index] == count
    case .every(let count): return lane.counts[index] % count == 0
    case .from(let count): return lane.counts[index] >= count
    case .chance(let percent):
      return Double.random(in: 0..<100, using: &lane.chance) < percent
    case .after(let milliseconds):
      return age >= milliseconds && lane.spent.insert(index).inserted
    }
  }
}
