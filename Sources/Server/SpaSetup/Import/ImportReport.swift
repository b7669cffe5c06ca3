import BookingDomain
import BookingStore

/// What came of an import, line by line.
package struct ImportReport: CallersError, Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package let number: Int
    /// What is done with it, or why nothing is.
    package let sentence: String
  }

  /// What a line is: "customer".
  private let what: String
  package private(set) var taken: [Line] = []
  package private(set) var refused: [Line] = []
  /// Whether the database did not take a line: of that one something may stand there already.
  private var isBroken = false
  /// What else whoever imports should know: what of the file is left out, and what it makes.
  package private(set) var remarks: [String]

  init(_ what: String, of sheet: ImportSheet) {
    self.what = what
    remarks = sheet.remarks
  }

  mutating func remark(_ sentence: String) { remarks.append(PlainLine.shown(sentence)) }

  private mutating func take(_ line: Int, _ sentence: String) {
    taken.append(Line(number: line, sentence: PlainLine.shown(sentence)))
  }

  private mutating func refuse(_ line: Int, _ sentence: String) {
    refused.append(Line(number: line, sentence: PlainLine.shown(sentence)))
  }

  /// "2 customers".
  package var count: String { "\(taken.count) \(what)\(taken.count == 1 ? "" : "s")" }

  /// "1 line".
  package var refusedCount: String {
    "\(refused.count) line\(refused.count == 1 ? "" : "s")"
  }

  /// How an import is carried out.
  package struct Way: Hashable, Sendable {
    /// Everything is tried and nothing is kept.
    package var isTrial = false
    /// Lines that are wrong do not keep the others out.
    package var skipsWrong = false

    package init() {}
  }

  /// Reads one line.
  /// - Parameter work: returns what is done with it; a refusal or complaint of its is the line's.
  mutating func read(
    _ row: DelimitedText.Row, into db: any SQLConnection,
    _ work: (DelimitedText.Row) throws -> String
  ) throws {
    do {
      take(row.line, try work(row))
    } catch let problem as Complaint {
      refuse(row.line, problem.sentence)
    } catch let refusal as Refusal {
      refuse(row.line, refusal.sentence)
    } catch {
      let failure = db.explained(error)
      guard failure.code == .refused else { throw error }
      refuse(row.line, "the database does not take it: \(failure.words ?? failure.sentence)")
      isBroken = true
    }
  }

  /// - Throws: itself, so that the transaction is taken back.
  func finish(_ way: Way) throws -> ImportReport {
    if way.isTrial || isBroken || (!refused.isEmpty && !way.skipsWrong) { throw self }
    return self
  }
}
