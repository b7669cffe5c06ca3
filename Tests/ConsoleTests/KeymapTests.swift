import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import Screen
import Testing

@Suite struct KeymapTests {
  @Test(arguments: KeyContext.allCases)
  func noKeyHasTwoMeanings(context: KeyContext) {
    let keys = Keymap.usual.all.filter { $0.contexts.contains(context) }.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test func noWordHasTwoMeanings() {
    let words = Keymap.usual.bindings.map(\.word)
    #expect(Set(words).count == words.count)
  }

  @Test func everyActionHasHelpAndAWord() {
    for binding in Keymap.usual.bindings {
      #expect(!binding.help.isEmpty && !binding.word.isEmpty)
      #expect(!binding.word.contains(" "))
      #expect(!binding.keys.isEmpty || binding.argument != nil)
    }
  }

  @Test func helpAndTheKeyListNameEveryBinding() {
    let markdown = KeyList.markdown()
    let help = HelpText.lines(PaperDesk(as: SampleSpa.manager).model)
    for binding in Keymap.usual.all {
      #expect(markdown.contains(binding.help) && markdown.contains(binding.command))
      #expect(
        help.contains {
          if case .binding(_, binding.command, _, _) = $0 { true } else { false }
        })
    }
  }

  /// The manual page is made of the same table, with what may be typed.
  @Test func theManualNamesEveryKeyLineAndDay() {
    let manual = KeyList.manual().replacing("\\-", with: "-")
      .replacing("\\&", with: "")
    for binding in Keymap.usual.all {
      #expect(manual.contains(binding.help) && manual.contains(binding.command))
      for key in binding.keyNames.split(separator: " ") { #expect(manual.contains(key)) }
    }
    for verb in Verb.allCases {
      for example in verb.examples { #expect(manual.contains("\(verb.rawValue) \(example)")) }
    }
    #expect(manual.contains(DayWord.advice) && KeyList.markdown().contains("`next fri`"))
  }

  @Test func everyEntryOfTheMenuCanBeChosenAndShowsItsKey() {
    let all = KeySearch().found(for: Reception.desk(as: SampleSpa.manager).model)
    #expect(all.map(\.word) == Keymap.usual.bindings.map(\.word))
    for (index, binding) in all.enumerated() {
      var desk = Reception.desk(as: SampleSpa.manager)
      desk.select(6)
      desk.press(.function(10))
      for _ in 0..<index { desk.press(.down) }
      #expect(desk.menu?.at == index)
      #expect(desk.picture().frame.text.contains(":" + binding.word))
      desk.press(.enter)
      #expect(desk.menu?.at == nil || binding.action == .menu)
    }
  }

  private struct Theirs: Sendable {
    let person: Person
    let words: [String]
    let notTheirs: [String]
    /// What `:` answers to the first of those.
    let told: String
  }

  private static let theirs = [
    Theirs(
      person: SampleSpa.therapistLinh,
      words: ["start", "complete", "undo", "week", "lock", "help"],
      notTheirs: ["book", "confirm", "walk-in", "waiting", "find", "rooms", "wall", "house"],
      told: "for reception"),
    Theirs(
      person: SampleSpa.reception, words: ["confirm", "book", "waiting", "wall"],
      notTheirs: ["house", "users", "changes"], told: "for managers"),
  ]

  /// A therapist is not shown what only reception does, nor reception what only managers do; whoever
  /// types it all the same is told whose it is.
  @Test(arguments: [0, 1])
  func helpMenuAndCompletionsHaveWhatThisPersonCanDo(index: Int) {
    let theirs = Self.theirs[index]
    var desk = PaperDesk(as: theirs.person)
    var help: [String] = []
    for case .binding(_, let command, _, _) in HelpText.lines(desk.model) {
      help.append(String(command.dropFirst().prefix { $0 != " " }))
    }
    let menu = KeySearch().found(for: desk.model).map(\.word)
    for word in theirs.words {
      #expect(help.contains(word), "\(word)")
      #expect(menu.contains(word), "\(word)")
    }
    for word in theirs.notTheirs {
      #expect(!help.contains(word), "\(word)")
      #expect(!menu.contains(word), "\(word)")
    }
    desk.press(.character(":"))
    desk.type(theirs.notTheirs[0])
    desk.press(.enter)
    #expect(desk.sent.isEmpty)
    #expect(desk.toasts.last?.contains(theirs.told) == true, "\(desk.toasts)")
  }

  @Test func typingInTheMenuNarrowsItAndOrdersNothing() throws {
    var desk = Reception.desk()
    desk.select(6)
    desk.press(.function(10))
    desk.type("swap")
    #expect(desk.sent.isEmpty)
    #expect(try #require(desk.menu).found(for: desk.model).map(\.word) == ["swap"])
    #expect(desk.picture().frame.text.contains("/swap"))
    desk.press(.enter)
    #expect(desk.line == "swap ")
  }

  @Test func typingInTheHelpNarrowsIt() {
    var desk = Reception.desk()
    desk.select(6)
    desk.press(.character("?"), .character("a"))
    #expect(desk.sent.isEmpty)
    desk.type("rrived")
    let text = desk.picture().frame.text
    #expect(text.contains("The guest has arrived") && !text.contains("Complete the treatment"))
    desk.press(.escape)
    #expect(desk.model.overlay == nil)
  }

  /// Every key of the board, under everything that may lie over it.
  @Test func noKeyReachesWhatIsCovered() {
    for opening in [
      KeyPress.function(1), .function(2), .function(10), .function(12), .character("H"),
      .character("W"), .character("p"),
    ] {
      for key in Keymap.usual.bindings.flatMap(\.keys) {
        var desk = Reception.desk()
        desk.select(6)
        desk.press(opening)
        // Choosing is what menu and lists are for.
        let own = Keymap.usual.binding(for: key, in: desk.model.keyContext)?.action
        if own == .choose || own == .chooseLine { continue }
        let selected = desk.model.selection
        desk.press(key)
        #expect(desk.sent.isEmpty, "\(key) under \(opening)")
        #expect(desk.model.selection == selected, "\(key) under \(opening)")
        #expect(desk.model.mode == .normal, "\(key) under \(opening)")
      }
    }
  }

  @Test func theOpenCardOfOneGuestTakesNoKeyForAnother() {
    var desk = Reception.desk()
    desk.select(9)
    desk.model.overlay = .card(CardView(customer: 71))
    desk.press(.character("a"), .character("c"))
    #expect(desk.sent.isEmpty)
    #expect(desk.toasts.last?.contains("Esc closes this first") == true)
    desk.press(.escape, .character("c"))
    #expect(desk.sent.map(\.booking) == [9])
  }

  @Test(arguments: [
    ("с", "another keyboard layout"), ("ㅊ", "another keyboard layout"), ("Q", "Caps Lock"),
  ])
  func anotherKeyboardLayoutIsNoticed(typed: String, word: String) {
    var desk = PaperDesk()
    desk.type(typed)
    #expect(desk.toasts.last?.contains(word) == true)
    #expect(desk.sent.isEmpty)
  }

  @Test func confirmArrivedStartCompleteAndUndoAreOneKeyEach() {
    for (key, word) in [
      ("c", "confirm"), ("a", "arrived"), ("s", "start"), ("d", "complete"), ("u", "undo"),
    ] {
      #expect(Keymap.usual.binding(for: .character(Character(key)))?.word == word)
    }
  }
}

@Suite struct CommandLineTests {
  let model = PaperDesk().model

  @Test func aWordMayBeShortened() {
    #expect(
      CommandLine.read("conf", model)
        == .action(.order(.changeStatus(to: .confirmed, reason: nil))))
    guard case .problem(let sentence) = CommandLine.read("re", model) else {
      // "redraw" alone begins so.
      #expect(CommandLine.read("re", model) == .action(.redraw))
      return
    }
    #expect(sentence.contains("redraw"))
  }

  @Test func daysAreReadInEveryForm() {
    #expect(CommandLine.read("date tomorrow", model) == .action(.showDay(.fromToday(1))))
    #expect(CommandLine.read("date +1", model) == .action(.showDay(.fromToday(1))))
    #expect(CommandLine.read("date", model) == .action(.showDay(.today)))
    guard case .action(.showDay(.on(let date))) = CommandLine.read("date 2026-11-30", model)
    else {
      Issue.record("not a date")
      return
    }
    #expect(date.description == "2026-11-30")
  }

  @Test func whatCannotBeReadIsSaidInASentence() {
    for line in ["date 2026-02-30", "frobnicate", "theme", "confirm now", "s"] {
      guard case .problem(let sentence) = CommandLine.read(line, model) else {
        Issue.record("\(line) was understood")
        continue
      }
      #expect(sentence.hasSuffix("."))
    }
  }

  @Test func tabCompletesWordsAndArguments() {
    #expect(CommandLine.completed("conf", model) == "confirm ")
    #expect(CommandLine.completed("th", model) == "the")
    #expect(CommandLine.completed("theme n", model) == "theme night")
    #expect(CommandLine.completed("date tom", model) == "date tomorrow")
  }

  @Test func aReasonGoesWithTheOrder() {
    #expect(
      CommandLine.read("start guest is early", model)
        == .action(.order(.changeStatus(to: .inProgress, reason: "guest is early"))))
  }

  @Test func accentsDoNotMatterInSearch() {
    #expect(FoldedText("Nguyễn Đức ÁNH").text == "nguyen duc anh")
    #expect(FoldedText("Nguye\u{302}\u{303}n").text == "nguyen")
    #expect(FoldedText("王小明").text == "王小明")
  }
}

extension PaperDesk {
  fileprivate var menu: KeySearch? {
    if case .menu(let search)? = model.overlay { search } else { nil }
  }
}
