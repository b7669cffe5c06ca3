import BookingDomain
import DeskLanguage
import Screen

extension Model {
  mutating func perform(_ action: Action, _ id: RequestID) -> [Effect] {
    switch action {
    case .order(.undo): return takeBack(id)
    case .order(let change):
      if let booking = selectedBooking { return order(change, on: booking, id) }
      notices.say(.warning, whyOff(change) ?? "No booking is selected.", at: now)
    case .orderOnly(let change):
      if let booking = selectedBooking { return order(change, on: booking, isOnly: true, id) }
      notices.say(.warning, whyOff(change) ?? "No booking is selected.", at: now)
    case .orderByTag(let change): mode = .tag(change, first: nil)

    case .move(let direction): stand(at: neighbour(direction) ?? cursor)
    case .firstOfColumn: select(endOfColumn(last: false) ?? selection)
    case .lastOfColumn: select(endOfColumn(last: true) ?? selection)
    case .nextNeeded: selectNeeded(forward: true)
    case .previousNeeded: selectNeeded(forward: false)
    case .search: mode = .search(TextField(), origin: cursor)
    case .nextMatch: selectMatch(forward: true)
    case .previousMatch: selectMatch(forward: false)

    case .dayBy(let days): return show(day(by: days))
    case .showDay(let day): return show(day)
    case .scroll(let pages): scrollBoard(rows: pages * max(1, grid.axis.rows - 2))
    case .pageTherapists(let pages): pageTherapists(pages)
    case .showNow: showNow()
    case .zoom: zoom()
    case .look(let view): return look(view) + keepingView
    case .nextView: return lookOn() + keepingView
    case .only(let filter): narrow(to: filter)

    case .details:
      let isShown = plan.detailsPlace != .hidden
      viewport.wantsDetails = !isShown
    case .uncover: if plan.detailsPlace == .cover { viewport.wantsDetails = nil }
    case .history: return openHistory()
    case .dayChanges: return openDayChanges()
    case .takings(let day): return openTakings(day)
    case .lookBack(let time): return lookBack(to: time)
    case .stepInPast(let by): stepInPast(by)
    case .house(let line): return openHouse(line)
    case .phrase(let verb): return open(verb)
    case .list(let kind): return open(kind)
    case .month: return openMonth()
    case .calls(let day): return openCalls(of: day)
    case .sameAgain: return bookSameAgain()
    case .commandLine:
      typing.begins(about: selectedBooking, on: board)
      mode = .command(TextField())
    case .menu: overlay = .menu(KeySearch())
    case .help: overlay = .help(KeySearch())
    case .messages: overlay = .messages(scroll: 0)
    case .linkFacts: overlay = .linkFacts
    case .useTheme(let name):
      theme.previewed = nil
      return [.useTheme(name)]
    case .copyPhone:
      guard let phone = selectedBooking?.customer.phone else {
        notices.say(.warning, "No phone number of the guest is known here.", at: now)
        return []
      }
      notices.say(.information, "\(phone) is copied, where the terminal allows it.", at: now)
      return [.copy(phone.filter { $0.isASCII && ($0.isNumber || $0 == "+") })]
    case .copyLine:
      guard let booking = selectedBooking else { return [] }
      notices.say(
        .information, "\(booking.customer.name)'s line is copied, where the terminal allows it.",
        at: now)
      return [.copy(line(of: booking))]
    case .printDay:
      notices.say(
        .information, "The sheet of \(board.date.short) goes to \(setup.printer).", at: now)
      return [.printDay]
    case .lock: lock()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit:
      guard !orders.isEmpty else { return [.quit] }
      mode = .confirmQuit

    // What lies over the board answers these itself.
    case .close, .turn, .choose, .chooseLine, .bookForGuest, .tick, .tickTask, .writeNote,
      .writeTask, .typeTime:
      break
    }
    return []
  }

  // MARK: - Selection and view

  mutating func select(_ id: BookingID?) { stand(at: id.map(Cursor.booking)) }

  mutating func stand(at cursor: Cursor?) {
    let date: LocalDate? =
      switch cursor {
      case .booking(let id): board.bookings[id].flatMap { board.shows($0) ? nil : $0.date }
      case .spot(let spot): spot.date
      case nil: nil
      }
    if let date, date != board.date {
      // In a week the selection goes from day to day.
      board.date = date
      board.day = date == moment.today ? .today : .on(date)
    }
    self.cursor = cursor
    showSelection()
  }

  /// Scrolls and pages just as far as needed to have what is selected on the screen.
  mutating func showSelection() {
    if let booking = selectedBooking {
      bringIntoView(column(of: booking), from: booking.time, to: booking.end)
    } else if let spot = selectedSpot {
      bringIntoView(spot.column, from: spot.time, to: spot.time + 30)
    }
  }

