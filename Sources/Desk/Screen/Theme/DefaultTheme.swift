/// `Themes/default.toml`, compiled in so that the console has a theme without any file. A test holds
/// the two to the same bytes.
enum DefaultTheme {
  static let name = "default"
  static let path = "(compiled-in theme)"
  static let source = ThemeText(path: path, text: text, stamp: nil)

  // swift-format-ignore
  static let text = #"""
    # FrontDesk's own theme. It leaves the terminal's background alone, dark or light: what has to
    # be told apart is painted as a block of its own, everything else uses the terminal's own
    # colours. All other themes inherit from this one what they do not say.
    #
    # A role is a colour ("red") or a table:
    #   fg, bg   a name from [palette], "#rrggbb", 0 to 255, an ANSI name, or "default"
    #   attr     bold, dim, italic, underline, reverse, blink
    #   mono     instead of attr where there are no colours
    #   glyph    its sign, one column wide; ascii where the terminal has no Unicode
    #   letter   what stands for it where colour and sign are not enough

    [meta]
    name = "default"
    variant = "any"

    [palette]
    ink = "#14181f"
    snow = "#ffffff"
    mist = "#c4ccd6"
    slate = "#3b434e"
    pale = "#ccd3dc"
    blue = "#1c63a5"
    green = "#1e6b1e"
    red = "#a03238"
    violet = "#75459c"
    amber = "#e0a526"
    sky = "#5fd7ff"
    teal = "#14686f"

    [roles]
    screen = { fg = "default", bg = "default" }
    title = { attr = ["bold"] }
    "title.faint" = { attr = ["dim"] }

    header = { attr = ["bold"] }
    "header.today" = { attr = ["bold", "underline"] }
    "header.selected" = { attr = ["bold", "reverse"] }
    "therapist.onLeave" = { attr = ["dim", "italic"] }

    "grid.line" = { attr = ["dim"], glyph = "╎", ascii = "|" }
    "grid.hour" = { attr = ["dim"], glyph = "-", ascii = "-" }
    "grid.time" = { attr = ["dim"] }
    "grid.now" = { fg = "ink", bg = "amber", attr = ["bold"], mono = ["reverse", "bold"], glyph = "►", ascii = ">" }
    "grid.closed" = { attr = ["dim"], glyph = ".", ascii = "." }
    "grid.blocked" = { fg = "mist", bg = "slate", mono = ["dim", "reverse"], glyph = "/", ascii = "/" }

    cursor = { attr = ["reverse"] }
    selection = { fg = "ink", bg = "sky", attr = ["bold"], mono = ["bold", "reverse", "underline"], glyph = "›", ascii = ">" }
    tag = { fg = "ink", bg = "amber", attr = ["bold"], mono = ["bold", "underline"] }
    match = { fg = "ink", bg = "amber", mono = ["underline"] }

    "status.scheduled" = { fg = "ink", bg = "pale", mono = [], glyph = "▫", ascii = "-", letter = "S" }
    "status.confirmed" = { fg = "snow", bg = "blue", mono = ["bold"], glyph = "▪", ascii = "+", letter = "C" }
    "status.inProgress" = { fg = "snow", bg = "green", attr = ["bold"], mono = ["bold", "reverse"], glyph = "►", ascii = ">", letter = "P" }
    "status.completed" = { fg = "mist", bg = "slate", mono = ["dim"], glyph = "✓", ascii = "v", letter = "D" }
    "status.cancelled" = { fg = "snow", bg = "red", mono = ["dim", "underline"], glyph = "✗", ascii = "x", letter = "X" }
    "status.noShow" = { fg = "snow", bg = "violet", mono = ["underline"], glyph = "∅", ascii = "0", letter = "N" }
    buffer = { attr = ["dim"], glyph = ":", ascii = ":" }

