import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import Screen
import Testing

/// Keys that somebody has given to actions.
@Suite struct ChosenKeysTests {
  private static func line(_ word: String, _ keys: String..., at row: Int = 2) -> KeyChoice.Line {
    KeyChoice.Line(word, keys: keys, place: "config.toml:\(row):1")
  }

  private static func desk(_ lines: KeyChoice.Line...) throws -> PaperDesk {
    PaperDesk(keymap: try Keymap(lines))
  }

  private func problem(_ lines: KeyChoice.Line...) -> String? {
    do throws(KeyChoice.Problem) {
      _ = try Keymap(lines)
      return nil
    } catch {
      return error.sentence
    }
  }

  @Test func aChosenKeyGivesTheOrderAndTheOldOneSaysWhichDoes() throws {
    var desk = try Self.desk(Self.line("confirm", "k"))
    _ = try desk.presses("k", on: 6)
    #expect(desk.sent.count == 1)
    desk.press(.character("c"))
    #expect(desk.sent.count == 1)
    #expect(desk.toasts.last == "c is no key now: confirm is k.")
  }

  @Test func whatLostALetterKeepsItsOtherKeyAndSaysSo() throws {
    var desk = try Self.desk(Self.line("confirm", "k"))
    #expect(desk.model.keymap.binding(for: .up)?.word == "up")
    #expect(desk.model.keymap.binding(for: .character("k"), in: .history) == nil)
    desk = try Self.desk(Self.line("undo", "u", "ctrl-z"))
    #expect(desk.model.keymap.binding(for: .control("z"))?.word == "undo")
    #expect(desk.model.keymap.binding(for: .control("z"), in: .tasks)?.action == .tick(.undo))
  }

  @Test func helpMenuHintsAndSentencesNameTheChosenKeys() throws {
    var desk = try Self.desk(
      Self.line("book", "F5"), Self.line("details", "y"), Self.line("therapists-left", "{"),
      KeyChoice.Line("find", keys: [], place: "config.toml:5:1"))
    let hints = desk.picture().frame.text.split(separator: "\n").last ?? ""
    #expect(hints.contains("F5 book") && hints.contains("y details"))
    desk.press(.down, .function(10))
    desk.type("week of")
    #expect(desk.picture().frame.text.contains("one therapist; { and > show"))
    #expect(KeyList.markdown(desk.model.keymap).contains("| `F5` | `:book"))
    #expect(desk.model.keymap.name(of: .phrase(.find)) == ":find")
  }

  @Test func anEmptyListNamesTheKeyThatLeadsOn() throws {
    var desk = try Self.desk(Self.line("date", "y"))
    desk.press(.character("]"))
    desk.deliver([])
    desk.press(.character("O"))
    #expect(desk.picture().frame.text.contains("Turns are of today: y shows it."))
  }

  @Test func listsGoByTheLettersOfTheBoard() throws {
    let keymap = try Keymap([Self.line("confirm", "V"), Self.line("quit", "Q")])
    #expect(keymap.binding(for: .character("V"), in: .calls)?.action != nil)
    #expect(keymap.binding(for: .character("c"), in: .calls) == nil)
    #expect(keymap.binding(for: .character("Q"), in: .card)?.action == .close)
    #expect(keymap.binding(for: .control("c"))?.word == "quit")
  }

  @Test func aClashNamesPlacesKeyAndBothActions() {
    #expect(
      problem(Self.line("confirm", "x"))
        == "config.toml:2:1: x would be both confirm and cancel; "
        + "give cancel another key too, or none: cancel = [].")
    #expect(
      problem(Self.line("confirm", "F7"), Self.line("start", "F7", at: 3))
        == "config.toml:2:1 and config.toml:3:1: F7 would be both confirm and start.")
    #expect(
      problem(Self.line("undo", "n"), Self.line("next-match", "F6", at: 3))?
        .contains("\"Writes a task down\"") == true)
    #expect(problem(Self.line("cancel", "c"), Self.line("confirm", "x", at: 3)) == nil)
  }

  @Test(arguments: [
    (
      "confrim", "c",
      "\"confrim\" is no command of the console; there is confirm, "
    ),
    ("confirm", "ctrl+c", "\"ctrl+c\" is no key: "), ("confirm", "ctrl-i", "told from another key"),
    ("confirm", "Esc", "leads out of everything"),
  ])
  func whatThereIsNotIsSaidWithItsPlace(word: String, key: String, says: String) {
    let sentence = problem(Self.line(word, key, at: 9))
    #expect(sentence?.hasPrefix("config.toml:9:1: ") == true)
    #expect(sentence?.contains(says) == true, "\(sentence ?? "")")
  }

  @Test func theCommandLineCannotBeLost() {
    #expect(
      problem(KeyChoice.Line("command", keys: [], place: "a:1:1"))?.contains("command needs")
        == true)
  }

  @Test func keysAreNamedAsHelpShowsThem() {
    for key in Keymap.usual.all.flatMap(\.keys) { #expect(KeyPress(named: key.name) == key) }
  }
}
