import BookingDomain

/// Days as Vietnamese writes them: `T6 27/11`, `Thứ Sáu 27/11/2026`, `tháng 11/2026`.
enum VietnameseDays {
  static func short(_ day: Weekday) -> String {
    switch day {
    case .monday: "T2"
    case .tuesday: "T3"
    case .wednesday: "T4"
    case .thursday: "T5"
    case .friday: "T6"
    case .saturday: "T7"
    case .sunday: "CN"
    }
  }

  private static func whole(_ day: Weekday) -> String {
    switch day {
    case .monday: "Thứ Hai"
    case .tuesday: "Thứ Ba"
    case .wednesday: "Thứ Tư"
    case .thursday: "Thứ Năm"
    case .friday: "Thứ Sáu"
    case .saturday: "Thứ Bảy"
    case .sunday: "Chủ Nhật"
    }
  }

  private static let weekdays: [Substring: String] = Dictionary(
    uniqueKeysWithValues: Weekday.allCases.flatMap { day in
      [(Substring(day.spoken), whole(day)), (day.spoken.prefix(3), short(day))]
    })

  private static let months: [Substring: Int] = Dictionary(
    uniqueKeysWithValues: (1...12).flatMap { month in
      let name =
        LocalDate(year: 2026, month: month, day: 1)?.spoken
        .split(separator: " ")[2] ?? ""
      return Set([name, name.prefix(3)]).map { ($0, month) }
    })

  /// A weekday or a month, as a day is written with it.
  static func isPart(_ word: String) -> Bool {
    weekdays[word[...]] != nil || months[word[...]] != nil
  }

  /// With the days of the sentences in Vietnamese; all else stays.
  static func said(in text: String) -> String {
    var words = parted(text).split(separator: " ", omittingEmptySubsequences: false)[...]
    var said: [String] = []
    var isBehindDay = false
    while let first = words.first {
      if let (day, count) = day(words) ?? everyDay(words) {
        said.append(day)
        words = words.dropFirst(count)
        isBehindDay = true
        continue
      }
      if isBehindDay, first == "to", day(words.dropFirst()) != nil {
        said.append("đến")
        words = words.dropFirst()
      } else {
        said.append(String(first))
        words = words.dropFirst()
      }
      isBehindDay = false
    }
    return said.joined(separator: " ").replacing(" – ", with: "–")
  }

  /// `every Mon`, `Mon–Fri`: a weekday alone may be somebody's name.
  private static func everyDay(_ words: ArraySlice<Substring>) -> (String, Int)? {
    let words = Array(words.prefix(3))
    if words.count > 1, words[0] == "every" {
      let name = words[1].prefix { $0.isLetter }
      return weekdays[name].map { ("mỗi \($0)\(words[1].dropFirst(name.count))", 2) }
    }
    guard words.count == 3, words[1] == "–", let first = weekdays[words[0]],
      let last = weekdays[words[2]]
    else { return nil }
    return ("\(first)–\(last)", 3)
  }

  /// A span of days has a dash between letters, without blanks: with them it is two days.
  private static func parted(_ text: String) -> String {
    guard text.contains("–") else { return text }
    let parts = text.split(separator: "–", omittingEmptySubsequences: false)
    var parted = String(parts[0])
    for part in parts.dropFirst() {
      let isSpan = parted.last?.isLetter == true && part.first?.isLetter == true
      parted += (isSpan ? " – " : "–") + part
    }
    return parted
  }

  /// The day that words begin with, and how many they are.
  private static func day(_ words: ArraySlice<Substring>) -> (String, Int)? {
    let words = Array(words.prefix(4))
    guard words.count > 1 else { return nil }
    if let month = months[words[0]], words[0].count > 3 || words[0] == "May",
      let (year, rest) = number(words[1]), year > 1900
    {
      return ("tháng \(month)/\(year)\(rest)", 2)
    }
    guard words.count > 2, let weekday = weekdays[words[0]], case (let day, "")? = number(words[1])
    else { return nil }
    let name = words[2].prefix { $0.isLetter }
    guard let month = months[name] else { return nil }
    let rest = words[2].dropFirst(name.count)
    if rest.isEmpty, words.count > 3, let (year, end) = number(words[3]), year > 1900 {
      return ("\(weekday) \(day)/\(month)/\(year)\(end)", 4)
    }
    return ("\(weekday) \(day)/\(month)\(rest)", 3)
  }

  /// The number that a word begins with, and what follows it.
  private static func number(_ word: Substring) -> (Int, Substring)? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    return Int(digits).map { ($0, word.dropFirst(digits.count)) }
  }
}
