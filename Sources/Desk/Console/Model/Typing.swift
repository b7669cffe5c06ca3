import BookingDomain
import DeskLanguage

/// What goes with the line being typed, beside its text.
package struct Typing: Hashable, Sendable {
  /// The booking that the line is about, also while the board shows another day.
  private(set) var about: Booking?
  /// The others of its visit.
  private(set) var visit: [Booking] = []
  /// Whose record the line writes into.
  var guest: PhraseContext.Guest?
  /// The list that comes back when the line is left.
  var list: DeskList?
  /// What was shown when the line was begun: a day that is typed is only looked at, and goes with
  /// its word.
  package internal(set) var origin: Origin?
  /// What arrows have made of the line; empty before the first.
  var pushed = ""
  var earlier = EarlierLines()
  /// What the line would do, as of the last message.
  package private(set) var draft: Draft?
  /// The line that it was made of.
  private(set) var draftedLine = ""
  /// The option that the arrows stand at; nil before the first arrow.
  package private(set) var at: Int?
  /// A digit chooses another start.
  package private(set) var chooses = false
  /// Enter was pressed while an answer was missing: the line is sent when that has come, under the
  /// id of the key where the answer brings none.
  private(set) var sendsAs: RequestID?
  /// What the server refused and stands here again: other starts are to be chosen as soon as the
  /// board knows who was first, which over polling is a moment later.
  private var refusedLine: String?
  /// What other desks were told is being typed here.
  private var held: HeldSlot?
  /// What stood in the line when the session ended; it comes back with the next.
  private var parked: String?

  package init() {}

  package struct Origin: Hashable, Sendable {
    let day: DayWord
    package let date: LocalDate
    let cursor: Cursor?
    let viewport: Viewport
  }

  mutating func begins(about booking: Booking?, on board: Board) {
    about = booking
    visit = booking.map(board.others(onVisitOf:)) ?? []
  }

  /// What the line is about as it stands now, where somebody has changed it since the line was begun
  /// or this was last said; nil where it is as it was.
  /// - Parameter isOwn: whether this desk has changed it.
  mutating func changedMeanwhile(on board: Board, isOwn: (Booking) -> Bool) -> Booking? {
    guard let about, let now = board.bookings[about.id], now.version > about.version else {
      return nil
    }
    self.about = now
    return now.isAnother(than: about) && !isOwn(now) ? now : nil
  }

  /// The line stands again for what it was about.
  mutating func beginsAgain(about booking: Booking, with others: [Booking], from origin: Origin?) {
    about = booking
    visit = others
    self.origin = origin
  }

  /// The line was read anew.
  mutating func drafted(_ new: Draft, of line: String) {
    draft = new
    draftedLine = line
    if let at, at >= new.options.count { self.at = nil }
    if refusedLine == line { chooses = true }
    if new.alternatives.isEmpty { chooses = false }
    if case .problem = new.outcome { sendsAs = nil }
  }

  /// Enter was pressed on a line that cannot be sent as it stands.
  mutating func offers(starts: [TimeOfDay]) { chooses = !starts.isEmpty }

  mutating func waitsForAnswers(_ id: RequestID) { sendsAs = id }

  mutating func stopsWaiting() { sendsAs = nil }

  /// Whoever types on after Enter wants to send something else than what stood there.
  mutating func goesOn() {
    sendsAs = nil
    refusedLine = nil
    at = nil
  }

  mutating func stand(at option: Int?) { at = option }

  mutating func chosen() { chooses = false }

  /// The server refused what was sent from here, and the line stands here again.
  mutating func isRefused(_ line: String, with starts: [TimeOfDay]) {
    refusedLine = starts.isEmpty ? nil : line
  }

  /// - Returns: whether other desks have to be told.
  mutating func holds(_ slot: HeldSlot?) -> Bool {
    guard slot != held else { return false }
    held = slot
    return true
  }

  /// The line waits for the next session.
  mutating func park(_ line: String) { parked = line }

  /// A session has begun; what was typed before it belongs to the one before.
  /// - Returns: the line that was left standing.
  mutating func begunAnew() -> String? {
    earlier = EarlierLines()
    defer { parked = nil }
    return parked
  }

  /// - Parameter isOpen: whether the line is still there, so that going through earlier ones goes on.
  mutating func ended(isOpen: Bool = false) {
    draft = nil
    draftedLine = ""
    sendsAs = nil
    chooses = false
    at = nil
    refusedLine = nil
    pushed = ""
    if !isOpen { guest = nil }
    if !isOpen { earlier.leave() }
  }
}

extension Booking {
  /// Whether it stands elsewhere or otherwise, whatever the guest's record says.
  fileprivate func isAnother(than seen: Booking) -> Bool {
    status != seen.status || slot != seen.slot || lastChange != seen.lastChange
  }
}

/// What this person typed since the log-in.
struct EarlierLines: Hashable, Sendable {
  /// A day's orders, many times over.
  private static let most = 200

  /// The oldest first.
  private var lines: [String] = []
  private var recalled: Int?

  var isRecalling: Bool { recalled != nil }

  mutating func remember(_ line: String) {
    recalled = nil
    lines.removeAll { $0 == line }
    lines.append(line)
    if lines.count > Self.most { lines.removeFirst() }
  }

  /// - Returns: the line before or after the one that was recalled last; nil at either end.
  mutating func recall(back: Bool) -> String? {
    let next = (recalled ?? lines.count) + (back ? -1 : 1)
    guard lines.indices.contains(next) else { return nil }
    recalled = next
    return lines[next]
  }

  mutating func leave() { recalled = nil }
}

/// Customers by the words they were asked for with.
package struct FoundCustomers: Hashable, Sendable {
  /// What a person asks for while a few lines are typed.
  private static let most = 60

  private(set) var cards: [String: [CustomerCard]] = [:]
  private var asked: Set<String> = []
  /// Asked in vain: not again before somebody presses a key, or a server that is away would be
  /// asked without end.
  private var failed: Set<String> = []

  /// - Returns: whether it has to be asked now.
  mutating func ask(_ text: String) -> Bool {
    guard cards[text] == nil, !failed.contains(text) else { return false }
    return asked.insert(text).inserted
  }

  mutating func take(_ found: [CustomerCard], for text: String) {
    asked.remove(text)
    if cards.count >= Self.most { cards.removeAll() }
    cards[text] = found
  }

  mutating func failed(_ text: String) {
    asked.remove(text)
    failed.insert(text)
  }

  mutating func mayAskAgain() { failed = [] }

  func wasAskedInVain(_ text: String) -> Bool { failed.contains(text) }

  /// Somebody was booked: what they have left is another now.
  mutating func forget() { cards.removeAll() }
}
