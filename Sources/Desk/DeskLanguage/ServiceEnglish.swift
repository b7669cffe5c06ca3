/// English words for those of Vietnamese service names, so that `foot` finds `Massage chân`.
enum ServiceEnglish {
  /// By the word of the name, with its marks: `da` is the skin, `đá` a stone.
  private static let words: [String: [String]] = [
    "chân": ["foot", "feet"], "tay": ["hand", "hands"], "cổ": ["neck"], "gáy": ["neck"],
    "vai": ["shoulder", "shoulders"], "lưng": ["back"], "đầu": ["head"], "bụng": ["belly"],
    "gội": ["hair"], "tóc": ["hair"], "da": ["facial", "skin"], "mặt": ["facial", "face"],
    "mụn": ["facial", "acne"], "đá": ["stone"], "nóng": ["hot"], "thụy": ["swedish"],
    "giãn": ["relaxing", "relax"], "dược": ["herbal"], "tre": ["bamboo"],
    "móng": ["nails", "nail"],
  ]

  static func words(for name: String) -> [String] {
    LineWord.words(of: name).flatMap { words[$0.lower] ?? [] }
  }
}
