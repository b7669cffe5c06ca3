import BookingDomain
import NIOCore
import Synchronization

/// Turns for everybody who is connected, guests and staff each among themselves: what guests ask
/// never delays a desk.
final class FairTurns: Sendable {
  enum Turn: Hashable, Sendable {
    /// It has come at once.
    case now
    /// It will be said when it has come; until then it can be given up.
    case later(Int)
  }

  /// One account asks over HTTP for more at a time than could be answered before it gives up.
  struct TooMany: Error {}

  fileprivate struct State {
    var guests: Turns
    var staff: Turns
    var numbers = 0
    var waiting: [Int: @Sendable () -> Void] = [:]
  }

  private let state: Mutex<State>
  private let loop: any EventLoop

  /// - Parameter loop: for what waits for its time.
  init(guests: Turns.Share, staff: Turns.Share, on loop: any EventLoop) {
    state = Mutex(State(guests: Turns(guests), staff: Turns(staff)))
    self.loop = loop
  }

  /// To be followed by `end`, once the turn has come.
  /// - Parameter begin: called where the turn comes later.
  func ask(for person: PersonID, begin: @escaping @Sendable () -> Void) -> Turn {
    let (number, called) = state.withLock { state in
      state.numbers += 1
      let number = state.numbers
      state.waiting[number] = begin
      state.turns(of: person) { $0.ask(number, for: person, at: .now()) }
      return (number, next(&state, person))
    }
    guard let own = called.firstIndex(where: { $0.number == number }) else {
      for one in called { one.begin() }
      return .later(number)
    }
    for (index, one) in called.enumerated() where index != own { one.begin() }
    return .now
  }

  func giveUp(_ number: Int, of person: PersonID) {
    state.withLock { state in
      guard state.waiting.removeValue(forKey: number) != nil else { return }
      state.turns(of: person) { $0.giveUp(number, of: person) }
    }
  }

  func end(for person: PersonID, paying cost: Double) {
    carryOn(person) { $0.end(for: person, paying: cost, at: .now()) }
  }

  /// How many orders of one account may wait. They stay when their connection ends, so that somebody
  /// who opens one after the other must not pile them up. More than the desks of one account send at
  /// once after an outage.
  static let waitingAtMost = 256

  /// Does `work` when its turn has come.
  /// - Parameters:
  ///   - most: of this account that may wait.
  ///   - cost: what the work has cost, counted in turns.
  /// - Throws: `TooMany` where more wait, and what `work` throws.
  func during<Result>(
    _ person: PersonID, most: Int = .max, worth cost: (Result) -> Double = { _ in 1 },
    _ work: () async throws -> Result
  ) async throws -> Result {
    let waiting = state.withLock { state in
      state.turns(of: person) { $0.waiting(of: person) }
    }
    guard waiting < most else { throw TooMany() }
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      if ask(for: person, begin: { continuation.resume() }) == .now { continuation.resume() }
    }
    do {
      let result = try await work()
      end(for: person, paying: cost(result))
      return result
    } catch {
      end(for: person, paying: 1)
      throw error
    }
  }

  private func carryOn(_ person: PersonID, _ happened: (inout Turns) -> Void) {
    let called = state.withLock { state in
      state.turns(of: person, happened)
      return next(&state, person)
    }
    for one in called { one.begin() }
  }

  private func next(_ state: inout State, _ person: PersonID)
    -> [(number: Int, begin: @Sendable () -> Void)]
  {
    let (begin, due) = state.turns(of: person) { $0.next(at: .now()) }
    for (person, time) in due {
      loop.scheduleTask(deadline: time) { self.carryOn(person) { $0.isDue(person) } }
    }
    return begin.compactMap { number in
      state.waiting.removeValue(forKey: number).map { (number, $0) }
    }
  }
}

extension FairTurns.State {
  fileprivate mutating func turns<Result>(
    of person: PersonID, _ body: (inout Turns) -> Result
  ) -> Result {
    switch person {
    case .customer: body(&guests)
    case .user: body(&staff)
    }
  }
}
