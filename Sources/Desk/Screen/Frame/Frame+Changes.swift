/// Cells of one row that differ between two frames. Never half of a wide character.
package struct ChangedRun: Hashable, Sendable {
  package let row: Int
  package let columns: Range<Int>

  package init(row: Int, columns: Range<Int>) { (self.row, self.columns) = (row, columns) }
}

extension Frame {
  /// What has to be painted to turn `old` into this frame: everything if their sizes differ.
  package func changes(since old: Frame?) -> [ChangedRun] {
    guard let old, old.size == size else {
      return (0..<size.rows).map { ChangedRun(row: $0, columns: 0..<size.columns) }
    }
    var runs: [ChangedRun] = []
    cells.withUnsafeBufferPointer { new in
      old.cells.withUnsafeBufferPointer { old in
        for row in 0..<size.rows {
          let range = index(0, row)..<index(0, row + 1)
          Self.findRuns(row: row, new: new[range], old: old[range], into: &runs)
        }
      }
    }
    return runs
  }

  private static func findRuns(
    row: Int, new: Slice<UnsafeBufferPointer<Cell>>, old: Slice<UnsafeBufferPointer<Cell>>,
    into runs: inout [ChangedRun]
  ) {
    var place = new.startIndex
    while place < new.endIndex {
      guard new[place] != old[place] else {
        place += 1
        continue
      }
      var start = place
      if start > new.startIndex, new[start].glyph.isContinuation { start -= 1 }
      while place < new.endIndex, new[place] != old[place] || new[place].glyph.isContinuation {
        place += 1
      }
      runs.append(
        ChangedRun(row: row, columns: start - new.startIndex..<place - new.startIndex))
    }
  }

  /// The same screen where signs are shown in ASCII and names as they are written.
  package var withASCIISigns: Frame {
    var frame = self
    for row in 0..<size.rows {
      for (column, cell) in self.row(row).enumerated() {
        let sign = cell.glyph.withASCIISign
        if sign != cell.glyph { frame.put(sign, column, row, style: cell.style) }
      }
    }
    return frame
  }

  /// The same screen for a terminal that knows only ASCII.
  package var inASCII: Frame {
    var frame = Frame(size)
    for row in 0..<size.rows {
      for (column, cell) in self.row(row).enumerated() {
        for (offset, glyph) in cell.glyph.inASCII.enumerated() {
          frame.put(glyph, column + offset, row, style: cell.style)
        }
      }
    }
    return frame
  }
}
