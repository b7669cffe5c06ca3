import BookingDomain

/// The customers, the remarkable ones first.
enum DemoGuests {
  /// So many have a login: `customer1@demo.spa` and on.
  static let accounts = 20

  static func make(count: Int, _ random: inout DemoRandomness) -> [DemoDatabase.Customer] {
    (1...count).map { number in
      let (name, notes) = person(number, &random)
      let email = email(number, &random)
      return DemoDatabase.Customer(
        id: CustomerID(Int64(number)), name: name, email: email, phone: phone(number),
        notes: notes, hasPassword: number <= accounts)
    }
  }

  private static func person(_ number: Int, _ random: inout DemoRandomness) -> (String, String?) {
    if number <= DemoNames.remarkable.count { return DemoNames.remarkable[number - 1] }
    let name = [
      random.one(of: DemoNames.families), random.one(of: DemoNames.middles),
      random.one(of: DemoNames.givens),
    ].joined(separator: " ")
    let hasAlert = random.happens(percent: 1)
    return (name, hasAlert ? "ALLERGY: lavender" : nil)
  }

  private static func email(_ number: Int, _ random: inout DemoRandomness) -> String? {
    if number <= accounts { return "customer\(number)@demo.spa" }
    return random.happens(percent: 60) ? "guest\(number)@example.com" : nil
  }

  /// The shop's column is unique, so that mother and daughter have one number written two ways.
  private static func phone(_ number: Int) -> String {
    switch number {
    case 10: return "0903555777"
    case 11: return "0903 555 777"
    default:
      // A prime step scatters the last digits, which is what the desk searches by.
      let digits = String(10_000_000 + number * 7_919 % 10_000_000)
      return "09\(number % 8 + 1)" + digits.suffix(7)
    }
  }
}
