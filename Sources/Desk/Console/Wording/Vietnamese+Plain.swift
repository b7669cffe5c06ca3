extension Vietnamese {
  /// What is said in lines, without a screen.
  static let plain = #"""
    # What it begins with, and what is asked
    What is typed is a key, its name (tab, esc), a number of the list, or an order in words. Enter says where you are, . says all, %1 lists the keys, %2 leaves. → Gõ một phím, tên phím (tab, esc), một số trong danh sách, hoặc một lệnh bằng chữ. Enter nói bạn đang ở đâu, . nói tất cả, %1 liệt kê các phím, %2 để thoát.
    There is no %1 in the list; Enter says it again. → Trong danh sách không có %1; Enter nói lại.
    Lines have no colours. → Các dòng chữ không có màu.
    From lines nothing is copied: it stands above. → Ở đây không chép được: nội dung ở phía trên.
    Password of %1: → Mật khẩu của %1:
    Its tag, in two letters; or its number first, and then the key. → Nhãn, hai chữ; hoặc số của lịch hẹn trước, rồi mới đến phím.
    Orders are not answered yet: y leaves. → Còn lệnh chưa có trả lời: y để thoát.
    Name, number, service or therapist: → Tên, số, dịch vụ hoặc kỹ thuật viên:
    Enter does it. → Enter để thực hiện.
    as it stands → đang chọn
    # What has changed
    The line: → Đường truyền:
    Attention: → Chú ý:
    Done: → Xong:
    News: → Tin mới:
    Here: → Đây:
    Chosen: → Đang chọn:
    chosen → đang chọn
    # The day
    being fetched. → đang tải.
    nothing. → không có gì.
    1 booking → 1 lịch hẹn
    #1 bookings → %1 lịch hẹn
    works %1 → làm @1
    off all day → nghỉ cả ngày
    blocked from #1 to #2 → đã chặn từ @1 đến @2
    free from #1 to #2 → trống từ @1 đến @2
    time unreadable → không đọc được giờ
    to be confirmed → cần xác nhận
    likely #1 later → dự kiến muộn @1
    wishes for %1 → yêu cầu %1
    with others of its visit → cùng lượt với lịch khác
    overlaps another → trùng với lịch khác
    being sent → đang gửi
    # What lies over the board
    Keys and commands; a word finds some of them, esc closes. → Phím và lệnh; gõ một từ để tìm, esc để đóng.
    Menu; a word finds some of it, a number does it, esc closes. → Menu; gõ một từ để tìm, một số để thực hiện, esc để đóng.
    Esc comes back to now. → Esc về bây giờ.
    """#
}
