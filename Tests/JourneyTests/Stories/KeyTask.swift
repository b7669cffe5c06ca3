import BookingTesting

/// A task of the desk: how many keys it may take, the keys, and what stands in the database then.
struct KeyTask: Sendable {
  enum Press: Sendable {
    /// As `TerminalSession` spells it.
    case key(String)
    /// The two letters that the screen shows at this guest's booking.
    case tag(of: String)
  }

  let name: String
  let budget: Int
  /// Whose booking is selected beforehand; nil leaves the selection as it is.
  let selected: String?
  let presses: [Press]
  /// What the screen says once it is done.
  let shows: String
  let query: String
  let rows: [[String]]

  var keyCount: Int {
    presses.reduce(0) { count, press in
      switch press {
      case .key: count + 1
      case .tag: count + 2
      }
    }
  }

  private init(
    _ name: String, _ budget: Int, on selected: String? = nil, _ presses: [Press],
    shows: String, _ query: String, _ row: [String]
  ) {
    self.name = name
    self.budget = budget
    self.selected = selected
    self.presses = presses
    self.shows = shows
    self.query = query
    rows = [row]
  }

  // MARK: - The day

  /// Zora's telephone number ends in 7919 and Yann's in 5838; all have sessions left of the massage
  /// of an hour, "Massage thư giãn 60'". Therapists 1 to 3 are Lan Anh, Thu Hà and Minh Châu. Yann
  /// would come to Minh Châu at two, where Ida is.
  static let scene = Scene(
    .init("Zora Quill", with: 1, at: "12:30"), .init("Yann Moss", with: 2, at: "12:30"),
    .init("Ola Berg", with: 3, at: "11:30", status: "CONFIRMED"),
    .init("Uma Reyes", with: 3, at: "17:00", isPaid: false), .init("Ida Lund", with: 3, at: "14:00")
  )

  /// What waits at the desk before the first key.
  static let waiting = "wait 5838 mt60 minh 14-15"

  /// A desk's half hour, each task after the other; a task that is several keys' (confirm, check
  /// in, start, complete) stands here once for each.
  static let all: [KeyTask] =
    selectedBooking + taggedBooking + [
      KeyTask(
        "undo", 1, on: "Zora Quill", [.key("u")], shows: "P in progress",
        state(of: 0), ["IN_PROGRESS", "1"]),
      KeyTask(
        "phone booking, known customer", 20, line("b", "7919 mt60 lan 1500"),
        shows: "Zora Quill booked for 15:00",
        newest(
          "full_name, appointment_time, therapist_user_id, b.duration_minutes, booking_status"),
        ["Zora Quill", "15:00:00", "11", "60", "SCHEDULED"]),
      KeyTask(
        "undo", 1, [.key("u")], shows: "X cancelled",
        newest("booking_status, (\(sessionsUsed))"), ["CANCELLED", "1"]),
      KeyTask(
        "walk-in, new customer, next free therapist", 23, line("w", "Eva 0999111222 mt60"),
        shows: "Eva booked for",
        newest("full_name, booking_status, (\(sold)), phone_number"),
        ["Eva", "SCHEDULED", "CASH", "0999111222"]),
      KeyTask(
        "unpaid sale taken", 2, on: "Uma Reyes", [.key("$"), .key("$")], shows: "paid, cash",
        "SELECT payment_status, payment_method FROM payments WHERE payment_id = 9000003",
        ["PAID", "CASH"]),
      KeyTask(
        "move to another time", 8, on: "Uma Reyes", line("m", "1530"), shows: "moved from 17:00",
        place(of: 3), ["15:30:00", "13"]),
      KeyTask(
        "swap therapist", 6, line("m", "ha"), shows: "handed from",
        place(of: 3), ["15:30:00", "12"]),
      KeyTask(
        "cancel with a reason", 5, on: "Ida Lund", line("x", "1"), shows: "X cancelled",
        state(of: 4), ["CANCELLED", "0"]),
      KeyTask(
        "fill a freed gap from the waiting list", 4, [.key("W"), .key("1"), .key("Enter")],
        shows: "Yann Moss booked for 14:00",
        newest(
          "full_name, appointment_time, therapist_user_id, (SELECT count(*) FROM frontdesk_waiting)"
        ),
        ["Yann Moss", "14:00:00", "13", "0"]),
      KeyTask(
        "no-show (undo offered)", 3, on: "Ola Berg", [.key("o")], shows: "N no-show",
        state(of: 2), ["NO_SHOW", "0"]),
      KeyTask(
        "block 30 minutes", 13, line("B", "lan 1730 30"), shows: "blocked",
        "SELECT therapist_id, time, duration_minutes FROM frontdesk_blocks",
        ["11", "17:30:00", "30"]),
      KeyTask(
        "lasting alert written", 20, on: "Zora Quill", line("E", "alert nuts"),
        shows: "Zora Quill: alert written.",
        "SELECT notes FROM customers WHERE full_name = 'Zora Quill'", ["alert: nuts"]),
      KeyTask(
        "find a customer by phone tail", 6, line("f", "7919"), shows: "Zora Quill (b books",
        "SELECT full_name FROM customers WHERE phone_number LIKE '%7919'", ["Zora Quill"]),
    ] + lastOfAll

