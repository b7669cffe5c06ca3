/// Where a reader stands in the event log. Numbers of different epochs cannot be compared: a
/// database restored from a backup begins a new one.
package struct LogPosition: Hashable, Sendable {
  package let epoch: String
  package let seq: Int64

  /// - Parameter seq: clamped to `Ranges.position`; a reader who claims to be further has nothing to
  ///   compare with and gets a new picture.
  package init(epoch: String, seq: Int64) {
    self.epoch = epoch
    self.seq = seq.clamped(to: Ranges.position)
  }
}
