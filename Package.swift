// swift-tools-version: 6.2
import PackageDescription

// `NEWSFOLD_ONLY=pure` leaves out the service and what it brings (SwiftNIO, Hummingbird), so that the pure
// modules build and test in seconds: `.ci/run quick`.
let onlyPure = Context.environment["NEWSFOLD_ONLY"] == "pure"

// `NEWSFOLD_ONLY=fuzz` adds the fuzzer, which libFuzzer brings the main function to and which sees inside the modules: `make fuzz`.
let isFuzzing = Context.environment["NEWSFOLD_ONLY"] == "fuzz"

// The version that `newsfold --version` tells. `make` takes it from `git describe`, or from the archive in which the
// sources came (`.packaging/version`); this one is that of sources whose history is not known.
let version = Context.environment["NEWSFOLD_VERSION"] ?? "0.1.0"

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ] + (isFuzzing ? [.unsafeFlags(["-enable-testing"])] : [])

let package = Package(
  name: "newsfold",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "NewsModel", targets: ["NewsModel"]),
    .library(name: "Markup", targets: ["Markup"]),
    .library(name: "Articles", targets: ["Articles"]),
    .library(name: "Stories", targets: ["Stories"]),
    .library(name: "Feeds", targets: ["Feeds"]),
  ],
  dependencies: [
    // Searches in ordered lists: of postings, rows of links, marks of sentences, names in the archive.
    .package(url: "https://github.com/apple/swift-algorithms.git", from: "1.2.1"),
    // Ordered sets and heaps of the grouping.
    .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
    // YAML: front matter of articles, newsfold.yaml and pins.yaml.
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
  ],
  targets: [
    // libxml2 2.9 to 2.14 behind one shim: the XML and HTML parsers and serialisers.
    .systemLibrary(
      name: "CLibXML2System", path: "Sources/C/CLibXML2System", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "CLibXML2", dependencies: ["CLibXML2System"], path: "Sources/C/CLibXML2"),
    // libdeflate: the gzip coding of documents, whole in memory, in half of zlib's time.
    .systemLibrary(
      name: "CDeflate", path: "Sources/C/CDeflate", pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),

    // nettle: SHA-256, for ids, entity tags, and "the same bytes as last time". A package of Swift's that does it brings all of
    // BoringSSL, a third of a cold build.
    .systemLibrary(
      name: "CNettle", path: "Sources/C/CNettle", pkgConfig: "nettle",
      providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),

    // Two siblings need it: the directory target writes `.gz` files, the server codes what it keeps in memory.
    .target(name: "Compression", dependencies: ["CDeflate"], swiftSettings: settings),

    // libstemmer: Snowball's stemmers. Debian's package has no pkg-config file.
    .systemLibrary(
      name: "CSnowballSystem", path: "Sources/C/CSnowballSystem",
      providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),
    .target(
      name: "CSnowball", dependencies: ["CSnowballSystem"], path: "Sources/C/CSnowball",
      linkerSettings: [.linkedLibrary("stemmer")]),
    // ICU: words of scripts without spaces, normalisation, the letters of other scripts in Latin, international host names.
    .systemLibrary(
      name: "CICUSystem", path: "Sources/C/CICUSystem", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(name: "CICU", dependencies: ["CICUSystem"], path: "Sources/C/CICU"),
    // The word frequencies of 42 languages as data (CC BY-SA 4.0, Tables/ATTRIBUTION.md).
    .target(name: "CWordFrequencies", path: "Sources/C/CWordFrequencies", exclude: ["Tables"]),
    // What the commonest terms of 18 languages are in English, as data (CC BY-SA 4.0, Tables/ATTRIBUTION.md).
    .target(name: "CTranslations", path: "Sources/C/CTranslations", exclude: ["Tables"]),
    // CommonMark, for articles in Markdown.
    .systemLibrary(
      name: "CCMark", path: "Sources/C/CCMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    // libarchive: article files in gzip, Zstandard, bzip2, xz and zip (docx, odt).
    .systemLibrary(
      name: "CArchive", path: "Sources/C/CArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    // Guesses charsets of texts that state none; iconv, beside it, is part of the C library.
    .systemLibrary(
      name: "CUchardet", path: "Sources/C/CUchardet", pkgConfig: "uchardet",
      providers: [.apt(["libuchardet-dev"]), .brew(["uchardet"])]),
    .target(
      name: "CCharsets", dependencies: ["CUchardet"], path: "Sources/C/CCharsets",
      linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
    // Guesses languages: CLD2 (libcld2-dev) on Linux, where Homebrew has none the system's own.
    .target(
      name: "CLanguages", path: "Sources/C/CLanguages",
      linkerSettings: [.linkedLibrary("cld2", .when(platforms: [.linux]))]),

    .target(
      name: "NewsModel", dependencies: ["CNettle", "CICU"], swiftSettings: settings),
    .target(name: "Markup", dependencies: ["NewsModel", "CLibXML2"], swiftSettings: settings),
    .target(
      name: "Articles",
      dependencies: [
        "NewsModel", "Markup", "CArchive", "CCMark", "CCharsets", "CLanguages",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(
      name: "Stories",
      dependencies: [
        "NewsModel", "CSnowball", "CICU", "CTranslations", "CWordFrequencies",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "HeapModule", package: "swift-collections"),
        .product(name: "OrderedCollections", package: "swift-collections"),
      ],
      swiftSettings: settings),
    .target(name: "Feeds", dependencies: ["NewsModel", "Markup"], swiftSettings: settings),

    // Several test targets need it: random numbers that are the same for a seed everywhere.
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: settings),

    // The stages of a text from bytes to documents, for the two below.
    .target(
      name: "TextStages", dependencies: ["NewsModel", "Markup", "Articles", "Stories", "Feeds"],
      path: "Tests/TextStages", swiftSettings: settings),
    // Valgrind's requests to count the instructions between two places.
    .target(name: "CCallgrind", path: "Tests/CCallgrind"),
    // How the work of each stage grows with its text, counted by callgrind (`.ci/run complexity`).
    .executableTarget(
      name: "ComplexityCount", dependencies: ["TextStages", "CCallgrind"],
      path: "Tests/Complexity", swiftSettings: settings),
    // What the stages of a pass cost on fixed inputs, counted by callgrind (`make bench-check`).
    .executableTarget(
      name: "InstructionCount",
      dependencies: ["TextStages", "Stories", "NewsModel", "CCallgrind", "SeededRandom"],
      path: "Tests/Benchmarks/Counting", exclude: ["instructions.json"], swiftSettings: settings),

    // How the work of merging grows with the articles of a day; run by hand (`.ci/run bench`).
    .executableTarget(
      name: "MergingBenchmark", dependencies: ["Stories", "NewsModel", "SeededRandom"],
      path: "Tests/Benchmarks/Merging", swiftSettings: settings),
    // How well labelled collections fold; run by hand.
    .executableTarget(
      name: "FoldingMeasurement", dependencies: ["Stories", "NewsModel"],
      path: "Tests/Benchmarks/Folding", swiftSettings: settings),
    // How merging grows with articles that are alike; run by hand.
    .executableTarget(
      name: "AlikeBenchmark", dependencies: ["Stories", "NewsModel", "SeededRandom"],
      path: "Tests/Benchmarks/Alike", swiftSettings: settings),
    // How composing an entry grows with the articles of its story; run by hand.
    .executableTarget(
      name: "CompositionBenchmark", dependencies: ["Stories", "NewsModel"],
      path: "Tests/Benchmarks/Composing", swiftSettings: settings),
    // What is read of pages, and how fast; run by hand (`.ci/run extraction`).
    .executableTarget(
      name: "ReadingBenchmark", dependencies: ["Articles", "NewsModel"],
      path: "Tests/Benchmarks/Reading", swiftSettings: settings),

    // The library products from end to end: folds a folder and prints an Atom feed (`.ci/run examples`).
    .executableTarget(
      name: "FoldFolder", dependencies: ["Articles", "Feeds", "NewsModel", "Stories"],
      path: "Tests/Examples/FoldFolder", swiftSettings: settings),

    .testTarget(name: "CompressionTests", dependencies: ["Compression"], swiftSettings: settings),
    .testTarget(
      name: "NewsModelTests", dependencies: ["NewsModel", "SeededRandom"], swiftSettings: settings),
    .testTarget(
      name: "MarkupTests", dependencies: ["Markup", "NewsModel", "SeededRandom"],
      swiftSettings: settings),
    .testTarget(
      name: "ArticlesTests", dependencies: ["Articles", "NewsModel", "Markup", "SeededRandom"],
      exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(
      name: "StoriesTests", dependencies: ["Stories", "NewsModel", "SeededRandom"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "FeedsTests", dependencies: ["Feeds", "NewsModel", "Markup", "SeededRandom"],
      exclude: ["Golden/Documents"], swiftSettings: settings),
  ]
)

if !onlyPure {
  package.products.append(.executable(name: "newsfold", targets: ["newsfold"]))
  package.dependencies += [
    // The command line: arguments, help, completions, exit on usage errors.
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    // Structured log events, one line each.
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    // Counters and timers behind /metrics.
    .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
    // Services started in order, stopped in reverse, signals handled once.
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    // The HTTP server; without traits, since neither Configuration nor full Foundation is needed.
    .package(
      url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: []),
    // The event loops, channels and HTTP/1 codec that Hummingbird is made of: limits and sockets.
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    // The request and response types of Hummingbird.
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
  ]
  package.targets += [
    // libcurl: requests to WebSub hubs. The HTTP clients of Swift's packages bring BoringSSL, a third of a cold build, and
    // every system keeps a libcurl with its own certificates up to date.
    .systemLibrary(
      name: "CCurlSystem", path: "Sources/C/CCurlSystem", pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    .target(name: "CCurl", dependencies: ["CCurlSystem"], path: "Sources/C/CCurl"),
    .target(name: "WebClient", dependencies: ["CCurl"], swiftSettings: settings),
    .target(
      name: "FeedServer",
      dependencies: [
        "NewsModel", "Feeds", "Compression", "WebClient",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: settings),
    .target(
      name: "SyncDaemon",
      dependencies: [
        "NewsModel", "Markup", "Articles", "Stories", "Feeds", "Compression",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "Yams", package: "Yams"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: settings),
    // It brings a protocol of its own: the published documents on a server for object storage.
    .target(
      name: "ObjectStorage",
      dependencies: [
        "NewsModel", "Markup", "Feeds", "WebClient",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: settings),
    // The version, apart, so that another one compiles nothing else again.
    .target(
      name: "CVersion", path: "Sources/C/CVersion",
      cSettings: [.define("NEWSFOLD_VERSION", to: "\"\(version)\"")]),
    .executableTarget(
      name: "newsfold",
      dependencies: [
        "NewsModel", "Markup", "Articles", "Stories", "Feeds", "Compression", "FeedServer",
        "ObjectStorage", "SyncDaemon", "CVersion",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "FeedServerTests",
      dependencies: [
        "FeedServer", "Feeds", "NewsModel", "Compression", "WebClient",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ObjectStorageTests",
      dependencies: [
        "ObjectStorage", "Feeds", "NewsModel", "SeededRandom", "WebClient",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "SyncDaemonTests",
      dependencies: [
        "SyncDaemon", "NewsModel", "Articles", "Stories", "Feeds", "SeededRandom",
        .product(name: "Yams", package: "Yams"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      exclude: ["Upgrade/Site"], swiftSettings: settings),
    .testTarget(
      name: "NewsfoldTests",
      dependencies: [
        "newsfold", "SyncDaemon", "FeedServer", "ObjectStorage", "NewsModel", "Stories", "Feeds",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
  ]
}

if isFuzzing {
  package.targets.append(
    .executableTarget(
      name: "FuzzStages",
      dependencies: [
        "NewsModel", "Stories", "Feeds", "FeedServer", "SyncDaemon", "TextStages",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "CoreMetrics", package: "swift-metrics"),
      ],
      path: "Tests/Fuzzing", exclude: ["Corpus", "tokens.dict"],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}
