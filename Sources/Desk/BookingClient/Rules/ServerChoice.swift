/// Which of several servers the line goes to. Any will do: all have the same database, so that request
/// ids and positions in the log mean the same at each.
struct ServerChoice: Hashable, Sendable {
  private let count: Int
  /// Counts from 0.
  private(set) var current = 0

  init(of count: Int) { self.count = count }

  var hasOthers: Bool { count > 1 }

  /// - Parameter server: the one that the person logged in at.
  mutating func begin(at server: Int) { current = server }

  mutating func tryNext() { current = (current + 1) % max(1, count) }
}
