import BookingDomain
import BookingProtocol
import NIOCore
import NIOHTTP1

extension PollingEndpoint {
  /// As on a socket, an order is refused in a sentence while the database is away, even where
  /// that is what keeps its sender from being known: nothing was done, which is no secret.
  func commandOrRefusal(_ request: HTTPRequest) async -> HTTPAnswer {
    let answer = await command(request)
    guard answer.status == .serviceUnavailable,
      let envelope = try? ClientCoding.decode(request.body.readableBytesView),
      case .command(let command) = envelope.message
    else { return answer }
    let refusal = parts.envelope(
      parts.commands.refuse(command, by: nil), id: command.id.asSent)
    return HTTPAnswer(.ok, json: ServerCoding.encode([refusal]))
  }
}
