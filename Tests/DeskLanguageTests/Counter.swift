import BookingDomain
import BookingTesting
import DeskLanguage

/// A counter with a register, where lines are read: a Sunday morning, 22 November 2026, half past
/// eight.
struct Counter {
  static let lexicon = Lexicon(spa: CounterSpa.spa)

  var found: [String: [CustomerCard]] = [:]
  var free: [FreeQuestion: [FreeStart]] = [:]
  var fullness: [LocalDate: DayFullness] = [:]
  var shown = SampleSpa.date
  var date = SampleSpa.date
  private var person = SampleSpa.reception

  /// Other days, once they were asked for.
  private var days: [LocalDate: Availability] = [:]
  private var filesOf: [Booking] = []

  private var context: PhraseContext {
    var context = boardContext
    context.days = days
    context.files = Dictionary(grouping: filesOf, by: \.customer.id)
    return context
  }

  private var boardContext: PhraseContext {
    let day = CounterSpa.day(shown)
    var context = PhraseContext(
      lexicon: Self.lexicon, day: day, date: date, bookings: day.bookings,
      waiting: CounterSpa.waiting,
      selected: CounterSpa.bookings[0], person: person,
      moment: Moment(SampleSpa.at("08:30"), in: SampleSpa.zone), found: found)
    context.free = free
    context.fullness = fullness
    return context
  }

  /// The line with everything answered that it asks for.
  mutating func draft(_ verb: Verb, _ text: String) -> Draft {
    person = verb == .shift ? SampleSpa.manager : SampleSpa.reception
    for _ in 0..<12 {
      let draft = verb.draft(text, at: context)
      switch draft.outcome {
      case .asks(let question): found[question] = CounterSpa.matching(question)
      case .asksFree(let question): free[question] = CounterSpa.starts(question)
      case .asksDays(let days): for date in days { fullness[date] = CounterSpa.fullness(date) }
      case .needsDay(let date): shown = date
      case .needsDays(let dates): for date in dates { days[date] = CounterSpa.day(date) }
      case .needsFile: filesOf = CounterSpa.bookings
      default: return draft
      }
    }
    return verb.draft(text, at: context)
  }

  /// Chips, or the red words and what is said of them.
  mutating func reading(_ verb: Verb, _ text: String) -> String {
    let draft = draft(verb, text)
    let chips = draft.chips.map(\.text).joined(separator: " · ")
    let red = draft.words.filter { $0.kind == .unread }.map(\.written).joined(separator: " ")
    let warning = draft.warning.isEmpty ? "" : "! \(draft.warning) "
    switch draft.outcome {
    case .ready, .readyAll, .shows, .begins: return warning + (chips.isEmpty ? draft.says : chips)
    case .problem(let sentence, _):
      return (red.isEmpty ? "no: " : "RED [\(red)] ") + sentence
    case .asks, .asksFree, .asksDays, .needsDay, .needsDays, .needsFile: return "asks for ever"
    }
  }
}
