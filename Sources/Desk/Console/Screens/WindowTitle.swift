import BookingDomain
import DeskLanguage
import Screen

extension Model {
  /// What the terminal's window is called: spa, day, how the line is, and how many cannot wait.
  /// Never a guest's name: it stands in task bars, in logs of sessions and on shared screens.
  package var windowTitle: DisplayText {
    guard stage == .day else { return DisplayText("FrontDesk") }
    let name = board.spa.map { DisplayText($0.name).truncated(to: 40) } ?? DisplayText("FrontDesk")
    var parts = [name] + [board.date.short, LinkText(self).word].map { DisplayText(wording($0)) }
    let needs = board.isLoaded ? TitleCounts(self).atOnce : 0
    if needs > 0 {
      let words = needs == 1 ? "1 needs somebody" : "\(needs) need somebody"
      parts.append(DisplayText(wording(words)))
    }
    return parts.joined(separator: DisplayText(" - "))
  }
}
