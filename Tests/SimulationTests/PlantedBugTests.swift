import Testing

/// The simulation is worth something only if it notices what goes wrong.
@Suite struct PlantedBugTests {
  /// The rarest of them needs more than a thousand worlds.
  private static let seeds: ClosedRange<UInt64> = 1...3_000

  @Test(arguments: PlantedBug.allCases)
  func isCaught(_ bug: PlantedBug) async {
    for seed in Self.seeds {
      guard let problem = await World(seed: seed, bug: bug).run() else { continue }
      if await World(seed: seed).run() != nil { continue }
      print("\(bug) is caught by seed \(seed): \(problem.split(separator: "\n").first ?? "")")
      return
    }
    Issue.record("\(bug) was not noticed in \(Self.seeds.upperBound) worlds")
  }
}
