import BookingDomain
import NIOCore
import Synchronization

/// How many days a connection or a person may have read for them: a board that turns the pages of
/// its calendar never notices, and a program that asks for months in a loop waits, instead of
/// everybody else. Paid afterwards, since most pictures are at hand and cost nothing. On the
/// monotonic clock.
struct ReadingBudget: Hashable, Sendable {
  /// Three months at once, then a month in two seconds.
  static let connection = (days: 126.0, perSecond: 20.0)
  /// A person at two desks at a time.
  static let person = (days: 252.0, perSecond: 40.0)

  private let days: Double
  private let perSecond: Double
  private var left: Double
  private var reckonedAt: NIODeadline

  init(_ rate: (days: Double, perSecond: Double), now: NIODeadline) {
    days = rate.days
    perSecond = rate.perSecond
    left = rate.days
    reckonedAt = now
  }

  mutating func pay(_ read: Int, at now: NIODeadline) {
    reckon(now)
    left -= Double(read)
  }

  /// How long the next question has to wait; zero where it need not.
  mutating func pause(at now: NIODeadline) -> TimeAmount {
    reckon(now)
    return left >= 0 ? .zero : .nanoseconds(Int64(-left / perSecond * 1_000_000_000) + 1)
  }

  /// Nobody would notice if it were forgotten.
  mutating func isFull(at now: NIODeadline) -> Bool {
    reckon(now)
    return left >= days
  }

  private mutating func reckon(_ now: NIODeadline) {
    guard now > reckonedAt else { return }
    let elapsed = Double((now - reckonedAt).nanoseconds) / 1_000_000_000
    left = min(days, left + elapsed * perSecond)
    reckonedAt = now
  }
}

/// The budgets of everybody who has had days read lately, over all their connections.
final class ReadingBudgets: Sendable {
  private let budgets = Mutex<[PersonID: ReadingBudget]>([:])

  func pay(_ read: Int, for person: Person, at now: NIODeadline) {
    guard read > 0 else { return }
    budgets.withLock { budgets in
      budgets = budgets.filter { _, budget in
        var budget = budget
        return !budget.isFull(at: now)
      }
      budgets[person.id, default: ReadingBudget(ReadingBudget.person, now: now)]
        .pay(read, at: now)
    }
  }

  func pause(for person: Person, at now: NIODeadline) -> TimeAmount {
    budgets.withLock { $0[person.id]?.pause(at: now) ?? .zero }
  }
}
