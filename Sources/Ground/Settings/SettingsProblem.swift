/// What is wrong with a setting or with the file that it stands in, as a sentence that says what to
/// do.
package struct SettingsProblem: Error, Hashable, Sendable {
  package let sentence: String
  /// What a program ends with (sysexits.h): 78, EX_CONFIG, so that a supervisor does not start it
  /// over and over; 2 for a mistake on the command line, as for any other.
  package let exitCode: Int32

  package init(_ sentence: String, in source: GivenSettings.Source? = nil) {
    self.sentence = sentence
    if case .flag = source { exitCode = 2 } else { exitCode = 78 }
  }
}
