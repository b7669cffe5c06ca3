import BookingDomain
import Screen

/// From view to view: day and selection stay.
extension Model {
  mutating func look(_ wanted: DayView) -> [Effect] {
    viewport.therapist =
      selectedBooking?.therapist ?? selectedSpot.flatMap { therapist(of: $0.column) }
      ?? weekTherapist
    // A therapist's board is the own day.
    viewport.view = views.contains(wanted) ? wanted : nil
    viewport.firstColumn = 0
    viewport.top = nil
    let days = watchedDays(around: board.date)
    if board.watched.map({ $0.contains(days.lowerBound) && $0.contains(days.upperBound) }) ?? true {
      showSelection()
      return []
    }
    board.watched = days
    board.loaded = nil
    return [.watch(days)]
  }

  /// Nobody works at the wall: whoever comes back to the keyboard wants their own view.
  var keepingView: [Effect] { view == .wall ? [] : [.keepView(view)] }

  /// Nobody works at the wall, so only its own key leads there.
  mutating func lookOn() -> [Effect] {
    let views = views.filter { $0 != .wall }
    let index = views.firstIndex(of: view) ?? views.count - 1
    return look(views[(index + 1) % views.count])
  }

  mutating func showWeekOfNext(_ step: Int) {
    let therapists = board.spa?.therapists.map(\.id) ?? []
    guard !therapists.isEmpty else { return }
    let index = therapists.firstIndex { $0 == weekTherapist } ?? 0
    let next = min(max(0, index + step), therapists.count - 1)
    viewport.therapist = therapists[next]
    select(whereToStart)
  }
}
