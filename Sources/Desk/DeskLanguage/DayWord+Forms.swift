/// What help, manual, README and completion show of the days that are understood: one of each form
/// that is read beside it.
extension DayWord {
  package static let forms =
    [
      "today", "tomorrow", "yesterday", "fri", "next fri", "day after tomorrow", "monday week",
      "a week on friday", "in 3 days", "in 2 weeks", "next week",
    ] + [
      "+3", "-1", "+2w", "4/12", "4/12/2026", "4.12.", "4 dec", "4dec", "the 4th of December",
      "the 28th",
      "2026-12-04", "fri 4/12",
    ] + [
      "hôm nay", "mai", "ngày mai", "ngày kia", "mốt", "hôm qua", "thứ 6", "t6", "chủ nhật", "cn",
      "thứ 6 tuần sau", "thứ 6 tới", "tuần sau", "3 ngày nữa", "ngày 28", "4 tháng 12",
    ]

  package static let advice = forms.joined(separator: ", ")

  /// As many of them as a sentence has room for.
  static let usual = [
    "today", "tomorrow", "fri", "next fri", "in 2 weeks", "+3", "4/12", "the 28th", "2026-12-04",
    "thứ 6", "mốt",
  ]
}
