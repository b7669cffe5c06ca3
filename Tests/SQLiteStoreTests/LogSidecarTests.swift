import BookingDomain
import Foundation
import Testing

@testable import SQLiteStore

@Suite struct LogSidecarTests {
  /// A server may be killed between any two steps of writing: whoever opens the database then
  /// would take a note that is not whole for a restored backup.
  @Test func theNoteIsWholeAtEveryMoment() async throws {
    let database = try TemporaryDatabase()
    let sidecar = LogSidecar(database: database.path)
    sidecar.begin(at: LogPosition(epoch: "this", seq: 1))
    let writing = Task.detached {
      for seq in 2...3_000 as ClosedRange<Int64> {
        _ = sidecar.advance(to: LogPosition(epoch: "this", seq: seq))
      }
    }
    let reader = LogSidecar(database: database.path)
    var seen: Set<String?> = []
    for _ in 1...3_000 { seen.insert(reader.stored()?.epoch) }
    await writing.value
    #expect(seen == ["this"])
    #expect(reader.stored() == LogPosition(epoch: "this", seq: 3_000))
  }

  @Test func aNoteOfAnEarlierKindIsReadAndWrittenOver() throws {
    let database = try TemporaryDatabase()
    let path = database.path + "-frontdesk"
    try Data("an-epoch 17\n".utf8).write(to: URL(fileURLWithPath: path))
    let sidecar = LogSidecar(database: database.path)
    #expect(sidecar.stored() == LogPosition(epoch: "an-epoch", seq: 17))
    sidecar.begin(at: LogPosition(epoch: "e", seq: 2))
    #expect(sidecar.stored() == LogPosition(epoch: "e", seq: 2))
  }
}