  /// It shows another day.
  private static let lastOfAll = [
    KeyTask(
      "whole day off", 14, [.key("q")] + line("B", "lan +1 ill"),
      shows: "Lan Anh is off tomorrow",
      "SELECT therapist_id, until_date = from_date, reason FROM frontdesk_time_off",
      ["11", "1", "ill"])
  ]

  private static let selectedBooking = eachStatus { order, chip, row in
    KeyTask(
      "confirm / check in / start / complete the selected booking", 1, on: "Zora Quill",
      [.key(order)], shows: chip, state(of: 0), row)
  }

  private static let taggedBooking = eachStatus { order, chip, row in
    KeyTask(
      "the same for any visible booking (by its two-letter tag)", 3, on: "Ida Lund",
      [.key(order.uppercased()), .tag(of: "Yann Moss")], shows: chip, state(of: 1), row)
  }

  /// The key, what the booking's details say then, its status and how often its guest came in.
  private static func eachStatus(_ task: (String, String, [String]) -> KeyTask) -> [KeyTask] {
    [
      task("c", "C confirmed", ["CONFIRMED", "0"]), task("a", "waiting", ["CONFIRMED", "1"]),
      task("s", "P in progress", ["IN_PROGRESS", "1"]),
      task("d", "D completed", ["COMPLETED", "1"]),
    ]
  }

  /// What opens a line, its text, and Enter.
  private static func line(_ opening: String, _ text: String) -> [Press] {
    ([opening] + text.map(String.init) + ["Enter"]).map(Press.key)
  }

  // MARK: - The rows

  private static func state(of appointment: Int) -> String {
    """
    SELECT booking_status, (SELECT count(*) FROM checkins WHERE appointment_id = booking_id)
      FROM bookings WHERE booking_id = \(Scene.booking(of: appointment))
    """
  }

  private static func place(of appointment: Int) -> String {
    """
    SELECT appointment_time, therapist_user_id
      FROM bookings WHERE booking_id = \(Scene.booking(of: appointment))
    """
  }

  private static func newest(_ columns: String) -> String {
    """
    SELECT \(columns) FROM bookings b JOIN customers c ON c.customer_id = b.customer_id
      ORDER BY booking_id DESC LIMIT 1
    """
  }

  /// Zora's, of the three that were paid.
  private static let sessionsUsed =
    "SELECT booked_quantity FROM payment_item_usage WHERE payment_item_id = 9000000"

  private static let sold = """
    SELECT max(payment_method) FROM payments p
      WHERE p.customer_id = c.customer_id AND payment_status = 'PAID'
    """
}
