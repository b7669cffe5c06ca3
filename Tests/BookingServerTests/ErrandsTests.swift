import BookingTesting
import NIOCore
import NIOPosix
import Testing

@testable import BookingServer

@Suite struct ErrandsTests {
  /// NIO says loudly where something comes back to a loop that has ended.
  @Test func aLoopIsNeededUntilEverybodyIsBack() async throws {
    let errands = Errands()
    #expect(errands.areAllBack)
    await errands.allBack()
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let (answers, answer) = AsyncStream.makeStream(of: Int.self)
    let found = errands.future(on: group.next()) { await answers.first { _ in true } ?? 0 }
    let lost = errands.future(on: group.next()) { () throws -> Int in throw CancellationError() }
    await #expect(throws: CancellationError.self) { try await lost.get() }
    #expect(!errands.areAllBack, "one still asks")
    let isOver = Watched(false)
    let waiting = Task {
      await errands.allBack()
      isOver.change { $0 = true }
    }
    #expect(!isOver.value)
    answer.yield(7)
    await waiting.value
    #expect(try await found.get() == 7 && errands.areAllBack)
    try await group.shutdownGracefully()
  }
}
