import BookingDomain
import DeskLanguage
import LinePromise

extension Model {
  /// The whole behaviour of the console: what happened, and when, changes the model and asks for
  /// effects. Nothing else does either.
  package mutating func update(_ message: Message, at now: Timestamp) -> [Effect] {
    self.now = now
    var effects = expireTimers()
    switch message {
    case .started: effects += start()
    case .key(let key, let id):
      keepLooking()
      effects += press(key, id)
    case .resized(let size):
      self.size = size
      showSelection()
    case .chosen(let cursor):
      stand(at: cursor)
      hands.chose()
    case .resumed: break
    case .tick: goOnWithTheDay()
    case .line(let event):
      effects += receive(event)
      goOnWithTheDay()
    case .loggedIn(let person): effects += loggedIn(person)
    case .loginFailed(let failure): loginFailed(failure)
    case .answered(let question, let answer, _): take(answer, to: question)
    case .houseAnswered(let answer, let line): take(answer, to: line)
    case .themeChanged(let name):
      theme.name = name
      notices.say(.information, "Theme: \(name).", at: now)
    case .themeRefused(let sentence), .notPrinted(let sentence):
      notices.say(.error, sentence, at: now)
    case .viewRecalled(let view): if viewport.view == nil { effects += look(view) }
    case .ended: effects.append(.quit)
    }
    board.goOn(at: moment)
    delays.recompute(board, at: moment)
    settleCursor()
    return effects + refreshDraft(message.id) + previewTheme()
  }

  /// What changes because time goes by.
  private mutating func expireTimers() -> [Effect] {
    notices.expire(at: now)
    // A step that was announced and is not on the screen any more is not what the next key means.
    if let announced = deeds.announced, !notices.shows(announced) { deeds.disarm() }
    freshChanges.forgetOld(at: now)
    holds.forgetOld(at: now)
    return rollMidnight() + tryLoginAgain() + settleUndo(isInterrupted: false)
  }

  /// A board on "today" goes on to the new day at midnight.
  private mutating func rollMidnight() -> [Effect] {
    guard let watched = board.watched else { return [] }
    if board.day == .today, board.date != moment.today {
      notices.say(.information, "A new day: \(moment.today.spoken).", at: now)
      return show(.today)
    }
    // Tomorrow's board has become today's: what goes on since yesterday stands on it from now on.
    guard board.date == moment.today,
      watchedDays(around: board.date).lowerBound < watched.lowerBound
    else { return [] }
    return show(.today)
  }

  /// When the picture next changes although nothing happens; nil where it never does. Always later
  /// than now: what is due by now has been done by `update` already, or waits for something else.
  package var nextChange: Timestamp? { timesOfChange.filter { $0 > now }.min() }

  private var timesOfChange: [Timestamp] {
    var times = [
      notices.nextChange, freshChanges.nextChange, holds.nextChange, undoKey.nextChange,
    ].compactMap { $0 }
    if case .login(let form) = stage {
      if case .tryingAgain(let at, _) = form.progress {
        times += [at, nextSecond]
      }
      return times
    }
    times.append(nextMinute)
    // Only where looking away from what was chosen is allowed: an overlay keeps it for as long as
    // it is open.
    if goesOnByItself, let until = viewport.looksUntil { times.append(until) }
    if view == .wall, wall.pages > 1 {
      let turns = now.milliseconds / Wall.pageTime + 1
      times.append(Timestamp(milliseconds: turns * Wall.pageTime))
    }
    switch link.state {
    case .reconnecting, .stale, .incomplete: times.append(nextSecond)
    case .connecting, .live, .polling, .refused: break
    }
    // An order without an answer shows its age.
    if !orders.isEmpty { times.append(nextSecond) }
    return times
  }

  private var nextSecond: Timestamp {
    Timestamp(milliseconds: (now.milliseconds / 1000 + 1) * 1000)
  }

  /// The spa's clock shows minutes, so the picture changes when the server's minute does.
  private var nextMinute: Timestamp {
    let server = moment.instant.milliseconds
    return Timestamp(milliseconds: (server / 60_000 + 1) * 60_000 - clockOffset)
  }
}
