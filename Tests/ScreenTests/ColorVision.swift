import Screen

/// How far apart two colours are to somebody who lacks one kind of cone: the matrices of Machado,
/// Oliveira and Fernandes (2009) at full severity, in linear light, and the distance by "redmean".
struct ColorVision: Sendable {
  let rows: [[Double]]

  static let deuteranopia = ColorVision(rows: [
    [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
    [-0.011820, 0.042940, 0.968881],
  ])
  static let tritanopia = ColorVision(rows: [
    [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.303900],
  ])

  func distance(_ a: Color, _ b: Color) -> Double {
    let (a, b) = (seen(a), seen(b))
    let mean = (a[0] + b[0]) / 2
    let (red, green, blue) = (a[0] - b[0], a[1] - b[1], a[2] - b[2])
    return
      ((2 + mean / 256) * red * red + 4 * green * green + (2 + (255 - mean) / 256) * blue * blue)
      .squareRoot()
  }

  /// Values of 0 to 255; squaring and its inverse stand in for sRGB's curve, near enough here.
  private func seen(_ color: Color) -> [Double] {
    guard let (red, green, blue) = color.components else { return [0, 0, 0] }
    let linear = [red, green, blue].map { Double($0) * Double($0) / 65025 }
    return rows.map { row in
      let sum = zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 }
      return max(0, min(1, sum)).squareRoot() * 255
    }
  }
}
