import BookingDomain

/// The house that bookings are made in: who works where, and what is on the menu.
struct DemoHouse {
  let size: DemoDatabase.Size

  var therapistCount: Int { size == .small ? 6 : 40 }
  var bedCount: Int { size == .small ? 5 : 36 }
  var customerCount: Int { size == .small ? 2_500 : 30_000 }
  var bookingsOnTheDay: Int { size == .small ? 32 : 190 }

  static let massage: ServiceTypeID = 1
  static let facial: ServiceTypeID = 2
  static let foot: ServiceTypeID = 3
  static let serviceTypes = ["Massage", "Chăm sóc da", "Massage chân"]

  // MARK: Menu

  /// Every kind of treatment in every length, and one of 70 minutes, which fits no grid.
  var services: [DemoDatabase.Service] {
    let lengths = [30, 45, 60, 75, 90, 120]
    let kinds: [(type: ServiceTypeID, names: [String], price: Int)] = [
      (
        Self.massage,
        [
          "Massage cổ vai gáy", "Massage Thụy Điển", "Massage thư giãn", "Massage đá nóng",
          "Massage Thái", "Massage bốn tay",
        ], 8_000
      ),
      (
        Self.facial,
        [
          "Làm sạch da", "Cấp ẩm da mặt", "Chăm sóc da cơ bản", "Trị mụn chuyên sâu",
          "Trẻ hóa da", "Liệu trình da toàn diện",
        ], 9_000
      ),
      (
        Self.foot,
        [
          "Ngâm chân thảo dược", "Bấm huyệt bàn chân", "Massage chân", "Massage chân đá nóng",
          "Chân và vai gáy", "Chân, vai, gáy và đầu",
        ], 6_000
      ),
    ]
    var menu: [DemoDatabase.Service] = []
    func add(_ type: ServiceTypeID, _ name: String, _ minutes: Int, price: Int, isActive: Bool) {
      menu.append(
        DemoDatabase.Service(
          id: ServiceID(Int64(menu.count + 1)), type: type, name: "\(name) \(minutes)'",
          price: minutes * price, duration: Minutes(minutes), buffer: 15, isActive: isActive))
    }
    for kind in kinds {
      for (name, minutes) in zip(kind.names, lengths) {
        add(kind.type, name, minutes, price: kind.price, isActive: true)
      }
    }
    add(Self.massage, "Massage tinh dầu sen", 70, price: 8_500, isActive: true)
    add(Self.massage, "Massage tre nứa", 60, price: 8_000, isActive: false)
    return menu
  }

  // MARK: Places

  /// Room 1 has two beds, for couples; the others have one or two; the last is the foot lounge.
  var rooms: [DemoDatabase.Room] {
    var rooms = [DemoDatabase.Room(id: 1, name: "Sen Đôi", capacity: 2, isActive: true)]
    let single = ["Lan", "Cúc", "Mai", "Trúc", "Đào", "Quế", "Hồng", "Nhài", "Tùng", "Bưởi"]
    for bed in 3...bedCount {
      let name = single[(bed - 3) % single.count]
      let turn = (bed - 3) / single.count
      rooms.append(
        DemoDatabase.Room(
          id: RoomID(Int64(bed - 1)), name: turn == 0 ? name : "\(name) \(turn + 1)",
          capacity: 1, isActive: true))
    }
    rooms.append(
      DemoDatabase.Room(
        id: RoomID(Int64(bedCount)), name: "Sảnh chân", capacity: 8, isActive: true))
    return rooms
  }

  /// The last bed is out of service.
  var beds: [DemoDatabase.Bed] {
    (1...bedCount).map { bed in
      DemoDatabase.Bed(
        id: BedID(Int64(bed)), room: RoomID(Int64(max(1, bed - 1))), name: "G\(bed)",
        isActive: bed != bedCount)
    }
  }

  // MARK: People

  static let firstTherapist = 11

  var users: [DemoDatabase.User] {
    let staff: [(Int, Role, String, String)] = [
      (1, .admin, "Quản trị", "admin"), (2, .manager, "Chị Hạnh", "manager"),
      (3, .receptionist, "Tuyết", "reception"), (4, .receptionist, "Phúc", "reception2"),
    ]
    let treating = therapists.enumerated().map { index, therapist in
      (Int(therapist.id.number), Role.therapist, therapist.name, "therapist\(index + 1)")
    }
    return (staff + treating).map { id, role, name, mailbox in
      DemoDatabase.User(
        id: UserID(Int64(id)), role: role, name: name, email: "\(mailbox)@demo.spa",
        phone: "028 3822 \(7000 + id)")
    }
  }

  /// Each has a bed of their own, so that no two can ever need one; the feet are done in chairs.
  /// The last is on leave; in the big house so is one more, and there are more chairs.
  var therapists: [DemoDatabase.Therapist] {
    let chairs = size == .small ? 1 : 3
    let onLeave = size == .small ? 1 : 2
    return (0..<therapistCount).map { index in
      let isFoot = (therapistCount - onLeave - chairs..<therapistCount - onLeave).contains(index)
      let isAway = index >= therapistCount - onLeave
      let hasBed = !isFoot && !isAway
      let type = isFoot ? Self.foot : index % 4 == 3 ? Self.facial : Self.massage
      return DemoDatabase.Therapist(
        id: UserID(Int64(Self.firstTherapist + index)), name: DemoNames.therapists[index],
        serviceType: type, state: isAway ? .onLeave : .available,
        bed: hasBed ? BedID(Int64(index + 1)) : nil,
        room: hasBed ? RoomID(Int64(max(1, index))) : RoomID(Int64(bedCount)))
    }
  }
}

extension DemoDatabase {
  package struct Room: Hashable, Sendable {
    package let id: RoomID
    package let name: String
    package let capacity: Int
    package let isActive: Bool
  }

  package struct Bed: Hashable, Sendable {
    package let id: BedID
    package let room: RoomID
    package let name: String
    package let isActive: Bool
  }
}
