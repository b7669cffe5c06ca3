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
    the same guest: %1 → cùng khách: @1
    another of that family: %1, at the same number → người khác trong nhà: %1, cùng số
    "%1": no such service, therapist or day, and %2 is %3; who is meant? → "%1": không có dịch vụ, kỹ thuật viên hay ngày như vậy, và %2 là %3; ý bạn là ai?
    %1 is nobody's yet: leave the family out. → %1 chưa là số của ai: hãy bỏ family.
    %1 is new here, and "%2" a day: write the guest's name with a capital. → %1 là số mới, và "%2" là ngày: hãy viết hoa tên khách.
    %1 is new here: write the name too. → %1 là số mới: hãy ghi cả tên.
    %1 is new here: write the name too (beside the number, where it is no therapist's). → %1 là số mới: hãy ghi cả tên (cạnh số, nếu đó không phải tên kỹ thuật viên).
    "%1": no such service, therapist or day; a new guest's name stands beside the number. → "%1": không có dịch vụ, kỹ thuật viên hay ngày như vậy; tên khách mới đứng cạnh số.
    "%1": no such service, therapist or day; what is meant? → "%1": không có dịch vụ, kỹ thuật viên hay ngày như vậy; ý bạn là gì?
    There are only %1 who match. → Chỉ có %1 người khớp.
    Which %1? Add #1 to #%2, or more of it. → %1 nào? Hãy thêm #1 đến #%2, hoặc gõ thêm.
    Nobody matches %1. → Không ai khớp với %1.
    Only %1 match. → Chỉ %1 người khớp.
    last %1 → lần cuối @1
    The register has %1: the same guest? → Sổ khách có %1: có phải cùng khách?
    ALIKE: %1 is in the register. → GIỐNG: %1 có trong sổ khách.
    also %1 → còn có %1
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
    %1 change places. → @1 đổi chỗ.
    Notes of %1, %2 → Ghi chú của %1, @2
    Notes of %1 written. → Đã ghi chú của %1.
    Notes of %1 on %2 written. → Đã ghi chú của %1 ngày @2.
    TWICE: %1 is booked %2 with %3 already. → TRÙNG: %1 đã có lịch @2 với %3.
    PAID FOR: %1 of %2 are left; leave out "%3" to use one. → ĐÃ TRẢ TRƯỚC: còn %1/%2; bỏ "%3" để dùng một buổi.
    VISIT: %1 stays. → CÙNG LƯỢT: %1 ở lại.
    VISIT: %1 stay. → CÙNG LƯỢT: @1 ở lại.
    VISIT: %1 begins before it ends. → CÙNG LƯỢT: %1 bắt đầu trước khi nó kết thúc.
    OVERBOOKS: %1 → ĐẶT CHỒNG: @1
    Only a manager overbooks. → Chỉ quản lý được đặt chồng.
    %1 // and a reason overbooks. → @1 // và lý do để đặt chồng.
    no rule is broken: the reason is not kept → không trái quy định nào: lý do không được giữ
    %1; no rule is broken: the reason is not kept → @1; không trái quy định nào: lý do không được giữ
    sold, %1 → bán, @1
    uses %1: %2 of %3 left → dùng @1: còn %2/%3
    paid session: %1 of %2 left → buổi đã trả: còn %1/%2
    visit of %1 (only: this one) → cả lượt %1 lịch (only: chỉ lịch này)
    Cancel %1: %2 → Huỷ %1: %2
    %1 from %2 → %1 từ %2
    %1 for %2 treatments → @1 cho %2 dịch vụ
    # Free starts
    No start is free for %1, %2. → Không có giờ trống cho %1, @2.
    No start is free for %1 with %2, %3. → Không có giờ trống cho %1 với %2, @3.
    Next free: %1. Enter begins the booking there, arrows choose. → Trống gần nhất: @1. Enter để đặt ở đó, mũi tên để chọn.
    # Time that is blocked, and days off
    Time is blocked of one therapist on one day; without a time whole days are. → Chặn giờ là của một kỹ thuật viên trong một ngày; không ghi giờ là cả ngày.
    Block %1 → Chặn giờ @1
    %1 for %2 blocked. → Đã chặn giờ @1 cho %2.
    %1 for %2 on %3 blocked. → Đã chặn giờ @1 cho %2 ngày @3.
    No time is blocked there. → Ở đó không có giờ nào bị chặn.
    Free %1, %2 → Mở giờ của %1, @2
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
    %1 has no guest ahead then. → Lúc đó %1 không có khách nào sắp tới.
    Nobody who could take %1's guests is free. → Không ai rảnh để nhận khách của %1.
    %1 of %2 go to others → %1/%2 khách chuyển sang người khác
    %1: %2 of %3 go to others → @1: %2/%3 khách chuyển sang người khác
    %1: %2 of %3 go to others; // and a reason overbooks → @1: %2/%3 khách chuyển sang người khác; // và lý do để đặt chồng
    %1: nobody is free → @1: không ai rảnh
    # Waiting
    %1 is new: book once, then they can wait. → %1 là khách mới: hãy đặt một lần, rồi mới ghi chờ được.
    %1 waits for %2 with anybody, %3 → %1 chờ %2 với bất kỳ ai, @3
    %1 waits for %2 with %3, %4 → %1 chờ %2 với %3, @4
    %1 waits for %2, %3. → %1 chờ %2, @3.
    Nobody waits who is %1. → Không có ai chờ là %1.
    Nobody waits on %1 who is %2. → Ngày @1 không có ai chờ là %2.
    %1 waits no longer for %2 → %1 không còn chờ %2
    # Series
    %1's booking belongs to no series. → Lịch của %1 không thuộc chuỗi nào.
    Nothing of the series is ahead. → Chuỗi này không còn lịch nào sắp tới.
    There are %1 days: -1 to -%2 leaves one out. → Có %1 ngày: -1 đến -%2 để bỏ một ngày.
    That is %1 bookings: %2 at most. → Như vậy là %1 lịch: nhiều nhất %2.
    Nothing of it is free. → Không ngày nào trống.
    every week → mỗi tuần
    every %1 weeks → mỗi %1 tuần
    %1  left out → @1  bỏ
    %1  nothing is free: %2 → @1  không trống: @2
    INSTEAD: %1. → THAY BẰNG: %1.
    NOT FREE: %1. → KHÔNG TRỐNG: %1.
    %1 times, every week, %2 to %3 → %1 lần, mỗi tuần, @2 đến @3
    %1 times, every %2 weeks, %3 to %4 → %1 lần, mỗi %2 tuần, @3 đến @4
    %1 days, %2 to %3 → %1 ngày, @2 đến @3
    # Notes, tasks and the guest's record
    For the desk: %1 → Việc cho quầy: %1
    Written down for the desk: %1. → Đã ghi việc cho quầy: %1.
    No guest is selected: :find finds one, and :guest writes into the record there. → Chưa chọn khách: :find để tìm, và :guest để ghi vào hồ sơ ở đó.
    %1: name, phone, email, alert or prefers, and how it is to stand. → %1: name, phone, email, alert hoặc prefers, rồi nội dung.
    now: %1 → hiện nay: %1
    was: %1 → trước là: %1
    how is it to stand? → ghi thế nào?
    what? "none" takes it away. → ghi gì? "none" để xoá.
    "%1" is no phone number. → "%1" không phải số điện thoại.
    "%1" is not a day: %2. → "%1" không phải ngày: %2.
    # What was not understood
    "%1" is not understood: %2? → Không hiểu "%1": %2?
    "%1" is not understood. %2 → Không hiểu "%1". @2
    "%1" is not understood: is another keyboard layout on? → Không hiểu "%1": có phải đang bật kiểu gõ khác?
    "%1" is not understood: this takes %2. → Không hiểu "%1": ở đây cần @2.
    "%1" is not understood: "%2" is, but "%3" is not. → Không hiểu "%1": "%2" thì hiểu, "%3" thì không.
    "%1" is %2: this takes %3. → "%1" là @2: ở đây cần @3.
    "%1" is %2: this takes %3. Who comes along stands behind an &. → "%1" là @2: ở đây cần @3. Người đi cùng đứng sau dấu &.
    "%1" and "%2" are two %3: which? → "%1" và "%2" là hai @3: cái nào?
    "%1" is no number of a list: #1 is the first. → "%1" không phải số trong danh sách: #1 là đầu tiên.
    "%1" is no day of the calendar. → "%1" không có trong lịch.
    There is no therapist with the number %1. → Không có kỹ thuật viên số %1.
    There is no service "%1" here: write letters of its name, as %2. → Ở đây không có dịch vụ "%1": hãy gõ vài chữ của tên, như %2.
    There is no service "%1" here: write letters of its name. → Ở đây không có dịch vụ "%1": hãy gõ vài chữ của tên.
    A line has at most %1 words. → Một dòng có nhiều nhất %1 từ.
    "%1": the number is not whole yet, or is it two numbers? A time is 9:30. → "%1": số chưa đủ, hay là hai số? Giờ viết như 9:30.
    "%1" could be %2: which? → "%1" có thể là %2: cái nào?
    "%1" could be %2 or %3: which? → "%1" có thể là @2 hoặc @3: cái nào?
    "%1": say the time too, as 14:30. → "%1": hãy ghi cả giờ, như 14:30.
    "%1": whole days are meant here; :block takes a time. → "%1": ở đây là cả ngày; :block mới nhận giờ.
    "%1": which of the two? → "%1": cái nào trong hai?
    "%1": no therapist or service, nor late, waiting, unconfirmed, unpaid. → "%1": không phải kỹ thuật viên hay dịch vụ, cũng không phải late, waiting, unconfirmed, unpaid.
    %1: here is room for one guest; each has a line. → %1: ở đây chỗ cho một khách; mỗi khách một dòng.
    a name → tên
    a phone number → số điện thoại
    somebody who waits → người đang chờ
    a choice from a list → lựa chọn trong danh sách
    a service → dịch vụ
    a therapist → kỹ thuật viên
    a time → giờ
    a span of time → khoảng giờ
    a day → ngày
    a part of the day → buổi trong ngày
    a length → độ dài
    a way of payment → cách trả
    a bed → giường
    a number of weeks → số tuần
    how often → số lần
    a day to leave out → ngày bỏ ra
    the name of who comes along → tên người đi cùng
    how much later or earlier → muộn hay sớm bao nhiêu
    a word for this one alone → từ chỉ riêng lịch này
    what the guest had last time → dịch vụ lần trước của khách
    how a new guest is called → tên khách mới
    something else → thứ khác
    names → tên
    phone numbers → số điện thoại
    choices → lựa chọn
    times → giờ
    lengths → độ dài
    ways of payment → cách trả
    names of who comes along → tên người đi cùng
    things → thứ
    a guest, a service, a therapist, a day and a time → khách, dịch vụ, kỹ thuật viên, ngày và giờ
    a service, a therapist and a time → dịch vụ, kỹ thuật viên và giờ
    a guest, a service, a therapist, a day and from when to when → khách, dịch vụ, kỹ thuật viên, ngày và từ mấy giờ đến mấy giờ
    the name or number of who waits → tên hoặc số của người chờ
    a time, a day, a therapist, a bed or a length → giờ, ngày, kỹ thuật viên, giường hoặc độ dài
    the other booking: its guest, therapist or time → lịch kia: khách, kỹ thuật viên hoặc giờ
    a therapist, a time and how long, then why → kỹ thuật viên, giờ và bao lâu, rồi lý do
    a service, a therapist, days and a part of the day → dịch vụ, kỹ thuật viên, ngày và buổi
    a therapist or all, the days, then why → kỹ thuật viên hoặc all, các ngày, rồi lý do
    a therapist and a time → kỹ thuật viên và giờ
    a therapist, and from when on → kỹ thuật viên, và từ mấy giờ
    a number of weeks, as 2, and how often, as x6 → số tuần, như 2, và số lần, như x6
    a day and a time → ngày và giờ
    minutes, as 15 → số phút, như 15
    "%1" is two days: %2? → "%1" là hai ngày: @2?
    %1: who comes along stands behind an &: "& lan", or & for whoever is free. → %1: người đi cùng đứng sau dấu &: "& lan", hoặc & cho ai đang rảnh.
    %1  whoever is free → %1  ai đang rảnh
    Which %1? Add #1 to #%2. → %1 nào? Hãy thêm #1 đến #%2.
    Cancel %1, %2: %3, %4 session is given back → Huỷ %1, @2: @3, trả lại %4 buổi
    Cancel %1, %2: %3, %4 sessions are given back → Huỷ %1, @2: @3, trả lại %4 buổi
    // and a reason overbooks. → // và lý do để đặt chồng.
    the family → gia đình
    %1 instead (-%2 leaves it out): %3 → thay bằng @1 (-%2 để bỏ): @3
    %1 is booked %2. → %1 được đặt @2.
    %1 of what is paid for → %1 buổi đã trả trước
    %1 sold, %2 cash → bán %1, %2 tiền mặt
    %1, %2: no answer → %1, @2: không nghe máy
    %1 on %2, %3: no answer → %1 ngày @2, @3: không nghe máy
    The visit of %1 to %2 → Lượt của %1 sang @2
    Cancel %1, %2: %3 → Huỷ %1, @2: @3
    %1, the session is given back → @1, trả lại buổi đã trả
    %1, %2 sessions are given back → @1, trả lại %2 buổi
    %1 (only: this one) → @1 (only: chỉ lịch này)
    a number's end (%1) → đuôi số (%1)
    the service %1 → dịch vụ %1
    the time %1 → giờ @1
    until %1 (with a dash before it) → đến @1 (có gạch phía trước)
    the day %1 (%2) → ngày @1 (%2)
    the days %1 → các ngày @1
    everybody → mọi người
    a part of the day (%1) → buổi trong ngày (@1)
    a length (%1m) → độ dài (%1 phút)
    %1 minutes earlier → sớm hơn %1 phút
    %1 minutes later → muộn hơn %1 phút
    the therapist %1 → kỹ thuật viên %1
    the bed %1 → giường %1
    There is no "%1" of %2 minutes: %3 → Không có "%1" %2 phút: @3
    "%1" could be %2 (thứ %3) or %4 at %5 (%6): which? → "%1" có thể là @2 (thứ %3) hoặc %4 lúc @5 (%6): cái nào?
    "%1" is today, and "%2" is %3: which? → "%1" là hôm nay, và "%2" là @3: cái nào?
    %1 has more digits than any telephone number → %1 nhiều chữ số hơn mọi số điện thoại
    %1 has %2 digits, and such a number has %3 → %1 có %2 chữ số, mà số như vậy có %3
    %1 is nobody's number → %1 không phải số của ai
    write %1 or %2 → hãy viết %1 hoặc %2
    %1, %2 on %3 → %1, @2 ngày @3
    %1 on %2 → @1 ngày @2
    %1 in %2, bed %3 → @1 ở %2, giường %3
    %1 now %2. → %1: nay @2.
    %1 now %2 %3. → %1: nay @2 @3.
    %1, then %2 → @1, rồi @2
    %1 sessions are given back → trả lại %1 buổi
    %1, %2: no answer, %3 → %1, @2: không nghe máy, %3
    %1 on %2, %3: no answer, %4 → %1 ngày @2, @3: không nghe máy, %4
    Cancel %1, %2: %3, late → Huỷ %1, @2: @3, sát giờ
    Cancel %1, %2: %3, the session is given back → Huỷ %1, @2: @3, trả lại buổi đã trả
    Cancel %1, %2: %3, late, the session is given back → Huỷ %1, @2: @3, sát giờ, trả lại buổi đã trả
    Cancel %1, %2: %3, late, %4 sessions are given back → Huỷ %1, @2: @3, sát giờ, trả lại %4 buổi
    %1 times, every week, %2 to %3, %4 → %1 lần, mỗi tuần, @2 đến @3, @4
    %1 times, every %2 weeks, %3 to %4, %5 → %1 lần, mỗi %2 tuần, @3 đến @4, @5
    %1, OVERBOOKED → @1, ĐẶT CHỒNG
    """#
}
