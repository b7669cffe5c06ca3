import BookingClient
import BookingDomain
import Console
import DeskLanguage
import DeskSettings
import Glibc
import LinePromise
import ProgramStart
import Settings

/// One day as the server has it now: logs in, takes the first snapshot, leaves.
struct FetchedDay {
  let report: DayReport
  let today: LocalDate
  /// The server's clock when it said so.
  let now: Timestamp
  private let wording: Wording

  /// A printout that takes longer than this is better asked for again.
  private static let patience = Duration.seconds(15)

  init(_ configuration: Configuration, day: DayWord, therapist: String?) async throws {
    wording = configuration.wording
    let line = try await Self.line(configuration)
    let fetched = try await Self.fetch(day, from: line)
    await line.close()
    today = fetched.today
    now = fetched.now
    do throws(ConsoleProblem) {
      report = try DayReport(
        date: fetched.date, spa: fetched.snapshot.spa, zone: fetched.zone,
        bookings: fetched.snapshot.bookings, blocks: fetched.snapshot.blocks,
        waiting: fetched.snapshot.waiting, therapist: therapist)
    } catch {
      throw Program.Failure(error.sentence)
    }
  }

  /// What the day brought; for managers.
  static func takings(_ configuration: Configuration, day: DayWord) async throws -> DayTakings {
    let line = try await line(configuration)
    do {
      // The spa's own calendar says which day today is.
      let date = try await fetch(day, from: line).date
      let takings = try await line.takings(on: date)
      await line.close()
      return takings
    } catch let failure as QuestionFailure {
      throw Program.Failure(failure.sentence)
    }
  }

  private static func line(_ configuration: Configuration) async throws -> ScriptLine {
    do {
      return try await ScriptLine.open(configuration.desk)
    } catch let failure as LoginFailure {
      throw Program.Failure(failure)
    }
  }

  var text: String { text(of: report) }

  func text(of report: DayReport) -> String {
    report.text(today: today, isUnicode: Self.isUnicode)
  }

  func sheets(of report: DayReport) -> String {
    report.sheets(printedAt: now, in: wording, isUnicode: Self.isUnicode)
  }

  /// A locale that is not UTF-8 gets plain letters.
  private static var isUnicode: Bool {
    setlocale(LC_CTYPE, "")
    return nl_langinfo(Int32(CODESET)).map { String(cString: $0) } == "UTF-8"
  }

  private struct Fetched: Sendable {
    let date: LocalDate
    let today: LocalDate
    let now: Timestamp
    let zone: SpaZone
    let snapshot: ClientEvent.Snapshot
  }

  private static func fetch(_ day: DayWord, from line: any BookingLine) async throws -> Fetched {
    try await withThrowingTaskGroup(of: Fetched.self) { group in
      group.addTask { try await firstSnapshot(of: day, from: line) }
      group.addTask {
        try await Task.sleep(for: patience)
        throw Program.Failure(
          "the server did not send the day within \(patience.components.seconds) s.",
          .tryAgainLater)
      }
      defer { group.cancelAll() }
      guard let fetched = try await group.next() else { throw CancellationError() }
      return fetched
    }
  }

  private static func firstSnapshot(of day: DayWord, from line: any BookingLine) async throws
    -> Fetched
  {
    var asked: (date: LocalDate, today: LocalDate, now: Timestamp, zone: SpaZone)?
    for await event in line.events {
      switch event {
      case .welcome(let welcome) where asked == nil:
        let now = Timestamp(
          milliseconds: SteadyClock().now.milliseconds + welcome.clockOffset)
        let today = welcome.zone.local(now).date
        let date = day.date(today: today)
        asked = (date, today, now, welcome.zone)
        line.watch(from: date, to: date)
      case .snapshot(let snapshot):
        guard let asked, snapshot.from <= asked.date, snapshot.to >= asked.date else { continue }
        return Fetched(
          date: asked.date, today: asked.today, now: asked.now, zone: asked.zone, snapshot: snapshot
        )
      case .link(.refused(let reason)), .sessionEnded(let reason): throw Program.Failure(reason)
      default: continue
      }
    }
    throw Program.Failure("the line to the server ended before the day came.", .tryAgainLater)
  }
}
