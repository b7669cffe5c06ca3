import BookingDomain
import BookingServer
import Foundation
import SpaSetup

/// The questions of `setup` at a terminal. An answer that cannot be is asked for again with the
/// reason; nothing is written before the last one.
enum SpaInterview {
  static func ask() throws -> SpaPlan {
    guard isatty(STDIN_FILENO) == 1 else {
      throw OperatingError(
        "There is no terminal to ask at: name a plan with --from FILE; "
          + "`frontdesk-server setup --example` prints one to begin with.")
    }
    print("A new spa. An empty answer takes what stands in brackets; ^C leaves nothing behind.\n")
    var plan = SpaPlan()
    plan.name = try ask("The spa's name") { (text) throws(Complaint) in
      try SpaPlan.checkedName(text, longest: 255, of: "a spa's name")
    }
    plan.zone = try ask("Time zone", else: TimeZone.current.identifier) {
      (text) throws(Complaint) in
      try SpaPlan.checkedZone(text)
    }
    plan.currency = try ask("Currency", else: plan.currency.code) { (text) throws(Complaint) in
      try SpaCurrency(text)
    }
    try askHours(&plan)
    try askRooms(&plan)
    try askServices(&plan)
    try askTherapists(&plan)
    let name = try ask("\nThe first manager's name") { (text) throws(Complaint) in
      try SpaPlan.checkedName(text, longest: 100, of: "a person's name")
    }
    let email = try ask("  e-mail, to log in with") { (text) throws(Complaint) in
      try EmailAddress(text)
    }
    plan.manager = SpaPlan.Manager(name: name, email: email)
    return plan
  }

  private static func askHours(_ plan: inout SpaPlan) throws {
    print("\nHours, like 09:00-21:00 or 18:00-02:00, or closed.")
    var usual = "09:00-21:00"
    for day in Weekday.allCases {
      let word = day.rawValue.capitalized
      plan.hours[day] = try ask("  \(word)", else: usual) { (text) throws(Complaint) in
        let hours = try SpaPlan.checkedHours(text)
        usual = text
        return hours
      }
    }
  }

  private static func askRooms(_ plan: inout SpaPlan) throws {
    print("\nRooms; an empty name ends the list.")
    var next = 1
    while let name = try askName(
      "  Room", of: "a room's name", isNeeded: plan.rooms.isEmpty, besides: plan.rooms.map(\.name))
    {
      let beds = try ask("    how many beds in it", else: "1") { (text) throws(Complaint) in
        guard let count = Int(text), (0...50).contains(count) else {
          throw Complaint("a number from 0 to 50")
        }
        return count
      }
      let names = (0..<beds).map { String(next + $0) }
      next += beds
      plan.rooms.append(SpaPlan.Room(name: name, beds: names, seats: max(1, beds)))
    }
  }

  private static func askServices(_ plan: inout SpaPlan) throws {
    print(
      "\nKinds of treatment (each therapist does one), like Massage; an empty name ends the list.")
    while let kind = try askName(
      "  Kind", of: "a kind's name", isNeeded: plan.kinds.isEmpty, besides: plan.kinds.map(\.name))
    {
      print("    What is sold of it; an empty name ends the list.")
      var services: [SpaPlan.Service] = []
      while let name = try askName(
        "    Service", of: "a service's name", isNeeded: services.isEmpty,
        besides: (plan.kinds.flatMap(\.services) + services).map(\.name))
      {
        let minutes = try ask("      minutes", else: "60") { (text) throws(Complaint) in
          try SpaPlan.checkedDuration(Int(text) ?? 0)
        }
        let current = plan
        let price = try ask("      price in \(plan.currency.code)") { (text) throws(Complaint) in
          try current.checkedPrice(text)
        }
        let buffer = try ask("      minutes kept free after it", else: "15") {
          (text) throws(Complaint) in
          try SpaPlan.checkedBuffer(Int(text) ?? -1)
        }
        services.append(
          SpaPlan.Service(name: name, duration: minutes, price: price, buffer: buffer))
      }
      plan.kinds.append(SpaPlan.Kind(name: kind, services: services))
    }
  }

  private static func askTherapists(_ plan: inout SpaPlan) throws {
    print("\nTherapists; an empty name ends the list.")
    let kinds = plan.kinds.map(\.name)
    while let name = try askName(
      "  Therapist", of: "a therapist's name", isNeeded: plan.therapists.isEmpty)
    {
      let does = try ask("    does (\(kinds.joined(separator: ", ")))", else: kinds.first) {
        (text) throws(Complaint) in
        guard let kind = kinds.first(where: { FoldedText($0) == FoldedText(text) }) else {
          throw Complaint("one of \(kinds.joined(separator: ", "))")
        }
        return kind
      }
      plan.therapists.append(SpaPlan.Therapist(name: name, does: does))
    }
  }

  /// Nil for an empty answer, unless one is needed.
  /// - Parameter taken: names that are there already.
  private static func askName(
    _ words: String, of what: String, isNeeded: Bool, besides taken: [String] = []
  ) throws -> String? {
    try ask(words, else: isNeeded ? nil : "") { (text) throws(Complaint) in
      if text.isEmpty, !isNeeded { return nil }
      let name = try SpaPlan.checkedName(text, longest: 50, of: what)
      guard !taken.contains(where: { FoldedText($0) == FoldedText(name) }) else {
        throw Complaint("there is one called so already")
      }
      return name
    }
  }

  private static func ask<T>(
    _ words: String, else usual: String? = nil, _ check: (String) throws(Complaint) -> T
  ) throws -> T {
    while true {
      let shown = usual.map { $0.isEmpty ? "" : " [\($0)]" } ?? ""
      // Not `print`, which would keep a line without an end until later.
      FileHandle.standardOutput.write(Data("\(words)\(shown): ".utf8))
      guard let line = readLine() else {
        throw OperatingError("The answers ended; nothing was set up.")
      }
      let answer = line.trimmingCharacters(in: .whitespaces)
      do throws(Complaint) {
        return try check(answer.isEmpty ? usual ?? "" : answer)
      } catch {
        print("    No: \(error.sentence).")
      }
    }
  }
}
