/// The key table being looked through, narrowed by what is typed.
package struct KeySearch: Hashable, Sendable {
  package var wanted = TextField()
  /// The first line shown, or in the menu the entry that is chosen.
  package var at = 0

  package init() {}
}
