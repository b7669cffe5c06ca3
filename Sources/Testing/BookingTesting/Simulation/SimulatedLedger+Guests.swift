import BookingDomain
import BookingStore

/// Guests' records and the desk's tasks.
extension SimulatedLedger {
  func record(of guest: CustomerID, for change: GuestChange) -> GuestRecord? {
    books.register.customers[guest].map { customer in
      var notes = GuestNotes(nil).writing(customer.alert ?? "", as: .alert)
      notes = GuestNotes(notes).writing(customer.preferences ?? "", as: .preferences)
      return GuestRecord(
        id: guest, name: customer.name, phone: books.register.own(customer),
        email: books.register.emails[guest], notes: notes)
    }
  }

  func owner(of change: GuestChange, besides guest: CustomerID) -> Customer? {
    books.register.customers.values.filter { other in
      guard other.id != guest, !change.text.isEmpty else { return false }
      return switch change.fact {
      case .phone:
        books.register.own(other).map { PhoneKey($0) == PhoneKey(change.text) } ?? false
      case .email: books.register.has(other.id, email: change.text)
      case .name, .alert, .preferences: false
      }
    }.min { $0.id < $1.id }
  }

  func write(_ change: GuestChange, of record: GuestRecord, by person: Person, now: Moment)
    -> Written
  {
    let author = SimulatedAuthor(person: person, at: now.instant)
    books.record[record.id, default: []].append(
      GuestChangeEntry(
        fact: change.fact, before: record.text(of: change.fact), after: change.text,
        byName: person.name, at: now.instant))
    if change.fact == .email {
      books.register.emails[record.id] = change.text.isEmpty ? nil : change.text
    } else {
      books.rewrite(written(change, of: record), now: now, by: author)
    }
    return append(.guest(record.id), by: person, now: now)
  }

  private func written(_ change: GuestChange, of record: GuestRecord) -> Customer {
    var (name, phone) = (record.name, books.register.customers[record.id]?.phone)
    var notes = GuestNotes(record.notes)
    switch change.fact {
    case .name: name = change.text
    case .phone:
      phone = change.text.isEmpty ? nil : PhoneText.compact(change.text)
      books.register.holders[record.id] = nil
    case .alert: notes = GuestNotes(notes.writing(change.text, as: .alert))
    case .preferences: notes = GuestNotes(notes.writing(change.text, as: .preferences))
    case .email: break
    }
    return Customer(
      id: record.id, name: name, phone: phone, alert: notes.alert, preferences: notes.preferences)
  }

  func tasks() -> [DeskTask] { books.shownTasks }

  func task(_ id: TaskID) -> DeskTask? { books.tasks[id] }

  func add(_ task: NewTask, by person: Person, now: Moment) -> Written {
    let id = TaskID(books.nextNumber())
    books.tasks[id] = DeskTask(
      id: id, text: task.text, date: task.date, time: task.time, byName: person.name,
      at: now.instant)
    return append(.tasks, by: person, now: now)
  }

  func mark(_ task: DeskTask, as mark: TaskMark, by person: Person, now: Moment) -> Written {
    let done = mark == .done ? DeskTask.Done(byName: person.name, at: now.instant) : nil
    let marked = DeskTask(
      id: task.id, text: task.text, date: task.date, time: task.time, byName: task.byName,
      at: task.at, done: done)
    books.tasks[task.id] = mark == .struck ? nil : marked
    return append(.tasks, by: person, now: now)
  }
}

extension SimulatedBooks {
  /// As the trigger on the shop's customers does it: the guest's bookings become events, except
  /// those of long ago.
  mutating func rewrite(_ customer: Customer, now: Moment, by author: SimulatedAuthor) {
    register.customers[customer.id] = customer
    let theirs = bookings.values.filter { $0.customer.id == customer.id }
    for booking in theirs.sorted(by: { $0.id < $1.id }) {
      var after = booking
      after.customer = customer
      if booking.date >= now.today - 1 {
        write(after, over: booking, .updated, by: author)
      } else {
        bookings[booking.id] = after
      }
    }
  }

  var shownTasks: [DeskTask] {
    let all = tasks.values.sorted(by: DeskTask.comes)
    return all.filter(\.isOpen) + all.filter { !$0.isOpen }.prefix(TaskLimit.doneShown)
  }
}
