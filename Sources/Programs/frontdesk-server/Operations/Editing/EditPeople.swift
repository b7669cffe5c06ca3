import ArgumentParser
import BookingDomain
import SpaSetup

struct EditTherapist: HouseEdit {
  static let configuration = CommandConfiguration(
    commandName: "therapist",
    abstract: "Change a therapist, with an account or without, or add one without (--add).",
    discussion: """
      --off is for who works here no more: they keep their history and log in no more. A week of \
      --shifts takes the place of the one that stood there; hours of single days stay.
      """)

  enum Presence: String, EnumerableFlag {
    case leave
    case back
  }

  @Argument(help: "Their name or number; with --add the new one's name.") var therapist: String
  @Flag(help: "A new therapist; needs --does.") var add = false
  @OptionGroup var treatment: TreatmentOption
  @Option(help: "How long they have done it.") var years: Int?
  @Option(
    help: ArgumentHelp(
      "When they work, week after week: \"mon-fri 9-17, sat 10-14 15-18, sun off\".",
      valueName: "week"))
  var shifts: String?
  @Flag(help: "On leave, or back from it.") var presence: Presence?
  @OptionGroup var named: NamedOptions
  @OptionGroup var options: DatabaseOptions

  func validate() throws {
    guard !add || treatment.does != nil else {
      throw ValidationError("A new therapist needs --does.")
    }
  }

  func orders() throws -> [HouseOrder] {
    let name = try HouseOrder.name(therapist, of: .therapist)
    let first: [HouseOrder] = [
      treatment.does.map {
        add ? .addTherapist(name, does: $0) : .does(therapist: therapist, $0)
      }
    ].compactMap(\.self)
    let changes: [HouseOrder] = [
      try years.map { try HouseOrder.years(therapist, $0) },
      try shifts.map { .week(therapist: therapist, try SpaPlan.checkedWeek($0)) },
      presence.map { .leave(therapist, isAway: $0 == .leave) },
    ].compactMap(\.self)
    return try named.orders(.therapist, therapist, first + changes)
  }
}

struct EditSpa: HouseEdit {
  static let configuration = CommandConfiguration(
    commandName: "spa",
    abstract: "Change what the spa says of itself: its name, tax, address, phone and so on.",
    discussion: "The tax and the currency count from the next sale on.")

  @Argument(help: ArgumentHelp("Which.", valueName: "what")) var fact: SpaFact
  @Argument(help: "What it is now; - for nothing.") var text: String
  @OptionGroup var options: DatabaseOptions

  func orders() throws -> [HouseOrder] {
    let text = HouseOrder.something(text)
    guard text != nil || fact.mayBeEmpty else {
      throw Complaint("Something has to stand there: write \(fact.wanted).")
    }
    return [.spa(fact, text)]
  }
}

extension SpaFact: ExpressibleByArgument {}
