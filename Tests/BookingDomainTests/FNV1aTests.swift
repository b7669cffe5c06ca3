import BookingDomain
import Testing

/// As its authors published them (Fowler, Noll and Vo, `test_fnv.c`).
@Suite struct FNV1aTests {
  @Test(
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C),
      ("foobar", 0x8594_4171_F739_67E8),
    ] as [(String, UInt64)])
  func theirOwnNumbersComeOut(_ text: String, _ number: UInt64) {
    #expect(FNV1a.number(of: text) == number)
  }
}
