import BookingDomain
import LinePromise

/// Something that the board does not know and the server does: asked when somebody wants to know.
package enum Question: Hashable, Sendable {
  /// Customers by a part of a name, a phone number or an e-mail.
  case customers(String)
  case customerFile(CustomerID)
  /// A day that is not on the board.
  case day(LocalDate)
  case history(BookingID)
  /// Who changed what on a day.
  case changes(LocalDate)
  /// What a day brought.
  case takings(LocalDate)
  /// All that was ever done to a day.
  case past(LocalDate)
  /// Paid, not yet scheduled.
  case unscheduled
  case free(FreeQuestion)
  case fullness(ClosedRange<LocalDate>)
}

package enum Answer: Hashable, Sendable {
  case customers([CustomerCard])
  case customerFile(CustomerFile)
  case day(DaySnapshot)
  case history([HistoryEntry])
  case changes([DayChange], house: [HouseChange])
  case takings(DayTakings)
  case past(DayPast)
  case unscheduled([UnscheduledSessions])
  case free([FreeStart])
  case fullness([DayFullness])
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
      case .day(let date): .day(try await day(date))
      case .history(let booking): .history(try await history(of: booking))
      case .changes(let date):
        .changes(try await changes(on: date), house: try await houseChanges(on: date))
      case .takings(let date): .takings(try await takings(on: date))
      case .past(let date): .past(try await past(of: date))
      case .unscheduled: .unscheduled(try await unscheduled(limit: most))
      case .free(let wanted): .free(try await firstFree(wanted))
      case .fullness(let days): .fullness(try await fullness(of: days))
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
