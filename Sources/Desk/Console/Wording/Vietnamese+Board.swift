extension Vietnamese {
  /// Statuses, the board and its other views, the status line, logging in.
  static let board = #"""
    # Statuses and what the clock says
    scheduled → đã đặt
    confirmed → đã xác nhận
    in progress → đang làm
    completed → xong
    cancelled → đã huỷ
    no-show → không đến
    unreadable → không đọc được
    #1 + #2 unreadable → @1 + @2 không đọc được
    late → trễ
    over → quá giờ
    waiting → đang chờ
    overrunning → quá giờ
    to reassign → cần giao lại
    therapist is off → kỹ thuật viên nghỉ
    overlapping → trùng giờ
    unconfirmed → chưa xác nhận
    unpaid → chưa trả
    paid → đã trả
    paid session → buổi đã trả trước
    #1 late → trễ @1
    #1 over → quá @1
    %1 over time → quá giờ @1
    waiting %1 → đã chờ @1
    %1 waiting → đã chờ @1
    #1 left → còn @1
    ends now → hết giờ
    is here → đã đến
    now → bây giờ
    in %1 → @1 nữa
    #1 ago → @1 trước
    done at %1 → xong lúc @1
    did not come → không đến
    #1 min → %1 phút
    #1 h → %1 giờ
    #1 s → %1 giây
    #1 h #2 → %1 giờ %2
    # Days
    today → hôm nay
    tomorrow → ngày mai
    yesterday → hôm qua
    in %1 days → %1 ngày nữa
    #1 days ago → %1 ngày trước
    today #1 → hôm nay @1
    tomorrow %1 → ngày mai, @1
    # The title
    done → xong
    used → kín lịch
    #1 of %2 → %1/%2
    no %1 yet → chưa có %1
    services → dịch vụ
    therapists → kỹ thuật viên
    beds → giường
    rooms → phòng
    business hours → giờ mở cửa
    ONLY %1 → CHỈ %1
    Agenda → Danh sách
    Rooms → Phòng
    Week → Tuần
    Week of %1 → Tuần của %1
    AS IT WAS AT %1 → NHƯ LÚC @1
    and %1 more → và %1 thay đổi nữa
    # The board
    Fetching %1… → Đang tải @1…
    Fetching… → Đang tải…
    No column is of "%1" now; :only shows all. → Hiện không có cột nào là "%1"; :only hiện tất cả.
    This spa has no beds yet. → Spa chưa có giường nào.
    This spa has no therapists yet. → Spa chưa có kỹ thuật viên nào.
    The window is too small; FrontDesk needs %1. → Cửa sổ quá nhỏ; FrontDesk cần %1.
    leave → nghỉ phép
    off → nghỉ
    closed → đóng cửa
    blocked → đã chặn
    free → trống
    full → kín
    Closed → Đóng cửa
    Off → Nghỉ
    Blocked → Đã chặn
    Free → Trống
    Closed: %1 → Đóng cửa: %1
    Off: %1 → Nghỉ: %1
    %1, bed %2 → @1, giường %2
    bed %1 → giường %1
    Therapist %1 → Kỹ thuật viên %1
    # The agenda and the therapist's own day
    Needs somebody → Cần xử lý
    Under way → Đang làm
    To come → Sắp tới
    Over → Đã qua
    1 needs somebody → 1 khách cần xử lý
    %1 need somebody → %1 khách cần xử lý
    No booking on this day. → Không có lịch hẹn nào trong ngày này.
    No guest on this day. → Không có khách nào trong ngày này.
    No guest is left today. → Hôm nay không còn khách nào.
    1 treatment done, %1 → đã làm 1 dịch vụ, @1
    %1 treatments done, %2 → đã làm %1 dịch vụ, @2
    %1 not settled: look below → %1 lịch chưa rõ: xem bên dưới
    Next: %1 %2 → Kế tiếp: @1 %2
    #1 min, to #2 → %1 phút, đến @2
    prefers → sở thích
    # The wall
    wait → chờ
    unconf. → chưa XN
    overlap → trùng
    wrong status → sai trạng thái
    wrong → sai
    free slots → chỗ trống
    earned → doanh thu
    earned, of %1 → doanh thu / %1
    page %1 → trang %1
    # The status line
    LIVE → TRỰC TUYẾN
    LOADING → ĐANG TẢI
    CONNECTING → ĐANG NỐI
    POLLING → ĐỊNH KỲ
    RECONNECTING → NỐI LẠI
    STALE → DỮ LIỆU CŨ
    INCOMPLETE → CHƯA ĐỦ
    REFUSED → BỊ TỪ CHỐI
    verified → đã kiểm
    verified %1 ago → đã kiểm @1 trước
    picture %1 old → dữ liệu cách đây @1
    next in %1 s → thử lại sau %1 giây
    trying → đang thử
    try %1 → lần %1
    1 task → 1 việc
    %1 tasks → %1 việc
    %1 unanswered → @1 chưa trả lời
    %1 unanswered, %2 → @1 chưa trả lời, @2
    1 order → 1 lệnh
    %1 orders → %1 lệnh
    (by %1) → (%1)
    Taken back: %1 → Đã hoàn tác: @1
    %1 booked for #2 → %1: đặt lúc @2
    booked for #1 → đặt lúc @1
    %1 scheduled → %1: đã đặt
    %1 confirmed → %1: đã xác nhận
    %1 in progress → %1: đang làm
    %1 completed → %1: xong
    %1 cancelled → %1: đã huỷ
    %1 no-show → %1: không đến
    %1 changed → %1: có thay đổi
    %1 now #2, was #3 → %1: nay @2, trước là @3
    %1 now with %2, was with %3 → %1: nay với %2, trước với %3
    %1 now in %2, was in %3 → %1: nay ở @2, trước ở @3
    %1 has %2 now, was %3 → %1: nay là %2, trước là %3
    %1 moved to #2 → %1: dời sang @2
    %1 moved to #2, was #3 → %1: dời sang @2, trước là @3
    %1 moved to #2 with %3, was #4 with %5 → %1: dời sang @2 với %3, trước là @4 với %5
    %1 swapped, now #2 with %3 → %1: đã đổi chỗ, nay @2 với %3
    %1 swapped with %2, now #3 with %4 → %1: đã đổi chỗ với %2, nay @3 với %4
    %1 has the notes: %2 → %1: ghi chú: %2
    %1 has no notes any more → %1: không còn ghi chú
    %1 has paid, %2 → %1: đã trả, @2
    %1 is unpaid → %1: chưa trả
    %1 is being called → %1: đang được gọi
    %1 does not answer → %1: không nghe máy
    %1 has arrived → %1: đã đến
    %1: called %2 before → %1: trước gọi là %2
    %1: phone %2 → %1: số điện thoại %2
    %1: phone %2, was %3 → %1: số điện thoại %2, trước là %3
    %1: no phone number any more → %1: không còn số điện thoại
    %1: alert: %2 → %1: cảnh báo: %2
    %1: prefers: %2 → %1: sở thích: %2
    %1: no preferences any more → %1: không còn sở thích
    %1: the alert is gone → %1: bỏ cảnh báo
    %1: the record has changed → %1: hồ sơ có thay đổi
    names, blocks, days off and shifts as of now → tên, giờ chặn, ngày nghỉ, ca làm theo hiện tại
    guests' names as of now → tên khách theo hiện tại
    blocks, days off and shifts as of %1 → giờ chặn, ngày nghỉ, ca làm theo lúc @1
    now #1, was #2 → nay @1, trước là @2
    now with %1, was with %2 → nay với %1, trước với %2
    now in %1, was in %2 → nay ở @1, trước ở @2
    has %1 now, was %2 → nay là %1, trước là %2
    has paid, %1 → đã trả, @1
    moved to %1 → dời sang @1
    moved to #1, was #2 → dời sang @1, trước là @2
    moved to #1 with %2, was #3 with %4 → dời sang @1 với %2, trước là @3 với %4
    changed → thay đổi
    swapped, now #1 → đã đổi chỗ, nay @1
    swapped with %1, now #2 → đã đổi chỗ với %1, nay @2
    has the notes: %1 → ghi chú: %1
    has no notes any more → không còn ghi chú
    is unpaid → chưa trả
    is being called → đang được gọi
    does not answer → không nghe máy
    has arrived → đã đến
    # Logging in
    at %1 → tại %1
    E-mail → E-mail
    Password → Mật khẩu
    Enter unlocks, Tab changes the field, ^C leaves. → Enter mở khoá, Tab đổi ô, ^C thoát.
    Enter logs in, Tab changes the field, Esc leaves. → Enter đăng nhập, Tab đổi ô, Esc thoát.
    Logging in… → Đang đăng nhập…
    Trying again in %1 s. → Thử lại sau %1 giây.
    Trying again… → Đang thử lại…
    This console is for the spa's staff; guests use the web shop. → Màn hình này dành cho nhân viên spa; khách dùng trang web.
    The session ended: %1 → Phiên làm việc đã kết thúc: @1
    %1 has locked this desk. → %1 đã khoá quầy này.
    Somebody has locked this desk. → Quầy này đã bị khoá.
    The e-mail address is missing. → Thiếu địa chỉ e-mail.
    The password is missing. → Thiếu mật khẩu.
    The e-mail or the password is wrong. → E-mail hoặc mật khẩu không đúng.
    No server's address was given. → Chưa có địa chỉ máy chủ.
    What answers at %1 is not a booking server. → Ở %1 không phải máy chủ đặt lịch.
    %1 speaks https: write https:// in the server's address. → %1 dùng https: hãy viết https:// trong địa chỉ máy chủ.
    %1 answered %2; is it a booking server? → %1 trả lời %2; có phải máy chủ đặt lịch không?
    The server ended the session; log in again. → Máy chủ đã kết thúc phiên; hãy đăng nhập lại.
    """#
}
