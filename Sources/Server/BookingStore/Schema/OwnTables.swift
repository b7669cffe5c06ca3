/// The tables that both drivers have. What only one of them needs stands with it.
package enum OwnTables {
  /// A booking's version outlives its row, so that a number used again is never older.
  package static let versions = OwnTable(
    "frontdesk_versions", key: "booking_id", .number,
    [.needed("version", .number), .needed("is_gone", .flag, usual: 0)])

  /// Facts beside the status that the shop's tables have no column for.
  package static let facts = OwnTable(
    "frontdesk_facts", key: "booking_id", .number,
    [.optional("started_at", .number), .optional("ended_at", .number)])

  /// The numbered log, where the database numbers it.
  package static let numberedEvents = OwnTable(
    "frontdesk_events", numberedBy: "seq", happening)

  /// The numbered log, where the driver numbers it. The number is the key: where two servers gave
  /// one number to two events, one of them would fail as a whole.
  package static let events = OwnTable("frontdesk_events", key: "seq", .number, happening)

  /// What the triggers wrote and nobody has numbered yet. Its own numbers are handed out before
  /// the commit and mean no order beyond one booking's.
  package static let outbox = OwnTable(
    "frontdesk_outbox", numberedBy: "outbox_id",
    happening + [.optional("old_method", .text(32)), .optional("new_method", .text(32))])

  private static let happening: [OwnTable.Column] =
    [
      .needed("kind", .text(16)), .optional("booking_id", .number),
      .needed("version", .number, usual: 0), .optional("old_status", .text(32)),
      .optional("new_status", .text(32)), .optional("customer_id", .number),
      .optional("therapist_id", .number), .optional("former_therapist_id", .number),
      .optional("date", .text(32)), .optional("former_date", .text(32)),
      .optional("payment_id", .number),
    ] + perhapsBySomebody

  /// What happened to a booking and who did it, for undo and for the history screen.
  package static let changes = OwnTable(
    "frontdesk_changes", numberedBy: "change_id",
    [
      .needed("booking_id", .number), .needed("kind", .text(16)),
      .optional("old_status", .text(32)), .optional("new_status", .text(32)),
    ] + oldPlace + [.optional("reason", .longText)] + perhapsBySomebody + [
      .optional("undone_at", .number), .optional("undone_by_name", .text(200)),
      .optional("swapped_with", .number), .optional("old_method", .text(32)),
      .optional("new_method", .text(32)),
    ] + undonePlace + formerService + laterWish)

  /// Where a booking stood before it was moved, and what its notes said.
  private static let oldPlace: [OwnTable.Column] = [
    .optional("old_therapist_id", .number), .optional("old_date", .text(32)),
    .optional("old_time", .text(32)), .optional("old_duration_minutes", .number),
    .optional("old_room_id", .number), .optional("old_bed_id", .number),
    .optional("old_notes", .longText),
  ]

  /// Where a booking stood until that was taken back, and what its notes said.
  private static let undonePlace: [OwnTable.Column] = [
    .optional("undone_therapist_id", .number), .optional("undone_date", .text(32)),
    .optional("undone_time", .text(32)), .optional("undone_duration_minutes", .number),
    .optional("undone_room_id", .number), .optional("undone_bed_id", .number),
    .optional("undone_notes", .longText),
  ]

  /// Which treatment a booking was before it got another one, and what it was paid with.
  private static let formerService: [OwnTable.Column] = [
    .optional("old_service_id", .number), .optional("new_service_id", .number),
    .optional("old_item_id", .number),
  ]

  /// Whom the guest wished for before stands where the place does.
  private static let laterWish: [OwnTable.Column] = [.optional("new_therapist_id", .number)]

  /// Whom guests asked for. Nobody in particular has no row.
  package static let wishes = OwnTable(
    "frontdesk_wishes", key: "booking_id", .number, [.needed("therapist_id", .number)])

  /// Time of therapists that is kept free of bookings.
  package static let blocks = OwnTable(
    "frontdesk_blocks", numberedBy: "block_id",
    [
      .needed("therapist_id", .number), .needed("date", .day), .needed("time", .time),
      .needed("duration_minutes", .minutes), .needed("reason", .text(200)),
    ] + bySomebody)

  /// Whole days on which a therapist is off, or everybody (NULL).
  package static let timeOff = OwnTable(
    "frontdesk_time_off", numberedBy: "time_off_id",
    [
      .optional("therapist_id", .number), .needed("from_date", .day),
      .needed("until_date", .day), .needed("reason", .text(200)),
    ] + bySomebody)

  /// When a therapist works, where that is not simply whenever the spa is open: a row a shift, for
  /// every such weekday or for one date, which goes before. Without times (NULL) they do not work then.
  package static let shifts = OwnTable(
    "frontdesk_shifts", numberedBy: "shift_id",
    [
      .needed("therapist_id", .number), .optional("weekday", .text(16)), .optional("date", .day),
      .optional("from_time", .time), .optional("until_time", .time),
    ] + perhapsAuthor + [.optional("at", .number)])

  /// Who would come on a day if there were room.
  package static let waiting = OwnTable(
    "frontdesk_waiting", numberedBy: "waiting_id",
    [
      .needed("customer_id", .number), .needed("service_id", .number),
      .optional("therapist_id", .number), .needed("date", .day), .needed("from_time", .time),
      .needed("until_time", .time), .needed("note", .text(200)),
    ] + bySomebody)

  /// Which bookings belong to one visit, and which to one series: the number of the first of them.
  /// What stands alone has no row.
  package static let visits = OwnTable(
    "frontdesk_visits", key: "booking_id", .number,
    [.optional("visit_id", .number), .optional("series_id", .number)])

  /// The first answer to every order, for as long as it may be sent again.
  package static let requests = OwnTable(
    "frontdesk_requests", key: "request_id", .fixedCode(36),
    [
      .needed("person_kind", .text(16)), .needed("person_number", .number),
      .optional("booking_id", .number), .needed("what", .text(64)),
      .needed("answered_at", .number), .optional("seq", .number), .optional("version", .number),
      .optional("refusal", .text(64)), .optional("sentence", .longText),
      .optional("alternatives", .text(255)),
    ])

  package static let sessions = OwnTable(
    "frontdesk_sessions", key: "token_hash", .code(64),
    [
      .needed("person_kind", .text(16)), .needed("person_number", .number),
      .needed("role", .text(32)), .needed("name", .text(200)), .needed("expires_at", .number),
      .optional("password_seal", .text(16)),
    ])

  /// Who changed what of the house beside the bookings: accounts, services, places, hours, leave,
  /// blocked time.
  package static let houseChanges = OwnTable(
    "frontdesk_house_changes", numberedBy: "change_id",
    [.needed("by_name", .text(200)), .needed("what", .text(500)), .needed("at", .number)])

  /// Rows that a day's board is drawn from beside its bookings, as they came and as they went
  /// (`HouseRowKind`).
  package static let housePast = OwnTable(
    "frontdesk_house_past", numberedBy: "change_id",
    [
      .needed("kind", .text(16)), .needed("row_id", .number), .needed("came", .flag),
      .optional("therapist_id", .number), .optional("date", .text(32)),
      .optional("time", .text(32)), .optional("duration_minutes", .number),
      .optional("reason", .text(200)), .optional("made_by_name", .text(200)),
      .optional("from_date", .text(32)), .optional("until_date", .text(32)),
      .optional("weekday", .text(16)), .optional("from_time", .text(32)),
      .optional("until_time", .text(32)), .optional("availability_status", .text(32)),
      .optional("service_type_id", .number), .optional("full_name", .text(200)),
      .optional("is_active", .number), .optional("role_id", .number),
      .optional("day_of_week", .text(16)), .optional("open_time", .text(32)),
      .optional("close_time", .text(32)), .optional("is_closed", .number),
      .optional("room_id", .number), .optional("name", .text(200)),
      .optional("capacity", .number),
    ] + perhapsBySomebody)

  /// Who of the desk wrote what into a guest's record.
  package static let guestChanges = OwnTable(
    "frontdesk_guest_changes", numberedBy: "change_id",
    [
      .needed("customer_id", .number), .needed("fact", .text(16)), .needed("old_text", .longText),
      .needed("new_text", .longText),
    ] + bySomebody)

  /// Guests without a number of their own who are called at that of another customer.
  package static let family = OwnTable(
    "frontdesk_family", key: "customer_id", .number,
    [.needed("holder_id", .number)] + bySomebody)

  /// What the desk has to do and to hand over.
  package static let tasks = OwnTable(
    "frontdesk_tasks", numberedBy: "task_id",
    [.needed("what", .text(200)), .optional("date", .day), .optional("time", .time)] + bySomebody
      + [.optional("done_at", .number), .optional("done_by_name", .text(200))])

  /// Whoever wrote it; a program that is not ours leaves no name.
  private static let perhapsBySomebody = perhapsAuthor + [.needed("at", .number)]

  private static let perhapsAuthor: [OwnTable.Column] = [
    .optional("by_kind", .text(16)), .optional("by_number", .number),
    .optional("by_name", .text(200)),
  ]

  private static let bySomebody: [OwnTable.Column] = [
    .needed("by_kind", .text(16)), .needed("by_number", .number),
    .needed("by_name", .text(200)), .needed("at", .number),
  ]
}
