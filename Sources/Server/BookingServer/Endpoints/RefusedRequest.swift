import BookingDomain
import NIOHTTP1

/// A request that is answered with a refusal: thrown where it is found out, in `withSession`.
struct RefusedRequest: Error {
  let status: HTTPResponseStatus
  let sentence: String

  init(_ status: HTTPResponseStatus, _ sentence: String) {
    (self.status, self.sentence) = (status, sentence)
  }
}

extension Person {
  /// - Throws: `RefusedRequest` where the operation is not open to this person for everybody's bookings.
  func require(_ operation: Operation, _ sentence: String) throws(RefusedRequest) {
    guard Rights.scope(of: operation, for: role) == .all else {
      throw RefusedRequest(.forbidden, sentence)
    }
  }
}

extension HTTPRequest {
  /// The day that is asked about.
  func date() throws(RefusedRequest) -> LocalDate {
    guard let date = query("date").flatMap(LocalDate.init) else {
      throw RefusedRequest(.badRequest, "Ask for a date, as in date=2026-11-22.")
    }
    return date
  }
}
