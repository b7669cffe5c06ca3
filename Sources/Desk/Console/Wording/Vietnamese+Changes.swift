extension Vietnamese {
  /// What else of the house can be changed.
  static let changes = #"""
    # Tables
    KIND → LOẠI
    SERVICES → DỊCH VỤ
    THERAPISTS → KỸ THUẬT VIÊN
    YEARS → SỐ NĂM
    WORKS → GIỜ LÀM
    THE SPA → VỀ SPA
    ABOUT → GIỚI THIỆU
    not in the web shop → không có trên web
    after a consultation → sau khi tư vấn
    time zone → múi giờ
    # What can be typed there
    another name, as everybody sees it → tên khác, như mọi người thấy
    another address to log in with → địa chỉ đăng nhập khác
    another phone number; - for none → số điện thoại khác; - là không có
    the kind of treatment that a service is → loại của dịch vụ
    the kind of treatment that a therapist does → loại dịch vụ mà kỹ thuật viên làm
    how long a therapist has done it → số năm trong nghề của kỹ thuật viên
    a bed into another room → chuyển giường sang phòng khác
    guests at a time in a room → số khách cùng lúc trong phòng
    another name → tên khác
    what the web shop says of it; - for nothing → lời giới thiệu trên web; - là không có
    what the web shop says of one; - for nothing → lời giới thiệu trên web; - là không có
    another name for a service, kind, bed, room or therapist → tên khác cho service, kind, bed, room hoặc therapist
    no more: service, kind, bed, room, therapist; web, consultation → ngừng: service, kind, bed, room, therapist; web, consultation
    what was off, again → dùng lại cái đã ngừng
    the spa's own name, tax, address, phone and so on → tên, thuế, địa chỉ, điện thoại… của spa
    of the spa itself → của chính spa
    offered no more → không phục vụ nữa
    offered again → phục vụ lại
    works here no more → không làm ở đây nữa
    works here again → làm ở đây lại
    booked at the desk alone → chỉ đặt tại quầy
    the web shop offers it, too → web cũng bán
    needs no consultation before it → không cần tư vấn trước
    needs a consultation before it → cần tư vấn trước
    a new kind of treatment → loại dịch vụ mới
    a phone number → số điện thoại
    the name of a kind of treatment → tên của loại dịch vụ
    %1, a colon and %2 → @1, dấu hai chấm và @2
    Write a colon and %1 behind %2. → Hãy ghi dấu hai chấm và @1 sau %2.
    its new name → tên mới
    a text on one line → lời giới thiệu trên một dòng
    guests at a time, 1 to 1000 → số khách cùng lúc, 1 đến 1000
    years, 0 to 80 → số năm, 0 đến 80
    the spa's name → tên spa
    per cent on top of the prices, like 8 or 7.5 → phần trăm cộng vào giá, như 8 hoặc 7.5
    a currency of three letters, like VND → tiền tệ ba chữ cái, như VND
    an address, on one line → địa chỉ, trên một dòng
    a city → thành phố
    a postcode → mã bưu chính
    a country → quốc gia
    the address of the spa's pages → địa chỉ trang web
    the address of a picture → địa chỉ của hình
    the number that the tax office gave → mã số thuế
    what holds for cancelling, on one line → quy định hủy, trên một dòng
    what holds for booking, on one line → quy định đặt lịch, trên một dòng
    a sentence about the spa → một câu về spa
    more about the spa, on one line → thêm về spa, trên một dòng
    # What was done there
    %1: price %2; was %3. → %1: giá %2; trước là @3.
    %1: %2 minutes; was %3. → %1: %2 phút; trước là %3.
    %1: buffer %2; was %3. → %1: để trống %2 phút; trước là %3.
    none → không có
    %1 is of the kind %2 now; was %3. → %1 nay thuộc loại %2; trước là %3.
    Service %1 is called %2 now. → Dịch vụ %1 nay tên là %2.
    The kind %1 is called %2 now. → Loại %1 nay tên là %2.
    Bed %1 is called %2 now. → Giường %1 nay tên là %2.
    Room %1 is called %2 now. → Phòng %1 nay tên là %2.
    Therapist %1 is called %2 now. → Kỹ thuật viên %1 nay tên là %2.
    %1 is called %2 now. → %1 nay tên là %2.
    The web shop says of %1: %2 → Web giới thiệu %1: %2
    The web shop says nothing of %1 now. → Web không giới thiệu %1 nữa.
    %1 is sold again. → Bán lại %1.
    %1 is sold no more. → Không bán %1 nữa.
    %1 is offered again. → Phục vụ lại %1.
    %1 is offered no more. → Không phục vụ %1 nữa.
    The web shop offers %1, too. → Web cũng bán %1.
    %1 is booked at the desk alone. → %1 chỉ đặt tại quầy.
    %1 needs a consultation before it. → %1 cần tư vấn trước.
    %1 needs no consultation before it. → %1 không cần tư vấn trước.
    %1 works here again. → %1 làm ở đây lại.
    %1 works here no more. → %1 không làm ở đây nữa.
    Bed %1 stands in %2 now; stood in %3. → Giường %1 nay ở %2; trước ở %3.
    %1 has no bed any more: it seats %2. → %1 không còn giường: chỗ ngồi %2.
    %1 seats %2 now; was %3. → %1 nay có %2 chỗ; trước là %3.
    More are booked there at a time, days from today on: %1. → Số ngày từ hôm nay có nhiều khách cùng lúc hơn: %1.
    %1 does %2 now. → %1 nay làm %2.
    %1 does %2 now; did %3. → %1 nay làm %2; trước làm %3.
    %1 does %2 now; users email and users password let them log in. → %1 nay làm %2; users email và users password cho họ đăng nhập.
    %1 has done it for %2 years. → %1 đã làm nghề %2 năm.
    The spa's %1 is %2 now. → %1 của spa nay là @2.
    The spa's %1 is %2 now; was %3. → %1 của spa nay là @2; trước là %3.
    nothing → không có
    1 booking from today on with therapists who do not do it: :reassign gives them to others. → Từ hôm nay có 1 lịch với người không làm loại đó: :reassign giao cho người khác.
    %1 bookings from today on with therapists who do not do it: :reassign gives them to others. → Từ hôm nay có %1 lịch với người không làm loại đó: :reassign giao cho người khác.
    1 booking from today on with them that they do not do: :reassign gives them to others. → Từ hôm nay có 1 lịch với người đó mà họ không làm: :reassign giao cho người khác.
    %1 bookings from today on with them that they do not do: :reassign gives them to others. → Từ hôm nay có %1 lịch với người đó mà họ không làm: :reassign giao cho người khác.
    %1 has no phone number now. → %1 nay không có số điện thoại.
    %1 has the phone number %2 now. → %1 nay có số điện thoại %2.
    %1 logs in as %2 now; was %3. → %1 nay đăng nhập bằng %2; trước là %3.
    %1 does nothing yet now; users email and users password let them log in. → %1 chưa làm gì; users email và users password cho họ đăng nhập.
    %1 is a new kind of treatment, which no therapist does yet; did you mean %2? → %1 là loại dịch vụ mới, chưa kỹ thuật viên nào làm; có phải %2 không?
    1 booking from today on with them outside that: :reassign gives them to others. → Từ hôm nay có 1 lịch ngoài giờ đó với người đó: :reassign giao cho người khác.
    %1 bookings from today on with them outside that: :reassign gives them to others. → Từ hôm nay có %1 lịch ngoài giờ đó với người đó: :reassign giao cho người khác.
    %1 ends on the next day. → %1 hết vào hôm sau.
    # What cannot be
    A line holds letters, figures and signs alone, no control characters. → Dòng lệnh chỉ gồm chữ, số và dấu, không có ký tự điều khiển.
    there is no currency "%1"; write one of three letters (ISO 4217), like VND, EUR or USD → không có tiền tệ "%1"; hãy ghi ba chữ cái (ISO 4217), như VND, EUR hoặc USD
    there is no currency "%1"; %2 → không có tiền tệ "%1"; %2
    when somebody works is written like "mon-fri 9-17, sat 10:00-14:00 15-18, sun off" → giờ làm ghi như "mon-fri 9-17, sat 10:00-14:00 15-18, sun off"
    a description → lời giới thiệu
    a person's name → tên người
    the spa's %1 → %1 của spa
    Everybody has a name and an e-mail address. → Ai cũng có tên và địa chỉ e-mail.
    Years are a number from 0 to 80. → Số năm là từ 0 đến 80.
    %1 is offered no more; :house on kind offers it again. → %1 không phục vụ nữa; :house on kind phục vụ lại.
    %1 services of the kind %2 are sold; take them off first. → Có %1 dịch vụ loại %2 đang bán; hãy ngừng bán trước.
    %1 has a length that no service has. → Độ dài của %1 không dịch vụ nào có.
    Bed %1 stands in %2 already. → Giường %1 đã ở %2.
    1 booking from today on is on bed %1; :move takes each elsewhere first. → Từ hôm nay có 1 lịch trên giường %1; trước hết :move dời đi.
    %1 bookings from today on are on bed %2; :move takes each elsewhere first. → Từ hôm nay có %1 lịch trên giường %2; trước hết :move dời từng lịch.
    There are %1 beds in %2: it seats %3 or more. → %2 có %1 giường: số chỗ từ %3.
    There is no therapist "%1"; :users shows who there is. → Không có kỹ thuật viên "%1"; :users cho xem có ai.
    %1 are called "%2"; take a number. → Có %1 người tên "%2"; hãy dùng số.
    The tax is a number of per cent, like 8 or 7.5. → Thuế là số phần trăm, như 8 hoặc 7.5.
    Prices in %1 have no fractions, and %2 services have such; change those first. → Giá bằng %1 không có số lẻ, mà %2 dịch vụ có; hãy đổi giá trước.
    The database keeps nothing about the spa in its table spa_information. → Cơ sở dữ liệu không giữ gì về spa trong bảng spa_information.
    """#
}
