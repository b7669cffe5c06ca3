import BookingTesting

/// What a run came to.
package struct ChaosReport: Sendable, CustomStringConvertible {
  package struct Desk: Sendable {
    let name: String
    let lives, connections, pollings, snapshots: Int
    /// How its line stood at the end.
    let link: String
  }

  let seed: UInt64
  let database: String
  let kills: Int
  /// Of these, the database's own.
  let databaseKills: Int
  let drops: Int
  let foreignWrites: Int
  let seconds: Double
  let orders: Int
  package let accepted: Int
  let refused: [String: Int]
  let expired: Int
  let carriedOutUnheard: Int
  let faults: [String: Int]
  let desks: [Desk]
  let findings: [ChaosChecker.Finding]

  package var isClean: Bool { findings.isEmpty }

  package var description: String {
    var lines = [
      "seed \(seed) on \(database): \(kills) kills (\(databaseKills) of the database), "
        + "\(drops) of clients, "
        + "\(foreignWrites) foreign writes in \(Int(seconds)) s",
      "orders \(orders): accepted \(accepted), refused \(refused.values.reduce(0, +)), "
        + "expired \(expired) (\(carriedOutUnheard) of them carried out in time, unheard)",
      "refused: \(Self.counts(refused))",
      "faults: \(Self.counts(faults))",
    ]
    for desk in desks {
      lines.append(
        "\(desk.name): \(desk.lives) lives, \(desk.connections) times live, "
          + "\(desk.pollings) polling, \(desk.snapshots) snapshots, \(desk.link) at last")
    }
    for charge in ChaosChecker.Charge.allCases {
      let found = findings.filter { $0.charge == charge }
      lines.append("\(charge.rawValue): \(found.count)")
      // The first ones show what is wrong; a thousand more would hide it.
      lines += found.prefix(10).map { "  \($0.text)" }
    }
    return lines.joined(separator: "\n")
  }

  private static func counts(_ counts: [String: Int]) -> String {
    counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
