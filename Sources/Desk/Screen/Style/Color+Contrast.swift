extension Color {
  /// Red, green and blue from 0 to 255, as xterm shows the colour; nil for the terminal's own.
  package var components: (red: Int, green: Int, blue: Int)? {
    switch self {
    case .standard: nil
    case .rgb(let red, let green, let blue): (Int(red), Int(green), Int(blue))
    case .indexed(let number) where number < 16: Self.ansi[Int(number)]
    case .indexed(let number) where number < 232: Self.cube(Int(number) - 16)
    case .indexed(let number): Self.grey(Int(number) - 232)
    }
  }

  /// Relative luminance from 0 to 1, by WCAG 2.
  var luminance: Double {
    guard let (red, green, blue) = components else { return 0 }
    func linear(_ value: Int) -> Double { Self.linear[value] }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast of two colours from 1 to 21, by WCAG 2; nil when one is the terminal's own.
  package func contrast(with other: Color) -> Double? {
    guard self != .standard, other != .standard else { return nil }
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static let ansi: [(Int, Int, Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
    (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  private static let cubeSteps = [0, 95, 135, 175, 215, 255]

  private static func cube(_ place: Int) -> (Int, Int, Int) {
    (cubeSteps[place / 36], cubeSteps[place / 6 % 6], cubeSteps[place % 6])
  }

  private static func grey(_ place: Int) -> (Int, Int, Int) {
    (8 + 10 * place, 8 + 10 * place, 8 + 10 * place)
  }

  /// The curve of sRGB, for each of the 256 values.
  private static let linear: [Double] = (0...255).map { value in
    let part = Double(value) / 255
    guard part > 0.04045 else { return part / 12.92 }
    return power((part + 0.055) / 1.055)
  }

  /// x to the power of 2.4, as x² times the fifth root of x² by Newton's method: the only place that
  /// would need a mathematics library.
  private static func power(_ x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root -= (fourth * root - square) / (5 * fourth)
    }
    return square * root
  }
}
