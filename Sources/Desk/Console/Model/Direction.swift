/// Where the cursor is moved.
package enum Direction: Hashable, Sendable {
  case up
  case down
  case left
  case right
}
