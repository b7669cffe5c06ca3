import BookingDomain

/// How a visit goes: how early guests come, how long treatments really take, who confirms.
struct DemoCourse {
  let start: Timestamp
  let duration: Minutes
  let therapist: DemoDatabase.Therapist
  let receptionist: DemoDatabase.User
  /// Nothing has happened after this.
  let now: Timestamp
  /// Whether to tell who did what; the distant past keeps only the facts.
  let isRecent: Bool

  func completed(_ random: inout DemoRandomness) -> DemoDatabase.Course {
    var course = arrived(at: start + Minutes(arrival(&random)), &random)
    let startedAt = max(start, course.arrivedAt ?? start) + Minutes(random.within(0...3))
    let overrun = random.within(-3...6) + random.within(0...3)
    course.startedAt = startedAt
    course.endedAt = min(startedAt + duration + Minutes(overrun), now - 1)
    guard isRecent, let endedAt = course.endedAt else { return course }
    course.changes += [
      change(.status(from: .confirmed, to: .inProgress), byTherapist: true, startedAt),
      change(.status(from: .inProgress, to: .completed), byTherapist: true, endedAt),
    ]
    return course
  }

  func inProgress(startedAt: Timestamp, _ random: inout DemoRandomness) -> DemoDatabase.Course {
    var course = arrived(at: startedAt - Minutes(random.within(4...9)), &random)
    course.startedAt = startedAt
    course.changes.append(
      change(.status(from: .confirmed, to: .inProgress), byTherapist: true, startedAt))
    return course
  }

  func arrived(at arrivedAt: Timestamp, _ random: inout DemoRandomness) -> DemoDatabase.Course {
    var course = confirmed(&random)
    course.arrivedAt = min(arrivedAt, now - 1)
    if isRecent, let arrivedAt = course.arrivedAt {
      course.changes.append(change(.arrival, byTherapist: false, arrivedAt))
    }
    return course
  }

  func confirmed(_ random: inout DemoRandomness) -> DemoDatabase.Course {
    guard isRecent else { return DemoDatabase.Course() }
    let at = min(start - Minutes(random.within(300...1600)), now - 30)
    return DemoDatabase.Course(changes: [
      change(.status(from: .scheduled, to: .confirmed), byTherapist: false, at)
    ])
  }

  func cancelled(hoursBefore: Int, reason: String) -> DemoDatabase.Course {
    let at = min(start - Minutes(hoursBefore * 60), now - 2)
    let told = change(.status(from: .scheduled, to: .cancelled), byTherapist: false, at)
    return DemoDatabase.Course(
      cancellationReason: reason, cancelledAt: at, changes: isRecent ? [told] : [])
  }

  func noShow() -> DemoDatabase.Course {
    let at = min(start + 20, now - 1)
    let told = change(.status(from: .confirmed, to: .noShow), byTherapist: false, at)
    return DemoDatabase.Course(changes: isRecent ? [told] : [])
  }

  /// Around eight minutes early; one in eight more than five minutes late.
  private func arrival(_ random: inout DemoRandomness) -> Int {
    random.happens(percent: 12)
      ? random.within(6...14) : -8 + random.within(-4...4) + random.within(-3...3)
  }

  private func change(_ kind: BookingChange.Kind, byTherapist: Bool, _ at: Timestamp)
    -> BookingChange
  {
    BookingChange(
      kind: kind, by: .user(byTherapist ? therapist.id : receptionist.id),
      byName: byTherapist ? therapist.name : receptionist.name, at: at)
  }
}
