import BookingDomain

/// What a line would do that is being typed: what the grid draws of it, what is said about it, and
/// whether it can be sent.
package struct Draft: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    case ready(Order)
    /// Several at once, each answered for itself.
    case readyAll([Order])
    /// It cannot be done like this; other starts that would do are chosen by their digit.
    case problem(String, alternatives: [TimeOfDay])
    /// It is not known before the register has answered this question.
    case asks(register: String)
    /// Free starts have to be asked for.
    case asksFree(FreeQuestion)
    /// How full these days are has to be asked for.
    case asksDays(ClosedRange<LocalDate>)
    /// Choosing it begins another line instead.
    case begins(String)
    /// It is about a day that is not on the board.
    case needsDay(LocalDate)
    /// It is about these days beside the board's.
    case needsDays([LocalDate])
    /// It is about other bookings of this guest's.
    case needsFile(CustomerID)
    /// It only shows something.
    case shows(CustomerID)
  }

  package var outcome: Outcome
  package var ghosts: [Ghost] = []
  /// All of it in one line of text, the most important first.
  package var says: String
  /// A part of what would be done, as it was understood or filled in.
  package struct Chip: Hashable, Sendable {
    package let kind: Reading.Kind
    package let text: String
    /// Whether somebody typed it; else it was filled in.
    package let isSaid: Bool
  }

  /// What each word of the text is; those that are not understood are unread.
  package internal(set) var words: [Reading.Word] = []
  /// Guest, service, therapist, day, time, price and way of payment, as they were understood.
  package internal(set) var chips: [Chip] = []
  /// A warning to be read before Enter; empty where there is none.
  package private(set) var warnings: [String] = []
  package var warning: String { warnings.joined(separator: " ") }
  /// The day that the line is about; nil where it says none.
  package internal(set) var date: LocalDate?
  /// What could be meant instead, a line each.
  package var choices: [Choice] = []
  /// Which of them the line means as it stands.
  package internal(set) var chosen: Int?
  /// The guest, for the sentence after it was carried out.
  package var guest = ""
  /// What the register says about the guest.
  package internal(set) var guestCard: CustomerCard?
  /// What to say once it is carried out: `Anna now 60 min`; empty where the board itself shows it.
  package internal(set) var done = ""
  /// Of a series, its days: `6 times, Thu 3 Dec to Thu 7 Jan, 11:00`.
  package internal(set) var extent = ""
  /// Whether Enter has to be pressed after it was shown: it shows more than what was typed.
  package internal(set) var needsALook = false
  /// Of several orders, who each is about.
  package var guests: [String] = []

  /// Why the rules do not allow it, if that is the reason.
  var refusal: Refusal?

  package init(_ outcome: Outcome, says: String) {
    self.outcome = outcome
    self.says = says
    if case .needsDay(let date) = outcome { self.date = date }
  }

  package static func problem(_ sentence: String, alternatives: [TimeOfDay] = []) -> Draft {
    Draft(.problem(sentence, alternatives: alternatives), says: sentence)
  }

  static func refused(_ refusal: Refusal) -> Draft {
    var draft = problem(refusal.sentence, alternatives: refusal.alternatives)
    draft.refusal = refusal
    return draft
  }

  /// Adds this before the other warnings; an empty sentence adds nothing.
  mutating func warn(_ sentence: String) {
    guard !sentence.isEmpty else { return }
    warnings.append(sentence)
    says = "\(sentence) \(says)"
  }

  func with(choices: [Choice]) -> Draft {
    var draft = self
    draft.choices = choices
    return draft
  }

  /// What can be chosen: first changes of the line, then other starts.
  package var options: [Choice] {
    choices.filter { $0.edit != nil }
      + alternatives.map { Choice(text: $0.hourMinute, edit: .start($0)) }
  }

  /// The part of it that belongs to one of several orders.
  package func part(_ index: Int) -> Draft {
    var part = self
    part.ghosts = ghosts.indices.contains(index) ? [ghosts[index]] : []
    part.guest = guests.indices.contains(index) ? guests[index] : guest
    // Their answers are put together in one sentence when the last order is carried out.
    if index + 1 < orders.count { part.done = "" }
    return part
  }

  /// Characters of the text that were not understood.
  package var unread: [Range<Int>] { words.filter { $0.kind == .unread }.map(\.range) }

  /// The word with which a line against the rules begins.
  package static let overbooks = "OVERBOOKS: "

  /// What would be sent.
  package var orders: [Order] {
    switch outcome {
    case .ready(let order): [order]
    case .readyAll(let orders): orders
    case .problem, .asks, .asksFree, .asksDays, .begins, .needsDay, .needsDays, .needsFile, .shows:
      []
    }
  }

  /// Whether it changes what stands on the board already.
  package var isAboutStanding: Bool { orders.contains { !$0.bookings.isEmpty } }

  package var order: Order? { if case .ready(let order) = outcome { order } else { nil } }

  package var alternatives: [TimeOfDay] {
    if case .problem(_, let alternatives) = outcome { alternatives } else { [] }
  }

  package var isReady: Bool {
    switch outcome {
    case .ready, .readyAll, .shows, .begins: true
    case .problem, .asks, .asksFree, .asksDays, .needsDay, .needsDays, .needsFile: false
    }
  }

  package var isProblem: Bool { if case .problem = outcome { true } else { false } }
}

/// A booking that is not made yet, at the place where it would be.
package struct Ghost: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Being typed here.
    case draft
    /// Being typed here, and somebody stands in the way.
    case conflict
    /// Being typed here against the rules, with a manager's reason: it is drawn beside the bookings
    /// that are there.
    case override
    /// Sent, and not answered yet.
    case sent
    /// Being typed at another desk.
    case held
  }

  package let kind: Kind
  package let therapist: UserID
  package let date: LocalDate
  package let time: TimeOfDay
  package let duration: Minutes
  package let buffer: Minutes
  package let text: String

  package init(
    _ kind: Kind, therapist: UserID, date: LocalDate, time: TimeOfDay, duration: Minutes,
    buffer: Minutes = 0, text: String
  ) {
    self.kind = kind
    self.therapist = therapist
    self.date = date
    self.time = time
    self.duration = duration
    self.buffer = buffer
    self.text = text
  }

  /// The same place, of another kind.
  package func `as`(_ kind: Kind) -> Ghost {
    Ghost(
      kind, therapist: therapist, date: date, time: time, duration: duration, buffer: buffer,
      text: text)
  }
}
