// swift-tools-version: 6.2
// One section for each library or program and its tests, in the order of the house: what stands
// lower imports nothing that stands higher. Dependencies and resources are sorted.

import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "fazm-linux",
  products: [.executable(name: "fazm-linux", targets: ["FazmLinux"])],
  targets: [
    // MARK: C libraries

    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CDBus", pkgConfig: "dbus-1", providers: [.apt(["libdbus-1-dev"])]),
    .systemLibrary(name: "CGio", pkgConfig: "gio-unix-2.0", providers: [.apt(["libglib2.0-dev"])]),
    .systemLibrary(name: "CPixbuf", pkgConfig: "gdk-pixbuf-2.0", providers: [.apt(["libgdk-pixbuf-2.0-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CSecret", pkgConfig: "libsecret-1", providers: [.apt(["libsecret-1-dev"])]),
    .systemLibrary(name: "CSpawn"),
    .systemLibrary(name: "CWayland", pkgConfig: "wayland-client", providers: [.apt(["libwayland-dev"])]),
    .systemLibrary(name: "CX11", pkgConfig: "x11", providers: [.apt(["libx11-dev", "libxi-dev"])]),
    .systemLibrary(name: "CXdo", providers: [.apt(["libxdo-dev", "libxtst-dev"])]),
    .systemLibrary(name: "CXkbcommon", pkgConfig: "xkbcommon", providers: [.apt(["libxkbcommon-dev"])]),

    // MARK: Prompts

    .target(
      name: "Prompts",
      path: "Prompts",
      resources: [
        .embedInCode("commands.txt"), .embedInCode("outline.txt"), .embedInCode("steps.txt"), .embedInCode("system.md"),
      ],
      swiftSettings: strict),
    .testTarget(name: "PromptsTests", dependencies: ["Prompts", "TestSupport"], swiftSettings: strict),

    // MARK: Concurrency

    .target(name: "Concurrency", swiftSettings: strict),

    // MARK: Geometry

    .target(name: "Geometry", swiftSettings: strict),

    // MARK: MessageBus

    .target(name: "MessageBus", dependencies: ["CDBus"], swiftSettings: strict),
    .testTarget(name: "MessageBusTests", dependencies: ["MessageBus"], swiftSettings: strict),

    // MARK: X11

    .target(name: "X11", dependencies: ["CX11"], swiftSettings: strict),

    // MARK: Commands

    .target(name: "Commands", dependencies: ["Geometry", "Prompts"], swiftSettings: strict),
    .testTarget(name: "CommandsTests", dependencies: ["Commands", "Geometry", "TestSupport"], swiftSettings: strict),

    // MARK: Outline

    .target(name: "Outline", dependencies: ["Commands", "Geometry", "Prompts"], swiftSettings: strict),
    .testTarget(
      name: "OutlineTests",
      dependencies: ["Outline", "ReachBenchmark", "TestSupport"],
      exclude: ["Fixtures", "Golden", "Texts", "count-tokens"],
      swiftSettings: strict),

    // MARK: Accessibility

    .target(
      name: "Accessibility", dependencies: ["Concurrency", "Geometry", "MessageBus", "Outline"],
      swiftSettings: strict),
    .testTarget(
      name: "AccessibilityTests", dependencies: ["Accessibility", "Geometry", "MessageBus", "Outline"],
      swiftSettings: strict),

    // MARK: Input

    .target(
      name: "Input",
      dependencies: [
        "CSpawn", "CWayland", "CX11", "CXdo", "CXkbcommon", "Commands", "Concurrency", "Geometry", "MessageBus", "X11",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "InputTests", dependencies: ["CXkbcommon", "Commands", "Geometry", "Input", "TestSupport"],
      swiftSettings: strict),

    // MARK: Screen

    .target(
      name: "Screen", dependencies: ["CPixbuf", "CX11", "Concurrency", "Geometry", "Outline", "X11"],
      swiftSettings: strict),
    .testTarget(
      name: "ScreenTests", dependencies: ["CX11", "Geometry", "Outline", "Screen", "TestSupport", "X11"],
      swiftSettings: strict),

    // MARK: Launcher

    .target(name: "Launcher", dependencies: ["CGio"], swiftSettings: strict),

    // MARK: HTTP

    .target(name: "HTTP", dependencies: ["CCurl", "Concurrency"], swiftSettings: strict),

    // MARK: Model

    .target(
      name: "Model",
      dependencies: ["CSecret", "CSpawn", "Concurrency", "HTTP"],
      resources: [.embedInCode("Prices/prices.json")],
      swiftSettings: strict),
    .testTarget(
      name: "ModelTests",
      dependencies: ["Ledger", "Model", "Offline", "TestSupport"],
      exclude: ["ACP/fake-agent", "Subscription/fake-claude"],
      swiftSettings: strict),

    // MARK: Offline

    .target(name: "Offline", dependencies: ["Commands", "Model", "Prompts"], swiftSettings: strict),
    .testTarget(name: "OfflineTests", dependencies: ["Offline", "Outline", "TestSupport"], swiftSettings: strict),

    // MARK: Ledger

    .target(
      name: "Ledger", dependencies: ["CSQLite", "Commands", "Concurrency", "Model"], swiftSettings: strict),
    .testTarget(
      name: "LedgerTests", dependencies: ["Ledger", "TestSupport"], exclude: ["Golden"], swiftSettings: strict),

    // MARK: Agent

    .target(
      name: "Agent",
      dependencies: [
        "Accessibility", "Commands", "Geometry", "Input", "Launcher", "Ledger", "Model", "Outline", "Prompts", "Screen",
      ],
      swiftSettings: strict),
    .testTarget(name: "AgentTests", dependencies: ["Agent", "Offline", "TestSupport"], swiftSettings: strict),

    // MARK: Settings

    .target(name: "Settings", dependencies: ["CGio"], swiftSettings: strict),
    .testTarget(name: "SettingsTests", dependencies: ["Settings"], swiftSettings: strict),

    // MARK: FazmLinux

    .executableTarget(
      name: "FazmLinux", dependencies: ["Agent", "HTTP", "Offline", "Settings"], swiftSettings: strict),

    // MARK: Benchmarks

    .executableTarget(
      name: "HistoryBenchmark",
      dependencies: ["Agent", "Commands", "Model", "Outline", "Prompts"],
      path: "Benchmarks/HistoryBenchmark",
      swiftSettings: strict),
    .executableTarget(
      name: "ReachBenchmark",
      dependencies: ["Commands", "Outline"],
      path: "Benchmarks/ReachBenchmark",
      exclude: ["pairs.json"],
      swiftSettings: strict),
    .executableTarget(
      name: "SnapshotBenchmark",
      dependencies: ["Accessibility", "Outline", "Screen"],
      path: "Benchmarks/SnapshotBenchmark",
      swiftSettings: strict),
    .executableTarget(
      name: "TokenCounter", dependencies: ["Outline"], path: "Benchmarks/TokenCounter", swiftSettings: strict),
    .executableTarget(
      name: "TurnBenchmark",
      dependencies: ["Accessibility", "Agent", "Commands", "Input", "Launcher", "Outline", "Screen"],
      path: "Benchmarks/TurnBenchmark",
      swiftSettings: strict),

    // MARK: Tests on a real desktop

    .target(
      name: "TestSupport",
      dependencies: ["Prompts"],
      path: "Tests/TestSupport",
      exclude: ["MessagesServer/messages-server", "Portal/portal-double"],
      swiftSettings: strict),
    .testTarget(
      name: "DesktopTests",
      dependencies: ["Commands", "FazmLinux", "Geometry", "Ledger", "Model", "Outline", "Prompts", "TestSupport"],
      exclude: ["Jobs/form-server", "Login/type-at-terminal", "Verbs/Pages"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
