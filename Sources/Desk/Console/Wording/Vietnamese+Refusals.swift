extension Vietnamese {
  /// What the rules refuse, here or at the server: the server's sentences are the same.
  static let refusals = #"""
    # Why a change of status is refused
    This booking is scheduled already. → Lịch này đã ở trạng thái đã đặt.
    This booking is confirmed already. → Lịch này đã xác nhận rồi.
    This booking is in progress already. → Lịch này đang làm rồi.
    This booking is completed already. → Lịch này đã xong rồi.
    This booking is cancelled already. → Lịch này đã huỷ rồi.
    This booking is no-show already. → Lịch này đã ghi không đến rồi.
    This guest is marked as arrived already. → Khách này đã ghi là đã đến rồi.
    This booking is for %1, not for today. → Lịch này là ngày @1, không phải hôm nay.
    Undo the last change to set a booking back to scheduled. → Hoàn tác thay đổi cuối để lịch trở lại đã đặt.
    A booking is never set back to scheduled; undo the last change instead. → Lịch không thể đặt lại thành đã đặt; hãy hoàn tác thay đổi cuối.
    This booking is in progress; complete it or undo. → Lịch này đang làm; hãy hoàn tất hoặc hoàn tác.
    This booking is completed; only undo changes it now. → Lịch này đã xong; giờ chỉ hoàn tác mới đổi được.
    This booking is cancelled; only undo brings it back. → Lịch này đã huỷ; chỉ hoàn tác mới lấy lại được.
    This guest is marked as a no-show; undo that first. → Khách này đã ghi không đến; hãy hoàn tác điều đó trước.
    Its time was over at %1; there is nothing to confirm. → Giờ của lịch đã hết lúc @1; không còn gì để xác nhận.
    It is planned for %1; before %2 a start needs a reason. → Lịch hẹn lúc @1; bắt đầu trước @2 thì cần lý do.
    This booking has not been started; start it first. → Lịch này chưa bắt đầu; hãy bắt đầu trước.
    A cancellation needs a reason. → Huỷ lịch cần lý do.
    This guest has arrived, so it is no no-show. → Khách đã đến, nên không phải không đến.
    The guest may still come; a no-show can be marked from %1. → Khách vẫn có thể đến; từ @1 mới ghi không đến được.
    The therapist is still with %1; complete that first. → Kỹ thuật viên còn đang làm cho @1; hãy hoàn tất lịch đó trước.
    When this therapist works is not certain just now; call the spa. → Giờ làm của kỹ thuật viên này chưa chắc chắn; hãy gọi cho spa.
    The guest is still in the treatment of %1; complete that first. → Khách còn đang làm dịch vụ lúc %1; hãy hoàn tất lịch đó trước.
    The bed is still taken by %1; complete that first. → Giường còn đang dùng cho @1; hãy hoàn tất lịch đó trước.
    This booking is scheduled; nobody is called. → Lịch này đã đặt; không cần gọi.
    This booking is in progress; nobody is called. → Lịch này đang làm; không cần gọi.
    This booking is completed; nobody is called. → Lịch này đã xong; không cần gọi.
    This booking is cancelled; nobody is called. → Lịch này đã huỷ; không cần gọi.
    This booking is no-show; nobody is called. → Lịch này không đến; không cần gọi.
    %1 calls %2 since %3. → %1 đang gọi %2 từ @3.
    This booking's %1 cannot be read; it has to be put right where it was written. → Không đọc được @1 của lịch này; phải sửa ở nơi đã ghi.
    There is no booking %1. → Không có lịch hẹn %1.
    # Who may
    Only reception confirms bookings. → Chỉ lễ tân xác nhận lịch hẹn.
    Only reception marks guests as arrived. → Chỉ lễ tân ghi khách đã đến.
    Only reception and the booking's own therapist start it. → Chỉ lễ tân và kỹ thuật viên của lịch mới bắt đầu được.
    Only reception and the booking's own therapist complete it. → Chỉ lễ tân và kỹ thuật viên của lịch mới hoàn tất được.
    Only reception and the guest cancel a booking. → Chỉ lễ tân và khách mới huỷ lịch được.
    Only reception marks a no-show. → Chỉ lễ tân ghi không đến.
    Only reception and the guest book. → Chỉ lễ tân và khách mới đặt lịch được.
    Only reception moves bookings. → Chỉ lễ tân dời lịch.
    Only reception writes notes. → Chỉ lễ tân ghi chú.
    Only reception takes payments. → Chỉ lễ tân thu tiền.
    Only reception blocks time. → Chỉ lễ tân chặn giờ.
    Only a manager books against the rules. → Chỉ quản lý đặt trái quy định được.
    Only reception keeps the waiting list. → Chỉ lễ tân giữ danh sách chờ.
    Only reception holds slots. → Chỉ lễ tân giữ chỗ.
    Only reception calls guests. → Chỉ lễ tân gọi khách.
    Only reception keeps the desk's tasks. → Chỉ lễ tân giữ việc của quầy.
    Only reception corrects a guest's record. → Chỉ lễ tân sửa hồ sơ khách.
    This is not open to the role %1. → Vai trò %1 không được làm việc này.
    # Booking and moving
    A booking lasts from 1 to 720 minutes. → Một lịch hẹn dài từ 1 đến 720 phút.
    A booking begins between 00:00 and 23:59 of its day. → Lịch hẹn bắt đầu từ 00:00 đến 23:59 trong ngày.
    There is no therapist %1. → Không có kỹ thuật viên %1.
    There is no service %1. → Không có dịch vụ %1.
    There is no customer %1. → Không có khách %1.
    There is no customer %1 whose family this is. → Không có khách %1 là người nhà.
    There is no bed %1. → Không có giường %1.
    There is no room in use. → Không có phòng nào đang dùng.
    %1 is not offered any more. → %1 không còn phục vụ.
    %1 does not do %2. → %1 không làm %2.
    %1 takes no bookings: %2. → %1 không nhận lịch: @2.
    available → sẵn sàng
    busy → bận
    offline → ngoại tuyến
    on leave → nghỉ phép
    %1 does not fit: the spa is closed on that day. → @1 không được: hôm đó spa đóng cửa.
    %1 does not fit: %2. → @1 không được: @2.
    the spa is open from %1 to %2 → spa mở cửa từ @1 đến @2
    the spa is open from %1 to %2 and from %3 to %4 → spa mở cửa từ @1 đến @2 và từ @3 đến @4
    the spa is closed on that day → hôm đó spa đóng cửa
    %1 on %2 is over. → @1 ngày @2 đã qua.
    %1 is over. → @1 đã qua.
    %1 has %2 then. → Lúc đó %1 có @2.
    %1 has %2 then, booked by %3. → Lúc đó %1 có @2, do %3 đặt.
    %1 has %2 then, and %3 minutes are kept free between two guests. → Lúc đó %1 có @2, và giữa hai khách để trống %3 phút.
    %1 has %2 then, and %3 minutes are kept free between two guests, booked by %4. → Lúc đó %1 có @2, và giữa hai khách để trống %3 phút, do %4 đặt.
    %1 has %2 then; even against the rules two cannot begin in the same minute. → Lúc đó %1 có @2; dù trái quy định hai lịch cũng không thể bắt đầu cùng phút.
    %1 has %2 then, and %3 minutes are kept free after it; move that first. → Lúc đó %1 có @2, và sau lịch đó để trống %3 phút; hãy dời lịch đó trước.
    %1 has %2 then; move that first. → Lúc đó %1 có @2; hãy dời lịch đó trước.
    The therapist has %1 then. → Lúc đó kỹ thuật viên có @1.
    another booking, %1 → lịch khác, @1
    %1 is not free then. → Lúc đó %1 không trống.
    No bed and no seat is free %1. → Không có giường hay chỗ ngồi nào trống @1.
    No bed is free %1. → Không có giường trống @1.
    No room with %1 beds is free then. → Lúc đó không có phòng nào trống %1 giường.
    The bookings of %1 are not known here. → Ở đây chưa biết lịch hẹn ngày @1.
    %1 is blocked %2. → %1 đã chặn giờ @2.
    %1 is blocked %2: %3. → %1 đã chặn giờ @2: %3.
    %1 is blocked %2 (%3). → %1 đã chặn giờ @2 (%3).
    %1 is blocked %2 already. → %1 đã chặn giờ @2 rồi.
    The spa is closed on %1. → Ngày @1 spa đóng cửa.
    The spa is closed on %1: %2. → Ngày @1 spa đóng cửa: %2.
    The spa is closed on %1 (%2). → Ngày @1 spa đóng cửa (%2).
    The spa is closed %1. → Spa đóng cửa @1.
    The spa is closed on that day. → Hôm đó spa đóng cửa.
    %1 is off on %2. → %1 nghỉ ngày @2.
    %1 is off on %2: %3. → %1 nghỉ ngày @2: %3.
    %1 is off on %2 (%3). → %1 nghỉ ngày @2 (%3).
    %1 is off %2. → %1 nghỉ @2.
    %1 is off %2: %3. → %1 nghỉ @2: %3.
    %1 is off %2 (%3). → %1 nghỉ @2 (%3).
    It stands there already. → Lịch đã ở đó rồi.
    That stands there already. → Điều đó đã ghi rồi.
    It began at %1: %2 minutes would have ended at %3 already. → Lịch bắt đầu lúc @1: %2 phút thì đã hết lúc @3.
    The guest is being treated; only its length and bed can change. → Khách đang được làm; chỉ đổi được độ dài và giường.
    This booking is completed. → Lịch này đã xong.
    This booking is cancelled; undo that first. → Lịch này đã huỷ; hãy hoàn tác điều đó trước.
    Another program wrote more in its notes than is shown here; change them there, so that nothing is lost. → Chương trình khác đã ghi chú nhiều hơn ở đây hiện; hãy sửa ở đó để không mất gì.
    %1 is %2; book anew instead. → Lịch của %1 là @2; hãy đặt lịch mới.
    A visit is on one day: that of %1 is on %2. → Một lượt khách trong một ngày: lượt của %1 là ngày @2.
    %1 has this phone number or e-mail already: book for them. → %1 đã có số điện thoại hoặc e-mail này: hãy đặt cho người đó.
    No paid session of %1 is left. → Không còn buổi %1 nào đã trả trước.
    Between 1 and %1 bookings can be made together. → Có thể đặt cùng lúc từ 1 đến %1 lịch.
    A series has at most %1 days and %2 bookings. → Một chuỗi có nhiều nhất %1 ngày và %2 lịch.
    A visit has at most %1 treatments. → Một lượt có nhiều nhất %1 dịch vụ.
    At most %1 guests can come together. → Nhiều nhất %1 khách đi cùng nhau.
    Between 1 and %1 bookings can be changed together. → Có thể đổi cùng lúc từ 1 đến %1 lịch.
    Of bookings that are changed together each is named once. → Trong các lịch đổi cùng lúc, mỗi lịch chỉ nêu một lần.
    An undo is an order of its own. → Hoàn tác là một lệnh riêng.
    You can book for yourself, with a session you have paid for. → Bạn có thể tự đặt bằng buổi đã trả.
    Say who the booking is for: your own customerId. → Hãy nêu đặt cho ai: customerId của bạn.
    Say who the booking is for: customerId or newCustomer. → Hãy nêu đặt cho ai: customerId hoặc newCustomer.
    %1 is booked at the desk; call the spa. → %1 đặt tại quầy; hãy gọi cho spa.
    %1 lasts %2 minutes, as it is sold. → %1 dài %2 phút, như đã bán.
    The spa chooses the place; leave bedId and overrideReason out. → Spa chọn chỗ; hãy bỏ bedId và overrideReason.
    %1 begins every %2 minutes; choose an offered start. → %1 bắt đầu mỗi %2 phút; hãy chọn giờ được đưa ra.
    It began at %1; only the desk can change it now. → Lịch bắt đầu lúc @1; giờ chỉ quầy mới đổi được.
    %1 is more than ten years from today. → @1 cách hôm nay hơn mười năm.
    # Payments
    Nothing can be read of its payment; look it up in the web shop. → Không đọc được khoản trả; hãy xem trên trang web.
    This sale was paid back; what is paid now is a new sale. → Khoản này đã hoàn tiền; trả bây giờ là khoản mới.
    It is %1 already. → Lịch này đã là %1.
    The guest is being treated; the therapist cannot change now. → Khách đang được làm; bây giờ không đổi kỹ thuật viên được.
    It got another treatment since. → Sau đó lịch này đã đổi sang dịch vụ khác.
    This booking is %1; a wish comes too late for it. → Lịch này đã @1; yêu cầu thì quá muộn.
    Only reception notes whom guests wish for. → Chỉ lễ tân ghi yêu cầu của khách.
    What it was paid with before has changed since; it stays as it is. → Khoản đã trả trước đây đã thay đổi; giữ nguyên như hiện tại.
    The session that it used before is used for another booking meanwhile. → Buổi đã dùng trước đây nay dùng cho lịch khác.
    Only reception changes what a guest is treated with. → Chỉ lễ tân đổi dịch vụ của khách.
    This booking is cancelled; nothing is to be paid for it. → Lịch này đã huỷ; không phải trả gì.
    It is paid already. → Đã trả rồi.
    It is paid already. %1 took it. → Đã trả rồi. %1 đã thu.
    It was paid at %1. %2 took it. → Đã trả lúc @1. %2 đã thu.
    It was paid at %1. Paid by the web shop. → Đã trả lúc @1, qua trang web.
    It was paid at %1. → Đã trả lúc @1.
    It was paid. → Đã trả.
    Paid by the web shop at %1. → Đã trả qua trang web lúc @1.
    Paid by the web shop. → Đã trả qua trang web.
    %1 took it at %2. → %1 đã thu lúc @2.
    %1 took it. → %1 đã thu.
    The payment has changed since; it is not taken back here. → Khoản trả đã thay đổi; ở đây không hoàn tác.
    # Swaps
    A booking cannot be swapped with itself. → Lịch không thể đổi chỗ với chính nó.
    %1 is scheduled already. → %1 đã đặt rồi.
    %1 is confirmed already. → %1 đã xác nhận rồi.
    %1 is in progress already. → %1 đang làm rồi.
    %1 is completed already. → %1 đã xong rồi.
    %1 is cancelled already. → %1 đã huỷ rồi.
    %1 is no-show already. → %1 đã ghi không đến rồi.
    A swap is taken back on its own. → Đổi chỗ phải hoàn tác riêng.
    %1 would change places with another; swap them. → @1 sẽ đổi chỗ với lịch khác; hãy dùng lệnh đổi chỗ.
    # Undo
    There is nothing to undo on this booking. → Lịch này không có gì để hoàn tác.
    The payment was changed by the web shop; it goes back there. → Trang web đã đổi khoản trả; hãy hoàn tác ở đó.
    The last change is of another day; it cannot be undone any more. → Thay đổi cuối là của ngày khác; không hoàn tác được nữa.
    The last change was made by %1; they or a manager can undo it. → Thay đổi cuối là của %1; người đó hoặc quản lý mới hoàn tác được.
    The last change was made by another program; they or a manager can undo it. → Thay đổi cuối là của chương trình khác; quản lý mới hoàn tác được.
    The last change is more than %1 minutes old; a manager can undo it the same day. → Thay đổi cuối đã quá %1 phút; quản lý hoàn tác được trong ngày.
    The arrival has been overtaken; undo the status first. → Sau khi khách đến đã có thay đổi; hãy hoàn tác trạng thái trước.
    %1 begins in the same minute; move that first. → @1 bắt đầu cùng phút; hãy dời lịch đó trước.
    This booking is scheduled; it stays booked. → Lịch này đã đặt; vẫn giữ nguyên.
    This booking is confirmed; it stays booked. → Lịch này đã xác nhận; vẫn giữ nguyên.
    This booking is in progress; it stays booked. → Lịch này đang làm; vẫn giữ nguyên.
    This booking is completed; it stays booked. → Lịch này đã xong; vẫn giữ nguyên.
    This booking is cancelled; it stays booked. → Lịch này đã huỷ; vẫn giữ nguyên.
    This booking is no-show; it stays booked. → Lịch này không đến; vẫn giữ nguyên.
    This booking is scheduled; it stays where it is. → Lịch này đã đặt; vẫn ở chỗ cũ.
    This booking is confirmed; it stays where it is. → Lịch này đã xác nhận; vẫn ở chỗ cũ.
    This booking is in progress; it stays where it is. → Lịch này đang làm; vẫn ở chỗ cũ.
    This booking is completed; it stays where it is. → Lịch này đã xong; vẫn ở chỗ cũ.
    This booking is cancelled; it stays where it is. → Lịch này đã huỷ; vẫn ở chỗ cũ.
    This booking is no-show; it stays where it is. → Lịch này không đến; vẫn ở chỗ cũ.
    Its old slot has gone to %1. → Chỗ cũ đã có @1.
    Its old slot is blocked %1 meanwhile. → Chỗ cũ nay đã chặn @1.
    The slot has gone to %1. → Chỗ đó đã có @1.
    The paid session has been used for another booking meanwhile. → Buổi đã trả nay đã dùng cho lịch khác.
    The booking it changed places with is gone; move this one instead. → Lịch đã đổi chỗ với nó không còn; hãy dời lịch này.
    %1, with which it changed places, is %2; move this one instead. → @1, lịch đã đổi chỗ với nó, là @2; hãy dời lịch này.
    %1, with which it changed places, has moved since; move this one instead. → @1, lịch đã đổi chỗ với nó, sau đó đã dời; hãy dời lịch này.
    The old slot of %1 has gone to %2. → Chỗ cũ của %1 đã có @2.
    # Blocked time and days off
    A block lasts between %1 and %2 minutes. → Chặn giờ dài từ %1 đến %2 phút.
    A block begins between 00:00 and 23:59 of its day. → Chặn giờ bắt đầu từ 00:00 đến 23:59 trong ngày.
    There is no block %1 any more. → Giờ chặn %1 không còn nữa.
    %1 is off then already: %2. → Lúc đó %1 đã nghỉ rồi: @2.
    Everybody is off then already: %1. → Lúc đó mọi người đã nghỉ rồi: @1.
    Everybody is off for at most %1 days at once. → Mọi người nghỉ nhiều nhất %1 ngày liền.
    A therapist is off for at most %1 days at once. → Một kỹ thuật viên nghỉ nhiều nhất %1 ngày liền.
    There is no time off %1 any more. → Ngày nghỉ %1 không còn nữa.
    # Waiting
    Waiting ends at or after its beginning. → Giờ chờ kết thúc không sớm hơn lúc bắt đầu.
    %1 cannot begin %2: the spa is open %3. → %1 không thể bắt đầu @2: spa mở cửa @3.
    %1 and %2 → @1 và @2
    Nobody waits under number %1 any more. → Không còn ai chờ với số %1.
    %1 waits %2 times on %3 already; take one off the list first. → %1 đã chờ %2 lần ngày @3; hãy bỏ bớt một.
    %1 waits for %2 then already, %3. → Lúc đó %1 đã chờ %2 rồi, @3.
    The waiting list of %1 is full: %2 wait already. → Danh sách chờ ngày @1 đã đầy: đã có %2 người.
    # Tasks and the guest's record
    %1 tasks are open already: do or strike some of them first. → Đã có %1 việc đang mở: hãy làm hoặc gạch bớt.
    %1 has done this already. → %1 đã làm việc này rồi.
    This is open already. → Việc này đang mở rồi.
    What is to be done? → Cần làm gì?
    A task's time needs its day. → Giờ của việc cần có ngày.
    A customer has a name. → Khách phải có tên.
    A phone number has 3 to 15 digits. → Số điện thoại có 3 đến 15 chữ số.
    This is no e-mail address. → Đây không phải địa chỉ e-mail.
    %1's %2 has been taken away meanwhile. → @2 của %1 nay đã bị xoá.
    %1's %2 has changed meanwhile: %3 → @2 của %1 nay đã đổi: %3
    %1 is %2's already: each has their own. → %1 đã là của %2: mỗi người có riêng.
    %1 may have %2 characters; this has %3. Nothing was cut. → @1 có nhiều nhất %2 ký tự; đoạn này có %3. Chưa cắt gì.
    %1 may not hold the control character U+%2. → @1 không được chứa ký tự điều khiển U+%2.
    A booking's notes → Ghi chú của lịch hẹn
    A reason → Lý do
    The reason of blocked time → Lý do chặn giờ
    A waiting guest's note → Ghi chú của khách chờ
    A call's note → Ghi chú cuộc gọi
    A task → Một việc
    An alert → Cảnh báo
    What a guest likes → Sở thích của khách
    A customer's name → Tên khách
    A phone number → Số điện thoại
    An e-mail address → Địa chỉ e-mail
    What is looked for → Điều cần tìm
    A line → Một dòng
    # What guests are told, and a desk may read
    This time is not free; choose another. → Giờ này không trống; hãy chọn giờ khác.
    No place is free at this time; choose another. → Giờ này không còn chỗ; hãy chọn giờ khác.
    This therapist does not do this service; choose another. → Kỹ thuật viên này không làm dịch vụ này; hãy chọn người khác.
    There is nothing of yours to undo on this booking. → Lịch này không có gì của bạn để hoàn tác.
    This booking has changed meanwhile; look at it again before you change it. → Lịch này vừa thay đổi; hãy xem lại trước khi sửa.
    This phone number or e-mail is known already. → Số điện thoại hoặc e-mail này đã có.
    This booking cannot be changed just now; call the spa. → Lúc này không đổi được lịch này; hãy gọi cho spa.
    This cannot be done now; call the spa. → Lúc này không làm được; hãy gọi cho spa.
    This booking is %1 already. → Lịch này @1 rồi.
    This booking is %1; nobody is called. → Lịch này @1; không cần gọi.
    This booking is %1; it stays booked. → Lịch này @1; vẫn giữ nguyên.
    This booking is %1; it stays where it is. → Lịch này @1; vẫn ở chỗ cũ.
    %1 is %2 already. → %1 @2 rồi.
    A block lasts %1 minutes. → Chặn giờ dài @1 phút.
    between %1 and %2 → từ %1 đến %2
    The therapist → Kỹ thuật viên
    %1 does not fit: %2. → @1 không được: @2.
    status → trạng thái
    Another treatment is an order of its own. → Đổi dịch vụ là một lệnh riêng.
    This booking is %1; it keeps its treatment. → Lịch này @1; giữ nguyên dịch vụ.
    """#
}
