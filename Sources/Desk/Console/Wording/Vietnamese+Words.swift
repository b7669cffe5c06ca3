extension Vietnamese {
  /// What of a line was not understood, and what its words can be.
  static let words = #"""
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
    Who comes along stands behind an &. → Người đi cùng đứng sau dấu &.
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
    the number of who comes along → số của người đi cùng
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
    numbers of who comes along → số của người đi cùng
    things → thứ
    a guest, a service, a therapist, a day and a time → khách, dịch vụ, kỹ thuật viên, ngày và giờ
    a service, a therapist and a time → dịch vụ, kỹ thuật viên và giờ
    a guest, a service, a therapist, days and from when to when → khách, dịch vụ, kỹ thuật viên, những ngày nào và từ mấy giờ đến mấy giờ
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
    whoever is free → ai đang rảnh
    Which %1? Add #1 to #%2. → %1 nào? Hãy thêm #1 đến #%2.
    Cancel %1, %2: %3, %4 session is given back → Huỷ %1, @2: @3, trả lại %4 buổi
    Cancel %1, %2: %3, %4 sessions are given back → Huỷ %1, @2: @3, trả lại %4 buổi
    // and a reason overbooks. → // và lý do để đặt chồng.
    the family → gia đình
    %1 instead (-%2 leaves it out): %3 → thay bằng @1 (-%2 để bỏ): @3
    %1 is booked %2. → %1 được đặt @2.
    once, %1 to %2 → một lần, @1 đến @2
    %1 is cancelled on %2: %3. → %1 đã huỷ @2: %3.
    %1 is moved on %2. → %1 đã dời @2.
    %1 is moved on %2, %3. → %1 đã dời @2, lúc %3.
    %1, #2 to #3, #4 → @1, @2 đến @3, lúc %4
    #1 of what is paid for → %1 buổi đã trả trước
    #1 sold, #2 unpaid → bán %1, %2 chưa trả
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
    "%1" could be %2 (thứ %3) or %4 at %5: which? → "%1" có thể là @2 (thứ %3) hoặc %4 lúc @5: cái nào?
    "%1" could be %2 (thứ %3) or %4 at %5 or %6 at %7: which? → "%1" có thể là @2 (thứ %3) hoặc @4 lúc @5 hoặc @6 lúc @7: cái nào?
    "%1" is today, and "%2" is %3: which? → "%1" là hôm nay, và "%2" là @3: cái nào?
    %1 has more digits than any telephone number. → %1 nhiều chữ số hơn mọi số điện thoại.
    %1 has #2 digits, and such a number has #3. → %1 có %2 chữ số, mà số như vậy có %3.
    %1 is nobody's number. → %1 không phải số của ai.
    write %1 or %2 → hãy viết %1 hoặc %2
    %1, #2 on #3 → %1, @2 ngày @3
    %1 on #2 → @1 ngày @2
    %1 in %2, bed %3 → @1 ở %2, giường %3
    %1 now #2. → %1: nay @2.
    %1 now #2 with %3. → %1: nay @2 với %3.
    %1 now #2 in %3. → %1: nay @2 ở @3.
    %1 now #2 with %3 in %4. → %1: nay @2 với %3 ở @4.
    %1 now with %2. → %1: nay với %2.
    %1 now in %2. → %1: nay ở @2.
    %1 now with %2 in %3. → %1: nay với %2 ở @3.
    %1 now on #2. → %1: nay ngày @2.
    %1 now on #2 with %3. → %1: nay ngày @2 với %3.
    %1 now on #2 in %3. → %1: nay ngày @2 ở @3.
    %1 now on #2 with %3 in %4. → %1: nay ngày @2 với %3 ở @4.
    %1 now %2, #3: %4. → %1: nay %2, %3: @4.
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
    OVERBOOKED → ĐẶT CHỒNG
    """#
}
