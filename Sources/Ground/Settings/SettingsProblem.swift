/// What is wrong with a setting or with the file that it stands in, as a sentence that says what to
/// do.
package struct SettingsProblem: Error, Hashable, Sendable, CustomStringConvertible {
  package let sentence: String
  /// What a program ends with (sysexits.h): 78, EX_CONFIG, so that a supervisor does not start it
  /// over and over; wherever the setting stands.
  package var exitCode: Int32 { 78 }

  package init(_ sentence: String) { self.sentence = sentence }

  package var description: String { sentence }
}
