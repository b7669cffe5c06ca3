import BookingDomain
import NIOCore
import WebSocket

/// Something encoded that waits to be written.
protocol WaitingFrame: Sendable {
  var byteCount: Int { get }
}

extension WebSocketFrameBytes: WaitingFrame {
  var byteCount: Int { buffer.readableBytes }
}

/// What waits for one client that reads more slowly than things happen. Bounded: past
/// `coalesceAboveBytes` bytes an older event of a booking gives way to its newer one, past `closeAboveBytes` there
/// is no room for news and the client has to resume later.
///
/// Events wait unrendered, since `prev` is only known when they leave.
struct OutboundQueue<Frame: WaitingFrame> {
  enum Item {
    case event(PreparedEvent, EventSight)
    /// Something that comes unasked, or could be asked for at any rate: bounded as events are.
    case news(Frame)
    /// The answer to a question. It is always taken, however large: it may be a snapshot, and the
    /// next question is not answered before it has left. Its bytes count towards the limits of
    /// everything else that waits.
    case answer(Frame)
  }

  private struct Place {
    /// Nil once a newer event took over.
    var item: Item?
    let size: Int
    let booking: BookingID?
  }

  private let coalesceAboveBytes: Int
  private let closeAboveBytes: Int
  /// Nil while nothing waits: most clients never have anything waiting, and need no memory for it.
  private var waiting: CircularBuffer<Place>?
  /// How many items have left at the front. Subtracted from an item's lasting number it gives its
  /// index.
  private var departed = 0
  /// The lasting number of each booking's newest waiting event.
  private var newest: [BookingID: Int] = [:]
  /// Of events and news.
  private var newsBytes = 0
  private var answerBytes = 0

  init(coalesceAboveBytes: Int, closeAboveBytes: Int) {
    (self.coalesceAboveBytes, self.closeAboveBytes) = (coalesceAboveBytes, closeAboveBytes)
  }

  var isEmpty: Bool { waiting == nil }
  var bytes: Int { newsBytes + answerBytes }
  /// Whether answers still wait to leave.
  var hasAnswers: Bool { answerBytes > 0 }

  /// False where there is no room.
  mutating func append(_ item: Item, size: Int) -> Bool {
    switch item {
    case .answer:
      guard answerBytes == 0 || answerBytes + newsBytes + size <= closeAboveBytes else {
        return false
      }
      put(Place(item: item, size: size, booking: nil))
      answerBytes += size
      return true
    case .news:
      return appendNews(item, size, of: nil)
    case .event(let prepared, _):
      return appendNews(item, size, of: prepared.event.booking)
    }
  }

  mutating func popFirst() -> Item? {
    while let place = take() {
      if let booking = place.booking, newest[booking] == departed { newest[booking] = nil }
      departed += 1
      guard let item = place.item else { continue }
      if case .answer = item { answerBytes -= place.size } else { newsBytes -= place.size }
      return item
    }
    return nil
  }

  private mutating func put(_ place: Place) {
    if waiting == nil { waiting = CircularBuffer(initialCapacity: 4) }
    waiting?.append(place)
  }

  private mutating func take() -> Place? {
    let place = waiting?.popFirst()
    if waiting?.isEmpty == true {
      waiting = nil
      newest = [:]
    }
    return place
  }

  private mutating func appendNews(_ item: Item, _ size: Int, of booking: BookingID?) -> Bool {
    if newsBytes + size > coalesceAboveBytes { dropOlder(of: booking) }
    guard newsBytes + size <= closeAboveBytes else { return false }
    if let booking { newest[booking] = departed + (waiting?.count ?? 0) }
    put(Place(item: item, size: size, booking: booking))
    newsBytes += size
    return true
  }

  private mutating func dropOlder(of booking: BookingID?) {
    guard let booking, let number = newest[booking] else { return }
    newest[booking] = nil
    guard var places = waiting else { return }
    waiting = nil
    let index = places.index(places.startIndex, offsetBy: number - departed)
    newsBytes -= places[index].size
    places[index].item = nil
    waiting = places
  }
}
