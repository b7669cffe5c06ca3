import BookingDomain

/// From when until when.
extension TimeReader {
  private static let joints: [Spelling] = ["to", "til", "till", "until", "đến", "tới"]

  /// As the end of a span.
  private static let midnight: Set<String> = ["24", "24h", "24:00", "24h00"]

  private static let dashes: Set<String> = ["-", "–", "—"]

  /// `13-14`, `1pm-2pm`, `13 to 21`, `13h đến 15h`.
  func spans(_ words: ArraySlice<LineWord>) -> [TimeWord.Found] {
    guard let first = words.first else { return [] }
    for dash in ["-", "–"] as [Character] where first.lower.contains(dash) {
      let parts = first.lower.split(separator: dash, omittingEmptySubsequences: false)
      if parts.count == 2, let span = span(String(parts[0]), String(parts[1])) {
        return [TimeWord.Found(count: 1, word: .span(span.0, span.1))]
      }
    }
    var found: [TimeWord.Found] = []
    for from in times(words) {
      let rest = words.dropFirst(from.count)
      guard let joint = rest.first,
        joint.isOne(of: Self.joints) || Self.dashes.contains(joint.written),
        case .time(let start, let form) = from.word
      else { continue }
      for until in times(rest.dropFirst()) {
        guard case .time(let end, _) = until.word, let end = later(end, than: start, form) else {
          continue
        }
        found.append(
          TimeWord.Found(count: from.count + 1 + until.count, word: .span(start, end)))
      }
    }
    return found
  }

  /// How many words are written as a span and are none: `14-12`, `9-25`, `14h to 12h`.
  func noSpan(_ words: ArraySlice<LineWord>) -> Int? {
    guard let first = words.first, spans(words).isEmpty else { return nil }
    for dash in ["-", "–"] as [Character] where first.lower.contains(dash) {
      let parts = first.lower.split(separator: dash, omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { isHour(String($0)) } ? 1 : nil
    }
    guard let joint = words.dropFirst().first, let last = words.dropFirst(2).first,
      joint.isOne(of: Self.joints) || Self.dashes.contains(joint.written),
      isHour(first.lower), isHour(last.lower)
    else { return nil }
    return 3
  }

  /// Written as an hour is, though the clock may not have it: `14`, `25`, `14:30`, `2pm`.
  private func isHour(_ text: String) -> Bool {
    guard text.first?.isNumber ?? false, text.prefix(while: \.isNumber).utf8.count <= 2 else {
      return false
    }
    return word(text) != nil || text.allSatisfy { $0.isNumber || ":hg".contains($0) }
  }

  private func span(_ from: String, _ until: String) -> (TimeOfDay, TimeOfDay)? {
    guard let end = Self.midnight.contains(until) ? .endOfDay : word(until)?.0 else { return nil }
    // In `1-2pm` both are in the afternoon.
    if let (start, form) = word(from), let end = later(end, than: start, form) {
      return (start, end)
    }
    return nil
  }

  /// `9-5` ends in the afternoon.
  private func later(_ end: TimeOfDay, than start: TimeOfDay, _ form: TimeWord.Form) -> TimeOfDay? {
    if end > start { return end }
    let evening = TimeOfDay(seconds: end.seconds + 12 * 3600)
    return end.hour < 12 && evening > start && evening <= .endOfDay && form != .clear
      ? evening : nil
  }
}
