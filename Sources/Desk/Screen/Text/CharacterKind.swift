/// What a character of outside text becomes on the screen.
enum CharacterKind: Equatable {
  case printable
  /// Sits on the character before it and takes no column.
  case mark
  /// Line breaks and tabs would move the cursor: a blank each.
  case space
  /// A skin tone: changes the emoji before it where a terminal knows how, else stands alone.
  case emojiModifier
  /// Half of a flag, as the letter it stands for: terminals disagree on how wide a flag is.
  case regionalIndicator(Unicode.Scalar)
  /// Shown as "?", so that something odd in a name is seen and not run.
  case unprintable
  /// Dropped: direction controls, joiners, tags, variation selectors and their like.
  case invisible

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300: self = .printable
    case 0x09...0x0D, 0x85, 0xA0, 0x2028, 0x2029: self = .space
    case 0x00..<0x20, 0x7F..<0xA0: self = .unprintable
    case 0x1F3FB...0x1F3FF: self = .emojiModifier
    case 0x1F1E6...0x1F1FF:
      self = .regionalIndicator(Unicode.Scalar(UInt8(scalar.value - 0x1F1E6) + 0x41))
    case 0xFE00...0xFE0F, 0xE0000...0xE0FFF, 0x180B...0x180F, 0x2800, 0x3164, 0xFFA0, 0x115F,
      0x1160, 0x034F, 0x17B4, 0x17B5:
      // Selectors, tags, and the letters that are blank by design.
      self = .invisible
    default: self = Self(category: scalar.properties.generalCategory, of: scalar)
    }
  }

  private init(category: Unicode.GeneralCategory, of scalar: Unicode.Scalar) {
    switch category {
    case .control, .privateUse, .surrogate, .unassigned: self = .unprintable
    case .format, .enclosingMark: self = .invisible
    case .spaceSeparator: self = .space
    case .lineSeparator, .paragraphSeparator: self = .space
    default: self = CharacterWidths.columns(of: scalar) == 0 ? .mark : .printable
    }
  }
}
