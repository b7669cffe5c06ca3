import BookingProtocol
import LinePromise
import NIOCore

extension BookingClient {
  /// Asks one server, without a session.
  /// - Throws: `QuestionFailure`.
  package func health(of server: ServerAddress) async throws -> ServerHealth {
    let promise = loop.makePromise(of: ServerHealth.self)
    loop.execute { [driver] in
      let call = HTTPCall(.health, to: server) { result in
        do {
          promise.succeed(try Self.health(result, of: server))
        } catch {
          promise.fail(error)
        }
      }
      call.start(driver.value.connector)
    }
    return try await promise.futureResult.get()
  }

  private static func health(
    _ result: Result<HTTPCall.Answer, TransportFailure>, of server: ServerAddress
  ) throws(QuestionFailure) -> ServerHealth {
    switch result {
    case .failure(let failure): throw QuestionFailure(failure.sentence)
    case .success(let answer):
      // 503 while the database is away, with the same words.
      guard [200, 503].contains(answer.status),
        let health = try? OperationCoding.health(answer.body.readableBytesView)
      else {
        throw QuestionFailure(
          answer.speaksTLS(at: server) ?? "what answers there is not a booking server")
      }
      return health
    }
  }
}
