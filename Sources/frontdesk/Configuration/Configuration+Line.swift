import BookingClient

extension Configuration {
  func line() throws(Problem) -> any BookingLine {
    let address: ServerAddress
    do throws(ServerAddress.Problem) {
      address = try ServerAddress(server)
    } catch {
      throw Problem(error.sentence)
    }
    do throws(LoginFailure) {
      return try BookingClient(servers: [address], caFile: caFile)
    } catch {
      throw Problem(error.sentence)
    }
  }
}
