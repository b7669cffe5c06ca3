extension Color {
  /// The nearest colour that a terminal with `depth` colours has.
  package func reduced(to depth: TerminalCapabilities.ColorDepth) -> Color {
    switch (self, depth) {
    case (.standard, _), (_, .mono): .standard
    case (_, .direct), (.indexed, .indexed256): self
    case (.indexed(let number), .ansi16) where number < 16: self
    case (.indexed(let number), .ansi8) where number < 16: .indexed(number % 8)
    case (_, .indexed256): nearestOf240
    case (_, .ansi16): ansiByHue
    case (_, .ansi8): ansiByHue.reduced(to: .ansi8)
    }
  }

  /// The cube and the greys; not the first sixteen, which people change to their liking.
  private var nearestOf240: Color {
    let candidates = (16..<256).map { Color.indexed(UInt8($0)) }
    return candidates.min { distance(to: $0) < distance(to: $1) } ?? self
  }

  /// Squared distance with the weights of "redmean", which follows the eye well enough.
  private func distance(to other: Color) -> Int {
    guard let a = components, let b = other.components else { return .max }
    let (red, green, blue) = (a.red - b.red, a.green - b.green, a.blue - b.blue)
    let mean = (a.red + b.red) / 2
    return (512 + mean) * red * red / 256 + 4 * green * green
      + (767 - mean) * blue * blue / 256
  }

  /// Among so few colours the nearest is nearly always a grey, and everything would look alike: what
  /// counts is that blue stays blue. So the hue decides, and greys are only for what is grey.
  private var ansiByHue: Color {
    guard let (red, green, blue) = components else { return self }
    let most = max(red, green, blue)
    let chroma = most - min(red, green, blue)
    // Weaker tints are greys to the eye.
    guard chroma >= 24 else { return ansiGrey }
    let turn: Int
    if most == red {
      turn = 60 * (green - blue) / chroma
    } else if most == green {
      turn = 120 + 60 * (blue - red) / chroma
    } else {
      turn = 240 + 60 * (red - green) / chroma
    }
    let number: UInt8 =
      switch turn {
      case 20..<70: 3
      case 70..<165: 2
      case 165..<200: 6
      case 200..<270: 4
      case 270..<345, ..<(-15): 5
      default: 1
      }
    return .indexed(luminance > 0.3 ? number + 8 : number)
  }

  private var ansiGrey: Color {
    switch luminance {
    case ..<0.03: .indexed(0)
    case ..<0.35: .indexed(8)
    case ..<0.85: .indexed(7)
    default: .indexed(15)
    }
  }
}

extension Style {
  /// Less than this is hard to read (WCAG 2, level AA).
  package static let readableContrast = 4.5

  /// This style in the colours that the terminal has. Where rounding would leave text that was
  /// readable unreadable, it becomes black or white, whichever can be read.
  package func reduced(to depth: TerminalCapabilities.ColorDepth) -> Style {
    var style = self
    style.foreground = foreground.reduced(to: depth)
    style.background = background.reduced(to: depth)
    guard style != self, let contrast = style.foreground.contrast(with: style.background),
      contrast < Self.readableContrast
    else { return style }
    let extremes: [Color] = [.indexed(0), depth == .ansi8 ? .indexed(7) : .indexed(15)]
    style.foreground =
      extremes.max {
        ($0.contrast(with: style.background) ?? 0) < ($1.contrast(with: style.background) ?? 0)
      } ?? style.foreground
    return style
  }
}
