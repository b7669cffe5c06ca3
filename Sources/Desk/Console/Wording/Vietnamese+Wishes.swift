extension Vietnamese {
  /// Whose turn it is, whom guests ask for, and what a line was asked about.
  static let wishes = #"""
    # Turns
    busy until %1 → bận đến %1
    busy, over since %1 → bận, quá giờ từ %1
    free until %1 → rảnh đến %1
    Turns are of today: %1 shows it. → Lượt là của hôm nay: %1 hiện hôm nay.
    Turns: who was served longest ago comes first (a digit books, Esc closes) → Lượt: ai lâu chưa nhận khách đứng trước (nhấn số để đặt, Esc đóng)
    # Wishes
    has no wish → không còn yêu cầu
    %1 has no wish → %1: không còn yêu cầu
    wishes for %1 → yêu cầu %1
    wishes for %1, was for %2 → yêu cầu %1, trước là %2
    no longer wishes for %1 → không còn yêu cầu %1
    %1 wishes for %2 → %1: yêu cầu %2
    %1 wishes for %2, was for %3 → %1: yêu cầu %2, trước là %3
    %1 no longer wishes for %2 → %1: không còn yêu cầu %2
    wish → yêu cầu
    wish of → yêu cầu của
    wish of %1 → yêu cầu của %1
    %1 off #2 → %1 nghỉ @2
    %1 off #2: %3 → %1 nghỉ @2: %3
    %1 blocked #2 → %1: chặn giờ @2
    %1 blocked #2: %3 → %1: chặn giờ @2: %3
    %1 unblocked #2 → %1: mở lại giờ @2
    %1 unblocked #2: %3 → %1: mở lại giờ @2: %3
    %1 not off #2 → %1 không nghỉ @2 nữa
    %1 not off #2: %3 → %1 không nghỉ @2 nữa: %3
    %1 has hours: %2 → %1 có giờ làm: @2
    %1 has no more hours: %2 → %1 không còn giờ làm: @2
    %1 works here now. → %1 nay làm ở đây.
    %1 is offline. → %1 không có mặt.
    %1 does another kind of treatment now. → %1 nay làm loại dịch vụ khác.
    Rooms or beds changed. → Phòng hoặc giường đã đổi.
    everybody off #1 → mọi người nghỉ @1
    everybody off #1: %2 → mọi người nghỉ @1: %2
    everybody not off #1 → mọi người không nghỉ @1 nữa
    everybody not off #1: %2 → mọi người không nghỉ @1 nữa: %2
    ❤ %1 → ❤ @1
    for %1, who does not do it → %1, nhưng người khác làm
    wish for %1 → yêu cầu %1
    no wish any more → không còn yêu cầu
    the guest wishes for %1 → khách yêu cầu %1
    %1 wishes for nobody in particular any more → %1 không còn yêu cầu riêng ai
    %1%2 wishes for %3 → %1%2 yêu cầu %3
    a wish for a therapist → yêu cầu một kỹ thuật viên
    # Lines
    "%1" is two days: %2 or %3? → "%1" là hai ngày: @2 hay @3?
    LENGTH: %1 instead of %2 → ĐỘ DÀI: %1 thay vì %2
    , at the price of %1. → , theo giá của %1.
    a title before a name → danh xưng trước tên
    a part of the reason → một phần của lý do
    a word that holds others together → từ nối
    """#
}
