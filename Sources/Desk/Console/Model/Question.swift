import BookingDomain
import LinePromise

/// Something that the board does not know and the server does: asked when somebody wants to know.
package enum Question: Hashable, Sendable {
  /// Customers by a part of a name, a phone number or an e-mail.
  case customers(String)
  case customerFile(CustomerID)
  case history(BookingID)
  /// Who changed what on a day.
  case changes(LocalDate)
  /// Paid, not yet scheduled.
  case unscheduled
  /// What was typed of accounts or the house; it may change them.
  case house(String, password: String)
}

package enum Answer: Hashable, Sendable {
  case customers([CustomerCard])
  case customerFile(CustomerFile)
  case history([HistoryEntry])
  case changes([DayChange], house: [HouseChange])
  case unscheduled([UnscheduledSessions])
  case house(HousePage)
}

extension BookingLine {
  /// As many as a screen shows.
  private var most: Int { 50 }

  func answer(_ question: Question) async -> Result<Answer, QuestionFailure> {
    do {
      switch question {
      case .customers(let text):
        return .success(.customers(try await customers(matching: text, limit: most)))
      case .customerFile(let id): return .success(.customerFile(try await customerFile(id)))
      case .history(let booking): return .success(.history(try await history(of: booking)))
      case .changes(let date):
        let house = try await houseChanges(on: date)
        return .success(.changes(try await changes(on: date), house: house))
      case .unscheduled: return .success(.unscheduled(try await unscheduled(limit: most)))
      case .house(let line, let password):
        return .success(.house(try await house(line, password: password)))
      }
    } catch let failure as QuestionFailure {
      return .failure(failure)
    } catch {
      return .failure(QuestionFailure("This cannot be asked just now: \(error)."))
    }
  }
}
