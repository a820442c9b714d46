import Foundation
import Testing

@testable import SyncDaemon

@Suite("The page of settings")
struct SettingsPageTests {
  @Test("it has every setting with its default, and none else")
  func settings() throws {
    let page = try Documentation.page(Documentation.settings)
    let parts = page.components(separatedBy: "\n### ").dropFirst()
    let listed = parts.map { String($0.prefix { $0 != "\n" }) }

    #expect(Set(listed) == Set(SettingKey.all.map(\.name)) && listed.count == SettingKey.all.count)
    for part in parts {
      #expect(part.contains("efault"), "no default: \(part.prefix { $0 != "\n" })")
    }
  }
}
