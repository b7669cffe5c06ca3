import BookingDomain
import BookingServer
import BookingStore
import Foundation
import ProgramStart
import SQLiteStore
import Settings
import SpaSetup
import TLS

/// What is wrong with an installation: one list, which `check` prints and `serve` begins with.
struct Findings {
  /// The program does not start with these.
  private(set) var mistakes: [String] = []
  /// It works, and somebody should know.
  private(set) var warnings: [String] = []

  /// Of the settings and the files that they name.
  init(_ settings: GivenSettings) {
    warnings += settings.unknownVariables
    mistakes += settings.wrongInFile
    checkSettings(settings)
    checkSecrets(settings)
    checkListening(settings)
    checkLogFile(settings)
    checkCertificate(settings)
  }

  /// Each setting by itself, so that one mistake does not hide the next.
  private mutating func checkSettings(_ settings: GivenSettings) {
    for setting in Setting.allCases where settings[setting] != nil {
      do throws(SettingsProblem) {
        _ = try ServerSettings(settings.only(setting.companions))
      } catch {
        if !mistakes.contains(error.sentence) { mistakes.append(error.sentence) }
      }
    }
    do {
      let own = settings.only([.database, .databasePassword, .databasePasswordFile])
      _ = try ServerSettings(own).database()
    } catch let error as SettingsProblem {
      mistakes.append(error.sentence)
    } catch let error as StoreFailure {
      mistakes.append(error.sentence)
    } catch {
      mistakes.append("\(error)")
    }
  }

  private mutating func checkSecrets(_ settings: GivenSettings) {
    for (setting, what) in [
      (Setting.databasePasswordFile, "the database's password"), (.tlsKey, "the private key"),
    ] {
      guard let given = settings[setting] else { continue }
      if Self.isReadableByAll(given.text) {
        warnings.append(
          "\(given.source): everybody may read \(what) in \(given.text); chmod 640 it.")
      }
    }
    for setting in Setting.allCases {
      guard let given = settings[setting], case .file(let file, _, _) = given.source,
        let what = setting.secret(in: given.text), Self.isReadableByAll(file)
      else { continue }
      warnings.append("\(given.source): everybody may read \(what) in \(file); chmod 640 it.")
    }
    // The usual one as well, which nobody names.
    let url = settings[.database]?.text ?? Setting.database.usual ?? ""
    if url.hasPrefix("sqlite:") {
      let path = String(url.dropFirst("sqlite:".count))
      // Of nothing else: chmod 600 of /etc/passwd would lock everybody out.
      if Self.isReadableByAll(path), SQLiteBackup.spaName(in: path) != nil {
        let source = settings[.database].map { "\($0.source): " } ?? ""
        warnings.append(
          "\(source)everybody may read the spa's customers in \(path); chmod 600 it.")
      }
    }
  }

  /// Neither a misspelt path nor a file that was cut short must become an empty spa.
  mutating func checkDatabase(_ database: DatabaseChoice) {
    if !database.isThere {
      mistakes.append(
        "\(database.description): no database there; frontdesk-server setup or demo makes one.")
    } else if database.isEmpty {
      mistakes.append(EmptyFile.sentence(about: database.description))
    }
  }

  /// Which time its rows are in, where that is known.
  mutating func checkZone(of store: any BookingStore, _ settings: ServerSettings) async throws {
    do {
      if let kept = try await store.zoneName() { try settings.checkZone(kept: kept) }
    } catch let problem as SettingsProblem {
      mistakes.append(problem.sentence)
    }
  }

  private static func isReadableByAll(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & 0o004 != 0
  }

  private mutating func checkListening(_ settings: GivenSettings) {
    guard let given = settings[.listen], let address = try? ServerSettings.address(given) else {
      return
    }
    if let problem = ListenAddress.problem(host: address.0, port: address.1) {
      mistakes.append("\(given.source): \(problem)")
    }
    guard settings[.tlsCertificate] == nil else { return }
    let isNear = ["localhost", "::1"].contains(address.0) || address.0.hasPrefix("127.")
    if !isNear {
      warnings.append(
        "\(given.source): passwords and guests' names cross the network unencrypted at \(given.text); "
          + "set tls.certificate and tls.key, or listen on 127.0.0.1 behind a proxy that has TLS.")
    }
  }

  /// Without making it.
  private mutating func checkLogFile(_ settings: GivenSettings) {
    guard let given = settings[.logFile] else { return }
    var isDirectory: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: given.text, isDirectory: &isDirectory)
    let folder = URL(fileURLWithPath: given.text).deletingLastPathComponent().path
    if isDirectory.boolValue || access(isThere ? given.text : folder, W_OK) != 0 {
      mistakes.append(
        "\(given.source): \(given.text) cannot be written to; name a file that this user may write."
      )
    }
  }

  private mutating func checkCertificate(_ settings: GivenSettings) {
    let alone = [Setting.tlsCertificate, .tlsKey].compactMap { settings[$0] }
    if alone.count == 1, let given = alone.first, access(given.text, R_OK) != 0 {
      mistakes.append(
        "\(given.source): \(given.text) cannot be read: \(String(cString: strerror(errno))).")
    }
    guard let certificate = settings[.tlsCertificate], let key = settings[.tlsKey] else { return }
    do throws(TLSFailure) {
      _ = try TLSContext.server(certificateFile: certificate.text, keyFile: key.text)
    } catch {
      mistakes.append("\(certificate.source): \(error.sentence)")
      return
    }
    guard let days = CertificateFile.daysLeft(in: certificate.text), days <= 14 else { return }
    warnings.append(
      "\(certificate.source): the certificate in \(certificate.text) ends in \(days) "
        + "day\(days == 1 ? "" : "s"); renew it. A running server takes the new one by itself.")
  }

  /// Of the database and of what stands in it.
  mutating func look(into store: any SQLStore) async throws {
    // A day early is early enough in every time zone.
    let now = Clock.system.now()
    let day = try Moment(now, in: SpaZone(named: "UTC", around: now)).today - 1
    let (spa, accounts, unreadable) = try await store.inSnapshot { db in
      (
        try SpaRows.fetch(db), try StaffAccounts(db).all(),
        try ShiftRows.complaints(db) + BookingRows.complaints(from: day, db)
      )
    }
    warnings += unreadable
    warnings += try await store.complaints()
    warnings += SpaGaps.sentences(of: spa, accounts: accounts)
  }

  /// Each connection is an open file.
  mutating func checkOpenFiles(for limits: ServerConfiguration.Limits) {
    guard let short = limits.shortOfFiles else { return }
    warnings.append(
      "This user may open \(limits.openFiles) files: enough for \(short.places) connections, not for "
        + "limits.connections = \(limits.connections); allow \(short.needed) (LimitNOFILE= in the "
        + "service, ulimit -n), or set fewer connections.")
  }

  /// - Throws: what keeps the program from starting, as one text.
  func refuse() throws(SettingsProblem) {
    guard mistakes.isEmpty else { throw SettingsProblem(mistakes.joined(separator: "\n")) }
  }
}
