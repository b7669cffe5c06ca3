/// Everything that is drawn, by what it means. A theme says how each looks.
package enum StyleRole: String, CaseIterable, Hashable, Sendable {
  /// Plain text on the screen's own background; what every other role is drawn on.
  case screen
  case title
  case titleFaint = "title.faint"

  case header
  case headerToday = "header.today"
  case headerSelected = "header.selected"
  case therapistOnLeave = "therapist.onLeave"

  case gridLine = "grid.line"
  case gridHour = "grid.hour"
  case gridTime = "grid.time"
  case gridNow = "grid.now"
  case gridClosed = "grid.closed"
  case gridBlocked = "grid.blocked"

  /// An empty place of the grid under the cursor.
  case cursor
  /// Laid over the selected booking or row.
  case selection
  /// The letters that jump to a booking.
  case tag
  /// Laid over what a search found.
  case match

  case statusScheduled = "status.scheduled"
  case statusConfirmed = "status.confirmed"
  case statusInProgress = "status.inProgress"
  case statusCompleted = "status.completed"
  case statusCancelled = "status.cancelled"
  case statusNoShow = "status.noShow"
  case buffer

  case arrived
  case late
  case overrun
  case alert
  case note
  /// Belongs together with others.
  case linked
  /// Asked for by the guest.
  case wish
  case paid
  case owes

  /// Laid over what was asked for and is not acknowledged yet.
  case pending
  /// Laid over what was refused a moment ago.
  case refused
  /// Laid over what somebody else changed a moment ago.
  case changed
  case conflict

  case detailsTitle = "details.title"
  case detailsLabel = "details.label"
  case detailsText = "details.text"
  case detailsFaint = "details.faint"

  case bar
  case barFaint = "bar.faint"
  case connectionLive = "conn.live"
  case connectionPolling = "conn.polling"
  case connectionReconnecting = "conn.reconnecting"
  case connectionStale = "conn.stale"

  case toastInfo = "toast.info"
  case toastSuccess = "toast.success"
  case toastWarning = "toast.warning"
  case toastError = "toast.error"

  case hintKey = "hint.key"
  case hintText = "hint.text"
  case hintOff = "hint.off"

  case prompt
  case promptLabel = "prompt.label"
  case promptPreview = "prompt.preview"
  case promptSuggestion = "prompt.suggestion"
  case promptError = "prompt.error"

  case formLabel = "form.label"
  case formField = "form.field"
  case formFocus = "form.focus"
  case formError = "form.error"

  case popup
  case popupLine = "popup.line"
  case popupTitle = "popup.title"

  case menuItem = "menu.item"
  case menuSelected = "menu.selected"
  case menuOff = "menu.off"

  case helpTitle = "help.title"
  case helpKey = "help.key"
  case helpText = "help.text"

  case listHeader = "list.header"
  case listRow = "list.row"
  case listFaint = "list.faint"

  case countLabel = "count.label"
  case countValue = "count.value"
  case countGood = "count.good"
  case countWarning = "count.warning"
  case countBad = "count.bad"
  case gaugeFull = "gauge.full"
  case gaugeEmpty = "gauge.empty"

  /// Laid over other cells: what such a role does not say, the cell beneath decides.
  package var isOverlay: Bool {
    switch self {
    case .selection, .match, .pending, .refused, .changed: true
    default: false
    }
  }

  package static let statuses: [StyleRole] = [
    .statusScheduled, .statusConfirmed, .statusInProgress, .statusCompleted, .statusCancelled,
    .statusNoShow,
  ]
}
