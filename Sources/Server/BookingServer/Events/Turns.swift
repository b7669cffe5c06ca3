import BookingDomain
import NIOCore

/// Who is served next, where many ask for more than can be done at once, without I/O.
///
/// An account has only so much done at a time, in the order in which it asked and over however many
/// connections, and waits while its budget is spent. All accounts here together have only so much
/// done at a time too, and take turns: whoever asks a thousand times is served as often as whoever
/// asks once.
struct Turns {
  struct Share: Hashable, Sendable {
    /// Of one account at a time.
    let perAccount: Int
    /// Of all accounts at a time.
    let all: Int
    /// Of one account.
    let budget: ReadingBudget.Rate
  }

  private struct Line {
    var budget: ReadingBudget
    var running = 0
    var waiting = CircularBuffer<Int>()
    /// Whether it stands in the queue of accounts.
    var isQueued = false
    /// When the budget lets the next one begin; somebody will say so then.
    var due: NIODeadline?
  }

  /// Past this many accounts those are forgotten whose budget is whole.
  private static let remembered = 1_000

  private let share: Share
  private var lines: [PersonID: Line] = [:]
  private var queue = CircularBuffer<PersonID>()
  private var running = 0

  init(_ share: Share) { self.share = share }

  var accounts: Int { lines.count }

  func waiting(of person: PersonID) -> Int { lines[person]?.waiting.count ?? 0 }

  /// `number` wants its turn; `next` says when it has come.
  mutating func ask(_ number: Int, for person: PersonID, at now: NIODeadline) {
    if lines.count >= Self.remembered { forgetRested(at: now) }
    lines[person, default: Line(budget: ReadingBudget(share.budget, now: now))]
      .waiting.append(number)
    stand(person)
  }

  /// `number` does not want its turn any more.
  mutating func giveUp(_ number: Int, of person: PersonID) {
    lines[person]?.waiting.removeAll { $0 == number }
  }

  /// What had its turn is done, and was worth so much.
  mutating func end(for person: PersonID, paying cost: Double, at now: NIODeadline) {
    running -= 1
    lines[person]?.running -= 1
    lines[person]?.budget.pay(cost, at: now)
    stand(person)
  }

  /// The time that `next` named for this account has come.
  mutating func isDue(_ person: PersonID) {
    lines[person]?.due = nil
    stand(person)
  }

  /// - Returns: whose turn has come, and when to say `isDue` for which account.
  mutating func next(at now: NIODeadline) -> (begin: [Int], due: [PersonID: NIODeadline]) {
    var begin: [Int] = []
    var due: [PersonID: NIODeadline] = [:]
    while running < share.all, let person = queue.popFirst() {
      guard var line = lines[person] else { continue }
      line.isQueued = false
      defer { lines[person] = line }
      guard line.running < share.perAccount, !line.waiting.isEmpty, line.due == nil else {
        continue
      }
      let pause = line.budget.pause(at: now)
      guard pause <= .zero else {
        line.due = now + pause
        due[person] = now + pause
        continue
      }
      begin.append(line.waiting.removeFirst())
      line.running += 1
      running += 1
      line.isQueued = true
      queue.append(person)
    }
    return (begin, due)
  }

  private mutating func stand(_ person: PersonID) {
    guard let line = lines[person], !line.isQueued, !line.waiting.isEmpty else { return }
    lines[person]?.isQueued = true
    queue.append(person)
  }

  private mutating func forgetRested(at now: NIODeadline) {
    lines = lines.filter { _, line in
      var budget = line.budget
      return line.running > 0 || !line.waiting.isEmpty || line.isQueued
        || !budget.isFull(at: now)
    }
  }
}
