import BookingDomain
import NIOCore
import Testing

@testable import BookingServer

@Suite struct TurnsTests {
  private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)
  private let an = PersonID.customer(1)
  private let binh = PersonID.customer(2)

  private func turns(perAccount: Int = 1, all: Int = .max, days: Double = 3, perSecond: Double = 1)
    -> Turns
  {
    Turns(
      .init(perAccount: perAccount, all: all, budget: .init(days: days, perSecond: perSecond)))
  }

  @Test func whoAsksAThousandTimesIsServedAsOftenAsWhoAsksOnce() {
    var turns = turns(all: 1, days: 1_000_000)
    for number in 0..<1_000 { turns.ask(number, for: an, at: start) }
    turns.ask(1_000, for: binh, at: start)
    #expect(turns.next(at: start).begin == [0])
    #expect(turns.next(at: start).begin.isEmpty, "one at a time")
    turns.end(for: an, paying: 1, at: start)
    #expect(turns.next(at: start).begin == [1_000], "the other account")
    turns.end(for: binh, paying: 1, at: start)
    #expect(turns.next(at: start).begin == [1])
  }

  @Test func anAccountHasOnlySoMuchDoneAtATime() {
    var turns = turns(perAccount: 2)
    for number in 0..<5 { turns.ask(number, for: an, at: start) }
    turns.ask(9, for: binh, at: start)
    #expect(turns.next(at: start).begin == [0, 9, 1])
    turns.end(for: an, paying: 0, at: start)
    #expect(turns.next(at: start).begin == [2])
  }

  @Test func aSpentBudgetWaitsForItsTimeAndNobodyElseDoes() throws {
    var turns = turns(days: 3, perSecond: 1)
    for number in 0..<3 { turns.ask(number, for: an, at: start) }
    #expect(turns.next(at: start).begin == [0])
    turns.end(for: an, paying: 10, at: start)
    let later = turns.next(at: start)
    let due = try #require(later.due[an])
    #expect(later.begin.isEmpty && due > start + .seconds(7) && due < start + .seconds(8))
    turns.ask(3, for: an, at: start)
    turns.ask(9, for: binh, at: start)
    let meanwhile = turns.next(at: start)
    #expect(meanwhile.begin == [9] && meanwhile.due.isEmpty, "somebody says it once")
    turns.isDue(an)
    #expect(turns.next(at: due).begin == [1])
  }

  @Test func whoGivesUpIsPassedOver() {
    var turns = turns()
    for number in 0..<3 { turns.ask(number, for: an, at: start) }
    turns.giveUp(1, of: an)
    #expect(turns.next(at: start).begin == [0])
    turns.end(for: an, paying: 0, at: start)
    #expect(turns.next(at: start).begin == [2])
  }

  @Test func accountsThatHaveRestedAreForgotten() {
    var turns = turns()
    for number in 0..<5_000 {
      let person = PersonID.customer(CustomerID(Int64(number)))
      let now = start + .seconds(Int64(number) * 10)
      turns.ask(number, for: person, at: now)
      #expect(turns.next(at: now).begin == [number])
      turns.end(for: person, paying: 1, at: now)
    }
    #expect(turns.accounts <= 1_001)
  }
}
