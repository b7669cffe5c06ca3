extension Vietnamese {
  /// What a line being typed is understood as, and what it lacks.
  static let lines = #"""
    # What is missing yet of a line
    Who? A part of the phone number, or a name. → Ai? Một phần số điện thoại, hoặc tên.
    Who? A part of the phone number, or a name: "%1" is the therapist %2. → Ai? Một phần số điện thoại, hoặc tên: "%1" là kỹ thuật viên %2.
    Who? A part of the phone number, or a name: "%1" is the day %2. → Ai? Một phần số điện thoại, hoặc tên: "%1" là ngày @2.
    Which service? Letters of its name and its length. → Dịch vụ nào? Vài chữ của tên và số phút.
    %1: what? Say the service, as %2. → %1: làm gì? Hãy ghi dịch vụ, như %2.
    %1: what? Say the service. → %1: làm gì? Hãy ghi dịch vụ.
    Which: %1? Add the minutes, or more of the name. → Loại nào: @1? Hãy thêm số phút, hoặc thêm chữ của tên.
    %1 or %2 others → %1 hoặc %2 loại khác
    %1 or %2 → @1 hoặc @2
    Whose family? The number at which they are called. → Gia đình của ai? Số điện thoại liên lạc.
    Whom? A part of a name, phone or e-mail. → Ai? Một phần tên, số điện thoại hoặc e-mail.
    Where to? Arrows, or a time, a day, a therapist, a bed or a length. → Dời đi đâu? Phím mũi tên, hoặc giờ, ngày, kỹ thuật viên, giường hay độ dài.
    Which treatment instead of %1? → Đổi %1 sang dịch vụ nào?
    Whom does the guest wish for? Say the therapist too. → Khách yêu cầu ai? Hãy ghi cả kỹ thuật viên.
    WISH: %1 wished for %2. → YÊU CẦU: %1 muốn %2.
    next by turn, %1 → đến lượt, @1
    nobody yet today → hôm nay chưa có khách
    #1 min today, last served #2 → hôm nay %1 phút, xong khách lúc @2
    %1 does not do %2: with whom? → %1 không làm %2: với ai?
    %1 does not do %2; nobody here does. → %1 không làm %2; ở đây không ai làm.
    %1 does not do %2; %3 would, and is not free then. → %1 không làm %2; %3 làm được nhưng lúc đó bận.
    By how many minutes? 1 to 240. → Bao nhiêu phút? 1 đến 240.
    With which? Its guest, therapist or time. → Với lịch nào? Khách, kỹ thuật viên hoặc giờ.
    Why is %1 cancelled? → Vì sao huỷ lịch của %1?
    1 to %1, or why in words. → 1 đến %1, hoặc ghi lý do.
    Booked by mistake → Đặt nhầm
    Therapist is away → Kỹ thuật viên vắng
    Guest cannot come → Khách không đến được
    Guest is ill → Khách ốm
    Other → Lý do khác
    %1 Booked by mistake → %1 Đặt nhầm
    %1 Therapist is away → %1 Kỹ thuật viên vắng
    %1 Guest cannot come → %1 Khách không đến được
    %1 Guest is ill → %1 Khách ốm
    %1 Other → %1 Lý do khác
    What else does %1 have? → %1 còn làm gì nữa?
    How is it paid? A digit, or a word. → Trả bằng gì? Gõ số, hoặc chữ.
    Whose guests? → Khách của ai?
    Whose time? → Giờ của ai?
    Who is off? A therapist, or all for everybody. → Ai nghỉ? Một kỹ thuật viên, hoặc all cho mọi người.
    Who waits no longer? A part of the name or number. → Ai không chờ nữa? Một phần tên hoặc số.
    How often? x2 to x%1. → Bao nhiêu lần? x2 đến x%1.
    In 1 to 52 weeks, please. → Sau 1 đến 52 tuần.
    # While the server is asked
    Looking for %1… → Đang tìm %1…
    Fetching %1's bookings… → Đang tải lịch hẹn của %1…
    Fetching %1 days… → Đang tải %1 ngày…
    Asking what is free… → Đang hỏi chỗ trống…
    Asking who is booked then… → Đang hỏi ai có lịch lúc đó…
    # Whom and what a line means
    %1 is a number: one of the two is too much. → %1 là số điện thoại: thừa một trong hai.
    A day, or a part of the guest's name %1? Write the day as 4/12, or the name with capitals. → Là ngày, hay một phần tên khách %1? Hãy ghi ngày như 4/12, hoặc viết hoa tên.
    "%1": no such service, therapist or day, and nobody is called %2. → "%1": không có dịch vụ, kỹ thuật viên hay ngày như vậy, và không ai tên %2.
    "%1": no such customer, service, therapist or day; somebody new needs a phone number too. → "%1": không có khách, dịch vụ, kỹ thuật viên hay ngày như vậy; khách mới cần cả số điện thoại.
    %1 without a number: add it, or #1 for %2. → %1 chưa có số: hãy thêm số, hoặc #1 cho %2.
    %1 is new, and has no number (nonumber) → %1 là khách mới, không có số (nonumber)
    %1 is nobody's number: ask for the guest's own. → %1 không phải số của ai: hãy hỏi số của khách.
    Nobody's phone number ends in %1. → Không có số điện thoại nào kết thúc bằng %1.
    "%1": the day, or a part of %2's name? Write the day as 4/12, or the name with a capital. → "%1": là ngày, hay một phần tên %2? Hãy ghi ngày như 4/12, hoặc viết hoa tên.
    %1 is %2's: the same guest, or another of that family? → %1 là số của %2: cùng khách đó, hay người khác trong nhà?
    the same guest → cùng khách
    another of that family: %1, at the same number → người khác trong nhà: %1, cùng số
    "%1": no such service, therapist or day, and %2 is %3; who is meant? → "%1": không có dịch vụ, kỹ thuật viên hay ngày như vậy, và %2 là %3; ý bạn là ai?
    %1 is nobody's yet: leave the family out. → %1 chưa là số của ai: hãy bỏ family.
    %1 is new here, and "%2" a day: write the guest's name with a capital. → %1 là số mới, và "%2" là ngày: hãy viết hoa tên khách.
    %1 is new here: write the name too. → %1 là số mới: hãy ghi cả tên.
    %1 is new here: write the name too (beside the number, where it is no therapist's). → %1 là số mới: hãy ghi cả tên (cạnh số, nếu đó không phải tên kỹ thuật viên).
    "%1": no such service, therapist or day; a new guest's name stands beside the number. → "%1": không có dịch vụ, kỹ thuật viên hay ngày như vậy; tên khách mới đứng cạnh số.
    "%1": no such service, therapist or day; what is meant? → "%1": không có dịch vụ, kỹ thuật viên hay ngày như vậy; ý bạn là gì?
    Only 1 matches. → Chỉ 1 người khớp.
    Which %1? Add #1 to #%2, or more of it. → %1 nào? Hãy thêm #1 đến #%2, hoặc gõ thêm.
    Nobody matches %1. → Không ai khớp với %1.
    Only %1 match. → Chỉ %1 người khớp.
    last %1 → lần cuối @1
    The register has %1: the same guest? → Sổ khách có @1: có phải cùng khách?
    ALIKE: %1 is in the register. → GIỐNG: %1 có trong sổ khách.
    also → còn có
    %1 %2 (new) → %1 %2 (mới)
    %1, no number (new) → %1, không có số (mới)
    %1, %2's number (new) → %1, số của %2 (mới)
    as last time → như lần trước
    in a week → sau một tuần
    in %1 weeks → sau %1 tuần
    %1 was not here yet: say the service. → %1 chưa đến đây lần nào: hãy ghi dịch vụ.
    # Booking and moving
    Who walks in stands here now: :book is for %1. → Khách vãng lai đang ở đây: :book để đặt cho @1.
    %1 is %2: say a start, or a length. → @1 là @2: hãy ghi giờ bắt đầu, hoặc độ dài.
    Nobody is free for %1 at %2. → Không ai rảnh cho %1 lúc @2.
    Nobody is free for %1 at %2 on %3. → Không ai rảnh cho %1 lúc @2 ngày @3.
    Nobody else is free for %1 at %2. → Không còn ai rảnh cho %1 lúc @2.
    %1: nothing is free %2 %3; say another time. → %1: không có chỗ trống @2 @3; hãy ghi giờ khác.
    %1: nothing is free with %2 today %3; say another time. → %1: hôm nay không có chỗ trống với %2 @3; hãy ghi giờ khác.
    %1: nothing is free %2 any more; add a day, as tomorrow. → %1: @2 không còn chỗ trống; hãy thêm ngày, như mai.
    %1: nothing is free with %2 today any more; add a day, as tomorrow. → %1: hôm nay không còn chỗ trống với %2; hãy thêm ngày, như mai.
    %1: nothing is free %2 any more; :book is for another day. → %1: @2 không còn chỗ trống; :book đặt cho ngày khác.
    %1: nothing is free with %2 today any more; :book is for another day. → %1: hôm nay không còn chỗ trống với %2; :book đặt cho ngày khác.
    Nothing is free with %1 today %2: say another time. → Hôm nay không có chỗ trống với %1 @2: hãy ghi giờ khác.
    Nothing is free with %1 tomorrow %2: say another time. → Ngày mai không có chỗ trống với %1 @2: hãy ghi giờ khác.
    Nothing is free with %1 %2: say another time. → Không có chỗ trống với %1 @2: hãy ghi giờ khác.
    about %1 → khoảng @1
    from %1 → từ @1
    until %1 → đến @1
    any time → lúc nào cũng được
    on %1 → ngày @1
    in %1, bed %2 → ở %1, giường %2
    with %1 → với %1
    There is no such booking ahead. → Không có lịch hẹn như vậy sắp tới.
    There is no such booking ahead on %1. → Ngày @1 không có lịch hẹn như vậy sắp tới.
    %1 and %2 change places → @1 và @2 đổi chỗ
    %1 and %2 on #3 change places → @1 và @2 ngày @3 đổi chỗ
    %1 change places. → @1 đổi chỗ.
    Notes of %1, #2: %3 → Ghi chú của %1, %2: %3
    Notes of %1, #2 on #3: %4 → Ghi chú của %1, %2 ngày @3: %4
    Notes of %1 written. → Đã ghi chú của %1.
    Notes of %1 on %2 written. → Đã ghi chú của %1 ngày @2.
    TWICE: %1 is booked %2 with %3 already. → TRÙNG: %1 đã có lịch @2 với %3.
    PAID FOR: %1 of %2 are left; leave out "%3" to use one. → ĐÃ TRẢ TRƯỚC: còn %1/%2; bỏ "%3" để dùng một buổi.
    LENGTH: %1 instead of %2. → ĐỘ DÀI: @1 thay vì @2.
    LENGTH: %1 instead of %2, at the price of %3. → ĐỘ DÀI: @1 thay vì @2, theo giá của @3.
    %1 %2 is a treatment of its own: %3. → @1 %2 là dịch vụ riêng: %3.
    NOTE: "%1" behind // is only written down. → GHI CHÚ: "%1" sau // chỉ được ghi lại.
    note: %1 → ghi chú: %1
    %1 has: %2. Both, or "= %3" instead? → %1 đang có: %2. Giữ cả hai, hay "= %3" thay vào?
    both: %1; %2 → cả hai: %1; %2
    instead: %1 → thay vào: %1
    MORE: another word of the name, or the end of the number, finds fewer. → CÒN NỮA: thêm một chữ của tên, hoặc đuôi số điện thoại, để tìm ít hơn.
    "%1" is before %2. → "%1" trước @2.
    "%1": days are said once, as 24/12-2/1. Behind // any words are the reason. → "%1": ngày chỉ ghi một lần, như 24/12-2/1. Sau // mọi chữ đều là lý do.
    "%1": one therapist is blocked, or all. Behind // any words are the reason. → "%1": chỉ chặn giờ của một kỹ thuật viên, hoặc all. Sau // mọi chữ đều là lý do.
    "%1": a span ends after it begins, as 13-14. Behind // any words are the reason. → "%1": giờ kết thúc phải sau giờ bắt đầu, như 13-14. Sau // mọi chữ đều là lý do.
    "%1": a span ends after it begins, as 13-14; a day is written 4/12. → "%1": giờ kết thúc phải sau giờ bắt đầu, như 13-14; ngày ghi 4/12.
    "%1": the time is said once, as 13:00-14:00. Behind // any words are the reason. → "%1": giờ chỉ ghi một lần, như 13:00-14:00. Sau // mọi chữ đều là lý do.
    Which %1? Add the time, or the end of the number. → %1 nào? Hãy thêm giờ, hoặc đuôi số điện thoại.
    Another of the family: write the name too, as family Max. → Người khác trong gia đình: hãy ghi cả tên, như family Max.
    %1 is too short for a number. → %1 quá ngắn, không phải số điện thoại.
    %1 more below → còn %1 dòng nữa
    VISIT: %1 with %2 stays. → CÙNG LƯỢT: %1 với %2 ở lại.
    VISIT: %1 with %2 and %3 with %4 stay. → CÙNG LƯỢT: %1 với %2 và %3 với %4 ở lại.
    VISIT: %1 with %2 and %3 with %4 and %5 with %6 stay. → CÙNG LƯỢT: %1 với %2, %3 với %4 và %5 với %6 ở lại.
    VISIT: %1 begins before it ends. → CÙNG LƯỢT: %1 bắt đầu trước khi nó kết thúc.
    VISIT: %1 with %2 begins before it ends. → CÙNG LƯỢT: %1 với %2 bắt đầu trước khi nó kết thúc.
    OVERBOOKS: %1 → ĐẶT CHỒNG: @1
    Only a manager overbooks. → Chỉ quản lý được đặt chồng.
    %1 // and a reason overbooks. → @1 // và lý do để đặt chồng.
    no rule is broken: the reason is not kept → không trái quy định nào: lý do không được giữ
    %1; no rule is broken: the reason is not kept → @1; không trái quy định nào: lý do không được giữ
    sold, %1 → bán, @1
    uses #1: #2 of %3 left → dùng %1: còn %2/%3
    uses %1: %2 → dùng %1: @2
    %1, together #2 → @1, tổng cộng %2
    now: %1 → hiện nay: %1
    paid session: %1 of %2 left → buổi đã trả: còn %1/%2
    visit of %1 (only: this one) → cả lượt %1 lịch (only: chỉ lịch này)
    Cancel %1: %2 → Huỷ %1: %2
    #1 from %2 → @1 từ %2
    %1 to %2, #3, %4 → %1 sang %2, @3, @4
    %1 for %2 treatments → @1 cho %2 dịch vụ
    # Free starts
    No start is free for %1, %2. → Không có giờ trống cho %1, @2.
    No start is free for %1 with %2, %3. → Không có giờ trống cho %1 với %2, @3.
    Next free from #1: %2. Enter begins the booking there, arrows choose. → Trống gần nhất từ @1: @2. Enter để đặt ở đó, mũi tên để chọn.
    Next free until #1: %2. Enter begins the booking there, arrows choose. → Trống gần nhất đến @1: @2. Enter để đặt ở đó, mũi tên để chọn.
    Next free from #1 until #2: %3. Enter begins the booking there, arrows choose. → Trống gần nhất từ @1 đến @2: @3. Enter để đặt ở đó, mũi tên để chọn.
    Next free: %1. Enter begins the booking there, arrows choose. → Trống gần nhất: @1. Enter để đặt ở đó, mũi tên để chọn.
    # Time that is blocked, and days off
    Time is blocked on one day; without a time whole days are. → Chặn giờ trong một ngày; không ghi giờ là cả ngày.
    Block everybody, #1 → Chặn giờ của mọi người, @1
    Block everybody, #1: %2 → Chặn giờ của mọi người, @1: %2
    Block everybody on #1, #2 → Chặn giờ của mọi người ngày @1, @2
    Block everybody on #1, #2: %3 → Chặn giờ của mọi người ngày @1, @2: %3
    Everybody is blocked, #1. → Mọi người bị chặn giờ, @1.
    Everybody is blocked on #1, #2. → Mọi người bị chặn giờ ngày @1, @2.
    BOOKED: %1: it stays open. → ĐÃ CÓ LỊCH: %1: chỗ đó để mở.
    Nobody is at work. → Không ai làm việc.
    Nobody is at work on #1. → Không ai làm việc ngày @1.
    Somebody waits for two weeks at most: which days? → Mỗi khách chờ nhiều nhất hai tuần: những ngày nào?
    whenever it is open → lúc nào spa mở cửa
    Block %1 → Chặn giờ @1
    Block %1, #2: %3 → Chặn giờ của %1, @2: %3
    Block %1 on #2, #3 → Chặn giờ của %1 ngày @2, @3
    Block %1 on #2, #3: %4 → Chặn giờ của %1 ngày @2, @3: %4
    %1 for %2 blocked. → Đã chặn giờ @1 cho %2.
    %1 for %2 on %3 blocked. → Đã chặn giờ @1 cho %2 ngày @3.
    No time is blocked there. → Ở đó không có giờ nào bị chặn.
    Free %1, %2 → Mở giờ của %1, @2
    Free %1 on #2, #3 → Mở giờ của %1 ngày @2, @3
    %1 for %2 is free again. → @1 của %2 lại trống.
    %1 for %2 on %3 is free again. → @1 của %2 ngày @3 lại trống.
    Everybody → Mọi người
    Everybody is off %1: unblock all gives that back. → Mọi người nghỉ @1: unblock all để mở lại.
    Everybody is off %1. → Mọi người nghỉ @1.
    Everybody is off %1: %2. → Mọi người nghỉ @1: %2.
    Everybody is back: not off %1. → Mọi người đi làm lại: không nghỉ @1.
    %1 is back: not off %2. → %1 đi làm lại: không nghỉ @2.
    %1 is back: not off %2 → %1 đi làm lại: không nghỉ @2
    BOOKED: %1 then. → ĐÃ CÓ LỊCH: @1 lúc đó.
    BOOKED: %1 with %2 then; :reassign gives it to others. → ĐÃ CÓ LỊCH: @1 với %2 lúc đó; :reassign giao cho người khác.
    BOOKED: %1 with %2 then; :reassign gives them to others. → ĐÃ CÓ LỊCH: @1 với %2 lúc đó; :reassign giao cho người khác.
    %1 has no guest ahead. → %1 không có khách nào sắp tới.
    %1 has no guest ahead from #2. → Từ @2 %1 không có khách nào sắp tới.
    %1 has no guest ahead on #2. → %1 không có khách nào sắp tới ngày @2.
    %1 has no guest ahead on #2 from #3. → Từ @3 ngày @2 %1 không có khách nào sắp tới.
    Nobody who could take %1's guests is free. → Không ai rảnh để nhận khách của %1.
    %1: #2 of %3 go to others → @1: %2/@3 khách chuyển sang người khác
    %1: #2 of %3 go to others; #4 stays → @1: %2/@3 khách chuyển sang người khác; %4 ở lại
    %1: #2 of %3 go to others; #4 stay → @1: %2/@3 khách chuyển sang người khác; %4 ở lại
    %1: #2 of %3 go to others; #4 stays; // and a reason overbooks → @1: %2/@3 khách chuyển sang người khác; %4 ở lại; // và lý do để đặt chồng
    %1: #2 of %3 go to others; #4 stay; // and a reason overbooks → @1: %2/@3 khách chuyển sang người khác; %4 ở lại; // và lý do để đặt chồng
    %1 on #2: #3 of %4 go to others → %1 ngày @2: %3/@4 khách chuyển sang người khác
    %1 on #2: #3 of %4 go to others; #5 stays → %1 ngày @2: %3/@4 khách chuyển sang người khác; %5 ở lại
    %1 on #2: #3 of %4 go to others; #5 stay → %1 ngày @2: %3/@4 khách chuyển sang người khác; %5 ở lại
    %1 on #2: #3 of %4 go to others; #5 stays; // and a reason overbooks → %1 ngày @2: %3/@4 khách chuyển sang người khác; %5 ở lại; // và lý do để đặt chồng
    %1 on #2: #3 of %4 go to others; #5 stay; // and a reason overbooks → %1 ngày @2: %3/@4 khách chuyển sang người khác; %5 ở lại; // và lý do để đặt chồng
    %1 from #2: #3 of %4 go to others → %1 từ @2: %3/@4 khách chuyển sang người khác
    %1 from #2: #3 of %4 go to others; #5 stays → %1 từ @2: %3/@4 khách chuyển sang người khác; %5 ở lại
    %1 from #2: #3 of %4 go to others; #5 stay → %1 từ @2: %3/@4 khách chuyển sang người khác; %5 ở lại
    %1 from #2: #3 of %4 go to others; #5 stays; // and a reason overbooks → %1 từ @2: %3/@4 khách chuyển sang người khác; %5 ở lại; // và lý do để đặt chồng
    %1 from #2: #3 of %4 go to others; #5 stay; // and a reason overbooks → %1 từ @2: %3/@4 khách chuyển sang người khác; %5 ở lại; // và lý do để đặt chồng
    %1 on #2 from #3: #4 of %5 go to others → %1 ngày @2 từ @3: %4/@5 khách chuyển sang người khác
    %1 on #2 from #3: #4 of %5 go to others; #6 stays → %1 ngày @2 từ @3: %4/@5 khách chuyển sang người khác; %6 ở lại
    %1 on #2 from #3: #4 of %5 go to others; #6 stay → %1 ngày @2 từ @3: %4/@5 khách chuyển sang người khác; %6 ở lại
    %1 on #2 from #3: #4 of %5 go to others; #6 stays; // and a reason overbooks → %1 ngày @2 từ @3: %4/@5 khách chuyển sang người khác; %6 ở lại; // và lý do để đặt chồng
    %1 on #2 from #3: #4 of %5 go to others; #6 stay; // and a reason overbooks → %1 ngày @2 từ @3: %4/@5 khách chuyển sang người khác; %6 ở lại; // và lý do để đặt chồng
    nobody is free → không ai rảnh
    # Waiting
    %1 is new: book once, then they can wait. → %1 là khách mới: hãy đặt một lần, rồi mới ghi chờ được.
    %1 waits for %2 with anybody, %3 → %1 chờ %2 với bất kỳ ai, @3
    %1 waits for %2 with %3, %4 → %1 chờ %2 với %3, @4
    %1 waits for %2 with anybody on #3, #4 → %1 chờ %2 với bất kỳ ai, ngày @3, @4
    %1 waits for %2 with %3 on #4, #5 → %1 chờ %2 với %3, ngày @4, @5
    %1 waits for %2, %3. → %1 chờ %2, @3.
    %1 waits for %2 on #3, #4. → %1 chờ %2 ngày @3, @4.
    Nobody waits who is %1. → Không có ai chờ là %1.
    Nobody waits on %1 who is %2. → Ngày @1 không có ai chờ là %2.
    %1 waits no longer for %2 → %1 không còn chờ %2
    %1 waits no longer for %2 on #3 → %1 không còn chờ %2 ngày @3
    %1 waits no longer for %2 on #3. → %1 không còn chờ %2 ngày @3.
    # Series
    %1's booking belongs to no series. → Lịch của %1 không thuộc chuỗi nào.
    Nothing of the series is ahead. → Chuỗi này không còn lịch nào sắp tới.
    There are %1 days: -1 to -%2 leaves one out. → Có %1 ngày: -1 đến -%2 để bỏ một ngày.
    That is %1 bookings: %2 at most. → Như vậy là %1 lịch: nhiều nhất %2.
    Nothing of it is free. → Không ngày nào trống.
    every week → mỗi tuần
    every %1 weeks → mỗi %1 tuần
    left out → bỏ
    nothing is free: %1 → không trống: @1
    INSTEAD: %1. → THAY BẰNG: %1.
    NOT FREE: %1. → KHÔNG TRỐNG: %1.
    #1 times, #2 to #3, #4 → %1 lần, @2 đến @3, lúc @4
    #1 times, #2 to #3 → %1 lần, @2 đến @3
    %1 times, every week, %2 to %3 → %1 lần, mỗi tuần, @2 đến @3
    %1 times, every %2 weeks, %3 to %4 → %1 lần, mỗi %2 tuần, @3 đến @4
    #1 days, #2 to #3 → %1 ngày, @2 đến @3
    # Notes, tasks and the guest's record
    For the desk: %1 → Việc cho quầy: %1
    For the desk: %1, tomorrow #2 → Việc cho quầy: %1, ngày mai, @2
    For the desk: %1, #2 → Việc cho quầy: %1, @2
    Written down for the desk: %1. → Đã ghi việc cho quầy: %1.
    Written down for the desk: %1, tomorrow #2. → Đã ghi việc cho quầy: %1, ngày mai, @2.
    Written down for the desk: %1, #2. → Đã ghi việc cho quầy: %1, @2.
    No guest is selected: :find finds one, and :guest writes into the record there. → Chưa chọn khách: :find để tìm, và :guest để ghi vào hồ sơ ở đó.
    %1: say name, phone, email, alert or prefers, then what to write. → %1: gõ name, phone, email, alert hoặc prefers, rồi nội dung.
    was: %1 → trước là: %1
    %1's %2: write the new one. → @2 của %1: hãy ghi cái mới.
    %1's %2: what? "none" takes it away. → @2 của %1: ghi gì? "none" để xoá.
    write the new one. → hãy ghi cái mới.
    what? "none" takes it away. → ghi gì? "none" để xoá.
    %1: %2 written. → %1: đã ghi @2.
    %1: %2 taken away. → %1: đã xoá @2.
    phone number: %1 → số điện thoại: %1
    preferences: %1 → sở thích: %1
    e-mail: %1 → e-mail: %1
    alert: %1 → cảnh báo: %1
    name: %1 → tên: %1
    "%1" is no phone number. → "%1" không phải số điện thoại.
    "%1" is not a day: write %2. → "%1" không phải ngày: hãy ghi %2.
    # What another treatment costs
    its price → giá của dịch vụ
    the session of %1 goes back; %2 → trả lại buổi %1; @2
    %1 to give back; %2 → hoàn lại @1; @2
    %1 was not paid; %2 → %1 chưa trả; @2
    %1 → its price %2 ⇒ %1 → giá của dịch vụ, @2
    %1 → %2, unpaid ⇒ %1 → @2, chưa trả
    %1 as before: nothing to take, %2 → %1 như trước: không phải thu thêm, @2
    %1 → %2: %3 more to take, %4 ⇒ %1 → %2: thu thêm %3, @4
    %1 → %2: %3 to give back, %4 ⇒ %1 → %2: hoàn lại %3, @4
    %1 to take → thu @1
    #1 unpaid → %1 chưa trả
    uses 1 of %1 left → dùng 1 trong %1 buổi còn lại
    uses a paid session → dùng một buổi đã trả
    %1 from %2: %3 (only: this one) → @1 từ %2: %3 (only: chỉ lịch này)
    %1 from %2, for %3 treatments. → Đã nhận @1 từ %2, cho %3 dịch vụ.
    # Who comes along
    %1 is %2's, and not %3's. → %1 là số của %2, không phải của %3.
    a service, and perhaps a therapist, a length and how it is paid → dịch vụ, và có thể kỹ thuật viên, độ dài và cách trả
    """#
}
