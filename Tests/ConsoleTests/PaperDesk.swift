import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen
import Testing

/// A console at a fixed time without terminal, line or clock: press keys, deliver events, look.
struct PaperDesk {
  var model: Model
  var now: Timestamp
  var effects: [Effect] = []
  private var orders: UInt64 = 0

  init(
    as person: Person = SampleSpa.reception, at now: Timestamp = SampleSpa.now,
    size: Size = Size(columns: 120, rows: 36), bookings: [Booking] = SampleSpa.bookings,
    spa: Spa = SampleSpa.spa, keymap: Keymap = .usual, wording: Wording = .usual
  ) {
    self.now = now
    model = Model(
      setup: Model.Setup(
        server: "http://127.0.0.1:8080", email: "reception@demo.spa", keys: keymap.choice,
        wording: wording),
      size: size, now: now,
      theme: Model.ThemeChoice(name: "default", available: ["default", "night", "paper"]))
    tell(.loggedIn(person))
    tell(.line(.link(.live)))
    tell(
      .line(
        .welcome(ClientEvent.Welcome(person: person, zone: SampleSpa.zone, clockOffset: 0))))
    deliver(bookings, spa: spa)
    effects = []
  }

  mutating func tell(_ message: Message) { effects += model.update(message, at: now) }

  mutating func deliver(_ bookings: [Booking], spa: Spa = SampleSpa.spa) {
    let date = model.board.date
    tell(
      .line(
        .snapshot(
          ClientEvent.Snapshot(
            from: date, to: date, spa: spa, bookings: bookings.filter { $0.date == date }))))
  }

  mutating func press(_ keys: KeyPress...) {
    for key in keys {
      orders += 1
      tell(.key(key, id: Self.requestID(orders)))
    }
  }

  /// Selects a booking and presses a key that gives an order.
  mutating func presses(_ key: Character, on booking: BookingID) throws -> Command {
    select(booking)
    press(.character(key))
    return try #require(sent.last)
  }

  /// The same, with the booking as the server answers that it stands then.
  mutating func presses(
    _ key: Character, on booking: BookingID, _ edit: (inout Booking) -> Void
  ) throws -> (Command, Booking) {
    let command = try presses(key, on: booking)
    var now = try #require(model.board.bookings[booking])
    now.version += 1
    edit(&now)
    return (command, now)
  }

  /// Presses the keys of a text.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  mutating func pass(milliseconds: Int64) {
    now = Timestamp(milliseconds: now.milliseconds + milliseconds)
    tell(.tick)
  }

  mutating func change(
    _ id: BookingID, by name: String = "Mai Trần", _ edit: (inout Booking) -> Void
  ) {
    guard var booking = model.board.bookings[id] else { return }
    let before = booking.status
    edit(&booking)
    booking.version += 1
    booking.lastChange = BookingChange(
      kind: .status(from: before, to: booking.status), by: .user(12), byName: name, at: now)
    let news = BookingNews(
      kind: .statusChanged(from: before, to: booking.status), byName: name, at: now)
    tell(.line(.booking(booking, news)))
  }

  var sent: [Command] {
    effects.compactMap { if case .send(let command) = $0 { command } else { nil } }
  }

  var toasts: [String] { model.notices.toasts.map(\.sentence) }

  mutating func select(_ id: BookingID) { model.selection = id }

  mutating func click(_ id: BookingID) {
    guard let rect = model.layout.block(of: id)?.rect else { return }
    let at = Point(column: rect.column, row: rect.row)
    press(.mouse(KeyPress.Mouse(action: .press, at: at)))
  }

  func picture(colors: TerminalCapabilities.ColorDepth = .direct, unicode: Bool = true)
    -> DeskPicture
  {
    let capabilities = TerminalCapabilities(colors: colors, isUnicode: unicode)
    return DeskPicture(
      model, theme: Theme.standard.adapted(to: capabilities), capabilities: capabilities)
  }

  static func requestID(_ number: UInt64) -> RequestID {
    var source = CountingSource(number: number)
    return RequestID.random(using: &source)
  }
}

private struct CountingSource: RandomNumberGenerator {
  let number: UInt64

  mutating func next() -> UInt64 { number }
}
