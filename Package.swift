// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 mode comes with the tools version, and a warning is an error.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioWebSocket: Target.Dependency = .product(name: "NIOWebSocket", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let histogram: Target.Dependency = .product(name: "Histogram", package: "hdrhistogram-swift")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")

/// The storeys of the house, from the ground up: a folder of `Sources` each. What stands in a storey
/// knows nothing of those above it; `.make/check-arrows` holds that.
enum Storey: String {
  /// What any program could use: RFC 6455, TLS, TOML, how a program begins. Knows nothing of spas.
  case ground = "Ground"
  /// The words of bookings: what one is, what is allowed, and how that stands on the wire.
  case booking = "Booking"
  /// The booking server and its stores.
  case server = "Server"
  /// The front desk: the line to the server, the model, the screens, the terminal.
  case desk = "Desk"
  case testing = "Testing"
  case programs = "Programs"

  func path(_ name: String) -> String { "Sources/\(rawValue)/\(name)" }
}

func swift(_ storey: Storey, _ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, path: storey.path(name), swiftSettings: strict)
}

func program(_ name: String, _ dependencies: [Target.Dependency], excluding: [String] = [])
  -> Target
{
  .executableTarget(
    name: name, dependencies: dependencies, path: Storey.programs.path(name), exclude: excluding,
    swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
  -> Target
{
  .testTarget(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// A C target around one of the system's libraries.
func c(_ storey: Storey, _ name: String, links libraries: [String]) -> Target {
  .target(
    name: name, path: storey.path(name), linkerSettings: libraries.map { .linkedLibrary($0) })
}

let package = Package(
  name: "FrontDesk",
  products: [
    .executable(name: "frontdesk", targets: ["frontdesk"]),
    .executable(name: "frontdesk-server", targets: ["frontdesk-server"]),
    .executable(name: "frontdesk-load", targets: ["frontdesk-load"]),
    .library(name: "SteppedClock", type: .dynamic, targets: ["CSteppedClock"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
  ],
  targets: [
    swift(.booking, "BookingDomain", ["LatinText"]),
    swift(.booking, "BookingProtocol", ["BookingDomain"]),
    swift(.server, "BookingStore", ["BookingDomain"]),
    swift(.server, "SQLiteStore", ["BookingDomain", "BookingStore", grdb]),
    swift(.server, "MySQLStore", ["BookingDomain", "BookingStore", "CMariaDB"]),
    swift(.server, "SpaSetup", ["BookingDomain", "BookingStore", "TOMLText", "CCrypt"]),
    swift(
      .server, "BookingServer",
      [
        "BookingDomain", "BookingProtocol", "BookingStore", "WebSocket", "TLS", "CCrypt",
        "COpenSSL", nioCore, nioPosix, nioHTTP, logging,
      ]),
    swift(.desk, "LinePromise", ["BookingDomain"]),
    swift(
      .desk, "BookingClient",
      [
        "BookingDomain", "BookingProtocol", "LinePromise", "WebSocket", "TLS",
        nioCore, nioPosix, nioHTTP, nioWebSocket,
      ]),
    swift(.desk, "DeskSettings", ["Settings", "LinePromise", "BookingClient", arguments]),
    swift(.ground, "WebSocket", ["COpenSSL", "CZlib", nioCore, nioHTTP, nioWebSocket]),
    swift(.ground, "TLS", ["COpenSSL", nioCore]),
    swift(.ground, "LatinText"),
    swift(.ground, "TOMLText"),
    swift(.ground, "Settings", ["TOMLText"]),
    swift(.ground, "ProgramStart", ["Settings", arguments]),
    swift(.desk, "Screen", ["TOMLText", "LatinText"]),
    swift(.desk, "DeskLanguage", ["BookingDomain"]),
    swift(.desk, "Console", ["BookingDomain", "LinePromise", "DeskLanguage", "Screen"]),
    swift(.desk, "CursesTerminal", ["Screen", "CNcurses"]),
    c(.desk, "CNcurses", links: ["ncursesw", "tinfo"]),
    c(.ground, "COpenSSL", links: ["ssl", "crypto"]),
    c(.ground, "CZlib", links: ["z"]),
    c(.testing, "CEpoll", links: []),
    c(.testing, "CSteppedClock", links: []),
    c(.server, "CCrypt", links: ["crypt"]),
    c(.server, "CMariaDB", links: ["mariadb"]),
    swift(
      .testing, "BookingTesting",
      ["BookingDomain", "BookingProtocol", "BookingStore", "Screen", grdb]),
    swift(
      .testing, "BookingLab",
      [
        "BookingDomain", "BookingProtocol", "BookingStore", "LinePromise", "BookingClient",
        "BookingTesting", "CEpoll", nioCore, nioPosix, nioWebSocket,
      ]),
    program(
      "frontdesk",
      [
        "BookingDomain", "BookingProtocol", "LinePromise", "BookingClient", "DeskSettings",
        "DeskLanguage",
        "Screen", "Console", "CursesTerminal", "Settings", "ProgramStart", arguments,
      ]),
    program(
      "frontdesk-server",
      [
        "BookingDomain", "BookingProtocol", "BookingStore", "SQLiteStore", "MySQLStore",
        "BookingServer", "SpaSetup", "TLS", "Settings", "ProgramStart", arguments, logging,
      ], excluding: ["Examples"]),
    program(
      "frontdesk-load",
      [
        "BookingDomain", "BookingProtocol", "LinePromise", "BookingClient", "DeskSettings", "TLS",
        "Settings", "ProgramStart", arguments, histogram, nioCore, nioPosix,
      ]),
    program("frontdesk-chaos", ["BookingTesting", "BookingLab", arguments]),
    tests("BookingDomainTests", ["BookingDomain", "BookingTesting"]),
    tests(
      "BookingProtocolTests", ["BookingDomain", "BookingProtocol", "BookingTesting"],
      resources: [.copy("Golden")]),
    tests("BookingStoreTests", ["BookingDomain", "BookingStore", "BookingTesting"]),
    tests(
      "SQLiteStoreTests",
      [
        "BookingDomain", "BookingStore", "SQLiteStore", "BookingTesting", "BookingLab", "CCrypt",
        grdb,
      ], resources: [.copy("Files")]),
    tests(
      "SpaSetupTests",
      ["BookingDomain", "BookingStore", "SQLiteStore", "SpaSetup", "BookingTesting", "CCrypt"]),
    tests(
      "MySQLStoreTests",
      ["BookingDomain", "BookingStore", "MySQLStore", "BookingTesting", "BookingLab"],
      resources: [.copy("Files")]),
    tests(
      "BookingServerTests",
      [
        "BookingDomain", "BookingProtocol", "BookingStore", "BookingServer", "SQLiteStore",
        "BookingTesting", "BookingLab", "WebSocket", nioCore, nioPosix, nioHTTP, nioWebSocket,
        logging,
      ]),
    tests(
      "BookingClientTests",
      [
        "BookingDomain", "BookingProtocol", "LinePromise", "BookingClient", "BookingTesting",
        "BookingLab",
        "WebSocket", "TLS", nioCore, nioPosix, nioHTTP,
      ]),
    tests("WebSocketTests", ["WebSocket", nioCore, nioEmbedded, nioHTTP, nioWebSocket]),
    tests("TLSTests", ["TLS", "BookingTesting", nioCore, nioPosix]),
    tests("TOMLTextTests", ["TOMLText", "BookingTesting"]),
    tests("SettingsTests", ["Settings"]),
    tests("ScreenTests", ["Screen", "BookingTesting"]),
    .executableTarget(
      name: "terminal-probe", dependencies: ["Screen", "CursesTerminal"],
      path: "Tests/TerminalProbe", swiftSettings: strict),
    tests("CursesTerminalTests", ["Screen", "CursesTerminal", "BookingTesting", "terminal-probe"]),
    tests(
      "DeskLanguageTests", ["BookingDomain", "DeskLanguage", "BookingTesting"],
      resources: [.copy("Lines")]),
    tests(
      "ConsoleTests",
      [
        "BookingDomain", "BookingProtocol", "LinePromise", "BookingClient", "DeskLanguage",
        "Screen", "Console", "BookingTesting",
      ],
      resources: [.copy("Screens")]),
    tests(
      "ChaosTests",
      ["BookingTesting", "BookingLab", "WebSocket", nioCore, nioPosix, nioWebSocket],
      resources: [.copy("Guide")]),
    tests(
      "SimulationTests",
      [
        "BookingDomain", "BookingProtocol", "BookingStore", "LinePromise", "BookingClient",
        "BookingServer", "BookingTesting", "WebSocket", nioCore, nioPosix, logging,
      ]),
    tests(
      "JourneyTests", ["BookingDomain", "BookingTesting", "BookingLab", "DeskLanguage"],
      resources: [.copy("Guide"), .copy("Pictures"), .copy("Screens")]),
  ]
)