  /// The same for what is only being typed: nobody books what they do not see.
  mutating func show(_ ghost: Ghost) {
    guard view == .board, ghost.date == board.date else { return }
    let above = plan.status.row - SuggestionRows(self, plan).rows.count
    bringIntoView(
      .therapist(ghost.therapist), from: ghost.time, to: ghost.time + ghost.duration,
      covered: max(0, plan.body.endRow - above))
  }

  /// - Parameter covered: rows of the grid under what stands above the line being typed.
  private mutating func bringIntoView(
    _ wanted: GridColumn, from: TimeOfDay, to: TimeOfDay, covered: Int = 0
  ) {
    guard showsGrid, !isTooSmall else { return }
    showColumn(wanted)
    if let column = columnOrder.firstIndex(of: wanted) {
      let grid = grid
      let (shown, first) = (grid.columns.count, grid.columnsLeft)
      if column < first { viewport.firstColumn = column }
      if column >= first + shown { viewport.firstColumn = max(0, column - shown + 1) }
    }
    let axis = grid.axis
    let rows = max(1, axis.rows - covered)
    let from = from.minutes
    let to = min(to.minutes, from / axis.slot * axis.slot + rows * axis.slot)
    let bottom = axis.top + rows * axis.slot
    if from < axis.top {
      viewport.top = from / axis.slot * axis.slot
    } else if to > bottom {
      viewport.top = (to - rows * axis.slot + axis.slot - 1) / axis.slot * axis.slot
    }
  }

  /// Whoever is gone to is seen, whatever the board was narrowed to.
  private mutating func showColumn(_ wanted: GridColumn) {
    guard view == .board, let only = viewport.only, !columnOrder.contains(wanted) else { return }
    viewport.only = nil
    notices.say(.information, "All columns again: this one is not of \"\(only.text)\".", at: now)
  }

  private mutating func narrow(to only: ColumnFilter?) {
    viewport.only = only
    viewport.firstColumn = 0
    if let booking = selectedBooking, !isShown(booking) { select(whereToStart) }
    if let spot = selectedSpot, !columnOrder.contains(spot.column) { select(whereToStart) }
  }

  mutating func scrollBoard(rows: Int) {
    guard showsGrid else {
      let direction: Direction = rows < 0 ? .up : .down
      for _ in 0..<min(view == .own ? 3 : 20, abs(rows)) {
        stand(at: neighbour(direction) ?? cursor)
      }
      return
    }
    let axis = grid.axis
    let last = max(axis.start, axis.end - axis.rows * axis.slot)
    viewport.top = min(max(axis.start, axis.top + rows * axis.slot), last)
  }

  private mutating func pageTherapists(_ pages: Int) {
    if view == .week { return showWeekOfNext(pages) }
    let shown = grid.columns.count
    let last = max(0, columnOrder.count - shown)
    viewport.firstColumn = min(max(0, grid.columnsLeft + pages * shown), last)
  }

  private mutating func zoom() {
    let next = TimeAxis.slots.first { $0 > viewport.slot ?? 0 }
    viewport.slot = next
    viewport.top = nil
    showSelection()
    notices.say(
      .information, next.map { "A row is \($0) minutes." } ?? "Rows fit the height.", at: now)
  }

  private mutating func selectNeeded(forward: Bool) {
    guard let next = needed(forward: forward) else {
      notices.say(
        .information, "Nobody is late, waiting, overrunning, to reassign, unconfirmed or unpaid.",
        at: now)
      return
    }
    select(next)
    showPage(of: next)
  }

  /// Whole pages, so that going through one of them moves nothing.
  private mutating func showPage(of booking: BookingID) {
    guard view == .board, let booking = board.bookings[booking],
      let place = columnOrder.firstIndex(of: column(of: booking))
    else { return }
    let shown = max(1, grid.columns.count)
    viewport.firstColumn = min(place / shown * shown, max(0, columnOrder.count - shown))
  }

  private mutating func selectMatch(forward: Bool) {
    guard let next = match(forward: forward) else {
      notices.say(.warning, "No guest of this day is called \"\(lastSearch)\".", at: now)
      return
    }
    select(next)
  }

  // MARK: - The day

  private func day(by days: Int) -> DayWord {
    let date = board.date + days
    return date == moment.today ? .today : .on(date)
  }

  mutating func show(_ day: DayWord) -> [Effect] {
    let date = day.date(today: moment.today)
    let days = watchedDays(around: date)
    // `+0` and today's own date stay where they are; only "today" moves on at midnight.
    board.day = day == .today ? .today : .on(date)
    let isWatched = board.watched.map {
      $0.contains(days.lowerBound) && $0.contains(days.upperBound)
    }
    board.date = date
    viewport.top = nil
    if isWatched == true {
      select(whereToStart)
      return []
    }
    board.watched = days
    board.loaded = nil
    selection = nil
    return [.watch(days)]
  }
}
