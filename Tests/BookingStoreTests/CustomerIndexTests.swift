import BookingDomain
import BookingStore
import Testing

@Suite struct CustomerIndexTests {
  private static let entries = [
    entry(1, "Đặng Thị Ánh", "0901 234 567", "anh@mail.vn"),
    entry(2, "Nguyễn Văn An", "0902 345 678", "van.an@mail.vn"),
    entry(3, "Anna Lee", "+84 903 456 789", "ÄNNA@lee.com"),
    entry(4, "王小明", "0123456789", ""),
    entry(5, "Susanna Danh", "0905", ""),
  ]

  private static func entry(_ id: CustomerID, _ name: String, _ phone: String, _ email: String)
    -> CustomerIndex.Entry
  {
    CustomerIndex.Entry(Customer(id: id, name: name, phone: phone), email: email)
  }

  @Test(
    arguments: [
      ("dang thi", [1]), ("thi anh", [1]), ("ÁNH dang", [1]), ("an", [2, 3, 1]), ("王", [4]),
      ("anna", [3, 5]), ("van.an@", [2]), ("đ", [1, 5]), ("nobody", []), ("", []), ("  ", []),
    ] as [(String, [CustomerID])])
  func namesAreFoundWithoutCaseMarksAndOrder(text: String, ids: [CustomerID]) {
    #expect(CustomerIndex(Self.entries).matches(text, limit: 10) == ids)
  }

  @Test(
    arguments: [
      ("Juergen", [2, 1]), ("jurgen", [1]), ("JÜRGEN", [2, 1]), ("juergen mueller", [1]),
      ("jürgen muller", [1]), ("samuel", [3]), ("poe", [3]), ("احمد", [4]), ("أحمد", [4]),
      ("الاحمد", [4]), ("محمد احمد", [4]),
    ] as [(String, [CustomerID])])
  func aNameIsFoundInEachOfItsSpellings(text: String, ids: [CustomerID]) {
    let index = CustomerIndex([
      Self.entry(1, "Jürgen Müller", "", ""), Self.entry(2, "Juergen Weiss", "", ""),
      Self.entry(3, "Samuel Poe", "", ""), Self.entry(4, "محمد أحمد الأحمد", "", ""),
    ])
    #expect(index.matches(text, limit: 10) == ids)
  }

  @Test(
    arguments: [
      ("567", [1, 3, 2, 4]), ("678", [2, 3, 4]), ("903-456", [3]), ("0905", [5]),
    ] as [(String, [CustomerID])])
  func aPhonesTailComesFirst(text: String, ids: [CustomerID]) {
    #expect(CustomerIndex(Self.entries).matches(text, limit: 10) == ids)
  }

  @Test func asManyAsAskedForTheBestOnes() {
    #expect(CustomerIndex(Self.entries).matches("an", limit: 1) == [2])
    #expect(CustomerIndex(Self.entries).matches("an", limit: 0) == [])
  }

  /// A given name that begins many a family name; and who comes today is meant before others.
  @Test func whoIsCalledSoComesBeforeWhoseNameBeginsSo() {
    let families = (1...40).map {
      Self.entry(CustomerID(Int64($0)), "Hoàng Gia Số \($0)", "", "")
    }
    let called = [
      Self.entry(101, "Bùi Thị Hoa", "", ""), Self.entry(102, "Vũ Thị Hoa", "", ""),
      Self.entry(103, "Hoàng Đức Hoa", "", ""),
    ]
    let index = CustomerIndex(families + called)
    #expect(index.matches("hoa", limit: 4).prefix(3) == [101, 103, 102])
    #expect(index.matches("hoa", limit: 2, first: [102, 7]) == [102, 101])
    #expect(index.matches("hoàng", limit: 2, first: [7]).first == 7)
  }

  @Test func whatChangesIsFoundAsItIsNow() {
    var index = CustomerIndex(Self.entries)
    index.put(Self.entry(3, "Bella", "077", ""))
    index.remove(1)
    index.remove(4711)
    #expect(index.count == 4)
    #expect(index.matches("anna", limit: 5) == [5])
    #expect(index.matches("bella", limit: 5) == [3])
    #expect(index.matches("anh", limit: 5) == [5])
  }

  @Test func aLongLifeOfChangesLosesNobody() {
    var index = CustomerIndex(Self.entries)
    for round in 0..<4_000 {
      index.put(Self.entry(3, "Guest number \(round)", "\(round)", "guest\(round)@mail.vn"))
    }
    #expect(index.matches("number 3999", limit: 5) == [3])
    #expect(index.matches("dang thi anh", limit: 5) == [1])
    #expect(index.matches("guest3999@", limit: 5) == [3])
  }

  /// The figure in the README; how long it takes depends on the build, so that it is only printed.
  @Test func aHundredThousandCustomersAreLookedThrough() {
    let given = ["Ánh", "An", "Bảo", "Chi", "Dung", "Hà", "Khánh", "Lan", "Mai", "Nam"]
    let entries = (1...100_000).map { number in
      let name = "Nguyễn Thị \(given[number % given.count]) \(given[number / 10 % given.count])"
      return Self.entry(
        CustomerID(Int64(number)), name, "09\(10_000_000 + number * 7)", "g\(number)@mail.vn")
    }
    let index = CustomerIndex(entries)
    for (text, count) in [("n", 20), ("nguyen thi anh", 20), ("567", 20), ("g99999@", 1)] {
      var found = 0
      let time = ContinuousClock().measure { found = index.matches(text, limit: 20).count }
      print("\(text): \(found) of 100,000 customers in \(time)")
      #expect(found == count)
    }
  }

  @Test func marksThatStandAloneAreFoldedToo() {
    #expect(FoldedText("  A\u{301}nh  \u{110}ẶNG ").text == "anh dang")
  }

  @Test(
    arguments: [
      ("+84 901 234 567", "0901-234-567", true), ("0901", "0902", false), ("0901", "901", false),
    ])
  func aNumberIsTheSameHoweverItIsWritten(a: String, b: String, isSame: Bool) {
    #expect((PhoneKey(a) == PhoneKey(b)) == isSame)
  }
}
