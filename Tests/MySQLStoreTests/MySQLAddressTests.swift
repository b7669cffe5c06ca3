import BookingStore
import Testing

@testable import MySQLStore

@Suite struct MySQLAddressTests {
  @Test func everyPartIsUnderstood() throws {
    let address = try MySQLAddress(
      "mysql://desk:s%40crt@db.spa.vn:3307/spa?ssl-ca=/etc/ca.pem&pool=4")
    #expect(address.host == "db.spa.vn" && address.port == 3307)
    #expect(address.user == "desk" && address.password == "s@crt")
    #expect(address.database == "spa" && address.socket == nil)
    #expect(address.certificateAuthority == "/etc/ca.pem" && address.poolSize == 4)
  }

  @Test func aPasswordIsNeverRepeated() throws {
    #expect(try !MySQLAddress("mysql://desk:secret@db/spa").description.contains("secret"))
    let failure = #expect(throws: StoreFailure.self) {
      try MySQLAddress("mysql://desk:secret@db/")
    }
    #expect(failure?.sentence.contains("secret") == false)
  }

  @Test(arguments: [
    "mysql://db/spa", "mysql://desk@db", "mysql://desk@db/a/b", "http://desk@db/spa",
    "mysql://desk@db/spa?pool=0", "mysql://desk@db/spa?colour=red", "mysql:",
  ])
  func whatCannotBeUsedIsRefused(_ url: String) {
    #expect(throws: StoreFailure.self) { try MySQLAddress(url) }
  }
}
