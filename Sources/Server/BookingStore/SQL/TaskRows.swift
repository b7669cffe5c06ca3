import BookingDomain

/// What the desk has to do and to hand over.
package enum TaskRows {
  /// All that are open, and the last that were done.
  package static func all(_ db: some SQLConnection) throws -> [DeskTask] {
    let open = try fetch(
      db, select + " WHERE done_at IS NULL ORDER BY task_id LIMIT ?",
      // Two servers that add at once may both count before either adds.
      [.integer(Int64(2 * TaskLimit.open))])
    let done = try fetch(
      db, select + " WHERE done_at IS NOT NULL ORDER BY done_at DESC, task_id DESC LIMIT ?",
      [.integer(Int64(TaskLimit.doneShown))])
    return (open + done).sorted(by: DeskTask.comes)
  }

  static func one(_ id: TaskID, _ db: some SQLConnection) throws -> DeskTask? {
    try fetch(db, select + " WHERE task_id = ?", [.integer(id.number)]).first
  }

  static func add(_ task: NewTask, by author: Author, _ db: some SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO frontdesk_tasks (what, date, time, by_kind, by_number, by_name, at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(task.text), StoredValue(task.date?.description),
        StoredValue(task.time?.description),
      ] + author.values)
  }

  static func mark(
    _ id: TaskID, as mark: TaskMark, by author: Author, _ db: some SQLConnection
  ) throws {
    let done: [StoredValue]
    switch mark {
    case .done: done = [.integer(author.at.milliseconds), .text(author.person.name)]
    case .open: done = [.null, .null]
    case .struck:
      return try db.execute(
        "DELETE FROM frontdesk_tasks WHERE task_id = ?", [.integer(id.number)])
    }
    try db.execute(
      "UPDATE frontdesk_tasks SET done_at = ?, done_by_name = ? WHERE task_id = ?",
      done + [.integer(id.number)])
  }

  private static let select = """
    SELECT task_id, what, date, time, by_name, at, done_at, done_by_name FROM frontdesk_tasks
    """

  private static func fetch(
    _ db: some SQLConnection, _ sql: String, _ values: [StoredValue]
  ) throws -> [DeskTask] {
    try db.rows(sql, values).compactMap { row in
      guard let id: TaskID = row.id("task_id"), let text = row.nonBlankText("what") else {
        return nil
      }
      let done = row.timestamp("done_at").map {
        DeskTask.Done(byName: row.text("done_by_name") ?? "", at: $0)
      }
      return DeskTask(
        id: id, text: text, date: row.date("date"), time: row.time("time"),
        byName: row.text("by_name") ?? "", at: row.timestamp("at") ?? Timestamp(milliseconds: 0),
        done: done)
    }
  }
}
