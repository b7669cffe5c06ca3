import BookingDomain
import DeskLanguage

/// What was asked about many days while a line is typed; with the line it is forgotten, since
/// others book meanwhile.
package struct FoundDays: Hashable, Sendable {
  private(set) var free: [FreeQuestion: [FreeStart]] = [:]
  private(set) var fullness: [LocalDate: DayFullness] = [:]
  private var asked: Set<Question> = []
  /// Asked in vain: not again before somebody presses a key.
  private var failed: Set<Question> = []

  package init() {}

  /// - Returns: whether it has to be asked now.
  mutating func ask(_ question: Question) -> Bool {
    !failed.contains(question) && asked.insert(question).inserted
  }

  mutating func take(_ starts: [FreeStart], for question: FreeQuestion) { free[question] = starts }

  mutating func take(_ days: [DayFullness]) {
    for day in days { fullness[day.date] = day }
  }

  var wasAskedInVain: Bool { !failed.isEmpty }

  mutating func failed(_ question: Question) {
    asked.remove(question)
    failed.insert(question)
  }

  mutating func mayAskAgain() { failed = [] }

  mutating func forget() { self = FoundDays() }
}
