import Screen

/// Paints the model's picture where it differs from the one before: at most 60 times a second what
/// comes by itself, at once what hands wait for.
@MainActor
struct Painter {
  /// 60 frames a second: more is seen by nobody and only fills a slow line.
  private static let interval = Duration.milliseconds(16)

  /// A day that comes within this is painted at once, without an empty board before it.
  private static let patience = Duration.milliseconds(150)

  private let terminal: any Terminal
  private var painted: DeskPicture?
  private var paintedAt: ContinuousClock.Instant?
  private var changedAt: ContinuousClock.Instant?
  private var title = DisplayText.empty
  private var hasPaintedDay = false
  private var facts = PaintFacts()
  private var adapted: (source: Theme, theme: Theme)?

  private let frameBytes: () -> Int

  init(terminal: any Terminal, frameBytes: @escaping () -> Int) {
    (self.terminal, self.frameBytes) = (terminal, frameBytes)
  }

  /// Something happened that may change the picture.
  mutating func begin(at now: ContinuousClock.Instant) {
    if changedAt == nil { changedAt = now }
  }

  mutating func repaintAll() {
    painted = nil
    terminal.repaint()
  }

  /// Paints now, or returns how long to wait because the last frame is too recent.
  mutating func paint(_ model: Model, _ theme: Theme, atOnce: Bool) -> Duration? {
    if let paintedAt, !atOnce {
      let passed = paintedAt.duration(to: .now)
      if passed < Self.interval { return Self.interval - passed }
    }
    if model.awaitsDay, hasPaintedDay, let changedAt {
      let passed = changedAt.duration(to: .now)
      if passed < Self.patience { return Self.patience - passed }
    }
    let picture = DeskPicture(
      model, theme: adapted(theme), capabilities: terminal.capabilities, facts: facts)
    if picture != painted {
      terminal.paint(picture.frame, cursor: picture.cursor)
      count(picture)
      painted = picture
      paintedAt = .now
      entitle(model)
    }
    hasPaintedDay = model.board.isLoaded
    changedAt = nil
    return nil
  }

  /// A window has its name after its first picture: before it the shell's own is put aside.
  private mutating func entitle(_ model: Model) {
    let wanted = model.windowTitle
    guard wanted != title else { return }
    title = wanted
    terminal.entitle(wanted)
  }

  private mutating func adapted(_ theme: Theme) -> Theme {
    if let adapted, adapted.source == theme { return adapted.theme }
    let result = theme.adapted(to: terminal.capabilities)
    adapted = (theme, result)
    return result
  }

  private mutating func count(_ picture: DeskPicture) {
    facts.frames += 1
    facts.bytes = frameBytes()
    facts.changedCells = picture.frame.changes(since: painted?.frame)
      .reduce(0) { $0 + $1.columns.count }
    if let changedAt {
      facts.lastMicroseconds = Int64(changedAt.duration(to: .now) / .microseconds(1))
    }
  }
}
