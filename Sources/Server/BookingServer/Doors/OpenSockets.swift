import BookingDomain

/// How many sockets there are, of whom and from where, without I/O. A poll that is held counts with
/// its account's sockets: it is a connection of theirs as well.
struct OpenSockets {
  struct Limits: Hashable, Sendable {
    var all: Int
    /// A desk has one a screen; a person with more runs a program that opens them again and again.
    var perAccount: Int
    /// A guest has a telephone, a computer, and some pages open on each.
    var perGuest = 20
    /// A whole spa, with its guests' telephones, may stand behind one address.
    var perNetwork: Int
  }

  enum Verdict: Hashable {
    case admitted
    case full
    case tooManyFromThere
  }

  private let limits: Limits
  private(set) var count = 0
  private var accounts: [PersonID: Int] = [:]
  private var networks: [Network: Int] = [:]

  init(_ limits: Limits) { self.limits = limits }

  /// - Parameter network: nil for this machine and for whom no proxy has named.
  mutating func open(from network: Network?) -> Verdict {
    guard count < limits.all else { return .full }
    if let network {
      guard networks[network, default: 0] < limits.perNetwork else { return .tooManyFromThere }
      networks[network, default: 0] += 1
    }
    count += 1
    return .admitted
  }

  /// The person of a socket, or of a poll, is known now.
  /// - Returns: false where that person has too many already.
  mutating func isOf(_ person: PersonID) -> Bool {
    guard accounts[person, default: 0] < limit(of: person) else { return false }
    accounts[person, default: 0] += 1
    return true
  }

  /// A poll of this person's has been answered.
  mutating func pollEnded(of person: PersonID) { Self.lower(&accounts, person) }

  private func limit(of person: PersonID) -> Int {
    switch person {
    case .user: limits.perAccount
    case .customer: min(limits.perAccount, limits.perGuest)
    }
  }

  mutating func close(from network: Network?, of person: PersonID?) {
    count -= 1
    if let network { Self.lower(&networks, network) }
    if let person { Self.lower(&accounts, person) }
  }

  private static func lower<Key>(_ counts: inout [Key: Int], _ key: Key) {
    let left = (counts[key] ?? 1) - 1
    counts[key] = left > 0 ? left : nil
  }
}
