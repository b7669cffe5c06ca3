extension BusinessHours {
  /// `09:00-21:00`, or nil inside for `closed`. Nil where it is neither. `18:00-02:00` ends on the
  /// next day; a whole day is `00:00-24:00`.
  package static func written(_ text: String) -> BusinessHours?? {
    let plain = text.filter { $0 != " " }
    if plain.lowercased() == "closed" { return .some(nil) }
    let parts = plain.replacing("–", with: "-").split(
      separator: "-", omittingEmptySubsequences: false
    ).map { (part: Substring) -> String in
      (part.count == 4 && part.contains(":") ? "0" : "") + String(part)
    }
    guard parts.count == 2, let open = TimeOfDay(parts[0]), let close = TimeOfDay(parts[1]),
      open < .endOfDay, open != close || open == .midnight
    else { return nil }
    return BusinessHours(open: open, close: close)
  }
}
