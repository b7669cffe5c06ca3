import Screen
import Testing

@testable import CursesTerminal

@Suite struct TerminalOptionsTests {
  private func options(
    type: String? = "xterm-256color", locale: String? = nil,
    color: TerminalOptions.ColorChoice = .auto, noColor: Bool = false, colorTerm: String? = nil
  ) -> TerminalOptions {
    TerminalOptions(
      type: type, locale: locale, color: color, noColor: noColor, colorTerm: colorTerm)
  }

  @Test func coloursAreWhatTheTerminalHasAndThePersonWants() {
    #expect(options().depth(available: 256) == .indexed256)
    #expect(options().depth(available: 16_777_216) == .direct)
    #expect(options().depth(available: 8) == .ansi8)
    #expect(options().depth(available: 0) == .mono)
    #expect(options(noColor: true).depth(available: 256) == .mono)
    #expect(options(color: .always, noColor: true).depth(available: 256) == .indexed256)
    #expect(options(color: .never).depth(available: 256) == .mono)
    #expect(options(color: .ansi16).depth(available: 256) == .ansi16)
    #expect(options(color: .ansi16).depth(available: 8) == .ansi8)
  }

  @Test func aLocaleThatNamesAnotherCharacterSetIsBelieved() {
    #expect(options(locale: nil).wantsUnicode)
    #expect(options(locale: "").wantsUnicode)
    #expect(options(locale: "vi_VN.UTF-8").wantsUnicode)
    #expect(options(locale: "C.utf8").wantsUnicode)
    #expect(!options(locale: "C").wantsUnicode)
    #expect(!options(locale: "de_DE.ISO-8859-1").wantsUnicode)
  }

  @Test func descriptionsAreTriedBestFirst() {
    #expect(options(type: "xterm").types == ["xterm", "xterm-256color"])
    #expect(
      options(type: "screen", colorTerm: "truecolor").types
        == ["screen-256color", "screen", "xterm-256color"])
    #expect(options(type: nil).types == ["xterm-256color"])
  }
}
