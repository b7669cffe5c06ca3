extension Vietnamese {
  /// Takings, accounts and the house.
  static let house = #"""
    # Takings
    Takings of %1 → Doanh thu ngày @1
    PAID BY → CÁCH TRẢ
    SOLD → BÁN Ở
    COUNT → SỐ
    SUM → SỐ TIỀN
    PAID BACK → HOÀN LẠI
    together → tổng cộng
    # Tables of accounts and the house
    Users → Tài khoản
    The house → Spa
    E-MAIL → E-MAIL
    NAME → TÊN
    ROLE → VAI TRÒ
    DOES → LÀM
    TYPED BEHIND : → GÕ SAU DẤU :
    CHANGED → ĐỔI LÚC
    BY → NGƯỜI ĐỔI
    SERVICE → DỊCH VỤ
    MINUTES → PHÚT
    BUFFER → ĐỂ TRỐNG
    PRICE → GIÁ
    PRICE %1 → GIÁ %1
    ROOM → PHÒNG
    SEATS → CHỖ
    BEDS → GIƯỜNG
    DAY → NGÀY
    HOURS → GIỜ
    THERAPIST → KỸ THUẬT VIÊN
    STATE → TRẠNG THÁI
    admin → quản trị
    manager → quản lý
    receptionist → lễ tân
    therapist → kỹ thuật viên
    logged in: %1 → đang đăng nhập: %1
    monday → thứ Hai
    tuesday → thứ Ba
    wednesday → thứ Tư
    thursday → thứ Năm
    friday → thứ Sáu
    saturday → thứ Bảy
    sunday → Chủ Nhật
    # What can be typed there
    who may log in, and who changed what → ai được đăng nhập, và ai đã đổi gì
    an account; its password is asked for next → một tài khoản; mật khẩu sẽ hỏi sau
    another password, asked for next; ends the sessions → mật khẩu khác, sẽ hỏi sau; kết thúc các phiên
    another role; of a therapist, the kind of treatment that they do → vai trò khác; với kỹ thuật viên, loại dịch vụ họ làm
    logs in no more → không đăng nhập nữa
    logs in again → đăng nhập lại được
    ends the sessions → kết thúc các phiên
    services, rooms, beds, hours, therapists, and who changed what → dịch vụ, phòng, giường, giờ, kỹ thuật viên, và ai đã đổi gì
    counts from the next sale on → tính từ lần bán sau
    the length of a service → độ dài của dịch vụ
    minutes kept free after a service → số phút để trống sau dịch vụ
    business hours of a day, or of every-day → giờ mở cửa của một ngày, hoặc every-day
    back from leave → đi làm lại
    sold no more → không bán nữa
    sold again → bán lại
    out of service → ngừng dùng
    in service again → dùng lại
    a new service: minutes, price, minutes kept free after it, kind: name → dịch vụ mới: phút, giá, phút để trống sau đó, loại: tên
    a new room and its beds; or so many seats, as in Foot lounge: 4 seats → phòng mới và giường; hoặc số chỗ, như Foot lounge: 4 seats
    a new bed in a room → giường mới trong phòng
    a new therapist without an account, and the kind of treatment they do → kỹ thuật viên mới không có tài khoản, và loại dịch vụ họ làm
    Write %1. → Hãy ghi @1.
    Write %1 behind %2. → Hãy ghi %1 sau %2.
    Write more: %1. → Hãy ghi thêm: %1.
    "%1" is nothing that can be done with %2; there are %3. → "%1" không phải việc của %2; có %3.
    %1: nothing stands behind that, but there is "%2". → %1: sau đó không có gì, nhưng lại có "%2".
    "%1" is not %2. → "%1" không phải @2.
    "%1" is not %2; :house shows them. → "%1" không phải @2; :house cho xem.
    an e-mail address → địa chỉ e-mail
    a role: admin, manager, receptionist or therapist → vai trò: admin, manager, receptionist hoặc therapist
    a kind of treatment → loại dịch vụ
    a price, like 480000 or 49.50 → giá, như 480000 hoặc 49.50
    minutes, 5 to 480 → số phút, 5 đến 480
    minutes kept free, 0 to 240 → số phút để trống, 0 đến 240
    a service's name or number → tên hoặc số của dịch vụ
    a bed's name or number → tên hoặc số của giường
    a room's name or number → tên hoặc số của phòng
    a therapist's name or number → tên hoặc số của kỹ thuật viên
    monday to sunday, or every-day → monday đến sunday, hoặc every-day
    hours like 09:00-21:00, or closed → giờ như 09:00-21:00, hoặc closed
    the kind of treatment, a colon and the name, like Massage: Thai 60' → loại dịch vụ, dấu hai chấm và tên, như Massage: Thai 60'
    its name, a colon and its beds, like Lotus: 1, 2 → tên, dấu hai chấm và các giường, như Lotus: 1, 2
    a room, a colon and the bed's name, like Lotus: 3 → phòng, dấu hai chấm và tên giường, như Lotus: 3
    a name, a colon and a kind of treatment, like Anna: Massage → tên, dấu hai chấm và loại dịch vụ, như Anna: Massage
    # What was done there
    %1 logs in as %2, %3. → %1 đăng nhập bằng %2, @3.
    %1 has another password; sessions ended: %2. → %1 có mật khẩu khác; số phiên đã kết thúc: %2.
    %1 is %2 now; was %3. → %1 nay là @2; trước là @3.
    %1 logs in again. → %1 đăng nhập lại được.
    %1 logs in no more. → %1 không đăng nhập nữa.
    Sessions of %1 ended: %2. → Số phiên của %1 đã kết thúc: %2.
    %1 is sold now. → Từ nay bán %1.
    %1 is a new kind of treatment, which no therapist does yet. → %1 là loại dịch vụ mới, chưa kỹ thuật viên nào làm.
    %1 is a room now, seats: %2. → Đã có phòng %1, số chỗ: %2.
    %1 is a room now, beds: %2. → Đã có phòng %1, giường: %2.
    Bed %1 stands in %2 now. → Giường %1 nay ở %2.
    Bed %1 is in service. → Giường %1 đang dùng.
    Bed %1 is out of service. → Giường %1 ngừng dùng.
    Room %1 is in service. → Phòng %1 đang dùng.
    Room %1 is out of service. → Phòng %1 ngừng dùng.
    1 booking from today on there: :move takes each elsewhere. → Từ hôm nay có 1 lịch ở đó: :move dời đi.
    %1 bookings from today on there: :move takes each elsewhere. → Từ hôm nay có %1 lịch ở đó: :move dời từng lịch.
    1 booking from today on outside them: :move takes each elsewhere. → Từ hôm nay có 1 lịch ngoài giờ: :move dời đi.
    %1 bookings from today on outside them: :move takes each elsewhere. → Từ hôm nay có %1 lịch ngoài giờ: :move dời từng lịch.
    1 booking from today on with them: :reassign gives them to others. → Từ hôm nay có 1 lịch với người đó: :reassign giao cho người khác.
    %1 bookings from today on with them: :reassign gives them to others. → Từ hôm nay có %1 lịch với người đó: :reassign giao cho người khác.
    Hours, every day: %1. → Giờ mở cửa, mọi ngày: @1.
    Hours, %1: %2. → Giờ mở cửa, @1: @2.
    %1 is on leave. → %1 nghỉ phép.
    %1 is back. → %1 đi làm lại.
    There is no password for it. → Chưa có mật khẩu.
    Administrators' accounts are for administrators. → Tài khoản quản trị dành cho quản trị viên.
    Nobody has the account %1. → Không có tài khoản %1.
    %1 has an account already. → %1 đã có tài khoản.
    The phone number %1 belongs to another account. → Số điện thoại %1 thuộc tài khoản khác.
    The password is among the first that anybody would try; take another. → Mật khẩu quá dễ đoán; hãy chọn mật khẩu khác.
    The password is too short: take %1 characters or more. → Mật khẩu quá ngắn: cần từ %1 ký tự.
    Two of the beds have the same name; each needs its own. → Hai giường trùng tên; mỗi giường cần tên riêng.
    %1 (off) → %1 (ngừng)
    """#
}
