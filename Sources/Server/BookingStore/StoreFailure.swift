/// An operating error of the database: the caller reports it and carries on.
package struct StoreFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Whom it concerns.
  package enum Code: String, CaseIterable, Hashable, Sendable {
    /// The database is well and does not take what was to be written. It concerns this order alone,
    /// which is as little worth another try as any that a rule forbids.
    case refused
    /// Another program keeps locked what is needed. Others may get on; worth another try.
    case locked
    /// Away, full or not to be written at present: nobody can order. Worth another try.
    case unavailable
    /// Not a database, damaged, or not one with the tables that are needed: somebody has to mend it.
    case unusable
  }

  package let code: Code
  package let trouble: Trouble
  /// One sentence for an operator, the cause included.
  package let sentence: String
  /// What the database itself said; for `refused`.
  package let words: String?
  /// Which of the database's errors it was, as `1062`: what a log may hold where words may name
  /// guests.
  package let mark: Int?

  package init(
    _ code: Code, _ sentence: String, words: String? = nil, mark: Int? = nil,
    trouble: Trouble? = nil
  ) {
    self.code = code
    self.trouble = trouble ?? Self.usualTrouble(code)
    self.sentence = sentence
    self.words = words
    self.mark = mark
  }

  private static func usualTrouble(_ code: Code) -> Trouble {
    switch code {
    case .locked: .locked
    case .refused, .unavailable: .away
    case .unusable: .unfit
    }
  }

  package var description: String { sentence }

  /// Whether anybody beside the one who ordered has to know.
  package var concernsEverybody: Bool {
    switch code {
    case .refused, .locked: false
    case .unavailable, .unusable: true
    }
  }

  /// The same where nobody ordered anything: a question that the database does not take has no
  /// person to be refused to, and would be asked in vain again.
  package var outsideOrders: StoreFailure {
    code == .refused ? StoreFailure(.unusable, sentence, words: words, mark: mark) : self
  }
}

extension StoreFailure {
  /// Runs `work` and says what went wrong in an operator's words.
  /// - Parameters:
  ///   - isOrder: whether somebody can be refused what the database does not take.
  ///   - explain: what an error of the driver's means.
  package static func wrapping<T>(
    isOrder: Bool, explain: (any Error) -> StoreFailure, _ work: () async throws -> T
  ) async throws -> T {
    do {
      return try await work()
    } catch let error as any CallersError {
      throw error
    } catch {
      let failure = explain(error)
      throw isOrder ? failure : failure.outsideOrders
    }
  }

  /// What an error means that is none of the driver's own.
  /// - Parameter place: the database, as the operator knows it.
  package init(ofAny error: any Error, at place: String) {
    switch error {
    case let failure as StoreFailure: self = failure
    case is CancellationError:
      self.init(.unavailable, "The work on \(place) was called off before it was done.")
    default: self.init(.unavailable, "The database \(place) failed: \(error)")
    }
  }
}
