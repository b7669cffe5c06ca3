import BookingDomain
import DeskLanguage

extension Model {
  /// Whether this person's role may ever do it. What it may not is left out of every list; whoever
  /// types its word nevertheless is told who may.
  package func isTheirs(_ action: Action) -> Bool {
    guard let role = person?.role else { return true }
    switch action {
    case .order(let change), .orderByTag(let change):
      return change.operation.map { Rights.scope(of: $0, for: role) != .none } ?? true
    case .phrase(.shift): return Rights.scope(of: .setDays, for: role) == .all
    case .phrase, .sameAgain, .calls, .list, .chooseLine, .bookForGuest:
      return Rights.scope(of: .book, for: role) == .all
    case .lookBack, .stepInPast: return Rights.scope(of: .seeHistory, for: role) == .all
    case .only: return views.contains(.board)
    case .dayChanges: return Rights.scope(of: .audit, for: role) == .all
    case .takings: return Rights.scope(of: .seeTakings, for: role) == .all
    case .house: return Rights.scope(of: .keepHouse, for: role) == .all
    case .look(let view): return view == .board || views.contains(view)
    case .pageTherapists: return views.contains(.board)
    default: return true
    }
  }
}
