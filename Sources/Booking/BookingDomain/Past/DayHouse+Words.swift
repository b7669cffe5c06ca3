/// What happened between two pictures of the house, in the words that its history has for the same
/// when it is done at the desk.
extension DayHouse {
  package func words(before after: DayHouse) -> [String] {
    blockWords(after) + shiftWords(after) + peopleWords(after) + hoursWords(after)
      + placeWords(after)
  }

  private func blockWords(_ after: DayHouse) -> [String] {
    let (was, stands) = (Set(blocks), Set(after.blocks))
    return said(blocks.filter { !stands.contains($0) }, isMade: false)
      + after.said(after.blocks.filter { !was.contains($0) }, isMade: true)
  }

  /// Everybody's day off is one thing.
  private func said(_ blocks: [Block], isMade: Bool) -> [String] {
    var told: Set<TimeOffID> = []
    return blocks.compactMap { block in
      let name = name(of: block.therapist)
      guard let timeOff = block.timeOff else { return NewBlock(block).words(of: name, isMade) }
      guard told.insert(timeOff.id).inserted else { return nil }
      return NewTimeOff(timeOff).words(of: name, isMade)
    }
  }

  private func shiftWords(_ after: DayHouse) -> [String] {
    after.spa.therapists.compactMap { therapist in
      let was = spa.shifts[therapist.id] ?? WorkingHours()
      let stands = after.spa.shifts[therapist.id] ?? WorkingHours()
      guard was != stands else { return nil }
      let days = Set(was.shifts.keys).union(stands.shifts.keys).sorted()
        .filter { was.shifts[$0] != stands.shifts[$0] }
      guard !days.isEmpty else { return nil }
      return NewShifts(therapist: therapist.id, days: stands.standing(on: days))
        .words(
          of: therapist.name,
          insteadOf: NewShifts(therapist: therapist.id, days: was.standing(on: days)))
    }
  }

  private func peopleWords(_ after: DayHouse) -> [String] {
    let was = Dictionary(spa.therapists.map { ($0.id, $0) }) { first, _ in first }
    let stands = Set(after.spa.therapists.map(\.id))
    let gone = spa.therapists.filter { !stands.contains($0.id) }
      .map { "\($0.name) works here no more." }
    return gone
      + after.spa.therapists.flatMap { therapist -> [String] in
        guard let was = was[therapist.id] else { return ["\(therapist.name) works here now."] }
        let named =
          was.name == therapist.name
          ? [] : ["Therapist \(was.name) is called \(therapist.name) now."]
        let state = was.state == therapist.state ? [] : [therapist.sentenceOfState]
        let does =
          was.serviceType == therapist.serviceType
          ? [] : ["\(therapist.name) does another kind of treatment now."]
        return named + state + does
      }
  }

  private func hoursWords(_ after: DayHouse) -> [String] {
    let days = Set(spa.hours.keys).union(after.spa.hours.keys).sorted { $0.place < $1.place }
    return days.filter { spa.hours[$0] != after.spa.hours[$0] }.map { day in
      "Hours, \(day.rawValue.lowercased()): \(after.spa.hours[day]?.sentence ?? "closed")."
    }
  }

  private func placeWords(_ after: DayHouse) -> [String] {
    spa.rooms == after.spa.rooms && spa.beds == after.spa.beds ? [] : ["Rooms or beds changed."]
  }

  private func name(of therapist: UserID) -> String {
    spa.therapists.first { $0.id == therapist }?.name ?? "a therapist"
  }
}

extension Therapist {
  fileprivate var sentenceOfState: String {
    switch state {
    case .available, .busy: "\(name) is back."
    case .offline: "\(name) is offline."
    case .onLeave: "\(name) is on leave."
    }
  }
}
