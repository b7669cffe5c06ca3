import BookingDomain
import BookingProtocol

/// Compares what was told of the days watched with what the server says is there. It finds what no
/// numbered event can: a mistake of ours, and a write that no trigger saw.
struct Verification: Hashable, Sendable {
  enum Verdict: Hashable, Sendable {
    case same
    /// A first difference may be a change whose event is still on its way.
    case doubtful
    /// A second difference in a row: the picture has to be read anew.
    case different
  }

  /// How often the picture had to be taken anew.
  private(set) var repairs = 0
  private var days: ClosedRange<LocalDate>?
  private var picture = BoardDigest()
  private var isDoubtful = false
  /// Of the spa that the picture is drawn from; nil where that is not known.
  private var facts: Facts?
  /// The facts that a new picture was asked for last: one that does not bring them is not asked for
  /// again and again.
  private var wanted: Facts?

  /// `BoardDigest.facts`, `.shifts`, `.charges` and `.doubts`.
  struct Facts: Hashable, Sendable {
    let house: UInt64
    let shifts: UInt64
    let charges: UInt64
    let doubts: UInt64

    init(of spa: Spa) {
      house = BoardDigest.facts(of: spa)
      shifts = BoardDigest.shifts(of: spa)
      charges = BoardDigest.charges(of: spa)
      doubts = BoardDigest.doubts(of: spa)
    }

    init?(_ digest: ServerMessage.Digest) {
      guard let house = digest.facts else { return nil }
      (self.house, shifts) = (house, digest.shifts)
      (charges, doubts) = (digest.charges, digest.doubts)
    }
  }

  mutating func took(
    _ bookings: [Booking], _ blocks: [Block], of days: ClosedRange<LocalDate>, in spa: Spa? = nil
  ) {
    self.days = days
    facts = spa.map(Facts.init)
    picture = BoardDigest(bookings, blocks: blocks)
    isDoubtful = false
  }

  /// Own bookings are told of on every day; only those of the days watched are on the board.
  mutating func took(_ booking: Booking) {
    if days?.contains(booking.date) == true { picture.put(booking) } else { lost(booking.id) }
  }

  mutating func took(_ blocks: [Block], of therapist: UserID, on date: LocalDate) {
    if days?.contains(date) == true { picture.put(blocks, of: therapist, on: date) }
  }

  mutating func lost(_ id: BookingID) { picture.remove(id) }

  /// More than any chain of spas has on the days of one board: a server that goes on naming new ones
  /// is not to be believed, and would fill every console.
  static let most = 50_000
  var isTooMuch: Bool { picture.count > Self.most }

  /// People, hours, services and beds change without a numbered event.
  /// - Returns: whether the picture is drawn from others than the server's; once for each.
  mutating func isOutdated(by digest: ServerMessage.Digest) -> Bool {
    guard let facts = Facts(digest), let known = self.facts, facts != known, facts != wanted else {
      return false
    }
    wanted = facts
    return true
  }

  mutating func compare(with value: UInt64) -> Verdict {
    guard value != picture.value else {
      isDoubtful = false
      return .same
    }
    guard isDoubtful else {
      isDoubtful = true
      return .doubtful
    }
    isDoubtful = false
    repairs += 1
    return .different
  }
}
