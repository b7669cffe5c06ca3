import BookingDomain

/// Gives the sheet of the day that is shown to the printer that is set; what goes wrong comes as a
/// message.
struct DayPrinting {
  /// Throws a `ConsoleProblem` with the sentence to show.
  let give: @Sendable (String) async throws -> Void
  let post: AsyncStream<Message>.Continuation

  func print(_ model: Model, isUnicode: Bool) {
    let board = model.board
    guard let spa = board.spa,
      let report = try? DayReport(
        date: board.date, spa: spa, zone: model.zone, bookings: board.ofTheDay,
        blocks: board.blocks, waiting: board.waiting)
    else { return }
    let text = report.sheets(
      printedAt: model.moment.instant, in: model.wording, isUnicode: isUnicode)
    Task { [give, post] in
      do {
        try await give(text)
      } catch let problem as ConsoleProblem {
        post.yield(.notPrinted(sentence: problem.sentence))
      } catch {
        post.yield(.notPrinted(sentence: "Not printed: \(error)"))
      }
    }
  }
}
