import BookingDomain
import DeskLanguage
import Screen

/// The view as lines that are heard one after the other: everything has a number, by which it is
/// chosen.
struct SpokenDay {
  private(set) var lines: [String] = []
  /// What the numbers mean, from 1.
  private(set) var choices: [Cursor] = []

  init(_ model: Model) {
    lines.append(Self.title(model))
    guard model.board.isLoaded else { return }
    if model.showsGrid {
      for column in model.columnOrder { add(column, model) }
    } else if model.view == .own {
      add(model.shownBookings, model)
    } else {
      for (section, bookings) in Agenda.sections(model) {
        lines.append("\(model.wording(section.title)), \(bookings.count):")
        add(bookings, model)
      }
    }
    if choices.isEmpty { lines.append(model.wording("No booking on this day.")) }
  }

  private static func title(_ model: Model) -> String {
    let board = model.board
    let today = model.moment.today
    let wording = model.wording
    let opening = [
      board.spa?.name, model.viewTitle.map { wording($0) }, wording(board.date.spoken),
      wording(board.date.relative(to: today)),
    ].compactMap(\.self).joined(separator: ", ")
    guard board.isLoaded else { return "\(opening): \(wording("being fetched."))" }
    let count = board.ofTheDay.count
    let bookings = wording(count == 1 ? "1 booking" : "\(count) bookings")
    let needs = TitleCounts(model).needs.filter { $0.number > 0 }.map {
      "\($0.number) \(wording($0.label))"
    }
    return "\(opening). \(([bookings] + needs).joined(separator: ", "))."
  }

  private mutating func add(_ bookings: [Booking], _ model: Model) {
    for booking in bookings { add(.booking(booking.id), booking.heard(model)) }
  }

  private mutating func add(_ column: GridColumn, _ model: Model) {
    let head = ColumnHead(column, model)
    let stops = model.stops(in: column)
    lines.append(
      head.name + (head.seats.map { " \($0)" } ?? "")
        + (head.away.map { ", " + model.wording($0) }
          ?? head.hours.map { ", " + model.wording("works \($0)") } ?? "")
        + (stops.isEmpty ? ": " + model.wording("nothing.") : ":"))
    for stop in stops {
      guard let cursor = model.cursor(at: stop, in: column, near: stop.time) else { continue }
      add(cursor, stop.heard(model))
    }
  }

  private mutating func add(_ cursor: Cursor, _ words: String) {
    choices.append(cursor)
    lines.append("\(choices.count). \(words)")
  }
}

extension Stop {
  /// `free from 10:00 to 11:30`.
  func heard(_ model: Model) -> String {
    let span = "from \(time.hourMinute) to \(end.hourMinute)"
    let wording = model.wording
    return switch self {
    case .booking(let booking): booking.heard(model)
    case .block(let block) where block.timeOff != nil:
      wording("off all day") + ": " + wording(block.spoken)
    case .block(let block):
      wording("blocked \(span)") + (block.reason.isEmpty ? "" : ": \(block.reason)")
    case .free: wording("free \(span)")
    }
  }
}

extension Booking {
  /// `14:30 to 15:30, Lan Nguyen, Facial, with Mai, Orchid 2, scheduled, 5 min late`.
  func heard(_ model: Model) -> String {
    let details = DetailsText(self, model)
    let attention = Attention(self, at: model.moment, on: model.board.situation)
    let times =
      hasUnreadableTimes
      ? "time unreadable" : "\(time.hourMinute) to \(end.hourMinute)"
    let unread = unreadable.isEmpty ? nil : unreadableSentences.joined(separator: ", ")
    let facts = [
      model.view == .own ? nil : "with \(model.board.therapistName(therapist))", place.spoken,
      statusWord, unread, arrivedAt != nil && status.isAhead ? "arrived" : nil,
      details.timer?.text,
      attention.isUnconfirmed ? "to be confirmed" : nil,
      attention.isStranded ? "therapist is off" : nil, isUnpaid ? "unpaid" : nil,
      model.delays[id].map { "likely \($0.spoken) later" },
      wish.map { "wishes for \(model.board.therapistName($0))" },
      model.board.others(onVisitOf: self).contains(where: \.status.occupies)
        ? "with others of its visit" : nil,
      model.board.overlapping.contains(id) ? "overlaps another" : nil,
      model.orders.order(on: id) == nil ? nil : "being sent",
    ].compactMap(\.self).map { model.wording($0) }
    let parts =
      [model.wording(times), customer.name, service.name] + facts
      + [customer.alert].compactMap(\.self)
    return parts.joined(separator: ", ")
  }
}
