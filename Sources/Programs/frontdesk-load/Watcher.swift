import BookingClient
import BookingDomain
import Histogram
import LinePromise
import Synchronization

/// One connection that watches, and what it heard.
struct Watcher: Sendable {
  /// What one of them, or many together, heard.
  struct Heard: Sendable {
    var connect = Histogram<UInt64>(
      highestTrackableValue: 120_000_000, numberOfSignificantValueDigits: .two)
    var delivery = Histogram<UInt64>(
      highestTrackableValue: 120_000_000, numberOfSignificantValueDigits: .two)
    var deliveries = 0
    var reconnects = 0
    var pollings = 0
    var isLevel = false

    mutating func add(_ other: Heard) {
      connect.add(other.connect)
      delivery.add(other.delivery)
      deliveries += other.deliveries
      reconnects += other.reconnects
      pollings += other.pollings
    }
  }

  let client: BookingClient
  let timetable: SharedTimetable

  /// Listens until the client ends.
  func listen(since start: ContinuousClock.Instant, signs: Signs.Sender) async
    -> Heard
  {
    var heard = Heard()
    var wasLive = false
    var last: [BookingID: Int] = [:]
    var isLevel = false
    for await event in client.events {
      switch event {
      case .link(.live), .link(.polling):
        if !wasLive {
          wasLive = true
          if case .link(.polling) = event { heard.pollings += 1 }
          _ = heard.connect.record(start.microsecondsAgo)
          signs.yield(.live)
        }
      case .link(.reconnecting) where wasLive: heard.reconnects += 1
      case .booking(let booking, _):
        if let table = timetable.value, let order = table.order(of: booking.notes) {
          heard.deliveries += 1
          _ = heard.delivery.record(table.due(order).microsecondsAgo)
          last[booking.id] = order
        }
      case .snapshot(let snapshot):
        for booking in snapshot.bookings {
          if let order = timetable.value?.order(of: booking.notes) { last[booking.id] = order }
        }
      default: break
      }
      if !isLevel, let final = timetable.final, final.allSatisfy({ last[$0.key] == $0.value }) {
        isLevel = true
        signs.yield(.level)
      }
    }
    heard.isLevel = isLevel
    return heard
  }
}

/// Known to all watchers from when the orders begin.
final class SharedTimetable: Sendable {
  private struct State {
    var timetable: Timetable?
    var final: [BookingID: Int]?
  }

  private let state = Mutex(State())

  var value: Timetable? { state.withLock { $0.timetable } }

  /// The last order on each booking; nil until the orders begin.
  var final: [BookingID: Int]? { state.withLock { $0.final } }

  func begin(_ timetable: Timetable) {
    state.withLock { state in
      state.timetable = timetable
      state.final = Self.last(of: timetable, orders: timetable.orders)
    }
  }

  /// Nothing is given any more after so many.
  func end(after orders: Int) {
    state.withLock { state in
      state.final = state.timetable.map { Self.last(of: $0, orders: orders) }
    }
  }

  private static func last(of timetable: Timetable, orders: Int) -> [BookingID: Int] {
    let first = max(0, orders - timetable.bookings.count)
    return Dictionary(
      (first..<orders).map { (timetable.booking(of: $0), $0) }, uniquingKeysWith: { max($0, $1) })
  }
}

extension ContinuousClock.Instant {
  /// How long ago it was; nothing for what is yet to come.
  var microsecondsAgo: UInt64 {
    let time = (ContinuousClock.now - self).components
    return UInt64(max(0, time.seconds * 1_000_000 + time.attoseconds / 1_000_000_000_000))
  }
}
