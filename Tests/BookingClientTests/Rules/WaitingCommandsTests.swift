import BookingClient
import BookingDomain
import LinePromise
import Testing

@Suite struct WaitingCommandsTests {
  private var waiting = WaitingCommands()

  @Test mutating func commandsAreGivenOnceAndInOrder() {
    let commands = (1...3).map { order($0) }
    for command in commands { _ = waiting.add(command) }
    #expect(waiting.takeUnsent(now: at(0)) == commands)
    #expect(waiting.takeUnsent(now: at(1)) == [])
  }

  @Test mutating func lostConnectionMeansTheSameIDsAgain() {
    _ = waiting.add(order(1))
    _ = waiting.add(order(2))
    let first = waiting.takeUnsent(now: at(0))
    _ = waiting.answered(order(1).id)
    waiting.connectionLost()
    #expect(waiting.takeUnsent(now: at(10)).map(\.id) == [first[1].id])
  }

  @Test mutating func answerCountsOnce() {
    _ = waiting.add(order(1))
    #expect(waiting.answered(order(1).id) == order(1))
    #expect(waiting.answered(order(1).id) == nil)
    #expect(waiting.answered(order(2).id) == nil)
  }

  @Test mutating func sameIDIsOneCommand() {
    _ = waiting.add(order(1))
    _ = waiting.add(order(1))
    #expect(waiting.takeUnsent(now: at(0)).count == 1)
  }

  @Test mutating func oldIntentionsExpireOnce() {
    _ = waiting.add(order(1, notAfter: at(60_000)))
    _ = waiting.add(order(2))
    #expect(waiting.nextExpiry == at(62_000))
    #expect(waiting.expire(serverTime: at(61_999)) == [])
    #expect(waiting.expire(serverTime: at(62_000)) == [order(1).id])
    #expect(waiting.expire(serverTime: at(99_000)) == [])
    #expect(waiting.ids == [order(2).id])
  }

  @Test mutating func atMostAWindowIsUnderWay() {
    for number in 1...40 { _ = waiting.add(order(number)) }
    #expect(waiting.takeUnsent(now: at(0)).count == WaitingCommands.window)
    #expect(waiting.takeUnsent(now: at(1)).isEmpty)
    _ = waiting.answered(order(1).id)
    #expect(waiting.takeUnsent(now: at(2)).map(\.id) == [order(33).id])
  }

  @Test mutating func whatTheServerPassedOverIsGivenAgain() {
    _ = waiting.add(order(1))
    _ = waiting.takeUnsent(now: at(0))
    #expect(waiting.nextResend == at(10_000))
    #expect(waiting.takeUnsent(now: at(9_999)).isEmpty)
    #expect(waiting.takeUnsent(now: at(10_000)) == [order(1)])
  }

  @Test mutating func thereIsAnEndToPatience() {
    for number in 1...WaitingCommands.capacity {
      let isKept = waiting.add(order(number))
      #expect(isKept)
    }
    let isKept = waiting.add(order(WaitingCommands.capacity + 1))
    #expect(!isKept)
  }
}
