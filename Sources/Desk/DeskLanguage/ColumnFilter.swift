import BookingDomain

/// Which columns of the board are shown, as `lan, late, foot` says it: those of a therapist, those
/// with a guest who is late, waits or owes money, and those of therapists who do a service. A
/// column is shown if one of the words fits.
package struct ColumnFilter: Hashable, Sendable {
  /// As it was typed, for the title.
  package let text: String
  private var therapists: Set<UserID> = []
  private var needs: Set<Need> = []

  package struct Unknown: Error, Hashable {
    /// The word that is wrong, and why.
    package let sentence: String
  }

  /// The words in the title for guests who need attention.
  private static let needs: [String: Need] = [
    "late": .late, "trễ": .late, "muộn": .late, "waiting": .waiting, "waits": .waiting,
    "chờ": .waiting, "overrunning": .overrunning, "over": .overrunning, "quá giờ": .overrunning,
    "reassign": .stranded, "off": .stranded, "giao lại": .stranded, "unconfirmed": .unconfirmed,
    "chưa xác nhận": .unconfirmed, "unpaid": .unpaid,
    "owes": .unpaid, "chưa trả": .unpaid, "nợ": .unpaid,
  ]

  package init(_ text: String, _ lexicon: Lexicon) throws(Unknown) {
    let parts = text.split(whereSeparator: { ",&".contains($0) })
      .flatMap {
        LineWord.words(of: String($0)).split { ["and", "và"].contains($0.lower) }.map(Array.init)
      }
    self.text = parts.map { $0.map(\.written).joined(separator: " ") }.joined(separator: ", ")
    for words in parts where !words.isEmpty {
      // `lan anh` is one; `lan foot` are two.
      if !take(words[...], lexicon) {
        for word in words where !take([word], lexicon) {
          throw Unknown(
            sentence:
              "\"\(word.written)\": no therapist or service, nor late, waiting, unconfirmed, unpaid."
          )
        }
      }
    }
  }

  /// - Returns: whether it is understood.
  private mutating func take(_ words: ArraySlice<LineWord>, _ lexicon: Lexicon) -> Bool {
    if let need = Self.needs[words.map(\.lower).joined(separator: " ")] {
      needs.insert(need)
      return true
    }
    if let (ids, _) = lexicon.therapists(words) {
      therapists.formUnion(ids)
      return true
    }
    let services =
      words.count == 1
      ? lexicon.services(words.first?.folded ?? "")?.found.best ?? []
      : lexicon.services(named: words)
    let meant = lexicon.spa.services.filter { services.contains($0.id) }
    therapists.formUnion(
      lexicon.spa.therapists.filter { meant.contains(where: $0.does) }.map(\.id))
    return !meant.isEmpty
  }

  /// - Parameter found: what the therapist's guests need.
  package func shows(_ therapist: UserID, where found: Set<Need>) -> Bool {
    therapists.contains(therapist) || !needs.isDisjoint(with: found)
  }
}
