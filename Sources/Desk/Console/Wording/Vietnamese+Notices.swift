extension Vietnamese {
  /// What the console says while people work.
  static let notices = #"""
    # Orders, in a word before whom they are about
    reschedule %1 → đặt lại %1
    confirm %1 → xác nhận %1
    start %1 → bắt đầu %1
    complete %1 → hoàn tất %1
    cancel %1 → huỷ %1
    no-show %1 → báo không đến %1
    arrived %1 → báo đã đến %1
    move %1 → dời %1
    notes %1 → ghi chú %1
    pay %1 → thu tiền %1
    call %1 → gọi %1
    no answer of %1 → không nghe máy: %1
    undo %1 → hoàn tác %1
    book %1 → đặt cho %1
    swap %1 → đổi chỗ %1
    block %1 → chặn giờ %1
    unblock %1 → mở giờ %1
    time off of %1 → cho nghỉ %1
    end the time off of %1 → hết nghỉ %1
    waiting list %1 → ghi chờ %1
    off the waiting list %1 → bỏ chờ %1
    task %1 → việc %1
    done %1 → xong việc %1
    open again %1 → mở lại việc %1
    strike %1 → gạch việc %1
    name of %1 → tên của %1
    phone number of %1 → số điện thoại của %1
    e-mail of %1 → e-mail của %1
    alert of %1 → cảnh báo của %1
    preferences of %1 → sở thích của %1
    the last of %1 → việc cuối của %1
    reschedule %1, #2 → đặt lại %1, @2
    confirm %1, #2 → xác nhận %1, @2
    start %1, #2 → bắt đầu %1, @2
    complete %1, #2 → hoàn tất %1, @2
    cancel %1, #2 → huỷ %1, @2
    no-show %1, #2 → báo không đến %1, @2
    arrived %1, #2 → báo đã đến %1, @2
    move %1, #2 → dời %1, @2
    notes %1, #2 → ghi chú %1, @2
    pay %1, #2 → thu tiền %1, @2
    call %1, #2 → gọi %1, @2
    no answer of %1, #2 → không nghe máy %1, @2
    undo %1, #2 → hoàn tác %1, @2
    book %1, #2 → đặt cho %1, @2
    swap %1, #2 → đổi chỗ %1, @2
    wish of %1, #2 → yêu cầu của %1, @2
    another service of %1, #2 → đổi dịch vụ của %1, @2
    reschedule → đặt lại
    no answer of → không nghe máy
    pay → thu tiền
    swap → đổi chỗ
    unblock → mở giờ
    time off of → cho nghỉ
    end the time off of → hết nghỉ
    waiting list → ghi chờ
    off the waiting list → bỏ chờ
    task → việc
    open again → mở lại
    strike → gạch
    # What could not be done here
    There is no booking on this day. → Ngày này không có lịch hẹn nào.
    The day is not here yet. → Dữ liệu ngày này chưa về.
    Nothing was searched for yet: %1 searches. → Chưa tìm gì: %1 để tìm.
    No booking is selected. %1 finds a guest. → Chưa chọn lịch hẹn nào. %1 để tìm khách.
    Booking is for reception. → Việc đặt lịch dành cho lễ tân.
    The wall takes no orders: %1 shows the board. → Bảng treo tường không nhận lệnh: %1 mở bảng lịch.
    Now is on another day: %1 shows today. → Bây giờ ở ngày khác: %1 mở hôm nay.
    There are no rows of time here. → Ở đây không có dòng giờ.
    No phone number of the guest is known here. → Ở đây chưa biết số điện thoại của khách.
    What a day brought is for managers. → Doanh thu trong ngày dành cho quản lý.
    Who changed what on a day is for managers; %1 shows one booking's history. → Xem ai đã thay đổi gì trong ngày dành cho quản lý; %1 mở lịch sử một lịch hẹn.
    A day's past is for reception and managers. → Quá khứ của ngày dành cho lễ tân và quản lý.
    The past is shown on the board: %1 shows it. → Quá khứ chỉ xem trên bảng lịch: %1 mở bảng.
    These are your own bookings. → Đây là lịch của chính bạn.
    Columns are narrowed on the board: %1 shows it. → Chỉ lọc cột trên bảng lịch: %1 mở bảng.
    This view is for reception and managers. → Kiểu xem này dành cho lễ tân và quản lý.
    Accounts and the house are for managers. → Tài khoản và cài đặt spa dành cho quản lý.
    No printer is set: print = "lp" in the console's config.toml names one. → Chưa đặt máy in: print = "lp" trong config.toml của màn hình này.
    There is no command "%1": %2 lists them all. → Không có lệnh "%1": %2 liệt kê tất cả.
    There is no command "%1": is another keyboard layout on? → Không có lệnh "%1": có phải đang bật kiểu gõ khác?
    There is no such command. → Không có lệnh như vậy.
    "%1" could be %2: write a letter more. → "%1" có thể là %2: gõ thêm một chữ.
    :%1 takes nothing after it, but there is "%2". → Sau :%1 không có gì, nhưng lại có "%2".
    Behind it stands nothing, or line. → Phía sau để trống, hoặc ghi line.
    Behind it stands nothing, or only. → Phía sau để trống, hoặc ghi only.
    Say which theme: %1. → Hãy ghi giao diện nào: %1.
    There is no theme "%1": %2. → Không có giao diện "%1": %2.
    "%1" is no time of day: 14:30 and 2:30 pm are. → "%1" không phải giờ: 14:30 và 2:30 pm mới phải.
    A command, or Esc. Tab completes. → Một lệnh, hoặc Esc. Tab gõ nốt.
    %1 is no key now: %2 is %3. → %1 nay không phải phím: %2 là %3.
    "%1" is no key here: is another keyboard layout on? → "%1" không phải phím ở đây: có phải đang bật kiểu gõ khác?
    "%1" is no key here: is Caps Lock on? → "%1" không phải phím ở đây: có phải đang bật Caps Lock?
    "%1" is in no tag: is Caps Lock on? → "%1" không có trong nhãn nào: có phải đang bật Caps Lock?
    "%1" is in no tag: is another keyboard layout on? → "%1" không có trong nhãn nào: có phải đang bật kiểu gõ khác?
    No booking on the screen has the tag %1. → Không có lịch hẹn nào trên màn hình mang nhãn %1.
    Pasted, or typed ahead: nothing was done. → Chữ dán hoặc gõ trước: chưa làm gì.
    Pasted, or typed ahead: nothing was done. %1, %2 or %3 begins a line. → Chữ dán hoặc gõ trước: chưa làm gì. %1, %2 hoặc %3 bắt đầu một dòng.
    Pasted text is no key here: %1, %2 or %3 begins a line. → Chữ dán không phải phím ở đây: %1, %2 hoặc %3 bắt đầu một dòng.
    %1 does nothing here: Esc closes this first. → %1 không có tác dụng ở đây: Esc để đóng trước.
    %1 does nothing here: this is the board as it was. Esc comes back to now. → %1 không có tác dụng ở đây: đây là bảng lịch trước kia. Esc về bây giờ.
    This time is blocked: %1 gives it back. → Giờ này đã chặn: %1 để mở lại.
    Nobody is booked here: %1 books. → Ở đây chưa có khách: %1 để đặt.
    Nobody is logged in. → Chưa có ai đăng nhập.
    Wait: %1 is not answered yet. → Chờ đã: "@1" chưa có trả lời.
    Wait: what was done last is not answered yet. → Chờ đã: việc vừa làm chưa có trả lời.
    The screen went on to %1: look, then press again. → Màn hình vừa chuyển sang %1: hãy xem rồi bấm lại.
    %1 has just changed %2: look, then press again. → %1 vừa thay đổi lịch của %2: hãy xem rồi bấm lại.
    %1 has just changed %2, %3: look, then press again. → %1 vừa thay đổi lịch của %2, @3: hãy xem rồi bấm lại.
    Somebody has just changed %1: look, then press again. → Có người vừa thay đổi lịch của %1: hãy xem rồi bấm lại.
    Nobody is late, waiting, overrunning, to reassign, unconfirmed or unpaid. → Không có ai trễ, đang chờ, quá giờ, cần giao lại, chưa xác nhận hay chưa trả.
    No guest of this day is called "%1". → Ngày này không có khách nào tên "%1".
    Nothing was done here yet. → Ở đây chưa làm gì.
    The blocked time is gone already. → Giờ chặn này đã không còn.
    That time off is gone already. → Ngày nghỉ này đã không còn.
    Nobody waits for that any more. → Không còn ai chờ chỗ đó.
    This task is not there any more. → Việc này đã không còn.
    Nothing takes back at once: %1. → Không hoàn tác ngay được: @1.
    %1 has changed %2 since: %3 shows what happened. → Sau đó %1 đã thay đổi lịch của %2: %3 cho biết chuyện gì.
    Another program has changed %1 since: %2 shows what happened. → Sau đó một chương trình khác đã thay đổi lịch của %1: %2 cho biết chuyện gì.
    No password was typed; nothing was changed. → Chưa gõ mật khẩu; không có gì thay đổi.
    The two are not the same: type the password again. → Hai lần gõ không giống nhau: hãy gõ lại mật khẩu.
    Password for %1, unseen; Enter alone makes one: → Mật khẩu cho %1, không hiện; chỉ Enter là tự tạo:
    Once more, for %1: → Một lần nữa, cho %1:
    %1 is still to come. → @1 còn chưa tới.
    This cannot be asked just now: %1. → Lúc này chưa hỏi được: @1.
    Not printed: %1 → Chưa in: @1
    # What happened
    %1's line is copied, where the terminal allows it. → Đã chép lịch của %1, nếu terminal cho phép.
    %1 is copied, where the terminal allows it. → Đã chép %1, nếu terminal cho phép.
    The sheet of %1 goes to %2. → Bảng in ngày @1 được gửi tới %2.
    All columns again: this one is not of "%1". → Hiện lại tất cả cột: cột này không thuộc "%1".
    A row is %1 minutes. → Mỗi dòng là %1 phút.
    Rows fit the height. → Các dòng vừa chiều cao.
    %1, %2, is no longer on this board. → %1, @2, không còn trên bảng này.
    Done after all: %1. → Cuối cùng đã xong: @1.
    Not done (%1): %2 → Chưa làm được (@1): @2
    %1 is cancelled; %2 takes it back. → %1 đã huỷ; %2 để hoàn tác.
    %1 is no-show; %2 takes it back. → %1 không đến; %2 để hoàn tác.
    %1 waits for %2: %3 shows what is free. → %1 đang chờ %2: %3 cho biết chỗ trống.
    Not answered in time: %1. Look at the booking when the line is back, and order it again if needed. → Chưa có trả lời kịp: @1. Khi có mạng lại hãy xem lịch hẹn, và ra lệnh lại nếu cần.
    Done: %1. → Xong: %1.
    Open again: %1. → Mở lại: %1.
    For the desk, from %1: %2. %3 shows it. → Việc cho quầy, từ %1: %2. %3 để xem.
    %1 once more takes back: %2. → %1 lần nữa để hoàn tác: @2.
    %1 It is tried again after the step before it. → @1 Sẽ thử lại sau bước trước đó.
    %1 is no key here: press it again without Esc. → %1 không phải phím ở đây: hãy bấm lại, không kèm Esc.
    lengthen %1 → kéo dài %1
    shorten %1 → rút ngắn %1
    Taking back: %1. → Đang hoàn tác: @1.
    Taken back: %1. → Đã hoàn tác: @1.
    Theme: %1. → Giao diện: %1.
    A new day: %1. → Ngày mới: @1.
    # Prompts
    A guest, number, service or therapist. Enter stays there, Esc comes back. → Khách, số, dịch vụ hoặc kỹ thuật viên. Enter ở lại đó, Esc quay về.
    Nobody → Không có ai
    1 guest → 1 khách
    #1 guests → %1 khách
    %1 guests, Down and Up → %1 khách, phím Xuống và Lên
    %1 which booking? Type its tag: %2 → @1 lịch nào? Gõ nhãn: %2
    %1 which booking? Type its tag: → @1 lịch nào? Gõ nhãn:
    1 order is not answered yet. y leaves, any other key stays. → 1 lệnh chưa có trả lời. y để thoát, phím khác để ở lại.
    %1 orders are not answered yet. y leaves, any other key stays. → %1 lệnh chưa có trả lời. y để thoát, phím khác để ở lại.
    Instead: → Thay bằng:
    Enter, then: → Enter, rồi:
    # The line to the server
    the server does not answer → máy chủ không trả lời
    the connection was lost → mất kết nối
    the connection was closed → kết nối đã đóng
    the connection failed → không kết nối được
    nothing was heard from the server any more → máy chủ không còn lên tiếng
    the server closed the connection (%1) → máy chủ đã đóng kết nối (%1)
    more bookings than a board can have → nhiều lịch hẹn hơn bảng chứa được
    no answer in time → không trả lời kịp
    nobody knows that name → không ai biết tên đó
    %1 cannot be reached: %2 → không nối được với %1: @2
    %1 did not answer within %2 s → %1 không trả lời trong %2 giây
    The booking database takes no changes at the moment: the order waits and is sent again. → Cơ sở dữ liệu lúc này không nhận thay đổi: lệnh đang chờ và sẽ được gửi lại.
    The booking database is back. → Cơ sở dữ liệu đã hoạt động lại.
    %1: the board is as it last was, and nothing is changed until it is back. → @1: bảng lịch vẫn như lần cuối, và chưa thay đổi được gì cho đến khi hoạt động lại.
    %1, so this is not done. Try again in a moment. → @1, nên việc này chưa được làm. Hãy thử lại sau giây lát.
    %1. Try again shortly. → @1. Hãy thử lại sau ít phút.
    The booking database does not answer at the moment. Try again shortly. → Cơ sở dữ liệu lúc này không trả lời. Hãy thử lại sau ít phút.
    The booking database does not answer → Cơ sở dữ liệu không trả lời
    Another program keeps the booking database locked → Một chương trình khác đang khoá cơ sở dữ liệu
    There is no room left on the booking database's disk → Ổ đĩa của cơ sở dữ liệu đã đầy
    The booking database may not be written → Cơ sở dữ liệu không ghi được
    The booking database's file has been moved away or deleted → Tệp cơ sở dữ liệu đã bị chuyển đi hoặc xoá
    Something else stands in the place of the booking database's file → Tệp cơ sở dữ liệu đã bị thay bằng tệp khác
    The booking database is damaged → Cơ sở dữ liệu bị hỏng
    The booking database cannot be used as it is → Cơ sở dữ liệu hiện không dùng được
    The board differed from the server's and was read anew. → Bảng lịch khác với máy chủ và đã được tải lại.
    The board differed from the server's and was read anew (%1 times by now). → Bảng lịch khác với máy chủ và đã được tải lại (đến nay %1 lần).
    A message of the server cannot be read (%1): the board is read anew. → Không đọc được tin của máy chủ (%1): bảng lịch được tải lại.
    Too many changes are waiting for the server already; wait until it is back. → Đã có quá nhiều thay đổi chờ máy chủ; hãy đợi kết nối lại.
    The server's answer could not be read. → Không đọc được trả lời của máy chủ.
    The server answered %1. → Máy chủ trả lời %1.
    the server answered %1 → máy chủ trả lời %1
    The server speaks version %1 of the booking protocol and this program version %2: bring the older of the two up to date. → Máy chủ dùng phiên bản %1 của giao thức, chương trình này phiên bản %2: hãy cập nhật bên cũ hơn.
    %1 lists them all. → %1 liệt kê tất cả.
    is another keyboard layout on? → có phải đang bật kiểu gõ khác?
    There is no command "%1": %2 → Không có lệnh "%1": @2
    %1 %2 finds a guest. → @1 %2 để tìm khách.
    %1 not answered yet. y leaves, any other key stays. → @1 chưa có trả lời. y để thoát, phím khác để ở lại.
    1 order is → 1 lệnh
    %1 orders are → %1 lệnh
    %1 is %2; %3 takes it back. → %1: @2; %3 để hoàn tác.
    a message of the server cannot be read → không đọc được một tin của máy chủ
    the server's answer cannot be read (%1) → không đọc được trả lời của máy chủ (%1)
    the server's messages cannot be read (%1) → không đọc được tin của máy chủ (%1)
    Another program → Chương trình khác
    another service of → đổi dịch vụ
    another service of %1 → đổi dịch vụ của %1
    """#
}
