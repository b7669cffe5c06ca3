import BookingDomain

/// Names, phone numbers and e-mails of all customers, folded, in one run of bytes: small enough to
/// be looked through from end to end for every letter that somebody types.
package struct CustomerIndex: Sendable {
  /// A customer as the register knows them.
  package struct Entry: Sendable {
    package let id: CustomerID
    package let name: String
    package let phone: String
    package let email: String
  }

  /// Where somebody's bytes lie: the name after a blank, in each of its spellings, the number's digits, the e-mail.
  struct Slot {
    let id: CustomerID
    let name: Range<Int>
    let phone: Range<Int>
    let email: Range<Int>
  }

  private var bytes: [UInt8] = []
  private var slots: [Slot] = []
  private var places: [CustomerID: Int] = [:]
  /// Bytes that are not used any more: what is known of their customer stands elsewhere now.
  private var lost = 0

  package init(_ entries: some Collection<Entry> = []) {
    slots.reserveCapacity(entries.count)
    places.reserveCapacity(entries.count)
    bytes.reserveCapacity(entries.count * 50)
    for entry in entries { put(entry) }
  }

  package var count: Int { slots.count }

  /// Adds somebody, or changes what is known of them.
  package mutating func put(_ entry: Entry) {
    let slot = append(entry)
    if let place = places[entry.id] {
      lose(slots[place])
      slots[place] = slot
    } else {
      places[entry.id] = slots.count
      slots.append(slot)
    }
    compactIfWorthIt()
  }

  package mutating func remove(_ id: CustomerID) {
    guard let place = places.removeValue(forKey: id) else { return }
    lose(slots[place])
    let last = slots.removeLast()
    if place < slots.count {
      slots[place] = last
      places[last.id] = place
    }
    compactIfWorthIt()
  }

  /// The best match first; of those that match as well, whoever is one of `first`.
  package func matches(_ text: String, limit: Int, first: Set<CustomerID> = []) -> [CustomerID] {
    guard limit > 0 else { return [] }
    let searches = CustomerSearch.spellings(of: text)
    guard let search = searches.first else { return [] }
    let others = searches.dropFirst()
    return bytes.withUnsafeBufferPointer { bytes in
      var best = BestMatches(limit: limit, bytes: bytes)
      for slot in slots {
        var rank = search.rank(of: slot, in: bytes)
        for other in others {
          rank = [rank, other.rank(of: slot, in: bytes)].compactMap(\.self).min()
        }
        guard let rank else { continue }
        best.offer(slot, 2 * rank + (first.contains(slot.id) ? 0 : 1))
      }
      return best.ids
    }
  }

  private mutating func append(_ entry: Entry) -> Slot {
    // Longer than any column of the shop's: what is cut off nobody types.
    // Of a name that is spelled in two ways, both lie one behind the other.
    let name = append(
      FoldedText.spellings(of: entry.name).flatMap {
        [UInt8(ascii: " ")] + $0.bytes.prefix(400)
      })
    let phone = append(entry.phone.utf8.filter { (0x30...0x39).contains($0) }.prefix(40))
    let email = append(FoldedText(entry.email).bytes.prefix(254))
    return Slot(id: entry.id, name: name, phone: phone, email: email)
  }

  private mutating func append(_ part: some Sequence<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: part)
    return start..<bytes.count
  }

  private mutating func lose(_ slot: Slot) { lost += slot.email.upperBound - slot.name.lowerBound }

  /// A run that is half lost is written anew: each change costs little, on average.
  private mutating func compactIfWorthIt() {
    guard lost > 65_536, lost > bytes.count / 2 else { return }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count - lost)
    for (place, slot) in slots.enumerated() {
      let shift = kept.count - slot.name.lowerBound
      kept.append(contentsOf: bytes[slot.name.lowerBound..<slot.email.upperBound])
      slots[place] = Slot(
        id: slot.id, name: slot.name.shifted(by: shift), phone: slot.phone.shifted(by: shift),
        email: slot.email.shifted(by: shift))
    }
    bytes = kept
    lost = 0
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Self {
    lowerBound + distance..<upperBound + distance
  }
}

/// The first few of what was found: by how well it matches, then by name.
private struct BestMatches {
  let limit: Int
  let bytes: UnsafeBufferPointer<UInt8>
  private var found: [(slot: CustomerIndex.Slot, rank: Int)] = []

  init(limit: Int, bytes: UnsafeBufferPointer<UInt8>) { (self.limit, self.bytes) = (limit, bytes) }

  var ids: [CustomerID] { found.map(\.slot.id) }

  mutating func offer(_ slot: CustomerIndex.Slot, _ rank: Int) {
    if found.count == limit {
      guard let last = found.last, comes((slot, rank), before: last) else { return }
      found.removeLast()
    }
    let place = found.firstIndex { comes((slot, rank), before: $0) } ?? found.count
    found.insert((slot, rank), at: place)
  }

  private func comes(
    _ a: (slot: CustomerIndex.Slot, rank: Int), before b: (slot: CustomerIndex.Slot, rank: Int)
  ) -> Bool {
    if a.rank != b.rank { return a.rank < b.rank }
    var (i, j) = (a.slot.name.lowerBound, b.slot.name.lowerBound)
    while i < a.slot.name.upperBound, j < b.slot.name.upperBound {
      if bytes[i] != bytes[j] { return bytes[i] < bytes[j] }
      i += 1
      j += 1
    }
    let (restA, restB) = (a.slot.name.upperBound - i, b.slot.name.upperBound - j)
    return restA != restB ? restA < restB : a.slot.id < b.slot.id
  }
}

extension CustomerIndex.Entry {
  package init(_ customer: Customer, email: String) {
    self.init(
      id: customer.id, name: customer.name, phone: customer.phone ?? "", email: email)
  }
}
