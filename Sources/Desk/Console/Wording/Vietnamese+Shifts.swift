extension Vietnamese {
  /// When somebody works.
  static let shifts = #"""
    # Of a line
    When a therapist works: %1, or for managers %2 → Giờ làm của kỹ thuật viên: %1, hoặc cho quản lý %2
    When somebody works is for reception to set. → Giờ làm do quầy đặt.
    Whose hours? A therapist, then days and times: lan mon-fri 9-17. → Giờ làm của ai? Kỹ thuật viên, rồi ngày và giờ: lan mon-fri 9-17.
    On which days? mon-fri, every day, or tomorrow. → Ngày nào? t2-t6, mỗi ngày, hoặc mai.
    %1: from when until when? 13-20, off, or as open. → @1: từ mấy giờ đến mấy giờ? 13-20, nghỉ, hoặc open.
    %1 is said twice. → @1 được ghi hai lần.
    "%1" is no therapist: lan mon-fri 9-17 sets when Lan works. → "%1" không phải kỹ thuật viên: lan mon-fri 9-17 đặt giờ làm của Lan.
    "%1": days and times are meant here: mon-fri 9-17, tomorrow 13-20, sat off. → "%1": ở đây cần ngày và giờ: mon-fri 9-17, tomorrow 13-20, sat off.
    Looking who is booked then… → Đang xem ai có lịch lúc đó…
    BOOKED: 1 guest stands outside: %1; :reassign gives it to others. → ĐÃ CÓ LỊCH: 1 khách ngoài giờ làm: @1; :reassign giao cho người khác.
    BOOKED: %1 guests stand outside: %2 …; :reassign gives them to others. → ĐÃ CÓ LỊCH: %1 khách ngoài giờ làm: @2 …; :reassign giao cho người khác.
    Whose guests? These are off or not at work then: → Khách của ai? Những người này nghỉ hoặc không làm lúc đó:
    %1 outside the hours → %1 khách ngoài giờ làm
    Somebody has set other hours of %1 since. → Có người đã đặt giờ làm khác cho %1 sau đó.
    hours of → giờ làm của
    hours of %1 → giờ làm của %1
    # How somebody works
    A row of these hours cannot be read. → Có dòng giờ làm không đọc được.
    %1 NOT OFFERED: %2, whose hours cannot be read. → @1 KHÔNG ĐỀ XUẤT: %2, vì không đọc được giờ làm.
    %1 A row of these hours cannot be read. → @1 Có dòng giờ làm không đọc được.
    %1 works whenever the spa is open already. → %1 vốn đã làm theo giờ mở cửa của spa.
    %1 works whenever the spa is open; mon-fri 9-17 behind the name sets other hours. → %1 làm theo giờ mở cửa của spa; mon-fri 9-17 sau tên đặt giờ khác.
    %1 works %2. → %1 làm @2.
    whenever the spa is open → theo giờ mở cửa của spa
    %1 as the spa is open → @1 theo giờ mở cửa của spa
    as the spa is open → theo giờ mở cửa của spa
    every day → mỗi ngày
    every day %1 → mỗi ngày @1
    #1 off → @1 nghỉ
    hours → giờ làm
    You do not work today. → Hôm nay bạn không làm.
    Closed, or the therapist is away or not at work → Đóng cửa, hoặc kỹ thuật viên vắng hay không làm
    # What the rules refuse
    %1 works %2 on %3 → %1 làm @2 @3
    %1 does not work on %2 → %1 không làm @2
    %1 does not work then → %1 không làm lúc đó
    #1 to #2 → @1 đến @2
    %1 works so already. → %1 vốn đã làm như vậy.
    Hours are set for 1 to %1 days at once, each named once. → Mỗi lần đặt giờ cho 1 đến %1 ngày, mỗi ngày một lần.
    A day has at most %1 shifts. → Một ngày có nhiều nhất %1 ca.
    A shift begins between 00:00 and 23:59 and lasts at most 24 hours. → Ca bắt đầu từ 00:00 đến 23:59 và dài nhất 24 giờ.
    %1 and %2 overlap. → @1 và @2 chồng lên nhau.
    Only a manager sets when somebody works week after week. → Chỉ quản lý mới đặt giờ làm hằng tuần.
    Only reception sets when somebody works on a day. → Chỉ quầy mới đặt giờ làm của một ngày.
    """#
}
