extension Vietnamese {
  /// Labels, what stands beside them, and what lies over the board.
  static let details = #"""
    # Labels, at most nine columns
    row → dòng
    time → giờ
    service → dịch vụ
    with → KTV
    visit → cùng lượt
    series → chuỗi
    where → phòng
    phone → số ĐT
    none → không có
    likely → dự kiến
    likely %1 → dự kiến @1
    notes → ghi chú
    called → đã gọi
    started → bắt đầu
    ended → kết thúc
    reason → lý do
    arrived → đã đến
    last → lần cuối
    left → còn lại
    days → ngày
    day → ngày
    by → do
    fits → vừa với
    waits → đang chờ
    guest → khách
    length → độ dài
    when → khi nào
    why → lý do
    known → ghi nhận
    alert → cảnh báo
    e-mail → e-mail
    next → kế tiếp
    missed → lỡ hẹn
    packages → gói
    # Values
    #1 to #2, %3 min → @1–@2, %3 phút
    #1 to #2, %3 → @1 đến @2, @3
    one of several days; %1 series 1 cancels the rest → một trong nhiều ngày; %1 series 1 huỷ phần còn lại
    %1 cannot be read → không đọc được @1
    %1: %2 takes it → @1: %2 để thu
    %1, paid back → @1, đã hoàn tiền
    %1 cash → @1 tiền mặt
    %1 card → @1 thẻ
    %1 transfer → @1 chuyển khoản
    %1 cash, %2 → @1 tiền mặt, @2
    %1 card, %2 → @1 thẻ, @2
    %1 transfer, %2 → @1 chuyển khoản, @2
    cash → tiền mặt
    card → thẻ
    transfer → chuyển khoản
    by %1 → @1
    another program → chương trình khác
    takes back: %1 → hoàn tác: @1
    booked → đã đặt
    notes written → đã ghi chú
    swapped from %1, %2 → đổi chỗ từ @1, @2
    paid, %1 → đã trả, @1
    set to unpaid → chuyển thành chưa trả
    paid back → đã hoàn tiền
    being called → đang được gọi
    no answer → không nghe máy
    No booking is selected. → Chưa chọn lịch hẹn nào.
    from %1 to %2 → từ @1 sang @2
    moved from %1 to %2 → dời từ @1 sang @2
    handed from %1 to %2 → chuyển từ %1 sang %2
    made longer from %1 to %2 → kéo dài từ @1 thành @2
    made shorter from %1 to %2 → rút ngắn từ @1 thành @2
    moved → dời
    handed → chuyển
    made longer → kéo dài
    made shorter → rút ngắn
    %1, against the rules → @1, trái quy định
    moved, against the rules → dời, trái quy định
    handed, against the rules → chuyển, trái quy định
    made longer, against the rules → kéo dài, trái quy định
    made shorter, against the rules → rút ngắn, trái quy định
    What is typed → Đang gõ
    Enter does it, Esc leaves it → Enter để thực hiện, Esc để thôi
    %1 gives it back → %1 để mở lại
    %1 books, %2 blocks → %1 đặt, %2 chặn giờ
    # Histories
    desk → quầy
    online → trên mạng
    took back → hoàn tác
    undone by %1, %2 → %1 hoàn tác, @2
    undone, %1 → đã hoàn tác, @1
    booked, against the rules → đặt, trái quy định
    to → sang
    wrote notes → ghi chú
    called the guest → gọi khách
    called, no answer → gọi, không nghe máy
    moved from → dời từ
    moved, against the rules from → dời, trái quy định, từ
    swapped, from → đổi chỗ, từ
    swapped with %1, from → đổi chỗ với %1, từ
    swapped → đổi chỗ
    #1 with %2 → @1 với %2
    Nothing is known of its past. → Chưa biết gì về quá khứ của lịch này.
    Nothing was changed on this day. → Ngày này không có thay đổi nào.
    Nothing is known of this day before. → Trước đó chưa biết gì về ngày này.
    Asking the server… → Đang hỏi máy chủ…
    # Titles of what lies over the board
    %1: history (Esc closes) → %1: lịch sử (Esc đóng)
    Who changed what: %1 (Esc closes) → Ai đã thay đổi gì: @1 (Esc đóng)
    The board as it was (Esc closes) → Bảng lịch như trước đây (Esc đóng)
    %1 (Enter goes there, [ ] turns, Esc closes) → @1 (Enter mở ngày, [ ] đổi tháng, Esc đóng)
    #1 booked → %1 lịch
    Customer (Esc closes) → Khách (Esc đóng)
    %1 (%2 books, %3 as last time, %4 writes, Esc closes) → %1 (%2 đặt, %3 như lần trước, %4 sửa hồ sơ, Esc đóng)
    Waiting list (Enter or a digit books, Esc closes) → Danh sách chờ (Enter hoặc số để đặt, Esc đóng)
    Paid, not yet scheduled (Enter or a digit books, Esc closes) → Đã trả, chưa đặt giờ (Enter hoặc số để đặt, Esc đóng)
    Calls for %1 (Enter calls, %2 reached, - no answer, Esc closes) → Cuộc gọi cho @1 (Enter gọi, %2 gọi được, - không nghe máy, Esc đóng)
    The desk's tasks (Enter ticks off, n writes one, Esc closes) → Việc của quầy (Enter đánh dấu xong, n thêm việc, Esc đóng)
    Menu (Enter does it, Esc closes) → Menu (Enter thực hiện, Esc đóng)
    Keys and commands (Esc closes) → Phím và lệnh (Esc đóng)
    Messages (Esc closes) → Thông báo (Esc đóng)
    The line (Esc closes) → Đường truyền (Esc đóng)
    %1 (Esc closes) → @1 (Esc đóng)
    What is looked for, typed: swap, guest, day → Gõ điều cần tìm: đổi, khách, ngày
    Nothing matches "%1"; Backspace takes letters away. → Không có gì khớp với "%1"; Backspace xoá bớt chữ.
    Nothing was said yet. → Chưa có thông báo nào.
    # Lists
    no phone → không có số
    %1 calls since %2 → %1 đang gọi từ @2
    %1 calls since %2: %3 lets go → %1 đang gọi từ @2: %3 để thôi
    done by %1, %2 → %1 đã làm, @2
    Nobody, on this day. → Ngày này không có ai.
    Everybody of %1 is confirmed. → Khách ngày @1 đã xác nhận hết.
    Nothing is to be done: n writes a task down. → Không có việc gì: n để thêm việc.
    anybody → bất kỳ ai
    paid %1 → trả ngày @1
    # The sheet of a day, on paper
    No bookings → Không có lịch hẹn
    Not taking place: → Không diễn ra:
    Waiting list: stays at the desk → Danh sách chờ: để ở quầy
    not paid yet → chưa trả tiền
    all day → cả ngày
    page #1 of #2 → trang %1/%2
    printed %1 → in lúc @1
    # A guest's card
    was → trước là
    taken away → đã xoá
    %1's number → số của %1
    name → tên
    phone number → số điện thoại
    preferences → sở thích
    #1 of #2 left → còn %1/%2
    1 no-show → 1 lần không đến
    %1 no-shows → %1 lần không đến
    %1 called off late → %1 lần huỷ sát giờ
    %1 no-shows, %2 called off late → %1 lần không đến, %2 lần huỷ sát giờ
    1 no-show, %1 called off late → 1 lần không đến, %1 lần huỷ sát giờ
    # The line to the server
    server → máy chủ
    line → kết nối
    reconnects → nối lại
    snapshots → bản chụp
    events → sự kiện
    log position → vị trí nhật ký
    commit to here → từ lúc ghi
    server clock → giờ máy chủ
    spa's zone → múi giờ spa
    unanswered → chưa trả lời
    frames painted → khung đã vẽ
    last frame → khung cuối
    to paint → thời gian vẽ
    window → cửa sổ
    %1 for #2 → @1 từ @2
    %1 for %2, verified → @1 từ @2, đã kiểm
    %1, epoch %2 → %1, kỷ %2
    last %1 ms, median %2 ms → gần nhất %1 ms, trung vị %2 ms
    %1 ms ahead of this one → nhanh hơn máy này %1 ms
    %1 ms behind this one → chậm hơn máy này %1 ms
    %1 cells, %2 bytes → %1 ô, %2 byte
    %1 microseconds → %1 micro giây
    %1, theme %2 → %1, giao diện %2
    %1, from %2 to %3 → @1, từ @2 sang @3
    """#
}
