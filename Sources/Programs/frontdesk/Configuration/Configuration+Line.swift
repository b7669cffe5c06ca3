import BookingClient
import LinePromise

extension Configuration {
  func line() throws(Problem) -> any BookingLine {
    var addresses: [ServerAddress] = []
    do throws(ServerAddress.Problem) {
      for server in servers { addresses.append(try ServerAddress(server)) }
    } catch {
      throw Problem(error.sentence)
    }
    do throws(LoginFailure) {
      return try BookingClient(servers: addresses, transport: transport, caFile: caFile)
    } catch {
      throw Problem(error.sentence)
    }
  }
}
