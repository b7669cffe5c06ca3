extension Decision {
  /// - Parameter open: how many are open already.
  /// - Returns: nil where the task may be written down.
  package static func refusal(of wanted: NewTask, beside open: Int, by person: Person) -> Refusal? {
    if let refusal = refusal(ofAsking: .addTask(wanted), by: person) { return refusal }
    guard open < TaskLimit.open else {
      return Refusal(
        .tooMany, "\(open) tasks are open already: do or strike some of them first.")
    }
    return nil
  }

  /// - Returns: nil where the task may be marked so.
  package static func refusal(
    ofMarking task: DeskTask?, _ id: TaskID, as mark: TaskMark, by person: Person
  ) -> Refusal? {
    if let refusal = refusal(ofAsking: .markTask(id, as: mark), by: person) { return refusal }
    guard let task else { return Refusal(.noSuchTask, "This task is not there any more.") }
    switch (mark, task.done) {
    case (.done, let done?):
      return Refusal(.alreadyDone, "\(done.byName) has done this already.")
    case (.open, nil): return Refusal(.alreadyDone, "This is open already.")
    case (.done, nil), (.open, _?), (.struck, _): return nil
    }
  }
}

extension NewTask {
  func checkText() throws(Refusal) {
    try TextLimit.task.check(text)
    guard !text.isBlank else { throw Refusal(.malformed, "What is to be done?") }
    guard time == nil || date != nil else {
      throw Refusal(.malformed, "A task's time needs its day.")
    }
  }
}
