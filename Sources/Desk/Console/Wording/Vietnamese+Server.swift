extension Vietnamese {
  /// What only the server says: what has changed meanwhile, and what is wrong in a line about the
  /// house.
  static let server = #"""
    # Orders that come too late
    This was meant for %1 at the latest and was not carried out. → Lệnh này chỉ có hiệu lực đến @1 và chưa được thực hiện.
    This was meant for %1 at the latest and was not carried out; the booking is %2. → Lệnh này chỉ có hiệu lực đến @1 và chưa được thực hiện; trạng thái của lịch: @2.
    This booking has changed meanwhile; it is %1 now. → Lịch này vừa thay đổi; trạng thái bây giờ: @1.
    Another program → Chương trình khác
    %1 marked the guest as arrived at %2. → @1 đã ghi khách đến lúc @2.
    %1 set it to %2 at %3. → @1 đã đổi thành @2 lúc @3.
    %1 moved it to %2 on %3 at %4. → Lúc @4 @1 đã dời sang @2 ngày @3.
    %1 wrote in its notes at %2. → @1 đã ghi chú lúc @2.
    %1 changed its payment at %2. → @1 đã đổi khoản trả lúc @2.
    %1 made it %2 at %3. → @1 đã đổi dịch vụ thành %2 lúc @3.
    %1 noted at %2 whom the guest wishes for. → Lúc @2 @1 đã ghi khách yêu cầu ai.
    %1 calls the guest since %2. → @1 đang gọi khách từ @2.
    %1 called the guest in vain at %2. → @1 đã gọi khách lúc @2 nhưng không gặp.
    This request id was used for another order; each needs its own. → Mã yêu cầu này đã dùng cho lệnh khác; mỗi lệnh cần mã riêng.
    %1 has no price, so that it cannot be sold. → %1 chưa có giá nên không bán được.
    Two new guests cannot have one phone number or e-mail; %1 needs another, or comes as the first one's companion. → Hai khách mới không thể chung số điện thoại hoặc e-mail; %1 cần số khác, hoặc đi cùng khách đầu tiên.
    # Accounts
    The password is %1 and is not shown again. → Mật khẩu là %1 và sẽ không hiện lại.
    Write users or house, and what is to be done. → Hãy ghi users hoặc house, và việc cần làm.
    "%1" is no role; write admin, manager, receptionist or therapist. → "%1" không phải vai trò; hãy ghi admin, manager, receptionist hoặc therapist.
    "%1" is no e-mail address; write it like anna@spa.example. → "%1" không phải địa chỉ e-mail; hãy ghi như anna@spa.example.
    "%1" is no phone number; one has 3 to 15 digits. → "%1" không phải số điện thoại; số có từ 3 đến 15 chữ số.
    Nobody has the account %1; :users shows who has one. → Không có tài khoản %1; :users cho xem ai có.
    A person's name has 1 to 100 letters on one line. → Tên người có từ 1 đến 100 chữ trên một dòng.
    Only therapists do treatments: leave out what a %1 does. → Chỉ kỹ thuật viên làm dịch vụ: hãy bỏ việc của @1.
    There is no kind of treatment "%1"; there is none yet. → Không có loại dịch vụ "%1"; chưa có loại nào.
    There is no kind of treatment "%1"; there are %2. → Không có loại dịch vụ "%1"; có %2.
    The database has no role %1 in its table roles. → Cơ sở dữ liệu không có vai trò %1 trong bảng roles.
    %1 is the last account that manages the spa; add another manager first. → %1 là tài khoản quản lý cuối cùng của spa; hãy thêm quản lý khác trước.
    The password is too long: bcrypt reads %1 bytes, so that what follows would not count. → Mật khẩu quá dài: bcrypt chỉ đọc %1 byte, phần sau sẽ không tính.
    The password has a control character, which no keyboard types at the log-in. → Mật khẩu có ký tự điều khiển, bàn phím không gõ được khi đăng nhập.
    # The house
    Write both parts, with a colon between. → Hãy ghi cả hai phần, cách nhau bằng dấu hai chấm.
    Seats are a number from 1 to 1000. → Số chỗ là từ 1 đến 1000.
    There is no %1 "%2"; :house shows them. → Không có @1 "%2"; :house cho xem.
    %1 are called "%2"; take its number; :house shows them. → Có %1 cái tên "%2"; hãy dùng số; :house cho xem.
    There is one called "%1" already; take another name. → Đã có tên "%1"; hãy chọn tên khác.
    %1 has 1 to %2 letters on one line → @1 có từ 1 đến %2 chữ trên một dòng
    bed → giường
    room → phòng
    a bed's name → tên giường
    a room's name → tên phòng
    a service's name → tên dịch vụ
    a kind's name → tên loại dịch vụ
    a therapist's name → tên kỹ thuật viên
    hours are written like "09:00-21:00", or "closed"; "18:00-02:00" ends on the next day, and a whole day is "00:00-24:00" → giờ mở cửa ghi như "09:00-21:00", hoặc "closed"; "18:00-02:00" kết thúc hôm sau, cả ngày là "00:00-24:00"
    a treatment lasts 5 to 480 minutes → một dịch vụ dài từ 5 đến 480 phút
    after a treatment 0 to 240 minutes are kept free → sau dịch vụ để trống từ 0 đến 240 phút
    a price is a number above zero, like 480000 or "49.50" → giá là số lớn hơn không, như 480000 hoặc "49.50"
    a price is below 100 millions; the shop's payments hold no more → giá phải dưới 100 triệu; bảng thanh toán không chứa nhiều hơn
    prices in %1 have no fractions → giá bằng %1 không có số lẻ
    "%1" can be read in two ways: write %2 or %3 → "%1" có thể hiểu hai cách: hãy ghi %2 hoặc %3
    %1: %2; was %3. → %1: @2; trước là @3.
    called %1 → tên %1
    price %1 → giá %1
    %1 minutes → %1 phút
    buffer %1 → để trống %1
    sold → đang bán
    not sold → không bán
    %1's hours: %2 (before: %3) → Giờ làm của %1: @2 (trước: @3)
    """#
}
