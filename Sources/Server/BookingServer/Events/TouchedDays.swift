import BookingDomain
import Synchronization

/// What some events have to do with.
struct TouchedDays: Sendable {
  private(set) var days: Set<LocalDate> = []
  /// Therapists whose hours or state have changed.
  private(set) var therapists: Set<UserID> = []
  /// Staff, hours, services or beds changed, so every day is affected.
  private let isWholeHouse: Bool

  static let wholeHouse = TouchedDays(isWholeHouse: true)

  private init(isWholeHouse: Bool) { self.isWholeHouse = isWholeHouse }

  init(_ events: [PreparedEvent]) {
    isWholeHouse = false
    for prepared in events {
      let audience = prepared.event.audience
      days.formUnion(
        [audience.date, audience.formerDate, prepared.current?.date].compactMap(\.self))
      if case .therapistScheduleUpdated(let therapist) = prepared.event.kind {
        therapists.insert(therapist)
      }
    }
  }

  mutating func add(_ others: TouchedDays) {
    days.formUnion(others.days)
    therapists.formUnion(others.therapists)
  }

  func mayChange(_ question: DayQuestion) -> Bool {
    isWholeHouse || !therapists.isEmpty || days.contains(question.date)
  }
}

/// What standing questions have still to be answered for. However much happens while they are being
/// answered, it is one more answer each.
final class TouchedBacklog: Sendable {
  private let pending = Mutex(TouchedDays?.none)
  /// Yields when there is something.
  let signals: AsyncStream<Void>
  private let signal: AsyncStream<Void>.Continuation

  init() {
    (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  func add(_ touched: TouchedDays) {
    pending.withLock { pending in
      if pending == nil { pending = touched } else { pending?.add(touched) }
    }
    signal.yield()
  }

  func take() -> TouchedDays? {
    pending.withLock { pending in
      defer { pending = nil }
      return pending
    }
  }

  func finish() { signal.finish() }
}
