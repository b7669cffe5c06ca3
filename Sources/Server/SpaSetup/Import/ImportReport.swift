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
  package var ignoredHeadings: [String] = []

  init(_ what: String) { self.what = what }

  mutating func take(_ line: Int, _ sentence: String) {
    taken.append(Line(number: line, sentence: PlainLine.shown(sentence)))
  }

  mutating func refuse(_ line: Int, _ sentence: String) {
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

  /// - Throws: itself, so that the transaction is taken back.
  func finish(_ way: Way) throws -> ImportReport {
    if way.isTrial || (!refused.isEmpty && !way.skipsWrong) { throw self }
    return self
  }
}
