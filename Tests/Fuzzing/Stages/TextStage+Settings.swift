import FoundationEssentials
import NewsModel

@testable import SyncDaemon
@testable import TextStages

extension TextStage {
  /// The readers of what a person writes: settings, pins, and requests to the running service.
  static let settings: [TextStage] = [
    TextStage(name: "settings", kind: .markdown) { bytes in
      // Silence is right: a text that is no UTF-8 is refused before it is read.
      guard let text = String(validating: bytes, as: UTF8.self) else { return }
      do {
        let read = try SettingsReader.traced(
          yaml: text, path: "/quay/newsfold.yaml", environment: [:])
        promise(read.origins.count == SettingKey.all.count, "a setting has no origin")
        _ = Site(root: "/quay").articleRoots(read.settings)
      } catch {
        promise("\(error)".contains("newsfold.yaml"), "an error names no file")
      }
    },
    TextStage(name: "settings-environment", kind: .markdown) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      for key in SettingKey.all {
        let variable = "NEWSFOLD_" + key.name.uppercased()
        do throws(SettingsError) {
          _ = try SettingsReader.read(
            yaml: "", path: "newsfold.yaml", environment: [variable: text])
        } catch {
          promise("\(error)".contains(variable), "an error names no variable")
        }
      }
    },
    TextStage(name: "pins", kind: .markdown) { bytes in
      guard let text = String(validating: bytes, as: UTF8.self) else { return }
      do {
        let pins = try PinsReader.read(yaml: text, path: "/quay/pins.yaml")
        _ = pins.pairs { ArticleID($0) }
        let change = PinChange.together(["quay.md", "pier.md"])
        edit(change, text, pins)
        edit(.title("Quay: \"shut\" # again", of: "quay.md"), text, pins)
        edit(.unpin(pins.names), text, pins)
      } catch {
        promise("\(error)".contains("pins.yaml"), "an error names no file")
      }
    },
    TextStage(name: "pins-names", kind: .text) { bytes in
      let name = String(decoding: bytes, as: UTF8.self)
      edit(.together([name, name + "2"]), "", Pins())
      edit(.title(name, of: name), "lead: [\"quay.md\"]\n", Pins())
    },
    TextStage(name: "control-request", kind: .data) { bytes in
      // Silence is right: a line that is no request is refused.
      guard let request = try? JSONDecoder().decode(ControlRequest.self, from: Data(bytes)) else {
        return
      }
      for path in request.paths { _ = Site.absolutePath(path, from: "/quay") }
    },
    TextStage(name: "control-answer", kind: .data) { bytes in
      do {
        _ = try ControlLine.decode(bytes)
      } catch {
        promise(!"\(error)".isEmpty, "an error says nothing")
      }
    },
  ]

  /// A change gives pins that can be read, or is refused.
  private static func edit(_ change: PinChange, _ text: String, _ pins: Pins) {
    do {
      let edit = try PinEdit(
        change, text: text, path: "/quay/pins.yaml", resolve: { ArticleID($0) },
        storyOf: { _ in nil })
      let read = try PinsReader.read(yaml: edit.text, path: "/quay/pins.yaml")
      promise(read == edit.pins, "the text of the pins says something else")
    } catch {
      promise(!"\(error)".isEmpty, "an error says nothing")
    }
  }
}
