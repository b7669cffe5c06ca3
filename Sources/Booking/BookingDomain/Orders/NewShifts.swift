/// When a therapist is to work from now on, on the days named; the others stay as they are.
package struct NewShifts: Hashable, Sendable {
  package let therapist: UserID
  /// Each day but once.
  package let days: [DayShifts]

  package init(therapist: UserID, days: [DayShifts]) {
    (self.therapist, self.days) = (therapist, days)
  }

  /// Days at once: every weekday, and two months of single days.
  package static let mostDays = 69

  /// What gives the same days back as they are now.
  package func back(to hours: WorkingHours) -> NewShifts {
    NewShifts(therapist: therapist, days: hours.standing(on: days.map(\.day)))
  }

  /// Whether these hours are so already.
  package func stands(in hours: WorkingHours) -> Bool {
    var after = hours
    for day in days { after.set(day) }
    return after == hours
  }
}

extension ShiftDay {
  /// `every Friday`, `Fri 27 Nov`.
  package var text: String {
    switch self {
    case .every(let weekday): "every \(weekday.spoken)"
    case .on(let date): date.short
    }
  }
}

extension DayShifts {
  /// `13:00–20:00`, `off`, `as the spa is open`.
  package var hours: String { shifts?.text ?? "as the spa is open" }

  /// `every Friday 13:00–20:00`.
  package var text: String { "\(day.text) \(hours)" }
}

extension NewShifts {
  package var text: String { days.map(\.text).joined(separator: ", ") }
}

extension NewShifts {
  package func words(of name: String, insteadOf before: NewShifts) -> String {
    "\(name)'s hours: \(text) (before: \(before.text))"
  }
}
