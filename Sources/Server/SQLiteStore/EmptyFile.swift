import Glibc

/// An empty file where a database should be, as a full disk or an interrupted copy leaves it.
/// SQLite takes it for a database without tables.
package enum EmptyFile {
  package static func stands(at path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size == 0
  }

  package static func sentence(about path: String) -> String {
    "\(path) is empty: what was in it is gone. Restore it (frontdesk-server restore BACKUP), or begin a "
      + "spa there (frontdesk-server setup)."
  }
}
