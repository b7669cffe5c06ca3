import BookingTesting

/// What so many races came to.
package struct RacesReport: Sendable, CustomStringConvertible {
  package internal(set) var races = 0
  package internal(set) var won = 0
  var overlaps = 0
  var wonByNeitherOrBoth = 0
  var sessionsOutOfBounds = 0
  var sessionsSoldTwice = 0
  var conflictsWithoutARow = 0
  var refusals: [String: Int] = [:]

  package var isClean: Bool {
    overlaps + wonByNeitherOrBoth + sessionsOutOfBounds + sessionsSoldTwice + conflictsWithoutARow
      == 0
  }

  package var description: String {
    let refused = refusals.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return """
      \(races) races, \(won) won; overlaps \(overlaps), sessions out of bounds \
      \(sessionsOutOfBounds), sold twice \(sessionsSoldTwice), without one winner \
      \(wonByNeitherOrBoth), refusals that do not show the row \(conflictsWithoutARow); \
      refused: \(refused.joined(separator: ", "))
      """
  }
}
