import BookingDomain
import DeskLanguage
import Screen
import Synchronization

/// The one table of keys and command words. Keys, the command line, help, the bar at the bottom
/// and README's list of keys all come from it, with the keys that a person has chosen.
package struct Keymap: Sendable {
  package let bindings: [Binding]
  /// These, and what is done by keys alone.
  package let all: [Binding]
  /// What a person has chosen of it.
  package let choice: KeyChoice
  private let byKey: [KeyContext: [KeyPress: Binding]]

  /// Without anybody's choice.
  package static let usual = Keymap(KeyChoice())

  /// Made once for each choice, since a model keeps only the choice; a program has one.
  static func with(_ choice: KeyChoice) -> Keymap {
    if choice.isUsual { return usual }
    return made.withLock { made in
      let keymap = made[choice] ?? Keymap(choice)
      made[choice] = keymap
      return keymap
    }
  }

  private static let made = Mutex<[KeyChoice: Keymap]>([:])

  /// - Throws: `KeyChoice.Problem` where two actions would have one key, or what there is not is named.
  package init(_ lines: [KeyChoice.Line]) throws(KeyChoice.Problem) {
    self.init(try KeyChoice(lines, known: Self.rows.map(\.word)))
    if let sentence = clash { throw KeyChoice.Problem(sentence: sentence) }
  }

  private init(_ choice: KeyChoice) {
    let keys = Self.keys(choice)
    let name = { (word: String) in Self.name(of: word, keys) }
    self.choice = choice
    bindings = Self.rows.map { $0.with(keys[$0.word] ?? [], named: name) }
    all =
      bindings
      + Self.overlays.map { row in
        let alike = row.alike.words.flatMap { keys[$0] ?? [] }.filter(row.alike.takes)
        return row.with(row.keys + alike.filter { !row.keys.contains($0) }, named: name)
      }
    byKey = Dictionary(
      uniqueKeysWithValues: KeyContext.allCases.map { [all] context in
        let here = all.filter { $0.contexts.contains(context) }
        let pairs = here.flatMap { binding in
          binding.keys(in: context).map { ($0, binding) }
        }
        return (context, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
      })
  }

  package func binding(for key: KeyPress, in context: KeyContext = .board) -> Binding? {
    byKey[context]?[key]
  }

  package func binding(for action: Action) -> Binding? {
    bindings.first { $0.action == action }
  }

  /// The key that a sentence names for it, or its command where it has none.
  package func name(of action: Action) -> String {
    guard let binding = binding(for: action) else { return "" }
    return binding.keys.first?.name ?? ":" + binding.word
  }

  /// What this key does in the usual table, where the person has given that action other keys.
  package func formerly(_ key: KeyPress) -> Binding? {
    Self.usual.binding(for: key).flatMap { usual in bindings.first { $0.word == usual.word } }
  }

  static let rows: [Binding] = booking + phrases + tags + moving + day + views + console

  // MARK: - The booking

  private struct OrderKey {
    let change: Change
    let key: Character
    let word: String
    let help: String
    var isHinted = true
    var reason: (@Sendable (String) -> Change)?
    /// Whether it is done to all of a visit.
    var isOfVisit = false
  }

  private static let orders: [OrderKey] = [
    OrderKey(
      change: .changeStatus(to: .confirmed, reason: nil), key: "c", word: "confirm",
      help: "Confirm the booking, with its visit, or only this one", isOfVisit: true),
    OrderKey(
      change: .markArrived, key: "a", word: "arrived",
      help: "The guest has arrived, for the visit, or only for this one", isOfVisit: true),
    OrderKey(
      change: .changeStatus(to: .inProgress, reason: nil), key: "s", word: "start",
      help: "Start the treatment; more than 30 minutes early it needs a reason",
      reason: { .changeStatus(to: .inProgress, reason: $0) }),
    OrderKey(
      change: .changeStatus(to: .completed, reason: nil), key: "d", word: "complete",
      help: "Complete the treatment (done)"),
    OrderKey(
      change: .changeStatus(to: .noShow, reason: nil), key: "o", word: "no-show",
      help: "The guest did not come, 15 minutes past the start", isHinted: false),
    OrderKey(
      change: .undo, key: "u", word: "undo",
      help: "Take back what was done last here, and say what it was"),
  ]

  private static let booking: [Binding] = orders.map { order in
    Binding(
      .booking, .order(order.change), keys: [.character(order.key)], word: order.word,
      argument: argument(of: order),
      hint: order.isHinted ? order.word : "", help: order.help,
      whyOff: { model in model.whyOff(order.change) })
  }

  private static func argument(of order: OrderKey) -> Binding.Argument? {
    if order.isOfVisit {
      return Binding.Argument(
        name: "[only]", candidates: { _ in ["only"] },
        read: { text, _ in
          text == "only"
            ? .action(.orderOnly(order.change)) : .problem("Behind it stands nothing, or only.")
        })
    }
    return order.reason.map { withReason in
      Binding.Argument(
        name: "[REASON]", candidates: { _ in [] },
        read: { text, _ in .action(.order(withReason(text))) })
    }
  }

  // MARK: - The desk's language

  private static let phrases: [Binding] = [
    phrase(
      .book, "b", "WHO WHAT WHOM WHEN", hint: "book",
      "Book: phone tail or name, service, therapist, time: \(Verb.book.examples[0])"),
    phrase(
      .add, "&", "WHAT WHOM",
      "Add right behind it, to the visit: \(Verb.add.examples[0])"),
    phrase(
      .walkIn, "w", "WHO WHAT",
      "Book who stands here: next free therapist, now: \(Verb.walkIn.examples[0])"),
    phrase(
      .move, "m", "WHERE", hint: "move",
      "Move, with its visit: time, day, therapist, bed or length: \(Verb.move.examples[0])"),
    phrase(
      .service, "i", "WHAT",
      "Another treatment instead: its service, perhaps whom and how paid: \(Verb.service.examples[0])"
    ),
    phrase(
      .cancel, "x", "REASON", hint: "cancel",
      "Cancel, with its visit: a reason or its digit; only 1 is this one"),
    phrase(.swap, "%", "WHICH", "Swap places with another booking: its guest, therapist or time"),
    phrase(.longer, ")", "MINUTES", "Longer by minutes; nothing is 15"),
    phrase(.shorter, "(", "MINUTES", "Shorter by minutes; nothing is 15"),
    phrase(
      .wish, "*", "WHOM",
      "The guest asks for this therapist, or for another one; once more takes it away"),
    Binding(
      .phrase, .list(.turns), keys: [.character("O")], word: "turns",
      help: "Whose turn it is: who was served longest ago comes first; a digit books",
      whyOff: whyNotReception),
    phrase(
      .rebook, "r", "WEEKS", "The same again in so many weeks; nothing is one; 2w x6 is a series"),
    phrase(
      .reassign, "R", "WHOM",
      "Give a therapist's guests to others who are free: \(Verb.reassign.examples[0]), or "
        + "\(Verb.reassign.examples[1])"),
    phrase(.notes, "e", "TEXT", "Edit the booking's notes"),
    phrase(
      .pay, "$", "HOW",
      "Take what is owed, of all the visit: cash, or a digit or word; only is this one"),
    phrase(
      .block, "B", "WHOM WHEN MINUTES WHY", hint: "block",
      "Block time: \(Verb.block.examples[0])"),
    phrase(
      .free, "F", "WHAT WHOM WHEN",
      "The next free starts in 14 days; Enter begins the booking: \(Verb.free.examples[1])"),
    phrase(
      .off, "", "WHOM DAYS WHY",
      "Whole days off, ill or on leave; all is a holiday: \(Verb.off.examples[0])"),
    Binding(
      .phrase, .phrase(.shift), keys: [], word: Verb.shift.rawValue,
      argument: Binding.Argument(
        name: "WHOM DAYS HOURS", candidates: { $0.words(for: .shift) },
        read: { text, _ in .phrase(.shift, text) }),
      help: "When a therapist works: \(Verb.shift.examples[2]), or for managers "
        + "\(Verb.shift.examples[0])",
      whyOff: { model in
        guard let role = model.person?.role, Rights.scope(of: .setDays, for: role) == .all else {
          return "When somebody works is for reception to set."
        }
        return model.board.isLoaded ? nil : "The day is not here yet."
      }),
    phrase(.unblock, "", "WHOM WHEN", "Give blocked time or days off back"),
    phrase(.wait, "", "WHO WHAT WHOM WHEN", "Put on the waiting list: \(Verb.wait.examples[0])"),
    phrase(.unwait, "", "WHO", "Take off the waiting list"),
    phrase(
      .find, "f", "WHO", hint: "guest",
      "Find any customer: name, phone tail or e-mail; #2 is the second"),
    Binding(
      .phrase, .phrase(.guest), keys: [.character("E")], word: Verb.guest.rawValue,
      argument: Binding.Argument(
        name: "WHAT", candidates: { _ in [] }, read: { text, _ in .phrase(.guest, text) }),
      in: [.board, .card],
      help: "Write into the guest's record: name, phone, email, alert or prefers: "
        + "\(Verb.guest.examples[0])", whyOff: whyNoGuest),
    Binding(
      .phrase, .sameAgain, keys: [.character("=")], word: "same", in: [.board, .card],
      help: "Book the guest as last time: treatment, therapist, the usual day and time",
      whyOff: whyNoGuest),
    phrase(
      .noAnswer, "", "NOTE", "The guest was called about an unconfirmed booking and not reached"),
    Binding(
      .phrase, .calls(.fromToday(1)), keys: [.character("K")], word: "calls",
      argument: dayArgument { .calls($0) },
      help: "Whom to call: the unconfirmed of tomorrow, or of a day, with their numbers",
      whyOff: whyNotReception),
    Binding(
      .phrase, .list(.tasks), keys: [.character("T")], word: "tasks",
      help: "What the desk has to do and to hand over; Enter ticks off", whyOff: whyNotReception),
    phrase(
      .task, "", "TEXT WHEN", "Write down a task of the desk: \(Verb.task.examples[0])"),
    Binding(
      .phrase, .list(.waiting), keys: [.character("W")], word: "waiting",
      help: "Who waits, and what is free for them; a digit books", whyOff: whyNotReception),
    Binding(
      .phrase, .list(.unscheduled), keys: [.character("p")], word: "paid",
      help: "Paid, not yet scheduled; a digit books", whyOff: whyNotReception),
  ]

  private static func phrase(
    _ verb: Verb, _ key: String, _ argument: String, hint: String = "", _ help: String
  ) -> Binding {
    Binding(
      .phrase, .phrase(verb), keys: key.first.map { [.character($0)] } ?? [], word: verb.rawValue,
      argument: Binding.Argument(
        name: argument, candidates: { $0.words(for: verb) },
        read: { text, _ in .phrase(verb, text) }),
      hint: hint, help: help,
      whyOff: { model in
        if let sentence = whyNotReception(model) { return sentence }
        guard verb.isAboutSelection else { return nil }
        return whyNoSelection(model) ?? model.whyNot(verb)
      })
  }

  private static let whyNotReception: @Sendable (Model) -> String? = { model in
    guard let role = model.person?.role, Rights.scope(of: .book, for: role) == .all else {
      return "Booking is for reception."
    }
    return model.board.isLoaded ? nil : "The day is not here yet."
  }

  private static let whyNoGuest: @Sendable (Model) -> String? = { model in
    whyNotReception(model)
      ?? whyNoSelection(model).map { "\($0) \(model.key(.phrase(.find))) finds a guest." }
  }

  private static let tags: [Binding] = orders.filter { $0.key != "o" }.map { order in
    let key = Character(order.key.uppercased())
    return Binding(
      .tag, .orderByTag(order.change), keys: [.character(key)], word: "tag-" + order.word,
      help: "`tag-\(order.word)`, then the tag: \(order.word)",
      whyOff: { model in
        guard model.view != .wall else { return model.wallTakesNoOrders }
        return model.board.isLoaded ? nil : "The day is not here yet."
      })
  }

  // MARK: - Moving and finding

  private static let moving: [Binding] = [
    Binding(
      .moving, .move(.up), keys: [.up, .character("k")], word: "up",
      help: "What stands above it: booking, block or free time", whyOff: whyNowhere),
    Binding(
      .moving, .move(.down), keys: [.down, .character("j")], word: "down",
      help: "What stands below it", whyOff: whyNowhere),
    Binding(
      .moving, .move(.left), keys: [.left, .character("h")], word: "left",
      help: "What stands beside it on the left", whyOff: whyNowhere),
    Binding(
      .moving, .move(.right), keys: [.right, .character("l")], word: "right",
      help: "What stands beside it on the right", whyOff: whyNowhere),
    Binding(
      .moving, .firstOfColumn, keys: [.home, .character("g")], word: "first",
      help: "The first booking of the column", whyOff: whyNoBookings),
    Binding(
      .moving, .lastOfColumn, keys: [.end, .character("G")], word: "last",
      help: "The last booking of the column", whyOff: whyNoBookings),
    Binding(
      .moving, .nextNeeded, keys: [.tab], word: "next", hint: "next",
      help:
        "The next booking that needs somebody: late, waiting, overrunning, to reassign, unconfirmed, unpaid",
      whyOff: whyNoBookings),
    Binding(
      .moving, .previousNeeded, keys: [.backTab], word: "previous",
      help: "The one before that needs somebody", whyOff: whyNoBookings),
    Binding(
      .moving, .search, keys: [.character("/")], word: "search",
      argument: Binding.Argument(
        name: "[NAME]", candidates: { model in model.board.ofTheDay.map(\.customer.name) },
        read: { _, _ in .action(.search) }),
      hint: "find", help: "Find a guest of this day by name; accents do not matter",
      whyOff: whyNoBookings),
    Binding(
      .moving, .nextMatch, keys: [.character("n")], word: "next-match",
      help: "The next guest found", whyOff: whyNoSearch),
    Binding(
      .moving, .previousMatch, keys: [.character("N")], word: "previous-match",
      help: "The guest found before", whyOff: whyNoSearch),
  ]

  private static let whyNoBookings: @Sendable (Model) -> String? = { model in
    guard model.board.isLoaded else { return "The day is not here yet." }
    return model.board.ofTheDay.isEmpty ? "There is no booking on this day." : nil
  }

  private static let whyNowhere: @Sendable (Model) -> String? = { model in
    guard model.board.isLoaded else { return "The day is not here yet." }
    return !model.shownBookings.isEmpty || model.neighbour(.down) != nil
      ? nil : "There is no booking on this day."
  }

  private static let whyNoSearch: @Sendable (Model) -> String? = { model in
    model.lastSearch.isEmpty
      ? "Nothing was searched for yet: \(model.key(.search)) searches." : nil
  }
}
