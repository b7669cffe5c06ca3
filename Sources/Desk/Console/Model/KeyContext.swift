/// What lies where keys are pressed. Whatever lies over the board takes its own keys and swallows
/// the rest, so that no key reaches what is covered.
package enum KeyContext: CaseIterable, Hashable, Sendable {
  case board
  case help
  case menu
  case messages
  case linkFacts
  case history
  case dayChanges
  case card
  case list
  case calls
  case tasks
  case house
  case month
  case past

  package static let overlays = Set(allCases).subtracting([.board])
  /// Where letters narrow the key table.
  static let narrowed: Set<KeyContext> = [.help, .menu]
  /// Where letters are free to be keys.
  static let read = overlays.subtracting(narrowed)
}

extension Model.Overlay {
  package var context: KeyContext {
    switch self {
    case .help: .help
    case .menu: .menu
    case .messages: .messages
    case .linkFacts: .linkFacts
    case .history: .history
    case .dayChanges: .dayChanges
    case .card: .card
    case .list(let list):
      switch list.kind {
      case .waiting, .unscheduled, .turns: .list
      case .calls: .calls
      case .tasks: .tasks
      }
    case .house: .house
    case .month: .month
    case .past: .past
    }
  }
}

extension Model {
  package var keyContext: KeyContext { overlay?.context ?? .board }
}
