import BookingDomain
import LinePromise
import Screen

extension Model {
  mutating func start() -> [Effect] {
    guard setup.hasPassword else { return [] }
    return loginBySetup(attempt: 0)
  }

  mutating func loggedIn(_ person: Person) -> [Effect] {
    guard person.role != .customer else {
      stage = .login(
        LoginForm(
          email: "", sentence: "This console is for the spa's staff; guests use the web shop."))
      return []
    }
    if case .login(let form) = stage { account = form.email.text }
    // What one person saw is not shown to the next.
    if let before = self.person, before.id != person.id { forgetTheDay() }
    self.person = person
    stage = .day
    if let line = typing.begunAnew() { mode = .command(TextField(line)) }
    return viewport.view == nil ? [.recallView] : []
  }

  private mutating func forgetTheDay() {
    board = Board(day: board.day, date: board.date)
    (selection, lastNews, lastSearch) = (nil, nil, "")
    // The client gives them up too; their expiry would name the first person's guests.
    orders = WaitingOrders()
    deeds = Deeds()
    notices = Notices()
    (typing, found) = (Typing(), FoundCustomers())
  }

  mutating func loginFailed(_ failure: LoginFailure) {
    guard case .login(var form) = stage else { return }
    let attempt = if case .tryingAgain(_, let attempt) = form.progress { attempt } else { 0 }
    let isBySetup = setup.hasPassword && form.password.isEmpty
    form.sentence = failure.sentence
    form.progress =
      isBySetup && failure.code == .unreachable
      ? .tryingAgain(at: retryTime(attempt), attempt: attempt + 1) : .typing
    form.password = TextField()
    stage = .login(form)
  }

  /// A wall screen that starts before its server finds it by itself: tries again after 1, 2, 4 s
  /// and so on, at most every 15 s.
  private func retryTime(_ attempt: Int) -> Timestamp {
    let wait = min(15_000, 1_000 << min(attempt, 4))
    return Timestamp(milliseconds: now.milliseconds + Int64(wait))
  }

  mutating func tryLoginAgain() -> [Effect] {
    guard case .login(let form) = stage, case .tryingAgain(let at, let attempt) = form.progress,
      at <= now
    else { return [] }
    return loginBySetup(attempt: attempt)
  }

  private mutating func loginBySetup(attempt: Int) -> [Effect] {
    guard case .login(var form) = stage else { return [] }
    // Kept while asking, so that the next failure waits longer.
    form.progress =
      attempt == 0 ? .asking : .tryingAgain(at: Timestamp(milliseconds: .max), attempt: attempt)
    stage = .login(form)
    return [.loginBySetup]
  }

  /// The session is over: the board's picture and what waits for an answer stay for after the
  /// next login.
  mutating func sessionEnded(_ reason: String) -> [Effect] {
    // A locked desk is opened by nobody but a person.
    if case .login(let form) = stage, form.isLock { return [] }
    hide(behind: LoginForm(email: setup.email, sentence: "The session ended: \(reason)"))
    return setup.hasPassword ? loginBySetup(attempt: 0) : []
  }

  /// Nobody's name is seen and nothing is changed until somebody of the staff logs in; the board
  /// goes on behind it.
  mutating func lock() {
    var form = LoginForm(
      email: account, sentence: "\(person?.name ?? "Somebody") has locked this desk.")
    form.isLock = true
    hide(behind: form)
  }

  private mutating func hide(behind form: LoginForm) {
    stage = .login(form)
    if case .command(let field) = mode, !field.isEmpty { typing.park(field.text) }
    (mode, overlay) = (.normal, nil)
  }

  // MARK: - Keys

  mutating func pressInLogin(_ key: KeyPress, _ form: LoginForm) -> [Effect] {
    var form = form
    var effects: [Effect] = []
    switch key {
    case .control("c"): return [.quit]
    case .escape where !form.isLock: return [.quit]
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .tab, .backTab, .up, .down:
      form.field = form.field == .email ? .password : .email
    case .enter where form.field == .email: form.field = .password
    case .enter: effects = submit(&form)
    default:
      guard form.progress != .asking else { break }
      let isEdited = form.field == .email ? form.email.edit(key) : form.password.edit(key)
      if isEdited { form.progress = .typing }
    }
    stage = .login(form)
    return effects
  }

  private func submit(_ form: inout LoginForm) -> [Effect] {
    guard form.progress != .asking else { return [] }
    guard !form.email.isEmpty else {
      form.sentence = "The e-mail address is missing."
      form.field = .email
      return []
    }
    guard !form.password.isEmpty else {
      form.sentence = "The password is missing."
      return []
    }
    form.progress = .asking
    form.sentence = nil
    return [.login(email: form.email.text, password: form.password.text)]
  }
}
