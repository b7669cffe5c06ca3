/// Vietnamese as a spa's front desk speaks it: each sentence of the program beside its own, written as
/// `Catalog` reads it. `.make/check-words` finds what lacks one.
package enum Vietnamese {
  package static let tables = [
    board, details, help, notices, refusals, lines, words, house, changes, shifts, wishes,
    server, plain,
  ]
}

extension Catalog {
  static let vietnamese = Catalog(Vietnamese.tables)
}
