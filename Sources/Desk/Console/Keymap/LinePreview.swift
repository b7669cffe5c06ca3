import BookingDomain
import DeskLanguage

/// What a line being typed is understood as, before Enter: shown beside or above it.
package struct LinePreview: Hashable, Sendable {
  package struct Chip: Hashable, Sendable {
    package let text: String
    /// Whether somebody typed it; else it was filled in.
    package let isSaid: Bool
  }

  /// Instead of chips: what is wrong, or what the whole would do.
  package var sentence: String?
  package var isProblem = false
  /// What has to be seen before Enter; empty is nothing.
  package var warnings: [String] = []
  package var chips: [Chip] = []
  /// Characters of the line that were not understood.
  package var unread: [Range<Int>] = []

  /// - Parameter start: where the draft's text begins in the line.
  init(_ draft: Draft, at start: Int) {
    isProblem = draft.isProblem || draft.says.hasPrefix(Draft.overbooks)
    sentence = isProblem || draft.chips.isEmpty ? draft.says : nil
    warnings = draft.isProblem || draft.chips.isEmpty ? [] : draft.warnings
    chips = draft.chips.map { Chip(text: $0.text, isSaid: $0.isSaid) }
    unread = draft.unread.map { $0.lowerBound + start..<$0.upperBound + start }
  }

  /// A line of which something cannot be.
  init(problem: String, unread: [Range<Int>]) {
    sentence = problem
    isProblem = true
    self.unread = unread
  }

  private init(chips: [Chip]) { self.chips = chips }

  /// About accounts and the house: what was understood, and behind it what is missing yet or what
  /// the whole does.
  init(_ line: HouseLine) {
    guard line.unread.isEmpty else {
      self.init(problem: line.problem ?? "", unread: line.unread)
      return
    }
    let last = line.problem ?? line.deed?.does ?? ""
    self.init(
      chips: line.readings.map { Chip(text: $0, isSaid: true) }
        + [Chip(text: last, isSaid: false)])
  }

  /// A day, as the spa's calendar has it.
  init(_ day: LocalDate, today: LocalDate) {
    let days = today.distance(to: day)
    let far =
      switch days {
      case 0: "today"
      case 1: "tomorrow"
      case -1: "yesterday"
      default: days > 0 ? "in \(days) days" : "\(-days) days ago"
      }
    self.init(chips: [Chip(text: day.short, isSaid: true), Chip(text: far, isSaid: false)])
  }
}
