/// What the person's hands did last. An answer that comes late moves nothing under hands that have
/// gone on meanwhile.
package struct Hands: Hashable, Sendable {
  /// Keys pressed so far.
  private(set) var presses = 0
  private var lastStep = 0

  mutating func pressed() { presses += 1 }

  /// The key pressed last moved the cursor, went elsewhere, or gave an order.
  mutating func stepped() { lastStep = presses }

  /// Something was chosen without a key.
  mutating func chose() { lastStep = presses + 1 }

  /// Whether they have done nothing since this key press but look: no step, no other order.
  func rest(since press: Int) -> Bool { press >= lastStep }
}
