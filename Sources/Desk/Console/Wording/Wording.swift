import BookingDomain

/// How the console speaks to the person: in which language, and by which clock. Its sentences are
/// made in English with hours from 0 to 24, wherever they come from (the model, the desk's language,
/// the rules, the server), and pass through here where they are drawn: so that each stands once in
/// the sources and once in a language's table. What guests and the spa are called, and what somebody
/// wrote, stands at the places of sentences and stays as it is.
package struct Wording: Hashable, Sendable {
  package enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case vietnamese = "vi"

    /// What a locale such as `vi_VN.UTF-8` asks for; English for every other.
    package init(locale: String?) {
      let name = locale?.prefix { $0.isLetter } ?? ""
      self = Self.allCases.first { $0.rawValue == name.lowercased() } ?? .english
    }
  }

  package enum Clock: String, CaseIterable, Sendable {
    case to24 = "24h"
    case to12 = "12h"
  }

  package let language: Language
  package let clock: Clock

  /// As sentences are made.
  package static let usual = Wording()

  package init(_ language: Language = .english, clock: Clock = .to24) {
    (self.language, self.clock) = (language, clock)
  }

  /// A sentence or word of the program as this person reads it.
  package func callAsFunction(_ english: String) -> String {
    switch (language, clock) {
    case (.english, .to24): english
    case (.english, .to12): onClock(english)
    case (.vietnamese, _):
      SaidLately.translation(of: english, in: self) {
        Catalog.vietnamese.translation(of: $0, by: local)
      }
    }
  }

  /// Why a booking was cancelled: one of those to choose from, or somebody's own words.
  func reason(_ words: String) -> String {
    CancellationReason.usual.contains(words) ? self(words) : words
  }

  /// What is in no table: a day and a time are still said as in the language.
  private func local(_ text: String) -> String { onClock(VietnameseDays.said(in: text)) }

  private func onClock(_ text: String) -> String {
    clock == .to24 ? text : ClockText.said(in: text, halves: halves)
  }

  private var halves: (am: String, pm: String) {
    language == .vietnamese ? ("SA", "CH") : ("am", "pm")
  }
}

extension Wording {
  /// In few columns: `14:30`, or `2:30p`.
  package func brief(_ time: TimeOfDay) -> String {
    guard clock == .to12 else { return time.hourMinute }
    return ClockText.brief(time)
  }

  /// Columns that a time takes at most.
  package var timeColumns: Int { clock == .to12 ? 6 : 5 }

  /// A full hour at the side of the board: `14:00`, or ` 2 pm`.
  func hour(_ hour: Int) -> String {
    let time = TimeOfDay(hour: hour % 24)
    guard clock == .to12 else { return time.hourMinute }
    let figure = ClockText.hour(time.hour)
    return (figure < 10 ? " " : "") + "\(figure) " + (time.hour < 12 ? halves.am : halves.pm)
  }

  /// A day of which the month is known: `Sat 28`.
  func brief(_ date: LocalDate) -> String {
    "\(short(date.weekday, letters: 3)) \(date.yearMonthDay.day)"
  }

  /// In large figures, which have no letters.
  func figures(_ time: TimeOfDay) -> String {
    clock == .to12 ? String(ClockText.brief(time).dropLast()) : time.hourMinute
  }

  /// A weekday in so many letters.
  func short(_ day: Weekday, letters: Int) -> String {
    language == .vietnamese
      ? VietnameseDays.short(day) : String(day.spoken.prefix(letters))
  }
}
