import BookingDomain

/// Looks for the next free starts, on whatever day.
extension Drafting {
  /// `sw60`, `sw60 anna next week`, `7714 sw60 fri afternoon`. Without words it is the treatment of
  /// the selected booking.
  func free(_ text: String) -> Draft {
    read(text, .free) { (reading) throws(Unsettled) in
      // A new name is written as one; any other word has to be somebody's.
      if reading.guest.phone != nil || !reading.guest.name.allSatisfy(isWrittenAsName) {
        _ = try who(reading.guest, &reading)
      }
      let isForSelected = reading.services.isEmpty && !reading.hasGuest
      let service: Service
      if isForSelected {
        guard let selected = context.selected, let own = context.service(selected.service.id) else {
          return .problem("Which service? Letters of its name and its length.")
        }
        service = own
      } else {
        let found = try self.service(
          reading.services, reading.length, reading.therapist, nil, nil, &reading)
        guard let found else {
          return .problem("Which service? Letters of its name and its length.")
        }
        service = found
      }
      guard let question = wanted(service, reading) else {
        return .problem("\(named(reading.day ?? usualDay)) is over.")
      }
      guard let starts = context.free[question] else {
        return Draft(.asksFree(question), says: "Asking what is free…")
      }
      return draft(
        starts, of: service, question, guest: isForSelected ? selectedGuest : said(reading))
    }
  }

  /// The days from the typed one on, else from today; nil where all of them are over.
  private func wanted(_ service: Service, _ reading: Reading) -> FreeQuestion? {
    let today = context.moment.today
    let first = max(reading.day ?? today, today)
    let last = min(
      reading.days?.upperBound ?? first + (FreeQuestion.mostDays - 1),
      first + (FreeQuestion.mostDays - 1))
    let isOver =
      reading.days.map { $0.upperBound < today } ?? reading.day.map { $0 < today } ?? false
    guard first <= last, !isOver else { return nil }
    return FreeQuestion(
      service: service.id, therapist: reading.therapist, days: first...last,
      from: reading.time ?? reading.window?.from, until: reading.until ?? reading.window?.until)
  }

  private func draft(
    _ starts: [FreeStart], of service: Service, _ question: FreeQuestion, guest: String
  ) -> Draft {
    let whom = question.therapist.map { " with \(context.lexicon.name(of: $0))" } ?? ""
    let times = [
      question.from.map { " from \($0.hourMinute)" },
      question.until.map { " until \($0.hourMinute)" },
    ].compactMap(\.self).joined()
    let leftOut = notOffered(service, question.therapist, on: question.days)
    func said(_ sentence: String) -> String { naming(leftOut, behind: sentence) }
    guard let first = starts.first, let word = context.lexicon.word(for: service.id) else {
      return .problem(
        said("No start is free for \(service.name)\(whom), \(question.days.words)\(times)."))
    }
    let lines = starts.map { begun($0, word, guest) }
    var draft = Draft(
      .begins(lines[0]),
      says: said(
        "Next free\(times): \(spoken(first)). Enter begins the booking there, arrows choose."))
    draft.choices = zip(starts, lines).map { start, line in
      Draft.Choice(text: spoken(start), edit: .line(line))
    }
    draft.guest = guest
    return draft
  }

  /// Therapists who do the treatment and are left out, because a row of their hours cannot be read.
  func notOffered(
    _ service: Service, _ therapist: UserID?, on days: ClosedRange<LocalDate>
  ) -> [Therapist] {
    context.spa.therapists.filter { who in
      (therapist ?? who.id) == who.id && who.does(service) && who.state.takesBookings
        && days.contains { context.spa.shifts[who.id]?.isInDoubt(on: $0) ?? false }
    }
  }

  func naming(_ leftOut: [Therapist], behind sentence: String) -> String {
    guard !leftOut.isEmpty else { return sentence }
    let names = leftOut.map(\.name).joined(separator: ", ")
    return "\(sentence) NOT OFFERED: \(names), whose hours cannot be read."
  }

  private func spoken(_ start: FreeStart) -> String {
    let today = context.moment.today
    let when = start.date == today ? "today" : start.date.short(seenFrom: today)
    return "\(when) \(start.time.hourMinute) with \(context.lexicon.name(of: start.therapist))"
  }

  /// The beginning of a line that books; the guest is still to be typed, if none was.
  private func begun(_ start: FreeStart, _ service: String, _ guest: String) -> String {
    let (_, month, day) = start.date.yearMonthDay
    let when = start.date == context.moment.today ? "" : "\(day)/\(month) "
    return "book \(guest)\(service) \(context.lexicon.word(for: start.therapist)) "
      + "\(when)\(start.time.hourMinute) "
  }

  /// The words that name somebody, as they were typed.
  private func said(_ reading: Reading) -> String {
    let words = reading.words.filter { $0.kind == .guest || $0.kind == .phone }.map(\.written)
    return words.isEmpty ? "" : words.joined(separator: " ") + " "
  }

  private var selectedGuest: String {
    guard let customer = context.selected?.customer else { return "" }
    return (customer.phone.map { $0.filter(\.isNumber) } ?? customer.name) + " "
  }
}
