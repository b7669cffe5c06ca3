/// What people at a spa in Ho Chi Minh City are called, and a few guests from elsewhere.
enum DemoNames {
  static let families = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
    "Hồ", "Ngô", "Dương", "Lý",
  ]
  static let middles = [
    "Thị", "Văn", "Ngọc", "Minh", "Thanh", "Hữu", "Đức", "Kim", "Quốc", "Thùy", "Bảo", "Gia",
    "Phương", "Xuân",
  ]
  static let givens = [
    "An", "Anh", "Bình", "Châu", "Chi", "Cường", "Dung", "Duy", "Dũng", "Giang", "Hà", "Hạnh",
    "Hiếu", "Hoa", "Hùng", "Hương", "Khang", "Khánh", "Lan", "Linh", "Long", "Mai", "My", "Nam",
    "Nga", "Ngân", "Nhi", "Nhung", "Phong", "Phúc", "Quân", "Quỳnh", "Sơn", "Tâm", "Thảo", "Thư",
    "Trang", "Trâm", "Tú", "Uyên", "Vân", "Vy", "Yến", "Đạt", "Đông",
  ]

  /// Short, as the board's columns are headed.
  static let therapists = [
    "Lan Anh", "Thu Hà", "Minh Châu", "Ngọc Mai", "Kim Chi", "Bảo Trân", "Thanh Vy", "Hồng Nhung",
    "Mỹ Linh", "Quốc Huy", "Thùy Dung", "Gia Hân", "Hải Yến", "Phương Thảo", "Bích Ngọc",
    "Tuấn Kiệt", "Diễm My", "Cẩm Tú", "Xuân Lan", "Hoài An", "Khánh Vân", "Tố Uyên", "Anh Thư",
    "Đức Long", "Hà My", "Như Quỳnh", "Tường Vi", "Yến Nhi", "Thúy Kiều", "Văn Sơn", "Ái Vân",
    "Bảo Ngọc", "Diệu Hiền", "Kiều Trang", "Lệ Quyên", "Minh Thư", "Nhã Phương", "Quế Chi",
    "Thiên Kim", "Việt Hà",
  ]

  /// Guests whose names and notes are there to be seen: scripts, lengths, alerts, look-alikes.
  static let remarkable: [(name: String, notes: String?)] = [
    ("Nguyễn Thị Hương", "ALLERGY: peanut oil, use the grape seed oil"),
    ("王小明", nil),
    ("محمد الأحمد", "Prefers a male therapist"),
    (longName, nil),
    ("Trần Minh Khoa", "Regular since 2019"),
    ("Trần Minh Khoa", "Not the one with the blue car"),
    ("陳美玲", "ALERT: pregnant, 24th week"),
    ("Emma Thompson", nil),
    ("김서연", nil),
    ("Lê Thị Mỹ Duyên", "Shares a telephone with her mother"),
    ("Lê Thị Mỹ Hạnh", "Shares a telephone with her daughter"),
    ("Đỗ Quỳnh Như 🌸", nil),
  ]

  /// Sixty characters.
  static let longName = "Công Tằng Tôn Nữ Hoàng Thị Ngọc Phương Thảo Nguyên Bảo Khánh"
}
