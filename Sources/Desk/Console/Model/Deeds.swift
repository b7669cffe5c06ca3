import BookingDomain

/// What was done at this desk and may be taken back, the newest last. Orders of one key press are
/// one deed: a couple, a series and a swap go back as the one thing they were.
package struct Deeds: Hashable, Sendable {
  package struct Deed: Hashable, Sendable {
    /// Which of the desk's key presses it was.
    let press: Int
    /// For a sentence: "confirm Zora Quill".
    package let words: String
    let guest: String
    package fileprivate(set) var traces: [Trace]
    /// What stands before it has to go back first.
    fileprivate var isSetAside = false
  }

  /// What a deed left on the board, by which it is found again.
  package enum Trace: Hashable, Sendable {
    /// A booking as it was afterwards; its last change tells whether anything came after.
    case changed(Booking)
    /// The first of those booked together.
    case booked(Booking)
    case blocked(NewBlock)
    /// Blocked time that was given back.
    case freed(NewBlock)
    case tookOff(NewTimeOff)
    /// Time off that was given back.
    case cameBack(NewTimeOff)
    /// - Parameter back: the same days as they were before.
    case setShifts(NewShifts, back: NewShifts)
    case waits(NewWaiting)
    /// Taken off the waiting list.
    case waitsNoLonger(NewWaiting)
    /// A guest's record was written into.
    /// - Parameter back: what takes it back.
    case corrected(CustomerID, back: GuestChange)
    case task(NewTask)
    /// - Parameter back: how it stood before.
    case marked(TaskID, back: TaskMark)
    /// Nothing that one order takes back.
    case lasting

    var booking: Booking? {
      switch self {
      case .changed(let booking), .booked(let booking): booking
      case .blocked, .freed, .tookOff, .cameBack, .setShifts, .waits, .waitsNoLonger, .lasting,
        .corrected,
        .task, .marked:
        nil
      }
    }

    /// The day that has to be known to take it back.
    var date: LocalDate? {
      switch self {
      case .changed(let booking), .booked(let booking): booking.date
      case .blocked(let block), .freed(let block): block.date
      case .tookOff(let timeOff), .cameBack(let timeOff): timeOff.days.lowerBound
      case .waits(let wish), .waitsNoLonger(let wish): wish.date
      case .setShifts, .corrected, .task, .marked, .lasting: nil
      }
    }
  }

  /// A booking of which something was taken back here, as the news say it.
  private struct TakenBack: Hashable {
    let version: Int64
    let words: String
  }

  /// More steps than these are not taken back, but looked up in a booking's history.
  private static let most = 100

  private var deeds: [Deed] = []
  private var takenBack: [BookingID: TakenBack] = [:]
  /// Asked to be taken back, and not answered yet.
  private(set) var leaving: Deed?
  /// What the person reads of what the next undo takes back; nil where that is not said any more.
  private(set) var announced: String?

  package init() {}

  /// What is set aside comes after all others.
  package var last: Deed? { deeds.last { !$0.isSetAside } ?? deeds.last }

  /// The last thing done to this booking, where nothing has happened to it since.
  func last(to booking: Booking) -> Deed? {
    deeds.last { deed in
      !deed.isSetAside
        && deed.traces.contains { $0.booking.map(booking.wasLastChanged) ?? false }
    }
  }

  /// - Returns: whether it is a deed of its own, and not a part of the one before.
  mutating func note(_ trace: Trace, _ words: String, guest: String, press: Int) -> Bool {
    announced = nil
    tryAgain()
    if let index = deeds.lastIndex(where: { $0.press == press }) {
      deeds[index].traces.append(trace)
      return false
    }
    deeds.append(Deed(press: press, words: words, guest: guest, traces: [trace]))
    if deeds.count > Self.most { deeds.removeFirst() }
    return true
  }

  mutating func announce(_ sentence: String) { announced = sentence }

  /// The person has done something else, so that the next undo key has to announce its step again.
  mutating func disarm() { announced = nil }

  /// The rules do not allow it now. They may, once the step before it has been taken back.
  mutating func setAside(_ deed: Deed) {
    guard let index = deeds.firstIndex(where: { $0.press == deed.press }) else { return }
    deeds[index].isSetAside = true
    guard deeds.allSatisfy(\.isSetAside) else { return }
    // All of them were tried: they are tried again, one after the other.
    for other in deeds.indices where other != index { deeds[other].isSetAside = false }
  }

  private mutating func tryAgain() {
    for index in deeds.indices { deeds[index].isSetAside = false }
  }

  mutating func take(_ deed: Deed) {
    deeds.removeAll { $0.press == deed.press }
    leaving = deed
    announced = nil
  }

  /// It was taken back in another way: nothing is left for a second time.
  mutating func forget(_ booking: Booking) {
    deeds.removeAll { deed in
      deed.traces.allSatisfy { trace in
        trace.booking.map(booking.wasLastChanged) ?? false
      }
    }
  }

  /// It was given back by hand: nothing of it is left to be taken back.
  mutating func forget(_ block: Block) {
    deeds.removeAll { deed in
      deed.traces.allSatisfy { trace in
        switch trace {
        case .blocked(let new): block.is(new)
        case .tookOff(let new): block.timeOff?.is(new) ?? false
        default: false
        }
      }
    }
  }

  /// It has been taken back: what the rules did not allow before may be allowed now.
  mutating func wentBack() {
    leaving = nil
    tryAgain()
  }

  /// Nothing takes it back.
  mutating func drop(_ deed: Deed) {
    deeds.removeAll { $0.press == deed.press }
    announced = nil
  }

  /// - Parameter booking: as it stands now.
  mutating func tookBack(_ words: String, of booking: Booking) {
    if takenBack.count >= Self.most { takenBack.removeAll() }
    takenBack[booking.id] = TakenBack(version: booking.version, words: words)
  }

  /// What was taken back here with this version of the booking.
  func takenBack(with booking: Booking) -> String? {
    takenBack[booking.id].flatMap { $0.version == booking.version ? $0.words : nil }
  }

  /// Nobody answered, or the server refused it: it stands as it stood.
  mutating func cameBack(refused: Bool = false) {
    guard var deed = leaving else { return }
    leaving = nil
    deed.isSetAside = refused
    let index = deeds.firstIndex { $0.press > deed.press } ?? deeds.endIndex
    deeds.insert(deed, at: index)
  }
}
