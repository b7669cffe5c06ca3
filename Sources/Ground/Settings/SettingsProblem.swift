/// What is wrong with a setting or with the file that it stands in, as a sentence that says what to
/// do. Programs end on it with exit code 78 (sysexits.h, EX_CONFIG).
package struct SettingsProblem: Error, Hashable, Sendable {
  package let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }
}
