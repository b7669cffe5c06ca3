import Screen

/// Figures five rows high, made of painted blanks: any terminal can show them, and they are read
/// from three metres.
struct BigText {
  static let rows = 5
  let text: String
  /// Columns that a dot is wide; a cell is twice as high as wide, so 2 looks square.
  let dot: Int

  var columns: Int { max(0, text.reduce(0) { $0 + Self.width(of: $1) * dot + dot } - dot) }

  private static func width(of character: Character) -> Int {
    shapes[character]?.first?.count ?? 1
  }

  private static let shapes: [Character: [String]] = [
    "0": ["###", "#.#", "#.#", "#.#", "###"], "1": [".#.", "##.", ".#.", ".#.", "###"],
    "2": ["###", "..#", "###", "#..", "###"], "3": ["###", "..#", ".##", "..#", "###"],
    "4": ["#.#", "#.#", "###", "..#", "..#"], "5": ["###", "#..", "###", "..#", "###"],
    "6": ["###", "#..", "###", "#.#", "###"], "7": ["###", "..#", "..#", ".#.", ".#."],
    "8": ["###", "#.#", "###", "#.#", "###"], "9": ["###", "#.#", "###", "..#", "###"],
    "%": ["#.#", "..#", ".#.", "#..", "#.#"], "K": ["#.#", "#.#", "##.", "#.#", "#.#"],
    "M": ["#...#", "##.##", "#.#.#", "#...#", "#...#"], ".": [".", ".", ".", ".", "#"],
    ":": [".", "#", ".", "#", "."], "-": ["...", "...", "###", "...", "..."],
  ]

  /// The painted runs, from the text's upper left corner.
  var strokes: [Rect] {
    var strokes: [Rect] = []
    var column = 0
    for character in text {
      for (row, line) in (Self.shapes[character] ?? []).enumerated() {
        for (place, mark) in line.enumerated() where mark == "#" {
          strokes.append(
            Rect(column: column + place * dot, row: row, columns: dot, rows: 1))
        }
      }
      column += Self.width(of: character) * dot + dot
    }
    return strokes
  }
}
