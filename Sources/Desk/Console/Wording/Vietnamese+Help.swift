extension Vietnamese {
  /// The bar of keys, the menu and help.
  static let help = #"""
    # The bar at the bottom, in a word or two
    confirm → xác nhận
    start → bắt đầu
    complete → hoàn tất
    undo → hoàn tác
    book → đặt
    move → dời
    cancel → huỷ
    block → chặn giờ
    help → trợ giúp
    command → lệnh
    details → chi tiết
    find → tìm
    view → kiểu xem
    quit → thoát
    close → đóng
    down → xuống
    choose → chọn
    call → gọi
    reached → gọi được
    with a note → kèm ghi chú
    new → mới
    earlier → trước
    later → sau
    # Groups of the key table
    The selected booking → Lịch hẹn đang chọn
    The desk: what follows is typed, and previewed before it is sent → Quầy: gõ tiếp, xem trước rồi mới gửi
    Any booking on the screen, by its two-letter tag → Lịch hẹn bất kỳ trên màn hình, theo nhãn hai chữ
    Moving and finding → Di chuyển và tìm
    The day → Ngày
    Views of the day → Các kiểu xem ngày
    The console → Màn hình
    What lies over the board: it takes every key, and these mean something there → Trên các bảng phủ lên: mọi phím thuộc về bảng đó, và những phím này có tác dụng
    # What follows a command
    [REASON] → [LÝ DO]
    [WHAT] → [GÌ]
    [TIME] → [GIỜ]
    [DAY] → [NGÀY]
    [WHO] → [AI]
    [NAME] → [TÊN]
    NOTE → GHI CHÚ
    WHO → KHÁCH
    WHAT → GÌ
    WHOM → KTV
    WHERE → ĐÂU
    WHICH → LỊCH NÀO
    REASON → LÝ DO
    WEEKS → SỐ TUẦN
    TEXT → NỘI DUNG
    HOW → CÁCH TRẢ
    WHO WHAT → KHÁCH GÌ
    WHAT WHOM → GÌ KTV
    WHO WHAT WHOM WHEN → KHÁCH GÌ KTV GIỜ
    WHAT WHOM WHEN → GÌ KTV GIỜ
    WHOM WHEN → KTV GIỜ
    WHOM WHEN MINUTES WHY → KTV GIỜ PHÚT LÝ DO
    WHOM DAYS WHY → KTV NGÀY LÝ DO
    WHOM DAYS HOURS → KTV NGÀY GIỜ
    # What each key does
    Confirm the booking, with its visit, or only this one → Xác nhận lịch hẹn, cả lượt khách, hoặc chỉ lịch này
    The guest has arrived, for the visit, or only for this one → Khách đã đến, cho cả lượt, hoặc chỉ lịch này
    Start the treatment; more than 30 minutes early it needs a reason → Bắt đầu dịch vụ; sớm hơn 30 phút thì cần lý do
    Complete the treatment (done) → Hoàn tất dịch vụ (xong)
    The guest did not come, 15 minutes past the start → Khách không đến, 15 phút sau giờ hẹn
    Take back what was done last here, and say what it was → Hoàn tác việc vừa làm ở đây, và nói đó là gì
    Book: phone tail or name, service, therapist, time: %1 → Đặt lịch: đuôi số điện thoại hoặc tên, dịch vụ, kỹ thuật viên, giờ: %1
    Add right behind it, to the visit: %1 → Thêm ngay sau đó, cùng lượt khách: %1
    The guest asks for this therapist, or for another one; once more takes it away → Khách yêu cầu kỹ thuật viên này, hoặc người khác; lần nữa thì bỏ
    Whose turn it is: who was served longest ago comes first; a digit books → Đến lượt ai: người lâu chưa nhận khách đứng trước; nhấn số để đặt
    The guest asked for a therapist; reversed where it is with another one → Khách yêu cầu kỹ thuật viên; đảo màu khi người khác làm
    Another treatment instead: its service, perhaps whom and how paid: %1 → Đổi sang dịch vụ khác: dịch vụ, có thể cả kỹ thuật viên và cách trả: %1
    Book who stands here: next free therapist, now: %1 → Khách vãng lai: kỹ thuật viên rảnh kế tiếp, ngay bây giờ: %1
    Move, with its visit: time, day, therapist, bed or length: %1 → Dời lịch, cả lượt: giờ, ngày, kỹ thuật viên, giường hoặc độ dài: %1
    Cancel, with its visit: a reason or its digit; only 1 is this one → Huỷ, cả lượt: lý do hoặc số của lý do; only 1 là chỉ lịch này
    Swap places with another booking: its guest, therapist or time → Đổi chỗ với lịch hẹn khác: khách, kỹ thuật viên hoặc giờ
    Longer by minutes; nothing is 15 → Dài thêm số phút; không ghi là 15
    Shorter by minutes; nothing is 15 → Ngắn bớt số phút; không ghi là 15
    The same again in so many weeks; nothing is one; 2w x6 is a series → Đặt lại như vậy sau số tuần; không ghi là một; 2w x6 là một chuỗi
    Give a therapist's guests to others who are free: %1, or %2 → Giao khách của một kỹ thuật viên cho người đang rảnh: %1, hoặc %2
    Edit the booking's notes → Sửa ghi chú của lịch hẹn
    Take what is owed, of all the visit: cash, or a digit or word; only is this one → Thu tiền còn thiếu của cả lượt: tiền mặt, hoặc số hay chữ; only là chỉ lịch này
    Block time: %1 → Chặn giờ: %1
    The next free starts in 14 days; Enter begins the booking: %1 → Giờ trống gần nhất trong 14 ngày; Enter bắt đầu đặt: %1
    Whole days off, ill or on leave; all is a holiday: %1 → Nghỉ cả ngày, ốm hoặc phép; all là ngày lễ của mọi người: %1
    Give blocked time or days off back → Mở lại giờ đã chặn hoặc ngày nghỉ
    Put on the waiting list: %1 → Ghi vào danh sách chờ: %1
    Take off the waiting list → Bỏ khỏi danh sách chờ
    Find any customer: name, phone tail or e-mail; #2 is the second → Tìm khách bất kỳ: tên, đuôi số điện thoại hoặc e-mail; #2 là người thứ hai
    Write into the guest's record: name, phone, email, alert or prefers: %1 → Ghi vào hồ sơ khách: name, phone, email, alert hoặc prefers: %1
    Book the guest as last time: treatment, therapist, the usual day and time → Đặt cho khách như lần trước: dịch vụ, kỹ thuật viên, ngày giờ quen
    The guest was called about an unconfirmed booking and not reached → Đã gọi khách về lịch chưa xác nhận mà không được
    Whom to call: the unconfirmed of tomorrow, or of a day, with their numbers → Cần gọi ai: khách chưa xác nhận của ngày mai, hoặc của một ngày, kèm số
    What the desk has to do and to hand over; Enter ticks off → Việc quầy phải làm và bàn giao; Enter đánh dấu xong
    Write down a task of the desk: %1 → Ghi một việc của quầy: %1
    Who waits, and what is free for them; a digit books → Ai đang chờ, và chỗ nào trống cho họ; gõ số để đặt
    Paid, not yet scheduled; a digit books → Đã trả, chưa đặt giờ; gõ số để đặt
    %1, then the tag: confirm → %1, rồi nhãn: xác nhận
    %1, then the tag: arrived → %1, rồi nhãn: đã đến
    %1, then the tag: start → %1, rồi nhãn: bắt đầu
    %1, then the tag: complete → %1, rồi nhãn: hoàn tất
    %1, then the tag: undo → %1, rồi nhãn: hoàn tác
    What stands above it: booking, block or free time → Ô phía trên: lịch hẹn, giờ chặn hoặc giờ trống
    What stands below it → Ô phía dưới
    What stands beside it on the left → Ô bên trái
    What stands beside it on the right → Ô bên phải
    The first booking of the column → Lịch hẹn đầu cột
    The last booking of the column → Lịch hẹn cuối cột
    The next booking that needs somebody: late, waiting, overrunning, to reassign, unconfirmed, unpaid → Lịch kế tiếp cần xử lý: trễ, đang chờ, quá giờ, cần giao lại, chưa xác nhận, chưa trả
    The one before that needs somebody → Lịch trước đó cần xử lý
    Find a guest of this day by name; accents do not matter → Tìm khách trong ngày theo tên; không cần dấu
    The next guest found → Khách tìm thấy kế tiếp
    The guest found before → Khách tìm thấy trước đó
    The day before → Ngày trước
    The day after → Ngày sau
    Today; with a day, that day: tomorrow, +3, 2026-11-30 → Hôm nay; kèm ngày thì đến ngày đó: tomorrow, +3, 2026-11-30
    Scroll back to now, and stay there → Cuộn về bây giờ, và giữ ở đó
    Earlier in the day → Sớm hơn trong ngày
    Later in the day → Muộn hơn trong ngày
    Columns further left → Các cột bên trái
    Columns further right → Các cột bên phải
    Minutes in a row: 5, 10, 15, 30, 60, or fitted to the height → Số phút mỗi dòng: 5, 10, 15, 30, 60, hoặc vừa chiều cao
    Show or hide the details of the selected booking → Hiện hoặc ẩn chi tiết của lịch hẹn đang chọn
    Copy the guest's phone number, or the booking as a line, to be pasted elsewhere → Chép số điện thoại của khách, hoặc lịch hẹn thành một dòng, để dán nơi khác
    Who did what to the selected booking, and when → Ai đã làm gì với lịch hẹn đang chọn, và khi nào
    What a day brought, by ways of payment; for managers → Doanh thu một ngày, theo cách trả; dành cho quản lý
    Who changed what on this day, newest first; for managers → Ai đã thay đổi gì trong ngày, mới nhất trước; dành cho quản lý
    The board as it was at that time, change by change; nothing is ordered there → Bảng lịch như lúc đó, từng thay đổi một; ở đó không ra lệnh được
    The day, a column a therapist → Cả ngày, mỗi kỹ thuật viên một cột
    The next hours as a list, what needs somebody first → Các giờ tới dạng danh sách, việc cần xử lý trước
    The same day, a column a bed → Cùng ngày, mỗi giường một cột
    The week of one therapist; %1 and %2 show the next one's → Tuần của một kỹ thuật viên; %1 và %2 sang người khác
    The board for a wall: big figures, turns its pages by itself → Bảng treo tường: số lớn, tự lật trang
    The month: how full each day is; Enter goes there → Cả tháng: mỗi ngày kín bao nhiêu; Enter mở ngày
    The next view; day and selection stay → Kiểu xem kế tiếp; giữ ngày và lựa chọn
    Only these columns: lan, late, unpaid, foot; without words all of them again → Chỉ các cột này: lan, late, unpaid, foot; không ghi gì là tất cả
    All keys and commands → Mọi phím và lệnh
    Every action in a list; Enter does it → Mọi thao tác trong một danh sách; Enter thực hiện
    Every action by its word; Tab completes → Mọi thao tác theo từ lệnh; Tab gõ nốt
    What the console said today → Các thông báo hôm nay
    The line to the server: state, latency, reconnects → Kết nối với máy chủ: trạng thái, độ trễ, số lần nối lại
    Colours: a theme by its name → Màu sắc: tên giao diện
    The day's sheet, a page a therapist, to the printer that is set → Bảng in của ngày, mỗi kỹ thuật viên một trang, ra máy in đã đặt
    Accounts: who may log in, as what, and who changed that; for managers → Tài khoản: ai được đăng nhập, vai trò gì, ai đã đổi; dành cho quản lý
    Services, prices, rooms, beds, hours, therapists, the spa itself; for managers → Dịch vụ, giá, phòng, giường, giờ mở cửa, kỹ thuật viên và chính spa; dành cho quản lý
    Lock the desk: no names until somebody logs in; the board goes on behind it → Khoá quầy: ẩn tên đến khi có người đăng nhập; bảng lịch vẫn chạy phía sau
    Draw the screen anew → Vẽ lại màn hình
    To the shell; fg comes back → Ra shell; fg để quay lại
    Leave; asks only while orders are unanswered → Thoát; chỉ hỏi khi còn lệnh chưa trả lời
    Away with it → Đóng
    Away with it, where letters are not typed → Đóng, nơi không gõ chữ
    Away with it, where nothing is chosen → Đóng, nơi không chọn gì
    Away with the details, where they cover the board → Đóng chi tiết, nơi nó che bảng lịch
    A line up → Lên một dòng
    A line down → Xuống một dòng
    The month before → Tháng trước
    The month after → Tháng sau
    A page up → Lên một trang
    A page down → Xuống một trang
    To its beginning → Về đầu
    To its end → Về cuối
    Does it, books it, or goes there → Thực hiện, đặt, hoặc mở ngày
    Books the line with this digit → Đặt dòng có số này
    Calls the guest: other desks see it and call somebody else → Gọi khách: quầy khác thấy và gọi người khác
    The guest was reached: confirms the booking → Đã gọi được khách: xác nhận lịch
    The guest was not reached → Không gọi được khách
    The guest was not reached, with a note → Không gọi được khách, kèm ghi chú
    Ticks the task off, or opens it again → Đánh dấu việc đã xong, hoặc mở lại
    Writes a task down → Ghi một việc
    Takes back what was done last → Hoàn tác việc vừa làm
    Books for the guest of the card → Đặt lịch cho khách của hồ sơ
    The change before, where the past is shown → Thay đổi trước đó, khi xem quá khứ
    The change after it; behind the last one, now → Thay đổi sau đó; sau cái cuối là bây giờ
    Another time of the past: at 14:05 → Lúc khác trong quá khứ: at 14:05
    Begins another time of the past with it → Bắt đầu gõ một lúc khác của quá khứ bằng nó
    Days, wherever one is said → Ngày, ở bất cứ đâu ghi ngày
    # Signs
    Signs → Ký hiệu
    Scheduled: booked, and not confirmed yet → Đã đặt: chưa xác nhận
    Confirmed → Đã xác nhận
    In progress → Đang làm
    Completed (done) → Đã xong
    Cancelled → Đã huỷ
    No-show: the guest did not come → Không đến: khách đã không tới
    The guest is here and waits, with the minutes → Khách đã đến và đang chờ, kèm số phút
    The guest is late, with the minutes → Khách trễ, kèm số phút
    The treatment runs over its time, with the minutes → Dịch vụ quá giờ, kèm số phút
    Not paid yet: %1 takes it → Chưa trả: %1 để thu
    Something about the guest that must be known → Điều cần biết về khách
    A note → Ghi chú
    One visit with others of the day: what is done is done to all of it → Cùng một lượt với lịch khác trong ngày: làm gì là làm cho cả lượt
    Sent, and not answered yet → Đã gửi, chưa có trả lời
    Refused a moment ago → Vừa bị từ chối
    Selected: what the keys are about → Đang chọn: các phím áp dụng cho lịch này
    Somebody stands in the way of what is being typed → Có người vướng vào điều đang gõ
    Blocked time, with its reason → Giờ đã chặn, kèm lý do
    Kept free after a booking → Giờ để trống sau lịch hẹn
    A full hour → Tròn giờ
    How many minutes later it will probably begin → Số phút có lẽ sẽ bắt đầu muộn hơn
    Paid → Đã trả
    Now → Bây giờ
    How far a booking goes, and a full hour on the wall → Lịch hẹn kéo dài đến đâu, và tròn giờ trên bảng treo tường
    More above, more below → Còn ở trên, còn ở dưới
    More columns on the left, on the right → Còn cột bên trái, bên phải
    Chosen from a list → Được chọn trong danh sách
    How much of the time is booked, and is not → Bao nhiêu thời gian đã có lịch, và còn trống
    The line: live, asked every few seconds, being made again, away and the picture old → Đường truyền: trực tiếp, hỏi lại vài giây một lần, đang nối lại, mất và dữ liệu cũ
    A message: for information, done, to be looked at, not done → Thông báo: để biết, đã xong, cần xem, không làm được
    """#
}
