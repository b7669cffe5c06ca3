import BookingDomain
import BookingStore

/// Every order that was given, how it ended for the person, and what the database really did: the
/// witness that no crash and no backup touches.
final class SimulatedOrders {
  enum Ending: Hashable {
    case accepted
    case refused(Refusal.Code)
    case expired
    /// The program that waited for it was killed.
    case abandoned
  }

  struct Order {
    let command: Command
    let client: Int
    var endings: [Ending] = []
  }

  /// A commit of an accepted order.
  private struct Effect {
    let id: RequestID
    let seq: Int64
    let wasTooLate: Bool
    /// Of several bookings that were to be changed together, one that was not.
    let leftOut: BookingID?
    /// A backup from before it was put in place.
    var isUndone = false
  }

  private(set) var given: [RequestID: Order] = [:]
  private var effects: [Effect] = []
  /// New ids of old orders, where a bug hands them out.
  var aliases: [RequestID: RequestID] = [:]

  var count: Int { effects.count }

  func give(_ command: Command, by client: Int) {
    given[command.id] = Order(command: command, client: client)
  }

  func ended(_ id: RequestID, _ ending: Ending) { given[id]?.endings.append(ending) }

  func abandon(of client: Int) {
    for (id, order) in given where order.client == client && order.endings.isEmpty {
      given[id]?.endings.append(.abandoned)
    }
  }

  /// - Parameter rows: the bookings as they stand now.
  func committed(
    _ command: Command, _ result: CommandAnswer.Result, _ now: Moment,
    _ rows: [BookingID: Booking]
  ) {
    guard case .accepted(let seq, _) = result else { return }
    let id = aliases[command.id] ?? command.id
    let notAfter = given[id]?.command.notAfter
    effects.append(
      Effect(
        id: id, seq: seq, wasTooLate: notAfter.map { now.instant > $0 } ?? false,
        leftOut: given[id].flatMap { Self.leftOut(of: $0.command.order, rows, now) }))
  }

  /// One of several that one order was to change, and that has no change of that instant.
  private static func leftOut(
    of order: BookingDomain.Order, _ rows: [BookingID: Booking], _ now: Moment
  )
    -> BookingID?
  {
    guard case .changeTogether(let parts) = order else { return nil }
    return parts.map(\.booking).first { rows[$0].map { $0.lastChange?.at != now.instant } ?? true }
  }

  /// A backup that had only the first `kept` effects was put in place.
  func restored(_ kept: Int) {
    for index in effects.indices.dropFirst(kept) { effects[index].isUndone = true }
  }

  /// What was promised and not kept.
  func problems(inTheEnd isOver: Bool) -> [String] {
    var problems: [String] = []
    let lasting = Dictionary(grouping: effects.filter { !$0.isUndone }, by: \.id)
    let ever = Set(effects.map(\.id))
    for (id, order) in given.sorted(by: { $0.key.text < $1.key.text }) {
      let name = "order \(id.text.prefix(8)) of client \(order.client)"
      if lasting[id, default: []].count > 1 { problems.append("\(name) was carried out twice") }
      if lasting[id]?.contains(where: \.wasTooLate) == true {
        problems.append("\(name) was carried out past its time")
      }
      if let left = lasting[id]?.compactMap(\.leftOut).first {
        problems.append("\(name) was accepted, and booking \(left) left as it was")
      }
      if order.endings.count > 1 { problems.append("\(name) ended more than once") }
      switch order.endings.first {
      case .accepted where !ever.contains(id):
        problems.append("\(name) was acknowledged and never happened")
      case .refused(let code) where lasting[id] != nil:
        problems.append("\(name) was refused (\(code)) and happened")
      case nil where isOver: problems.append("\(name) was never answered: \(order.command.order)")
      default: break
      }
    }
    return problems
  }
}