    arrived = { fg = "ink", bg = "amber", attr = ["bold"], mono = ["bold", "reverse"], glyph = "▸", ascii = "A", letter = "A" }
    late = { fg = "snow", bg = "red", attr = ["bold"], mono = ["bold", "reverse"], glyph = "◷", ascii = "L", letter = "L" }
    overrun = { fg = "snow", bg = "red", attr = ["bold"], mono = ["bold", "reverse"], glyph = "»", ascii = "+", letter = "O" }
    alert = { fg = "snow", bg = "red", attr = ["bold"], mono = ["bold", "reverse"], glyph = "!", ascii = "!", letter = "!" }
    linked = { glyph = "&" }
    note = { glyph = "✎", ascii = "*" }
    paid = { attr = ["dim"], glyph = "✓", ascii = "$" }
    wish = { glyph = "❤", ascii = "*" }
    owes = { attr = ["bold"], glyph = "$", ascii = "$" }

    pending = { attr = ["italic", "underline"], glyph = "↻", ascii = "~" }
    refused = { fg = "snow", bg = "red", attr = ["bold"], mono = ["reverse", "bold"], glyph = "✗", ascii = "x" }
    changed = { attr = ["bold", "underline"] }
    conflict = { fg = "snow", bg = "red", attr = ["bold"], mono = ["reverse", "bold"], glyph = "#", ascii = "#" }

    "details.title" = { attr = ["bold"] }
    "details.label" = { attr = ["dim"] }
    "details.text" = {}
    "details.faint" = { attr = ["dim"] }

    bar = { fg = "mist", bg = "slate", mono = ["reverse"] }
    "bar.faint" = { fg = "mist", bg = "slate", mono = ["reverse", "dim"] }
    "conn.live" = { fg = "snow", bg = "green", mono = ["reverse"], glyph = "▪", ascii = "*" }
    "conn.polling" = { fg = "snow", bg = "teal", mono = ["reverse"], glyph = "▫", ascii = "o" }
    "conn.reconnecting" = { fg = "ink", bg = "amber", mono = ["reverse", "bold"], glyph = "↻", ascii = "~" }
    "conn.stale" = { fg = "snow", bg = "red", attr = ["bold"], mono = ["reverse", "bold"], glyph = "✗", ascii = "!" }

    "toast.info" = { fg = "snow", bg = "blue", mono = ["reverse"], glyph = "▪", ascii = "*" }
    "toast.success" = { fg = "snow", bg = "green", mono = ["reverse"], glyph = "✓", ascii = "v" }
    "toast.warning" = { fg = "ink", bg = "amber", mono = ["reverse", "bold"], glyph = "!", ascii = "!" }
    "toast.error" = { fg = "snow", bg = "red", attr = ["bold"], mono = ["reverse", "bold"], glyph = "✗", ascii = "x" }

    "hint.key" = { attr = ["bold"] }
    "hint.text" = {}
    "hint.off" = { attr = ["dim"] }

    prompt = { attr = ["bold"] }
    "prompt.label" = { attr = ["dim"] }
    "prompt.preview" = { attr = ["italic"] }
    "prompt.suggestion" = { attr = ["dim"] }
    "prompt.error" = { fg = "snow", bg = "red", mono = ["reverse"] }

    "form.label" = { attr = ["dim"] }
    "form.field" = { attr = ["underline"] }
    "form.focus" = { attr = ["bold", "underline"] }
    "form.error" = { fg = "snow", bg = "red", mono = ["reverse"] }

    popup = {}
    "popup.line" = { fg = "mist", bg = "slate", mono = ["reverse"] }
    "popup.title" = { fg = "snow", bg = "blue", attr = ["bold"], mono = ["bold", "reverse"] }

    "menu.item" = {}
    "menu.selected" = { attr = ["reverse"] }
    "menu.off" = { attr = ["dim"] }

    "help.title" = { attr = ["bold", "underline"] }
    "help.key" = { attr = ["bold"] }
    "help.text" = {}

    "list.header" = { attr = ["bold", "underline"] }
    "list.row" = {}
    "list.faint" = { attr = ["dim"] }

    "count.label" = { attr = ["dim"] }
    "count.value" = { attr = ["bold"] }
    "count.good" = { fg = "snow", bg = "green", mono = [] }
    "count.warning" = { fg = "ink", bg = "amber", mono = ["bold"] }
    "count.bad" = { fg = "snow", bg = "red", attr = ["bold"], mono = ["bold", "reverse"] }
    "gauge.full" = { attr = ["bold"], glyph = "▰", ascii = "#" }
    "gauge.empty" = { attr = ["dim"], glyph = "▱", ascii = "." }

    """#
}
