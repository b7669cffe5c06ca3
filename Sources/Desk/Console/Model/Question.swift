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
  /// All that was ever done to a day.
  case past(LocalDate)
  /// Paid, not yet scheduled.
  case unscheduled
}

package enum Answer: Hashable, Sendable {
  case customers([CustomerCard])
  case customerFile(CustomerFile)
  case history([HistoryEntry])
  case changes([DayChange], house: [HouseChange])
  case past(DayPast)
  case unscheduled([UnscheduledSessions])
}

extension BookingLine {
  /// As many as a screen shows.
  private var most: Int { 50 }

  func answer(_ question: Question) async -> Result<Answer, QuestionFailure> {
    await asking {
      switch question {
      case .customers(let text):
        .customers(try await customers(matching: text, limit: most))
      case .customerFile(let id): .customerFile(try await customerFile(id))
      case .history(let booking): .history(try await history(of: booking))
      case .changes(let date):
        .changes(try await changes(on: date), house: try await houseChanges(on: date))
      case .past(let date): .past(try await past(of: date))
      case .unscheduled: .unscheduled(try await unscheduled(limit: most))
      }
    }
  }

  /// Does what was typed of accounts or the house, and shows what stands then.
  func page(of line: String, password: String) async -> Result<HousePage, QuestionFailure> {
    await asking { try await house(line, password: password) }
  }

  private func asking<Found: Sendable>(
    _ server: () async throws -> Found
  ) async -> Result<Found, QuestionFailure> {
    do {
      return .success(try await server())
    } catch let failure as QuestionFailure {
      return .failure(failure)
    } catch {
      return .failure(QuestionFailure("This cannot be asked just now: \(error)."))
    }
  }
}
