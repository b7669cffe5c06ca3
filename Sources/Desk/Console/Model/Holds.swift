import BookingDomain

/// What other desks are typing just now.
package struct Holds: Hashable, Sendable {
  private struct Entry: Hashable {
    let hold: SlotHold
    let until: Timestamp
  }

  private var entries: [Int64: Entry] = [:]

  package init() {}

  package mutating func put(_ hold: SlotHold, at now: Timestamp) {
    let until = Timestamp(milliseconds: now.milliseconds + Int64(SlotHold.seconds) * 1000)
    entries[hold.holder] = Entry(hold: hold, until: until)
  }

  package mutating func remove(_ holder: Int64) { entries[holder] = nil }

  /// In the order of their desks.
  package var all: [SlotHold] { entries.values.map(\.hold).sorted { $0.holder < $1.holder } }

  package mutating func forgetOld(at now: Timestamp) {
    entries = entries.filter { $0.value.until > now }
  }

  /// When the picture changes by itself.
  package var nextChange: Timestamp? { entries.values.map(\.until).min() }
}
