import BookingStore
import Logging
import Synchronization

/// Whether the database answers and takes orders, as last seen by whoever asked it something.
final class DatabaseState: Sendable {
  private let failure = Mutex<StoreFailure?>(nil)
  private let log: Logger

  init(log: Logger) { self.log = log }

  var isAvailable: Bool { failure.withLock { $0 == nil } }

  /// Why it takes no orders; nil while it does.
  var trouble: StoreFailure.Trouble? { failure.withLock { $0?.trouble } }

  /// What concerns only the one who asked is logged, and nobody else notices.
  func failed(_ problem: StoreFailure) {
    guard problem.concernsEverybody else {
      // Its own words may name guests.
      var metadata: Logger.Metadata = ["code": "\(problem.code.rawValue)"]
      metadata["error"] = problem.mark.map { .stringConvertible($0) }
      log.warning("database refused", metadata: metadata)
      return
    }
    let isNews = failure.withLock { last in
      defer { last = problem }
      return last == nil
    }
    if isNews { log.error("database away", metadata: ["cause": "\(problem.sentence)"]) }
  }

  /// To be called where the database can be read, and orders cannot be carried out.
  func hindered(_ problem: StoreFailure) {
    failed(StoreFailure(.unavailable, problem.sentence, trouble: problem.trouble))
  }

  func answered() {
    let isNews = failure.withLock { last in
      defer { last = nil }
      return last != nil
    }
    if isNews { log.notice("database back") }
  }
}
